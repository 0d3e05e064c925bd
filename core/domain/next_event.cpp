#include "core/domain/next_event.h"

#include <tuple>

namespace meridian::domain {

const CampaignEvent* nextEvent(std::span<const CampaignEvent> events, Instant now) {
  const CampaignEvent* next = nullptr;
  for (const auto& event : events) {
    if (event.at <= now) continue;
    if (next == nullptr || std::tie(event.at, event.kind) < std::tie(next->at, next->kind)) next = &event;
  }
  return next;
}

} // namespace meridian::domain
