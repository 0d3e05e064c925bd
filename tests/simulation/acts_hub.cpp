// What hub leads and deputies do with briefs, schedules and questions.
#include "tests/simulation/acts.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;

std::optional<domain::CreatorOverview> someCreator(Scene& scene) {
  if (scene.campaign.isZero()) return std::nullopt;
  const auto creators = scene.reading().creators();
  if (creators.empty()) return std::nullopt;
  return scene.dice.oneOf(creators);
}

Result<void> writeBrief(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return {};
  const auto draft = scene.briefing().draft(creator->space);
  if (!draft) return std::unexpected(draft.error());
  const auto desk = scene.reading().briefDesk(creator->space);
  // First all six parts at once, later a word here and there.
  if (desk && desk->draft && desk->completeness.missing.size() > 3) {
    std::vector<replica::BlockWrite> parts;
    for (const auto part : desk->completeness.missing)
      parts.push_back({static_cast<std::uint32_t>(part), creator->card.language, scene.type()});
    return scene.editing().edit({creator->space, draft->ref()}, parts, {});
  }
  if (desk && desk->completeness.audienceMissing)
    return scene.addWord(
        {creator->space, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Creator), {}}},
        domain::field::person::audience, creator->card.language);
  return scene.rewrite({creator->space, draft->ref()}, static_cast<std::uint32_t>(1 + scene.dice.below(6)),
                       scene.lane());
}

Result<void> addDeliverable(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator || creator->deliverables.size() > 3) return {};
  const auto now = scene.replica.clock().now();
  auto made = scene.briefing().addDeliverable(
      creator->space,
      {.title = {.en = scene.type(), .ru = {}, .source = domain::Language::En, .madeFrom = {}},
       .labels = {},
       .format = "vertical-video",
       .zone = scene.me().zone,
       .adToken = scene.dice.chance(0.5) ? scene.world.ledger.word() : "",
       .roughCutDue = now + std::chrono::hours{72},
       .goLiveAt = now + std::chrono::hours{200}});
  if (!made) return std::unexpected(made.error());
  return {};
}

Result<void> issue(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return {};
  auto issued = scene.briefing().issue(creator->space, scene.dice.chance(0.3));
  if (!issued) return std::unexpected(issued.error());
  return {};
}

Result<void> withdrawBrief(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return {};
  auto done = scene.briefing().withdrawBrief(creator->space, scene.type());
  if (!done) return std::unexpected(done.error());
  return {};
}

// A second brief beside the first: with another hub lead or deputy doing the same, a conflict.
Result<void> secondBrief(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return {};
  auto made = scene.editing().create(creator->space, EntityKind::Brief, {}, {});
  if (!made) return std::unexpected(made.error());
  std::vector<replica::BlockWrite> parts;
  for (const auto part : domain::briefParts)
    parts.push_back({static_cast<std::uint32_t>(part), scene.lane(), scene.type()});
  return scene.editing().edit({creator->space, made->ref()}, parts, {});
}

Result<void> resolveConflict(Scene& scene) {
  if (scene.campaign.isZero()) return {};
  for (const auto& conflict : scene.reading().briefConflicts()) {
    const auto& keep = scene.dice.chance(0.5) ? conflict.counts : conflict.held;
    auto done = scene.briefing().resolveBriefConflict(conflict.space, keep.meta.id);
    if (!done) return std::unexpected(done.error());
    return {};
  }
  return {};
}

Result<void> answer(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return {};
  const auto desk = scene.reading().briefDesk(creator->space);
  if (!desk || desk->questions.empty()) return {};
  auto done =
      scene.briefing().answer(creator->space, scene.dice.oneOf(desk->questions).meta.id, scene.type());
  if (!done) return std::unexpected(done.error());
  return {};
}

Result<void> changeSchedule(Scene& scene) {
  if (scene.campaign.isZero()) return {};
  domain::FeedbackSchedule schedule;
  schedule.zone = scene.me().zone;
  schedule.answerDay = Weekday{static_cast<unsigned>(1 + scene.dice.below(5))};
  schedule.cutoffDay = Weekday{static_cast<unsigned>(1 + scene.dice.below(5))};
  schedule.holidayCountry = scene.me().market;
  return scene.briefing().setSchedule(scene.me().market, schedule);
}

Result<void> hubDelay(Scene& scene) {
  if (scene.campaign.isZero()) return {};
  for (const auto& market : scene.reading().page().markets) {
    if (market.code != scene.me().market || !market.schedule) continue;
    const auto slots = domain::nextSlots(*market.schedule, scene.replica.clock().now(), 2);
    if (!slots) return std::unexpected(slots.error());
    auto done =
        scene.briefing().announceHubDelay(market.code, slots->front().due, slots->back().due, scene.type());
    if (!done) return std::unexpected(done.error());
  }
  return {};
}

} // namespace

void addHubActs(std::vector<Act>& list) {
  list.push_back({"works on a brief", hubs, 14, writeBrief});
  list.push_back({"adds a deliverable", hubs, 4, addDeliverable});
  list.push_back({"issues a brief", hubs, 8, issue});
  list.push_back({"withdraws a brief", hubs, 1, withdrawBrief});
  list.push_back({"begins a second brief", hubs, 1, secondBrief});
  list.push_back({"settles two briefs", leads | hubs, 3, resolveConflict});
  list.push_back({"answers a question", hubs, 4, answer});
  list.push_back({"changes the schedule", hubs, 2, changeSchedule});
  list.push_back({"moves the hub's answers", hubs, 1, hubDelay});
}

} // namespace meridian::sim
