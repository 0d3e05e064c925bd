#include "tests/bench/growth_world.h"

#include <algorithm>
#include <fstream>

#include "core/domain/submission.h"
#include "core/replica/reading.h"

namespace meridian::bench {
namespace {

namespace fs = std::filesystem;
using domain::EntityKind;
using domain::Language;

constexpr int creatorsJoined = 3, creators = 20, milestones = 40;
constexpr const char* creatorNames[creatorsJoined] = {"maya", "leo", "ann"};

signing::SigningKey relayKey(const fs::path& root) {
  const auto file = root / "relay.seed";
  std::ifstream in(file, std::ios::binary);
  Bytes seed((std::istreambuf_iterator<char>(in)), {});
  if (seed.empty()) {
    signing::SystemRandom random;
    const auto fresh = random.id<FixedId<struct SeedTag, 32>>();
    seed.assign(fresh.bytes.begin(), fresh.bytes.end());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(seed.data()), static_cast<std::streamsize>(seed.size()));
  }
  return signing::SigningKey::fromSeed(seed);
}

replica::Place page(const SpaceId& campaign) {
  return {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Campaign), {}}};
}

// A text as it is worked on: a sentence at its end is replaced now and then.
std::string worded(const char* about, int number) {
  return std::string("What is meant by ") + about + ", so that everybody pulls in one direction. Version " +
         std::to_string(number) + ": " + (number % 2 == 0 ? "shorter than before." : "with one word more.");
}

void write(replica::Replica& by, const SpaceId& space, EntityKind kind, crdt::Value payload) {
  must(replica::Editing(by).state(space, kind, std::move(payload)));
}

// What one creator and the hub lead say to each other in a week: a version, comments, a verdict.
void workOn(replica::Replica& creator, replica::Replica& dana, int number) {
  const auto space = *replica::Reading(creator, campaignOf(creator)).home();
  const auto& deliverable = space.deliverables.front().deliverable.id;
  domain::SubmissionContent content;
  content.deliverable = deliverable;
  content.caption = worded("this video", number);
  content.issuedBrief = space.brief.current->meta.id;
  write(creator, space.space, EntityKind::Submission, domain::toValue(content));
  const auto desk = replica::Reading(dana, campaignOf(dana)).creators();
  const auto at = std::ranges::find(desk, space.space, &domain::CreatorOverview::space);
  const auto& submissions = at->deliverables.front().submissions;
  if (submissions.empty()) return;
  const auto& last = submissions.back().submission;
  for (int i = 0; i < 4; ++i) {
    domain::Comment comment;
    comment.submission = last.meta.id;
    comment.text = "The first three seconds, again: " + std::to_string(number * 4 + i);
    write(dana, space.space, EntityKind::Comment, domain::toValue(comment));
  }
  domain::Verdict verdict;
  verdict.submission = last.meta.id;
  verdict.manifest = last.manifest;
  verdict.kind = domain::VerdictKind::RequestChanges;
  verdict.reason = "Sound.";
  write(dana, space.space, EntityKind::Verdict, domain::toValue(verdict));
}

} // namespace

GrowthWorld::GrowthWorld(fs::path root)
    : relay(relayKey(root)), m_root(std::move(root)), m_exchange(*this, relay::Admission::Open) {}

std::unique_ptr<replica::Replica> GrowthWorld::open(const std::string& name) const {
  return reopened(m_root, name);
}

std::unique_ptr<app::SyncLink> GrowthWorld::connect(replica::Replica& replica) {
  auto link = std::make_unique<app::SyncLink>(replica, campaignOf(replica), m_exchange.loop,
                                              m_exchange.wires(), app::SyncLink::Options{.reconnect = false});
  link->start();
  m_exchange.settle();
  if (link->status().state != app::SyncStatus::State::Synced) {
    const auto problem = link->status().problem;
    std::fprintf(stderr, "not synced: %s\n", problem ? problem->detail.c_str() : "still syncing");
    std::abort();
  }
  return link;
}

std::int64_t historyOf(replica::Replica& replica) {
  std::int64_t count = 0;
  for (const auto& space : replica.spaces(campaignOf(replica)))
    count += must(replica.file().changes.count(space.id));
  return count;
}

std::vector<SpaceId> creatorSpaces(replica::Replica& replica) {
  std::vector<SpaceId> found;
  for (const auto& space : replica.spaces(campaignOf(replica)))
    if (space.kind == static_cast<std::uint8_t>(log::SpaceKind::Creator)) found.push_back(space.id);
  return found;
}

