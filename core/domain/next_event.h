// What happens next in a campaign: the instants at which something that people see changes by itself.
#pragma once

#include <span>
#include <string>

#include "core/domain/bilingual.h"

namespace meridian::domain {

struct CampaignEvent {
  // Of several at one instant the first in this order is told.
  enum class Kind : std::uint8_t {
    Launch,
    GoLive,
    Milestone,
    PromiseDue,    // or the new date of an announced delay
    CutOff,        // what is received from here on is answered a slot later
    PromiseAtRisk, // nobody has answered, and it is close
    RoughCut,
    BackFromAbsence,
  } kind{};
  Instant at{};
  std::string zone; // of the place concerned; empty: nowhere in particular
  Bilingual title;  // of the milestone, launch or material
  std::string who;  // a creator's or a person's name; empty: everybody
  bool operator==(const CampaignEvent&) const = default;
};

// The first event after `now`, strictly: asked again at that instant, it gives the one after.
[[nodiscard]] const CampaignEvent* nextEvent(std::span<const CampaignEvent> events, Instant now);

} // namespace meridian::domain
