// What hub leads and deputies do with briefs, schedules and questions.
#include "tests/simulation/acts.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;

// In full swing people work on what they can: creators of their own market, whose space is here.
bool isWorkOf(const Scene& scene, const domain::CreatorOverview& creator) {
  return !creator.rosterOnly && creator.market == scene.me().market &&
         scene.replica.campaignOf(creator.space).has_value();
}

std::optional<domain::CreatorOverview> someCreator(Scene& scene) {
  if (scene.campaign.isZero()) return std::nullopt;
  auto creators = scene.reading().creators();
  if (scene.world.inFullSwing())
    std::erase_if(creators, [&](const auto& creator) { return !isWorkOf(scene, creator); });
  if (creators.empty()) return std::nullopt;
  return scene.dice.oneOf(creators);
}

Result<void> writeBrief(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return scene.nothing();
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

Result<void> addDeliverableFor(Scene& scene, const SpaceId& space) {
  const auto now = scene.replica.clock().now();
  auto made = scene.briefing().addDeliverable(
      space, {.title = {.en = scene.type(), .ru = {}, .source = domain::Language::En, .madeFrom = {}},
              .labels = {},
              .format = "vertical-video",
              .zone = scene.me().zone,
              .adToken = scene.dice.chance(0.5) ? scene.world.ledger.word() : "",
              .roughCutDue = now + std::chrono::hours{72},
              .goLiveAt = now + std::chrono::hours{200}});
  if (!made) return std::unexpected(made.error());
  return {};
}

Result<void> addDeliverable(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator || creator->deliverables.size() > 3) return scene.nothing();
  return addDeliverableFor(scene, creator->space);
}

// All that an issue asks for.
Result<void> completeBrief(Scene& scene, const domain::CreatorOverview& creator) {
  const auto draft = scene.briefing().draft(creator.space);
  if (!draft) return std::unexpected(draft.error());
  const auto desk = scene.reading().briefDesk(creator.space);
  if (!desk) return fail(ErrorCode::NotFound, "no desk for a creator who is listed");
  if (!desk->completeness.missing.empty()) {
    std::vector<replica::BlockWrite> parts;
    for (const auto part : desk->completeness.missing)
      parts.push_back({static_cast<std::uint32_t>(part), creator.card.language, scene.type()});
    if (auto written = scene.editing().edit({creator.space, draft->ref()}, parts, {}); !written)
      return written;
  }
  if (desk->completeness.audienceMissing) {
    const replica::Place card{creator.space,
                              crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Creator), {}}};
    if (auto added = scene.addWord(card, domain::field::person::audience, creator.card.language); !added)
      return added;
  }
  if (!desk->completeness.deliverableMissing) return {};
  return addDeliverableFor(scene, creator.space);
}

Result<void> issue(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return scene.nothing();
  if (scene.world.inFullSwing())
    if (auto completed = completeBrief(scene, *creator); !completed) return completed;
  auto issued = scene.briefing().issue(creator->space, scene.dice.chance(0.3));
  if (!issued) return std::unexpected(issued.error());
  return {};
}

Result<void> withdrawBrief(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return scene.nothing();
  auto done = scene.briefing().withdrawBrief(creator->space, scene.type());
  if (!done) return std::unexpected(done.error());
  return {};
}

// A second brief beside the first: with another hub lead or deputy doing the same, a conflict.
Result<void> secondBrief(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return scene.nothing();
  auto made = scene.editing().create(creator->space, EntityKind::Brief, {}, {});
  if (!made) return std::unexpected(made.error());
  std::vector<replica::BlockWrite> parts;
  for (const auto part : domain::briefParts)
    parts.push_back({static_cast<std::uint32_t>(part), scene.lane(), scene.type()});
  return scene.editing().edit({creator->space, made->ref()}, parts, {});
}

Result<void> resolveConflict(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  for (const auto& conflict : scene.reading().briefConflicts()) {
    const auto& keep = scene.dice.chance(0.5) ? conflict.counts : conflict.held;
    auto done = scene.briefing().resolveBriefConflict(conflict.space, keep.meta.id);
    if (!done) return std::unexpected(done.error());
    return {};
  }
  return scene.nothing();
}

Result<void> answer(Scene& scene) {
  const auto creator = someCreator(scene);
  if (!creator) return scene.nothing();
  const auto desk = scene.reading().briefDesk(creator->space);
  if (!desk || desk->questions.empty()) return scene.nothing();
  auto done =
      scene.briefing().answer(creator->space, scene.dice.oneOf(desk->questions).meta.id, scene.type());
  if (!done) return std::unexpected(done.error());
  return {};
}

Result<void> changeSchedule(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  domain::FeedbackSchedule schedule;
  schedule.zone = scene.me().zone;
  schedule.answerDay = Weekday{static_cast<unsigned>(1 + scene.dice.below(5))};
  schedule.cutoffDay = Weekday{static_cast<unsigned>(1 + scene.dice.below(5))};
  schedule.holidayCountry = scene.me().market;
  return scene.briefing().setSchedule(scene.me().market, schedule);
}

Result<void> hubDelay(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  bool moved = false;
  for (const auto& market : scene.reading().page().markets) {
    if (market.code != scene.me().market || !market.schedule) continue;
    const auto slots = domain::nextSlots(*market.schedule, scene.replica.clock().now(), 2);
    if (!slots) return std::unexpected(slots.error());
    auto done =
        scene.briefing().announceHubDelay(market.code, slots->front().due, slots->back().due, scene.type());
    if (!done) return std::unexpected(done.error());
    moved = true;
  }
  return moved ? Result<void>{} : scene.nothing();
}

} // namespace

Result<void> bringBriefToIssue(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  std::vector<domain::CreatorOverview> without;
  for (auto& creator : scene.reading().creators())
    if (isWorkOf(scene, creator) && !creator.brief.current) without.push_back(std::move(creator));
  if (without.empty()) return scene.nothing();
  const auto& creator = scene.dice.oneOf(without);
  if (auto completed = completeBrief(scene, creator); !completed) return completed;
  auto issued = scene.briefing().issue(creator.space, scene.dice.chance(0.3));
  if (!issued) return std::unexpected(issued.error());
  return {};
}

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