void editPage(replica::Replica& lead, int number) {
  constexpr std::uint32_t blocks[] = {domain::field::campaign::thesis, domain::field::campaign::goal,
                                      domain::field::campaign::valueProposition};
  must(replica::Editing(lead).setText(page(campaignOf(lead)), blocks[number % 3], Language::En,
                                      worded("the campaign", number)));
}

void editMilestone(replica::Replica& lead, int number) {
  const auto campaign = campaignOf(lead);
  const auto all = lead.entities(campaign, EntityKind::Milestone);
  const auto id = all[static_cast<std::size_t>(number) % all.size()]->id();
  must(replica::Editing(lead).set({campaign, id.ref()},
                                  {{domain::field::milestone::at, crdt::Value(1'804'000'000'000 + number)}}));
}

void editBrief(replica::Replica& hub, const SpaceId& space, int number) {
  const auto brief = must(replica::Briefing(hub, campaignOf(hub)).draft(space));
  must(replica::Editing(hub).setText({space, brief.ref()},
                                     static_cast<std::uint32_t>(domain::briefParts[number % 6]), Language::En,
                                     worded("this part", number)));
}

void GrowthWorld::found(const fs::path& root) {
  fs::create_directories(root);
  auto mila = person(root, "mila");
  const auto campaign = bench::found(*mila);
  const auto identity = relayKey(root);
  must(replica::Access(*mila, campaign)
           .setRelay({"wss://127.0.0.1:1", RelayId{identity.publicKey()}, {}, {}}));
  openMarket(*mila, campaign);
  for (int i = 0; i < milestones; ++i)
    must(mila->write({{campaign, milestone(i)}}));
  GrowthWorld world(root);
  auto milas = world.connect(*mila);
  auto dana = world.join("dana", *mila, *milas, log::Role::HubLead, {});
  auto danas = world.connect(*dana);
  for (int i = 0; i < creators; ++i) {
    const auto space = issueBrief(*dana, campaign, i);
    if (i >= creatorsJoined) continue;
    const auto creator = world.join(creatorNames[i], *dana, *danas, log::Role::Creator, space);
    const auto home = replica::Reading(*creator, campaign).home();
    if (!home || !home->brief.current) std::abort();
  }
  danas->poke();
  world.exchange().settle();
}

std::unique_ptr<replica::Replica> GrowthWorld::join(const std::string& name, replica::Replica& inviter,
                                                    app::SyncLink& inviters, log::Role role,
                                                    std::optional<SpaceId> space) {
  const auto campaign = campaignOf(inviter);
  const auto invitation = must(replica::Access(inviter, campaign)
                                   .invite({.name = name,
                                            .role = role,
                                            .market = "US",
                                            .creatorSpace = space,
                                            .from = {},
                                            .to = {},
                                            .language = Language::En,
                                            .expiry = inviter.clock().now() + std::chrono::hours{24}}));
  inviters.poke();
  m_exchange.settle();
  auto joining = person(m_root, name);
  must(replica::Access::join(*joining, invitation));
  app::SyncLink link(*joining, campaign, m_exchange.loop, m_exchange.wires(),
                     app::SyncLink::Options{.reconnect = false});
  link.start();
  m_exchange.settle();
  if (!joining->campaign(campaign) || joining->campaign(campaign)->role != role) std::abort();
  return joining;
}

void GrowthWorld::grow(const fs::path& root, std::int64_t changes) {
  GrowthWorld world(root);
  std::vector<std::unique_ptr<replica::Replica>> people;
  for (const char* name : {"mila", "dana", creatorNames[0], creatorNames[1], creatorNames[2]})
    people.push_back(world.open(name));
  std::vector<std::unique_ptr<app::SyncLink>> links;
  for (const auto& one : people)
    links.push_back(world.connect(*one));
  replica::Replica &mila = *people[0], &dana = *people[1];
  const auto spaces = creatorSpaces(dana);
  // Of a hundred changes about thirty are the campaign lead's, sixty edits of briefs, and ten what people say
  // and send to each other with what the programs note of it.
  for (int round = static_cast<int>(historyOf(dana)); historyOf(dana) < changes; round += 1000) {
    for (int i = 0; i < 15; ++i) {
      editPage(mila, round + i);
      editMilestone(mila, round + i);
    }
    for (int i = 0; i < 60; ++i)
      editBrief(dana, spaces[static_cast<std::size_t>(round / 1000 + i) % spaces.size()], round + i);
    if (round / 1000 % 4 == 0) workOn(*people[2 + static_cast<std::size_t>(round / 4000) % 3], dana, round);
    for (const auto& link : links)
      link->poke();
    world.exchange().settle();
  }
}

} // namespace meridian::bench
