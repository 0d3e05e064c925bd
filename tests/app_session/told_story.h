// A campaign from its founding to a post that is live, with all that makes the order of arrival matter: a
// deputy, two who edit one paragraph, verdicts that contradict each other, a brief that changes under a
// submission, an invitation taken back. And somebody who has joined and holds nothing of it yet.
#pragma once

#include "tests/app_session/kept_profile.h"
#include "tests/core_replica/story.h"

namespace meridian::test {

struct ToldStory : Story {
  // Changes of one chain that may travel by themselves: the last one is signed.
  struct Piece {
    SpaceId space;
    std::vector<Bytes> changes;
  };
  std::vector<Piece> pieces;              // everything, in an order in which it could have been written
  std::map<SpaceId, ContentHash> digests; // of everything
  std::optional<KeptProfile> newcomer;    // of Ann, a campaign lead, who holds the log about herself alone
  std::optional<KeptProfile> witness;     // of Svetlana, who holds everything

  ToldStory() {
    joinAnn();
    begin();
    tell();
    gather();
  }

 private:
  std::unique_ptr<Replica> m_boris;

  std::vector<Replica*> all() const {
    auto people = everybody();
    if (m_boris) people.push_back(m_boris.get());
    return people;
  }
  void meet() {
    world.settle(all(), campaign);
    world.clock->advance(std::chrono::minutes{7});
  }

  void joinAnn() {
    auto ann = world.person("ann", "Europe/Paris", domain::Language::En);
    const auto invitation = taken(replica::Access(*mila, campaign)
                                      .invite({.name = "Ann",
                                               .role = log::Role::CampaignLead,
                                               .market = {},
                                               .creatorSpace = {},
                                               .from = {},
                                               .to = {},
                                               .language = domain::Language::En,
                                               .expiry = world.clock->now() + std::chrono::hours{24}}));
    taken(replica::Access::join(*ann, invitation));
    Replica::Incoming authority;
    for (const auto& row : rows(*mila, campaign, envelope::Chain::Authority))
      authority.changes.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
    taken(ann->receive(authority));
    if (!taken(replica::Access(*ann, campaign).continueJoin())) qFatal("the join was not written");
    world.carry(*ann, *mila, campaign);
    taken(mila->housekeep());
    ann.reset();
    newcomer.emplace(world, "ann");
  }

  void editPart(Replica& by, const crdt::EntityId& brief, domain::BriefPart part, std::string text) const {
    taken(replica::Editing(by).setText({space, brief.ref()}, static_cast<std::uint32_t>(part),
                                       domain::Language::En, std::move(text)));
  }

  void tell() {
    const auto now = world.clock->now();
    m_boris = joined("boris", "America/New_York", *dana, log::Role::Deputy, "US", {},
                     std::pair(now, now + std::chrono::hours{200}));
    meet();
    // A round of changes, with a question and its answer.
    const auto first = submit("Day 1, day 4, day 7.");
    meet();
    taken(reviewing(*dana).opened(space, first));
    taken(reviewing(*dana).comment(space, first, {}, "Closer, please."));
    taken(reviewing(*dana).requestChanges(space, first, "Day 7 in the same light."));
    const auto question = taken(work(*maya).ask(domain::BriefPart::Make, first, "The same hour, too?"));
    meet();
    taken(briefing(*dana).answer(space, question, "Yes."));
    // Edits that do not know of each other, in one paragraph and in one field.
    const auto brief = taken(briefing(*dana).draft(space));
    meet();
    editPart(*dana, brief, domain::BriefPart::Goal, "What Maya really reads about goal.");
    editPart(*m_boris, brief, domain::BriefPart::Goal, "What Maya reads about goal, twice.");
    for (auto* one : {mila.get(), svetlana.get()})
      taken(replica::Editing(*one).setText(
          {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}},
          domain::field::campaign::thesis, domain::Language::En,
          "Care that " + one->profile().name + " proves."));
    meet();
    // Two verdicts on one version, until the decider decides; then it goes live.
    const auto second = submit("Day 1, day 4, day 7, in one light.");
    meet();
    taken(reviewing(*dana).opened(space, second));
    taken(reviewing(*dana).approve(space, second));
    taken(reviewing(*svetlana).requestChanges(space, second, "Not our thesis."));
    meet();
    taken(reviewing(*dana).sendToDecider(space, second));
    meet();
    taken(reviewing(*mila).decide(space, second, domain::VerdictKind::Approve, "It proves itself."));
    meet();
    taken(work(*maya).goLive(deliverable, "https://video.example/1", false));
    // Of a second deliverable: late, approved, taken back, and looked at again after the brief changed.
    const auto other = taken(addMaterial(*dana, both("Photo", "Фото")));
    taken(briefing(*dana).issue(space, false));
    meet();
    taken(work(*maya).opened());
    taken(work(*maya).acknowledge());
    auto draftOfOther = draft("One photo.");
    draftOfOther.deliverable = other;
    const auto third = taken(work(*maya).submit(draftOfOther));
    meet();
    taken(reviewing(*dana).announceDelay(space, third, world.clock->now() + std::chrono::hours{24 * 9},
                                         "Holiday."));
    taken(reviewing(*dana).opened(space, third));
    const auto verdict = taken(reviewing(*dana).approve(space, third));
    meet();
    taken(reviewing(*dana).withdraw(space, verdict, "The wrong photo."));
    editPart(*dana, brief, domain::BriefPart::Role, "What Maya now reads about role.");
    taken(briefing(*dana).issue(space, true));
    meet();
    taken(work(*maya).opened());
    taken(work(*maya).acknowledge());
    taken(reviewing(*m_boris).stillFine(space, third));
    // Somebody is invited and not meant any more; somebody else is only announced.
    taken(addAnother(*dana, "US"));
    const auto withdrawn = taken(replica::Access(*mila, campaign)
                                     .invite({.name = "Bob",
                                              .role = log::Role::Viewer,
                                              .market = {},
                                              .creatorSpace = {},
                                              .from = {},
                                              .to = {},
                                              .language = domain::Language::En,
                                              .expiry = world.clock->now() + std::chrono::hours{24}}));
    for (const auto& one : reading(*mila).invitations())
      if (one.name == withdrawn.inviteeName) taken(replica::Access(*mila, campaign).withdraw(one.id));
    meet();
  }

  std::vector<store::ChangeRow> rows(Replica& of, const SpaceId& in, envelope::Chain chain) const {
    return taken(of.file().changes.after(in, chain, 0, SIZE_MAX));
  }

  void gather() {
    for (const auto chain : {envelope::Chain::Authority, envelope::Chain::Content})
      for (const auto& in : svetlana->spaces(campaign)) {
        std::map<envelope::ChainKey, Piece> open;
        for (auto& row : rows(*svetlana, in.id, chain)) {
          auto& piece = open[envelope::chainKeyOf(row.change)];
          piece.space = in.id;
          piece.changes.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
          if (row.change.hasSignature()) pieces.push_back(std::exchange(piece, {}));
        }
      }
    for (const auto& in : svetlana->spaces(campaign))
      digests[in.id] = taken(svetlana->digest(in.id));
    svetlana.reset();
    witness.emplace(world, "svetlana");
  }
};

} // namespace meridian::test
