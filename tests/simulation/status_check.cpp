#include "tests/simulation/status_check.h"

#include <algorithm>

#include "core/replica/reading.h"
#include "tests/simulation/evidence.h"

namespace meridian::sim {
namespace {

using domain::GoLiveBlock;
using domain::PromiseState;
using domain::ReviewState;

// Of one creator's space, as this person's screens have it.
struct Shown {
  std::vector<domain::DeliverableStatus> deliverables;
  domain::LiveBrief brief;
};

MemberId holderOf(const AuthorityModel& authority, log::Role role, const std::set<MemberId>& among) {
  for (const auto& member : among)
    for (const auto& one : authority.roles(authority.now(), member))
      if (one.role == role) return member;
  return {};
}

std::string stateOf(ReviewState state, PromiseState promise, int number, bool latest,
                    const std::optional<Instant>& due, const std::set<OpId>& voices) {
  if (promise == PromiseState::AtRisk) promise = PromiseState::OnTrack;
  std::string text = "version " + std::to_string(number) + (latest ? ", the latest" : "") + ", state " +
                     std::to_string(static_cast<int>(state)) + ", promise " +
                     std::to_string(static_cast<int>(promise)) + (due ? " due " + toIso(*due) : "") +
                     ", by the verdicts";
  for (const auto& id : voices)
    text += " " + shortOf(id.change);
  return text;
}

std::string listed(const std::set<OpId>& ids) {
  std::string text;
  for (const auto& id : ids)
    text += (text.empty() ? "" : " ") + shortOf(id.change);
  return text.empty() ? "none" : text;
}

class Comparison {
 public:
  Comparison(const StatusModel& model, const Shown& shown, std::string where, std::vector<std::string>& found)
      : m_versions(model.versions()),
        m_live(model.live()),
        m_briefs(model.briefs()),
        m_shown(shown),
        m_where(std::move(where)),
        m_found(found) {}

  void run(bool isCreator) {
    brief(isCreator);
    std::set<OpId> met;
    for (const auto& deliverable : m_shown.deliverables) {
      for (const auto& status : deliverable.submissions) {
        met.insert(status.submission.meta.id);
        submission(status);
      }
      goingLive(deliverable);
    }
    for (const auto& [id, version] : m_versions)
      if (!met.contains(id)) say("the submission " + shortOf(id.change) + " is not shown");
  }

 private:
  void say(const std::string& what) { m_found.push_back(m_where + what); }

  // One brief counts, the same for everybody, and the creator sees nothing of the others.
  void brief(bool isCreator) {
    std::set<OpId> current, held, expected;
    if (const auto& issued = m_shown.brief.current) current.insert(issued->meta.id);
    for (const auto& issued : m_shown.brief.held)
      held.insert(issued.meta.id);
    if (m_briefs.current) expected.insert(*m_briefs.current);
    if (current != expected)
      say("the brief that counts is " + listed(current) + ", by the model " + listed(expected));
    if (isCreator && !held.empty()) say("the creator sees the held brief " + listed(held));
    if (!isCreator && held != m_briefs.held)
      say("the held briefs are " + listed(held) + ", by the model " + listed(m_briefs.held));
    if (!isCreator) return;
    for (const auto& one : m_shown.deliverables)
      if (one.submissions.empty() && m_shown.brief.current &&
          std::ranges::count(m_shown.brief.current->deliverables, one.deliverable.id,
                             &domain::Deliverable::id) == 0)
        say("the creator sees the deliverable " + one.deliverable.id.hex().substr(0, 16) +
            ", which the brief that counts does not name");
  }

  void submission(const domain::SubmissionStatus& status) {
    const auto& id = status.submission.meta.id;
    const auto at = m_versions.find(id);
    if (at == m_versions.end()) return say("the submission " + shortOf(id.change) + " should not be there");
    std::set<OpId> voices;
    for (const auto& verdict : status.verdicts)
      voices.insert(verdict.meta.id);
    std::optional<Instant> due;
    if (status.promise.promise) due = status.promise.promise->due;
    const auto& said = at->second;
    const auto here =
        stateOf(status.state, status.promise.state, status.submission.version, status.latest, due, voices);
    const auto there = stateOf(said.state, said.promise, said.number, said.latest, said.due, said.voices);
    if (here != there)
      say("the submission " + shortOf(id.change) + " is " + here + "; by the model " + there);
  }

