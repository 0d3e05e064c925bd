#include "core/base/planted.h"

#include <array>
#include <cstdlib>
#include <string_view>

namespace meridian {

#ifdef MERIDIAN_PLANT
bool planted(Bug bug) {
  // In the order of the enumeration.
  constexpr std::array<std::string_view, 27> names{"skip-fsync",
                                                   "accept-replay",
                                                   "drop-concurrent-value",
                                                   "order-by-arrival",
                                                   "reuse-sequence",
                                                   "receipt-before-fsync",
                                                   "status-from-register",
                                                   "trust-connection",
                                                   "rights-at-arrival",
                                                   "forget-outbox-entry",
                                                   "ignore-dates",
                                                   "swallow-missing-key",
                                                   "cursor-before-store",
                                                   "miss-restored-backup",
                                                   "lose-text-origin",
                                                   "received-from-local-clock",
                                                   "believe-forged-receipt",
                                                   "void-replaces",
                                                   "skip-file-sync",
                                                   "stay-ahead",
                                                   "trust-numbers",
                                                   "approval-of-any-version",
                                                   "silent-loser",
                                                   "believe-refusal",
                                                   "cursor-goes-along",
                                                   "undo-takes-next",
                                                   "forget-behind-words"};
  static const char* const named = std::getenv("MERIDIAN_PLANTED");
  return named != nullptr && names[static_cast<std::size_t>(bug)] == named;
}
#endif

} // namespace meridian
