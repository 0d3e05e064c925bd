// The sync pill in words, and what its colours stand for.
#pragma once

#include <optional>

#include "app/text/when.h"
#include "core/base/error.h"

namespace meridian::app {

struct SyncFacts {
  bool configured = false; // some campaign names a relay
  bool offline = true;
  std::optional<Instant> offlineSince;
  bool stopped = false;          // by something that a person has to mend
  bool retrying = false;         // the relay is there and gives no answer, or one without sense
  int waiting = 0, rejected = 0; // own changes
};
struct SyncWords {
  QString state; // "synced", "waiting", "offline", "attention", "none"
  QString text, name;
};
// No network, or a relay that is away for a while: another try mends it, and nobody has to act.
[[nodiscard]] bool mendsByItself(ErrorCode code);
// … of which these are of a relay that was reached: whoever waits is told.
[[nodiscard]] bool isRelaysFault(ErrorCode code);
[[nodiscard]] SyncWords syncWords(const SyncFacts& facts, const Reader& reader);

} // namespace meridian::app
