// The sync pill in words, and what its colours stand for.
#pragma once

#include <optional>

#include "app/text/when.h"

namespace meridian::app {

struct SyncFacts {
  bool configured = false; // some campaign names a relay
  bool offline = true;
  std::optional<Instant> offlineSince;
  int waiting = 0, rejected = 0; // own changes
};
struct SyncWords {
  QString state; // "synced", "waiting", "offline", "attention", "none"
  QString text, name;
};
[[nodiscard]] SyncWords syncWords(const SyncFacts& facts, const Reader& reader);

} // namespace meridian::app
