// What is stored and waits for something: by what it waits for, so that whatever comes wakes those that named
// it and no others. In memory alone, filled from the file once (Replica::State::applyWaiting), and from then
// on kept up by whatever applies changes; dropped with its campaign after a rollback.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/base/error.h"
#include "core/base/id.h"

namespace meridian::replica {

class Waiting {
 public:
  // Nothing was asked of the file yet.
  [[nodiscard]] bool isUnread() const { return m_unread; }
  void beginReading() {
    *this = Waiting();
    m_unread = false;
  }

  // A row is due again once all of these were applied. Of very many some are enough: it may be due early,
  // never late. REQUIRES: not empty, each once; the row does not wait already
  void on(std::int64_t row, const std::vector<ChangeId>& missing);
  void onKey(std::int64_t row, const KeyId& key) { m_byKey[key].push_back(row); }
  // Was applied: a content, or an entry that is in its log now.
  void came(const ChangeId& id);
  void retry(std::int64_t row) { m_due.insert(row); }
  // Each name that something waits for, with one of the rows that do: for whoever looks for what is lacking.
  template <class Visit>
  [[nodiscard]] Result<void> eachMissing(const Visit& visit) const {
    for (const auto& [id, rows] : m_byMissing)
      if (auto visited = visit(id, rows.front()); !visited) return visited;
    for (const auto& [key, rows] : m_byKey)
      if (auto visited = visit(key, rows.front()); !visited) return visited;
    return {};
  }
  // Some keys are new.
  void keysCame() { m_keysCame = true; }

  // The oldest row that is due; it is taken out. `isHere` says whether a key is.
  template <class IsHere>
  [[nodiscard]] std::optional<std::int64_t> next(const IsHere& isHere) {
    if (m_keysCame)
      for (auto at = m_byKey.begin(); at != m_byKey.end();) {
        if (!isHere(at->first)) {
          ++at;
          continue;
        }
        m_due.insert(at->second.begin(), at->second.end());
        at = m_byKey.erase(at);
      }
    m_keysCame = false;
    if (m_due.empty()) return std::nullopt;
    return m_due.extract(m_due.begin()).value();
  }

 private:
  bool m_unread = true, m_keysCame = false;
  std::unordered_map<ChangeId, std::vector<std::int64_t>> m_byMissing;
  std::unordered_map<std::int64_t, std::size_t> m_missing; // how many more, for each row in m_byMissing
  std::map<KeyId, std::vector<std::int64_t>> m_byKey;
  std::set<std::int64_t> m_due; // in order of arrival
};

} // namespace meridian::replica
