// The demo campaign's texts in a small world: leads, two creators at work, a brief that is not complete yet.
// Every page of the leads has something to show, and what it shows is real.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/core_replica/story.h"

namespace meridian::test {

// Somebody who takes an invitation up. What they write meanwhile is carried by whoever settles the world.
inline std::unique_ptr<replica::Replica> join(World& world, replica::Replica& inviter,
                                              const SpaceId& campaign,
                                              const replica::Access::Invitee& invitation, const char* zone) {
  auto newcomer = world.person(invitation.name.c_str(), zone, invitation.language);
  taken(replica::Access::join(*newcomer, taken(replica::Access(inviter, campaign).invite(invitation))));
  world.carry(inviter, *newcomer, campaign);
  if (!taken(replica::Access(*newcomer, campaign).continueJoin())) qFatal("the join was not written");
  return newcomer;
}

class LeadStory {
 public:
  using Replica = replica::Replica;
  World world{"2027-03-01T09:00:00Z"};
  SpaceId campaign, maya, jordan, ben;
  std::unique_ptr<Replica> mila, svetlana, dana, mayaHerself, jordanHimself;
  OpId mayasVideo, jordansVideo;
  crdt::EntityId usLaunch; // the milestone of the US launch

  // `source`: the folder of the project.
  explicit LeadStory(const std::filesystem::path& source) : m_images(source / "app/cli/demo/images") {
    std::ifstream in(source / "app/cli/demo/verba.json");
    m_file = nlohmann::json::parse(in);
    mila = world.person("Mila Petrović", "Europe/Belgrade", domain::Language::En);
    campaign = taken(replica::Founding::create(*mila, "Verba", text(m_file["name"])));
    taken(replica::Access(*mila, campaign).setRelay(world.address()));
    writeCampaign();
    svetlana = joined("Svetlana Orlova", "Europe/Moscow", *mila, log::Role::CampaignLead, {}, {});
    dana = joined("Dana Brooks", "America/New_York", *mila, log::Role::HubLead, "US", {});
    maya = addCreator(0);
    jordan = addCreator(1);
    ben = addCreator(4);
    settle();
    world.clock->set(*parseInstant("2027-03-03T14:00:00Z"));
    taken(briefing(*dana).issue(maya, false));
    taken(briefing(*dana).issue(jordan, false));
    mayaHerself = joined("Maya Collins", "America/Los_Angeles", *dana, log::Role::Creator, "US", maya);
    jordanHimself = joined("Jordan Reyes", "America/Chicago", *dana, log::Role::Creator, "US", jordan);
    for (auto* creator : {mayaHerself.get(), jordanHimself.get()}) {
      taken(replica::CreatorWork(*creator, campaign).opened());
      taken(replica::CreatorWork(*creator, campaign).acknowledge());
    }
    settle();
    work();
    world.clock->set(*parseInstant("2027-03-10T14:00:00Z"));
  }

  // Closes every profile, so that a Session can open one of them by `options(name)`.
  void close() {
    for (auto* one : {&mila, &svetlana, &dana, &mayaHerself, &jordanHimself})
      one->reset();
  }

 private:
  static domain::Bilingual text(const nlohmann::json& value) {
    return both(value.value("en", ""), value.value("ru", ""));
  }
  replica::Briefing briefing(Replica& one) const { return {one, campaign}; }
  std::vector<Replica*> everybody() const {
    std::vector<Replica*> all;
    for (const auto* one : {&mila, &svetlana, &dana, &mayaHerself, &jordanHimself})
      if (*one) all.push_back(one->get());
    return all;
  }
  void settle() { world.settle(everybody(), campaign); }

  std::unique_ptr<Replica> joined(const char* name, const char* zone, Replica& inviter, log::Role role,
                                  const std::string& market, std::optional<SpaceId> space) {
    auto newcomer = join(world, inviter, campaign,
                         {.name = name,
                          .role = role,
                          .market = market,
                          .creatorSpace = space,
                          .from = {},
                          .to = {},
                          .language = domain::Language::En,
                          .expiry = world.clock->now() + std::chrono::hours{24 * 7}},
                         zone);
    auto all = everybody();
    all.push_back(newcomer.get());
    world.settle(all, campaign);
    return newcomer;
  }

