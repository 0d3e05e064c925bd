// The cut rule (DESIGN §4): changes travel in runs, and a run ends with a signature that vouches for all
// of it. Relay, replica and bundle judge by this one function.
#pragma once

#include <vector>

#include "core/envelope/change.h"

namespace meridian::envelope {

enum class Voucher : std::uint8_t {
  Own = 1,     // its own signature was verified here
  Vouched = 2, // a later change of its run was; its own signature was not looked at
  Absent = 3,  // a later change of its run was; it has none (any more)
};

enum class Inner : std::uint8_t {
  Keep = 0,   // inner signatures are left for idle time
  Verify = 1, // they are verified now, and one that fails is dropped
};

// Judges changes that arrived together. Per chain, in the order given, each contiguous stretch must end
// with a valid signature; results stand in the order of `changes`. BadSignature: that change is beyond the
// last signature that holds. One that fails inside a run, or is found wrong, is dropped from its change.
[[nodiscard]] std::vector<Result<Voucher>> judgeRuns(std::vector<Change>& changes, Inner inner);

// Whether a batch may be cut after these changes were put into it: no chain ends without a signature.
class CutPoint {
 public:
  void add(const ChainKey& chain, bool hasSignature);
  [[nodiscard]] bool here() const { return m_open.empty(); }

 private:
  std::vector<ChainKey> m_open; // few: only chains with a signature missing
};

} // namespace meridian::envelope
