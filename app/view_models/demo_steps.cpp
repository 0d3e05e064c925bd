#include "app/view_models/demo_steps.h"

#include <algorithm>

#include "core/base/file.h"

namespace meridian::app {

namespace {

constexpr std::size_t instantBytesMax = 64;

const char* nameOf(DemoStep step) {
  switch (step) {
  case DemoStep::Submitted:
    return "step-submitted";
  case DemoStep::TookOff:
    return "step-took-off";
  case DemoStep::Approved:
    return "step-approved";
  case DemoStep::Landed:
    return "step-landed";
  case DemoStep::Seen:
    return "step-seen";
  }
  return "";
}

std::optional<Instant> readInstant(const std::filesystem::path& file) {
  const auto bytes = readFile(file, instantBytesMax);
  if (!bytes) return std::nullopt;
  std::string_view text = asText(*bytes);
  while (text.ends_with('\n'))
    text.remove_suffix(1);
  const auto at = parseInstant(text);
  return at ? std::optional(*at) : std::nullopt;
}

// The first approval of these submissions that counts and that `wanted` accepts.
template <class Wanted>
bool anyApproval(const std::vector<DemoView::Submission>& fresh, Wanted wanted) {
  return std::ranges::any_of(fresh, [&](const DemoView::Submission& one) {
    return std::ranges::any_of(one.status.verdicts, [&](const domain::Verdict& verdict) {
      return verdict.kind == domain::VerdictKind::Approve && wanted(one, verdict);
    });
  });
}

} // namespace

std::vector<DemoStep> stepsSeen(const DemoView& view, const DemoTicks& board) {
  std::vector<DemoView::Submission> fresh = view.submissions;
  std::erase_if(fresh, [&](const DemoView::Submission& one) {
    return one.status.submission.meta.claimedAt < view.began;
  });
  std::vector<DemoStep> seen;
  if (fresh.empty()) return seen;
  if (view.creator) {
    seen.push_back(DemoStep::Submitted);
    if (anyApproval(fresh, [](const auto&, const domain::Verdict&) { return true; }))
      seen.push_back(DemoStep::Seen);
  }
  if (!view.hubLead) return seen;
  // An approval of mine that has got so far.
  const auto mine = [&](store::Delivery state, Instant since) {
    return anyApproval(fresh, [&](const DemoView::Submission& one, const domain::Verdict& verdict) {
      const auto way = one.verdictDelivery.find(verdict.meta.id);
      return verdict.meta.author == view.me && verdict.meta.claimedAt >= since &&
             way != one.verdictDelivery.end() && way->second.state == state;
    });
  };
  if (view.airplane) {
    seen.push_back(DemoStep::TookOff);
    const auto tookOff = board.find(DemoStep::TookOff);
    // What was signed before it was signed on the ground, whether it has left or not.
    if (tookOff != board.end() && mine(store::Delivery::Local, tookOff->second))
      seen.push_back(DemoStep::Approved);
  } else if (const auto tookOff = board.find(DemoStep::TookOff);
             tookOff != board.end() && board.contains(DemoStep::Approved) &&
             mine(store::Delivery::Stored, tookOff->second)) {
    seen.push_back(DemoStep::Landed);
  }
  return seen;
}

DemoBoard::DemoBoard(std::filesystem::path folder) : m_folder(std::move(folder)) {
  if (!m_folder.empty()) m_began = readInstant(m_folder / "began");
}

DemoTicks DemoBoard::ticks() const {
  DemoTicks ticks;
  if (!shared()) return ticks;
  for (const auto step : demoSteps)
    if (const auto at = readInstant(m_folder / nameOf(step))) ticks.emplace(step, *at);
  return ticks;
}

Result<void> DemoBoard::tick(DemoStep step, Instant at) const {
  const std::string text = toIso(at) + "\n";
  auto written = writeFileDurably(m_folder / nameOf(step), asBytes(text), IfExists::Refuse);
  // Somebody else ticked it first: that is the same step.
  if (!written && written.error().code == ErrorCode::AlreadyExists) return {};
  return written;
}

Result<void> DemoBoard::askToStartOver() const {
  return writeFileDurably(m_folder / "start-over", asBytes(std::string_view("\n")));
}

} // namespace meridian::app
