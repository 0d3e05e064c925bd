// What a person typed and the disk did not take, in memory, so that closing a page loses no words: the field
// takes it up again when it opens. Of the GUI thread; it ends with the program.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/crdt/text_session.h"

namespace meridian::app {

template <class Words>
struct UnsavedText {
  Words words;
  Error why; // it is not saved
};

// Of forms and of what is not given yet, by what it is for: the last text stands for all before it, and is
// forgotten once it is written.
class UnsavedDrafts {
 public:
  using Kept = UnsavedText<std::string>;
  void keep(const std::string& name, std::string words, Error why) {
    m_kept.insert_or_assign(name, Kept{std::move(words), std::move(why)});
  }
  void forget(const std::string& name) { m_kept.erase(name); }
  [[nodiscard]] const Kept* find(const std::string& name) const {
    const auto at = m_kept.find(name);
    return at == m_kept.end() ? nullptr : &at->second;
  }

 private:
  std::map<std::string, Kept> m_kept;
};

// Of texts that others write in, too, by where the text lies: each session has its own words to add, and is
// with one field at a time.
class UnsavedSessions {
 public:
  using Kept = UnsavedText<crdt::TextSession>;
  void keep(const std::string& name, crdt::TextSession session, Error why) {
    m_kept.emplace(name, Kept{std::move(session), std::move(why)});
  }
  // The first that was kept, which is the taker's from here.
  [[nodiscard]] std::optional<Kept> take(const std::string& name) {
    const auto at = m_kept.lower_bound(name);
    if (at == m_kept.end() || at->first != name) return std::nullopt;
    return std::move(m_kept.extract(at).mapped());
  }

 private:
  std::multimap<std::string, Kept> m_kept;
};

struct UnsavedWords {
  UnsavedDrafts drafts;
  UnsavedSessions shared;
};

} // namespace meridian::app
