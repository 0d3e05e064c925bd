// The five steps of the demo and what tells that they were taken. Nothing here is claimed that some window's
// replica does not hold: each window ticks what it can see itself and writes it on a board that the windows
// of one demo share; the other ticks it takes from there.
#pragma once

#include <array>
#include <filesystem>
#include <map>

#include "core/replica/views.h"

namespace meridian::app {

enum class DemoStep : std::uint8_t { Submitted, TookOff, Approved, Landed, Seen };
inline constexpr std::array demoSteps{DemoStep::Submitted, DemoStep::TookOff, DemoStep::Approved,
                                      DemoStep::Landed, DemoStep::Seen};

// When each step was taken, by the demo's clock.
using DemoTicks = std::map<DemoStep, Instant>;

// What one window knows of its own.
struct DemoView {
  Instant began{}; // submissions and verdicts of before belong to what was loaded
  bool creator = false, hubLead = false;
  bool airplane = false;
  MemberId me;
  struct Submission {
    domain::SubmissionStatus status;
    std::map<OpId, replica::DeliveryView> verdictDelivery; // of my verdicts
  };
  // Of a creator the own ones, of a hub lead those of the hub.
  std::vector<Submission> submissions;
};
// The steps that this window sees, given those on the board. A step that needs an earlier one waits for it:
// nobody lands with an approval who gave none in the air.
[[nodiscard]] std::vector<DemoStep> stepsSeen(const DemoView& view, const DemoTicks& board);

// The folder that the windows of one demo share with whoever started them (tools/demo):
//
//   began        the instant at which the demo starts; whoever starts it writes it, and it marks the folder
//   step-NAME    one file per step taken: its instant
//   start-over   asks whoever started the demo to begin it anew; the file says nothing
//
// Every file is written whole or not at all, and only ever added: no window waits for another.
class DemoBoard {
 public:
  // Empty folder, or one without `began`: nobody shares anything, and nobody can start over.
  explicit DemoBoard(std::filesystem::path folder);

  [[nodiscard]] bool shared() const { return m_began.has_value(); }
  [[nodiscard]] std::optional<Instant> began() const { return m_began; }
  [[nodiscard]] DemoTicks ticks() const;
  [[nodiscard]] Result<void> tick(DemoStep step, Instant at) const;
  [[nodiscard]] Result<void> askToStartOver() const;

 private:
  std::filesystem::path m_folder;
  std::optional<Instant> m_began;
};

} // namespace meridian::app