  // Both lanes of a text, the Russian one made from the English one.
  static void write(Replica& by, const replica::Place& place, std::uint32_t block,
                    const nlohmann::json& value) {
    replica::Editing editing(by);
    taken(editing.setText(place, block, domain::Language::En, value.value("en", "")));
    taken(editing.setText(place, block, domain::Language::Ru, value.value("ru", "")));
  }
  void writeCampaign() {
    namespace c = domain::field::campaign;
    const replica::Place page{
        campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}};
    for (const auto& [block, name] : {std::pair(c::thesis, "thesis"),
                                      {c::goal, "goal"},
                                      {c::valueProposition, "valueProposition"},
                                      {c::successMetric, "successMetric"}})
      write(*mila, page, block, m_file[name]);
    int order = 0;
    for (const auto& market : m_file["markets"])
      writeMarket(market, ++order);
    for (const auto& one : m_file["nonNegotiables"])
      m_ticks.push_back(taken(replica::Editing(*mila).create(
          campaign, domain::EntityKind::NonNegotiable,
          {{domain::field::element::text, domain::Language::En, one["text"]["en"]},
           {domain::field::element::text, domain::Language::Ru, one["text"]["ru"]}},
          {})));
    writeMilestone("2027-03-02T15:00:00Z", "", domain::MilestoneType::Kickoff, "kickoff");
    writeMilestone("2027-03-05T15:00:00Z", "RU", domain::MilestoneType::Other, "customs");
    usLaunch = writeMilestone("2027-03-15T16:00:00Z", "US", domain::MilestoneType::Launch, "us-launch");
    domain::PriorityDecision decision;
    decision.mode = domain::PriorityMode::Phased;
    decision.markets = {"US", "RU"};
    decision.why = text(m_file["decision"]["why"]);
    taken(replica::Editing(*mila).state(campaign, domain::EntityKind::PriorityDecision,
                                        domain::toValue(decision)));
    domain::FeedbackSchedule schedule;
    schedule.answerBy = schedule.cutoffAt = std::chrono::hours{17};
    schedule.zone = "America/New_York";
    taken(briefing(*mila).setSchedule("US", schedule));
  }
  // One of the file's; the one that waits for customs has lost its why.
  crdt::EntityId writeMilestone(const char* at, std::string_view market, domain::MilestoneType type,
                                std::string_view id) {
    namespace f = domain::field::milestone;
    const auto& all = m_file["milestones"];
    const auto& one = *std::ranges::find_if(all, [&](const auto& known) { return known["id"] == id; });
    std::vector<replica::BlockWrite> blocks{{f::title, domain::Language::En, one["title"]["en"]},
                                            {f::title, domain::Language::Ru, one["title"]["ru"]}};
    if (type != domain::MilestoneType::Other) {
      blocks.push_back({f::why, domain::Language::En, one["why"]["en"]});
      blocks.push_back({f::why, domain::Language::Ru, one["why"]["ru"]});
    }
    return taken(
        replica::Editing(*mila).create(campaign, domain::EntityKind::Milestone, blocks,
                                       {{f::at, crdt::Value(toMillis(*parseInstant(at)))},
                                        {f::zone, crdt::Value(std::string_view("America/New_York"))},
                                        {f::market, market.empty() ? crdt::Value() : crdt::Value(market)},
                                        {f::type, crdt::Value(static_cast<int>(type))}}));
  }
  void writeMarket(const nlohmann::json& market, int order) {
    namespace f = domain::field::market;
    const std::string code = market["code"], zone = market["zone"];
    const replica::Place place{campaign,
                               crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Market),
                                                 Bytes(code.begin(), code.end())}};
    for (const auto& [block, name] : {std::pair(f::name, "name"),
                                      {f::subGoal, "subGoal"},
                                      {f::whyItMatters, "whyItMatters"},
                                      {f::expression, "expression"},
                                      {f::angle, "angle"},
                                      {f::angleReason, "angleReason"},
                                      {f::angleData, "angleData"},
                                      {f::whyThisOrder, "whyThisOrder"}})
      write(*mila, place, block, market[name]);
    const auto launch = *parseInstant(code == "US" ? "2027-03-15T16:00:00Z" : "2027-03-17T09:00:00Z");
    taken(replica::Editing(*mila).set(place, {{f::zone, crdt::Value(std::string_view(zone))},
                                              {f::order, crdt::Value(order)},
                                              {f::needsAdToken, crdt::Value(code == "RU")},
                                              {f::holidayCountry, crdt::Value(std::string_view(code))},
                                              {f::launchAt, crdt::Value(toMillis(launch))}}));
  }

  SpaceId addCreator(std::size_t index) {
    const auto& one = m_file["creators"][index];
    const SpaceId space = taken(briefing(*dana).addCreator({.name = one["name"],
                                                            .market = "US",
                                                            .zone = one["zone"],
                                                            .handle = one["handle"],
                                                            .tier = one["tier"],
                                                            .followers = one["followers"],
                                                            .language = domain::Language::En,
                                                            .briefExpected = {}}));
    const replica::Place card{space,
                              crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}};
    write(*dana, card, domain::field::person::audience, one["audience"]);
    write(*dana, card, domain::field::person::style, one["style"]);
    const replica::Place draft{space, taken(briefing(*dana).draft(space)).ref()};
    namespace b = domain::field::brief;
    for (const auto& [block, name] : {std::pair(b::contact, "contact"),
                                      {b::goal, "goal"},
                                      {b::role, "role"},
                                      {b::tone, "tone"},
                                      {b::roleBecause, "roleBecause"},
                                      {b::make, "make"},
                                      {b::makeBecause, "makeBecause"},
                                      {b::live, "live"},
                                      {b::bigger, "bigger"}}) {
      // The last one's brief is not finished.
      if (!one["brief"].contains(name) || (index == 4 && block == b::bigger)) continue;
      write(*dana, draft, block, one["brief"][name]);
    }
    // A translation that its source has left behind.
    if (index == 4)
      taken(replica::Editing(*dana).setText(draft, b::make, domain::Language::En,
                                            "Three short stories on one evening, 15 s each. No voice-over."));
    const auto& deliverable = one["deliverables"][0];
    m_deliverables[space] =
        taken(briefing(*dana).addDeliverable(space, {.title = text(deliverable["title"]),
                                                     .labels = text(deliverable["labels"]),
                                                     .format = deliverable["format"],
                                                     .zone = one["zone"],
                                                     .adToken = {},
                                                     .roughCutDue = *parseInstant("2027-03-10T02:00:00Z"),
                                                     .goLiveAt = *parseInstant("2027-03-15T16:00:00Z")}));
    return space;
  }

  OpId submit(Replica& by, const SpaceId& space, std::string caption,
              std::initializer_list<const char*> images) {
    replica::CreatorWork work(by, campaign);
    replica::CreatorWork::Draft draft{m_deliverables.at(space), std::move(caption), {}, {}, m_ticks};
    for (const char* image : images)
      draft.attachments.push_back(taken(work.attach(m_images / image)));
    const OpId id = taken(work.submit(draft));
    settle();
    for (const auto& attachment : draft.attachments)
      for (auto* lead : {dana.get(), svetlana.get()})
        Story::carryBlob(by, *lead, attachment.blob);
    return id;
  }
  void work() {
    world.clock->set(*parseInstant("2027-03-09T20:10:00Z"));
    mayasVideo = submit(*mayaHerself, maya,
                        "Day 1, day 4, day 7. Same sink, same light, no filter. I did not believe it either: "
                        "judge the last frame yourself. Paid partnership with Verba.",
                        {"opened-jar.png"});
    taken(replica::Reviewing(*svetlana, campaign)
              .comment(maya, mayasVideo, {domain::CommentPin::Kind::ImagePoint, 0, 0, 0, 5'200, 4'100, 0},
                       "The label is cut off here. Can the jar stand a little lower?"));
    world.clock->advance(std::chrono::minutes{1}); // her promise is the same, and she came first
    jordansVideo =
        submit(*jordanHimself, jordan, "A night shift, a red nose and one jar. Paid partnership with Verba.",
               {"morning-shift.png"});
    taken(replica::CreatorWork(*mayaHerself, campaign)
              .ask(domain::BriefPart::Make, std::nullopt, "Is 40 seconds enough?"));
    settle();
    // Two answers that did not know of each other.
    world.clock->set(*parseInstant("2027-03-10T11:30:00Z"));
    taken(replica::Reviewing(*dana, campaign).approve(jordan, jordansVideo));
    taken(replica::Reviewing(*svetlana, campaign)
              .requestChanges(jordan, jordansVideo, "The disclosure must be in the first line."));
    settle();
  }

  std::filesystem::path m_images;
  nlohmann::json m_file;
  std::vector<crdt::EntityId> m_ticks;
  std::map<SpaceId, crdt::EntityId> m_deliverables;
};