  // Only what is approved as it stands, the newest and uncontested, and the first that went out stays it.
  void goingLive(const domain::DeliverableStatus& status) {
    const auto name = "the deliverable " + status.deliverable.id.hex().substr(2, 8);
    const auto live = m_live.find(status.deliverable.id);
    std::set<OpId> here, there;
    if (status.published) here.insert(status.published->meta.id);
    if (live != m_live.end()) there.insert(live->second);
    if (here != there) say(name + " went live by " + listed(here) + ", by the model by " + listed(there));
    std::optional<OpId> approved;
    std::set<GoLiveBlock> blocks;
    if (live != m_live.end()) blocks.insert(GoLiveBlock::AlreadyLive);
    bool any = false, olderApproved = false;
    std::optional<ReviewState> last;
    for (const auto& [id, version] : m_versions) {
      if (version.deliverable != status.deliverable.id) continue;
      any = true;
      if (version.latest) last = version.state;
      if (version.latest && version.state == ReviewState::Approved) approved = id;
      olderApproved |= !version.latest && version.state == ReviewState::Approved;
    }
    if (!any)
      blocks.insert(GoLiveBlock::NothingSubmitted);
    else if (last == ReviewState::Contested)
      blocks.insert(GoLiveBlock::Contested);
    else if (!approved)
      blocks.insert(olderApproved ? GoLiveBlock::NewerVersion : GoLiveBlock::NotApproved);
    if (status.approved != approved)
      say(name + " may go live as " + (status.approved ? shortOf(status.approved->change) : "nothing") +
          ", by the model as " + (approved ? shortOf(approved->change) : "nothing"));
    for (const auto block : {GoLiveBlock::AlreadyLive, GoLiveBlock::NothingSubmitted, GoLiveBlock::Contested,
                             GoLiveBlock::NewerVersion, GoLiveBlock::NotApproved})
      if (blocks.contains(block) != (std::ranges::count(status.blocks, block) > 0))
        say(name + (blocks.contains(block) ? " lacks" : " has") + " the reason " +
            std::to_string(static_cast<int>(block)) + " against going live");
  }

  std::map<OpId, StatusModel::Version> m_versions;
  std::map<crdt::EntityId, OpId> m_live;
  StatusModel::Briefs m_briefs;
  const Shown& m_shown;
  std::string m_where;
  std::vector<std::string>& m_found;
};

} // namespace

void compareStatuses(const SpaceId& campaign, const ReplicaEvidence& replica, const AuthorityModel& authority,
                     const FactsBySpace& facts, std::vector<std::string>& found) {
  replica::Reading reading(*replica.replica, campaign);
  std::map<SpaceId, Shown> shown;
  const auto home = reading.home();
  if (home) shown[home->space] = {home->deliverables, home->brief};
  for (auto& one : reading.creators())
    if (!one.rosterOnly) shown[one.space] = {std::move(one.deliverables), std::move(one.brief)};
  if (home && !reading.briefConflicts().empty())
    found.push_back(replica.name + ": the creator is told of a conflict of briefs");
  const auto& now = authority.now();
  std::vector<domain::Fact> notices;
  if (const auto at = facts.find(campaign); at != facts.end())
    for (const auto& fact : at->second)
      if (fact.kind == domain::EntityKind::HubDelayNotice) notices.push_back(fact);
  std::set<MemberId> everybody;
  for (const auto& [member, grants] : now.grants)
    everybody.insert(member);
  for (const auto& space : replica.spaces) {
    const auto at = shown.find(space.id);
    const auto held = facts.find(space.id);
    if (at == shown.end() || held == facts.end()) continue;
    const auto members = now.members.find(space.id);
    const Past past(space.content);
    const StatusModel model(held->second, past,
                            {.creator = members == now.members.end()
                                            ? MemberId{}
                                            : holderOf(authority, log::Role::Creator, members->second),
                             .decider = holderOf(authority, log::Role::BrandLead, everybody),
                             .market = space.market,
                             .hubNotices = notices,
                             .now = replica.replica->clock().now()});
    Comparison(model, at->second, replica.name + ", space " + shortOf(space.id) + ": ", found)
        .run(home && home->space == space.id);
  }
}

} // namespace meridian::sim
