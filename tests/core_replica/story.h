// The people of the demo campaign as far as the tests need them: a brand lead, a campaign lead, a hub lead
// and one of her creators, with a brief that is ready to be issued.
#pragma once

#include <QtTest>
#include <fstream>

#include "core/domain/fact_fields.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"
#include "tests/core_replica/world.h"
#include "tests/support/must.h"

namespace meridian::test {

inline domain::Bilingual both(std::string en, std::string ru) {
  return {std::move(en), std::move(ru), domain::Language::En, std::nullopt};
}

struct Story {
  using Replica = replica::Replica;
  World world;
  std::unique_ptr<Replica> mila, svetlana, dana, maya;
  SpaceId campaign, space; // of Maya
  crdt::EntityId nonNegotiable, deliverable;

  Story() {
    mila = world.person("mila", "Europe/Belgrade", domain::Language::En);
    campaign = taken(replica::Founding::create(*mila, "Verba", both("Verba", "Верба")));
    taken(replica::Access(*mila, campaign).setRelay(world.address()));
    writePage();
    svetlana = joined("svetlana", "Europe/Moscow", *mila, log::Role::CampaignLead, {}, {});
    dana = joined("dana", "America/New_York", *mila, log::Role::HubLead, "US", {});
  }

  replica::Reading reading(Replica& one) const { return {one, campaign}; }
  replica::Briefing briefing(Replica& one) const { return {one, campaign}; }
  replica::CreatorWork work(Replica& one) const { return {one, campaign}; }
  replica::Reviewing reviewing(Replica& one) const { return {one, campaign}; }

  std::vector<Replica*> everybody() const {
    std::vector<Replica*> all;
    for (const auto* one : {&mila, &svetlana, &dana, &maya})
      if (*one) all.push_back(one->get());
    return all;
  }
  void settle() { world.settle(everybody(), campaign); }

  // For a week.
  replica::Invitation invitationBy(Replica& inviter, std::string name, log::Role role,
                                   std::string market = {}, std::optional<SpaceId> creatorSpace = {},
                                   std::optional<std::pair<Instant, Instant>> dates = {},
                                   domain::Language language = domain::Language::En) const {
    return taken(replica::Access(inviter, campaign)
                     .invite({.name = std::move(name),
                              .role = role,
                              .market = std::move(market),
                              .creatorSpace = creatorSpace,
                              .from = dates ? std::optional(dates->first) : std::nullopt,
                              .to = dates ? std::optional(dates->second) : std::nullopt,
                              .language = language,
                              .expiry = world.clock->now() + std::chrono::hours{24 * 7}}));
  }
  std::unique_ptr<Replica> joined(const char* name, const char* zone, Replica& inviter, log::Role role,
                                  const std::string& market, std::optional<SpaceId> creatorSpace,
                                  std::optional<std::pair<Instant, Instant>> dates = {}) {
    auto newcomer = world.person(name, zone, domain::Language::En);
    taken(replica::Access::join(*newcomer, invitationBy(inviter, name, role, market, creatorSpace, dates)));
    world.carry(inviter, *newcomer, campaign);
    if (!taken(replica::Access(*newcomer, campaign).continueJoin())) qFatal("the join was not written");
    auto all = everybody();
    all.push_back(newcomer.get());
    world.settle(all, campaign);
    return newcomer;
  }

  // Somebody beside the story, of whom nothing but name and market matters.
  Result<SpaceId> addAnother(Replica& by, std::string market) const {
    return briefing(by).addCreator({.name = "Alyona",
                                    .market = std::move(market),
                                    .zone = "Europe/Moscow",
                                    .handle = "@alyona",
                                    .tier = {},
                                    .followers = 0,
                                    .language = domain::Language::Ru,
                                    .briefExpected = {}});
  }