// The first day of a campaign: founded, two leads there, nothing written.
struct EmptyStory {
  World world{"2027-03-10T14:00:00Z"};

  EmptyStory() {
    mila = world.person("Mila Petrović", "Europe/Belgrade", domain::Language::En);
    campaign = taken(replica::Founding::create(*mila, "Verba", both("Verba", "Верба")));
    taken(replica::Access(*mila, campaign).setRelay(world.address()));
    joins("Svetlana Orlova", "Europe/Moscow", log::Role::CampaignLead, {});
    joins("Dana Brooks", "America/New_York", log::Role::HubLead, "US");
  }
  void close() {
    mila.reset();
    others.clear();
  }

 private:
  void joins(const char* name, const char* zone, log::Role role, const std::string& market) {
    others.push_back(join(world, *mila, campaign,
                          {.name = name,
                           .role = role,
                           .market = market,
                           .creatorSpace = {},
                           .from = {},
                           .to = {},
                           .language = domain::Language::En,
                           .expiry = world.clock->now() + std::chrono::hours{24}},
                          zone));
    world.settle({mila.get(), others.back().get()}, campaign);
  }

  SpaceId campaign;
  std::unique_ptr<replica::Replica> mila;
  std::vector<std::unique_ptr<replica::Replica>> others;
};

// Two hub leads have each issued a brief to Maya, without a network between them.
inline void issueTwoBriefs(Story& story) {
  story.writeBrief();
  auto dina = story.joined("dina", "America/New_York", *story.mila, log::Role::HubLead, "US", {});
  story.settle();
  story.world.settle({story.mila.get(), story.dana.get(), dina.get()}, story.campaign);
  const auto other = taken(replica::Editing(*dina).create(story.space, domain::EntityKind::Brief, {}, {}));
  story.fillBrief(*dina, other);
  taken(story.addVideo(*dina));
  taken(story.briefing(*story.dana).issue(story.space, false));
  taken(story.briefing(*dina).issue(story.space, false));
  story.world.carry(*dina, *story.mila, story.campaign);
  story.settle();
  for (auto* one : {&story.mila, &story.svetlana, &story.dana})
    one->reset();
}

} // namespace meridian::test
