#include "core/envelope/run.h"

#include <algorithm>
#include <map>

namespace meridian::envelope {
namespace {

// Indexes into the changes of one contiguous stretch of one chain.
using Stretch = std::vector<std::size_t>;

bool continues(const Change& last, const Change& next) {
  return next.header().seq == last.header().seq + 1 && next.header().prev == last.id();
}

std::vector<Stretch> stretchesOf(const std::vector<Change>& changes) {
  std::vector<Stretch> stretches;
  std::map<ChainKey, std::vector<std::size_t>> open; // a chain may have branches
  for (std::size_t i = 0; i < changes.size(); ++i) {
    auto& candidates = open[chainKeyOf(changes[i])];
    const auto found = std::ranges::find_if(candidates, [&](std::size_t stretch) {
      return continues(changes[stretches[stretch].back()], changes[i]);
    });
    if (found != candidates.end()) {
      stretches[*found].push_back(i);
    } else {
      candidates.push_back(stretches.size());
      stretches.push_back({i});
      // A sender that jumps about in one chain gains nothing by making us search.
      if (candidates.size() > 16) candidates.erase(candidates.begin());
    }
  }
  return stretches;
}

void judge(const Stretch& stretch, std::vector<Change>& changes, Inner inner,
           std::vector<Result<Voucher>>& results) {
  bool vouched = false;
  for (auto at = stretch.rbegin(); at != stretch.rend(); ++at) {
    Change& change = changes[*at];
    if (!vouched) {
      if (change.verifySignature()) {
        vouched = true;
        results[*at] = Voucher::Own;
      } else {
        results[*at] = fail(ErrorCode::BadSignature, "no signature that holds follows this change");
      }
    } else if (!change.hasSignature()) {
      results[*at] = Voucher::Absent;
    } else if (inner == Inner::Keep) {
      results[*at] = Voucher::Vouched;
    } else if (change.verifySignature()) {
      results[*at] = Voucher::Own;
    } else {
      change.dropSignature();
      results[*at] = Voucher::Absent;
    }
  }
}

} // namespace

std::vector<Result<Voucher>> judgeRuns(std::vector<Change>& changes, Inner inner) {
  std::vector<Result<Voucher>> results(changes.size(), Voucher::Own);
  for (const auto& stretch : stretchesOf(changes))
    judge(stretch, changes, inner, results);
  return results;
}

void CutPoint::add(const ChainKey& chain, bool hasSignature) {
  const auto found = std::ranges::find(m_open, chain);
  if (!hasSignature && found == m_open.end()) m_open.push_back(chain);
  if (hasSignature && found != m_open.end()) m_open.erase(found);
}

} // namespace meridian::envelope