  // Dana adds Maya and writes her brief, complete in English.
  void writeBrief() {
    space = taken(briefing(*dana).addCreator({.name = "Maya Collins",
                                              .market = "US",
                                              .zone = "America/Los_Angeles",
                                              .handle = "@maya",
                                              .tier = "macro",
                                              .followers = 640'000,
                                              .language = domain::Language::En,
                                              .briefExpected = {}}));
    fillBrief(*dana, taken(briefing(*dana).draft(space)));
    deliverable = taken(addVideo(*dana));
  }
  Result<crdt::EntityId> addVideo(Replica& by) {
    return addMaterial(by, both("Video, 45–60 s", "Видео, 45–60 с"));
  }
  Result<crdt::EntityId> addMaterial(Replica& by, domain::Bilingual title) {
    return briefing(by).addDeliverable(space, {.title = std::move(title),
                                               .labels = {},
                                               .format = "vertical-video",
                                               .zone = "America/Los_Angeles",
                                               .adToken = {},
                                               .roughCutDue = *parseInstant("2027-03-11T02:00:00Z"),
                                               .goLiveAt = *parseInstant("2027-03-15T16:00:00Z")});
  }
  void fillBrief(Replica& by, const crdt::EntityId& brief) {
    replica::Editing editing(by);
    std::vector<replica::BlockWrite> parts;
    for (const auto part : domain::briefParts)
      parts.push_back({static_cast<std::uint32_t>(part), domain::Language::En,
                       "What Maya reads about " + std::string(domain::partName(part)) + "."});
    taken(editing.edit({space, brief.ref()}, parts, {}));
    taken(editing.setText(
        {space, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}},
        domain::field::person::audience, domain::Language::En, "Sceptics, 25 to 40."));
  }
  // Dana's, for Maya.
  replica::Invitation invitationForMaya(domain::Language language = domain::Language::En) {
    return invitationBy(*dana, "Maya Collins", log::Role::Creator, "US", space, {}, language);
  }
  void inviteMaya() {
    world.clock->advance(std::chrono::minutes{1}); // so that what she says of herself is the later word
    maya = joined("maya", "America/Los_Angeles", *dana, log::Role::Creator, "US", space);
    settle();
  }
  // Everything up to a creator who has acknowledged her brief.
  void begin() {
    writeBrief();
    taken(briefing(*dana).issue(space, false));
    inviteMaya();
    taken(work(*maya).opened());
    taken(work(*maya).acknowledge());
    settle();
  }

  replica::CreatorWork::Draft draft(std::string caption) const {
    return {deliverable, std::move(caption), {}, {}, {nonNegotiable}};
  }
  OpId submit(std::string caption) { return taken(work(*maya).submit(draft(std::move(caption)))); }

  domain::SubmissionStatus statusOf(Replica& one, const OpId& submission) const {
    auto view = reading(one).submission(space, submission);
    if (!view) qFatal("the submission is not here");
    return view->status;
  }
  domain::DeliverableStatus deliverableOf(Replica& one) const {
    for (const auto& creator : reading(one).creators())
      for (const auto& status : creator.deliverables)
        if (status.deliverable.id == deliverable) return status;
    if (auto home = reading(one).home())
      for (const auto& status : home->deliverables)
        if (status.deliverable.id == deliverable) return status;
    qFatal("no such deliverable");
    return {};
  }

  // The file behind an attachment travels after its change.
  static void carryBlob(Replica& from, Replica& to, const BlobId& blob) {
    auto row = taken(from.file().blobs.find(blob));
    if (!row) qFatal("no such file");
    for (std::uint32_t i = 0; i < row->chunkHashes.size(); ++i)
      taken(to.blobFiles().writeChunk(blob, i, taken(from.blobFiles().readChunk(blob, i))));
    taken(to.blobFiles().sync(blob));
    row->uploaded = false;
    taken(to.file().blobs.put(*row));
  }

 private:
  void writePage() {
    replica::Editing editing(*mila);
    const replica::Place page{
        campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}};
    taken(editing.setText(page, domain::field::campaign::thesis, domain::Language::En,
                          "Care that proves itself."));
    market("US", "America/New_York", 1, "2027-03-15T13:00:00Z");
    market("RU", "Europe/Moscow", 2, "2027-03-17T09:00:00Z");
    domain::FeedbackSchedule schedule;
    schedule.answerBy = std::chrono::hours{17};
    schedule.cutoffAt = std::chrono::hours{17};
    schedule.zone = "America/New_York";
    // The hub is not here yet: its lead's word is written by a lead.
    taken(briefing(*mila).setSchedule("US", schedule));
    nonNegotiable =
        taken(editing.create(campaign, domain::EntityKind::NonNegotiable,
                             {{domain::field::element::text, domain::Language::En, "Show day 7."}}, {}));
    domain::PriorityDecision decision;
    decision.markets = {"US"};
    decision.why = both("Growth first.", "Сначала рост.");
    taken(editing.state(campaign, domain::EntityKind::PriorityDecision, domain::toValue(decision)));
  }
  void market(const std::string& code, const char* zone, int order, const char* launch) {
    namespace f = domain::field::market;
    taken(replica::Editing(*mila).edit(
        {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Market),
                                     Bytes(code.begin(), code.end())}},
        {{f::name, domain::Language::En, code}},
        {{f::zone, crdt::Value(std::string_view(zone))},
         {f::order, crdt::Value(order)},
         {f::launchAt, crdt::Value(toMillis(*parseInstant(launch)))}}));
  }
};

} // namespace meridian::test
