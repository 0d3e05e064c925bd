// What a person typed and the disk did not take, in memory, so that closing a page loses no words: the field
// takes it up again when it opens, and it is forgotten once it is written. Of the GUI thread; it ends with
// the program.
#pragma once

#include <map>
#include <string>

#include "core/base/error.h"
#include "core/crdt/text_session.h"

namespace meridian::app {

template <class Words>
class Unsaved {
 public:
  struct Kept {
    Words words;
    Error why; // it is not saved
  };
  void keep(const std::string& name, Words words, Error why) {
    m_kept.insert_or_assign(name, Kept{std::move(words), std::move(why)});
  }
  void forget(const std::string& name) { m_kept.erase(name); }
  [[nodiscard]] const Kept* find(const std::string& name) const {
    const auto at = m_kept.find(name);
    return at == m_kept.end() ? nullptr : &at->second;
  }

 private:
  std::map<std::string, Kept> m_kept; // by what it is for
};

struct UnsavedWords {
  Unsaved<std::string> drafts;       // of forms and of what is not given yet
  Unsaved<crdt::TextSession> shared; // of texts that others write in, too
};

} // namespace meridian::app
