// A creator's space comes into being: with the people who will share it, the card, an empty brief and the
// line in the roster, in one transaction.
#include <algorithm>
#include <set>

#include "core/base/limits.h"
#include "core/domain/roster.h"
#include "core/replica/commands.h"
#include "core/replica/managing.h"
#include "core/replica/spaces_of_role.h"
#include "core/replica/state.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

Result<void> check(const Briefing::NewCreator& creator, Survey& survey) {
  if (auto good = checkText(creator.name, limits::shortTextBytes); !good) return good;
  for (const auto* text : {&creator.handle, &creator.tier})
    if (auto good = checkOptionalText(*text, limits::shortTextBytes); !good) return good;
  if (!domain::isZone(creator.zone)) return fail(ErrorCode::UnknownZone, creator.zone.substr(0, 64));
  if (creator.followers < 0) return fail(ErrorCode::InvalidArgument, "followers");
  if (survey.market(creator.market) == nullptr) return fail(ErrorCode::NotFound, "no such market");
  // A deputy of this very market, who may do all the rest, is told who does this.
  if (!survey.mayManageCreators(creator.market) && survey.isHubOf(creator.market))
    return fail(ErrorCode::NotAllowed, std::string(leadsInvite));
  if (!survey.mayManageCreators(creator.market))
    return fail(ErrorCode::NotYourMarket, "creators are added by their hub or a lead");
  return {};
}

// C1: one contact and one named approver from the first day, the hub lead until somebody says otherwise.
MemberId hubLeadOf(Survey& survey, std::string_view market) {
  for (const auto& grant : survey.grants())
    if (grant.role == log::Role::HubLead && grant.market == market) return grant.member;
  return survey.me();
}

std::vector<crdt::Op> cardOps(const Briefing::NewCreator& creator, const MemberId& hubLead) {
  namespace f = domain::field::person;
  const crdt::KeyedEntity card{static_cast<std::uint16_t>(EntityKind::Creator), {}};
  const auto empty = crdt::EntityState::merge(crdt::entityIdOf(card), {});
  std::vector<crdt::Op> ops;
  auto put = [&](std::uint32_t field, crdt::Value value) {
    for (auto& op : empty.write(field, std::move(value)))
      ops.push_back(std::move(op));
  };
  put(f::name, crdt::Value(creator.name));
  put(f::zone, crdt::Value(creator.zone));
  put(f::language, crdt::Value(domain::languageCode(creator.language)));
  put(f::contact, domain::idValue(hubLead));
  put(f::approver, domain::idValue(hubLead));
  if (!creator.handle.empty()) put(f::handle, crdt::Value(creator.handle));
  if (!creator.tier.empty()) put(f::tier, crdt::Value(creator.tier));
  if (creator.followers > 0) put(f::followers, crdt::Value(creator.followers));
  if (creator.briefExpected) put(f::briefExpected, crdt::Value(toMillis(*creator.briefExpected)));
  return ops;
}

std::vector<crdt::Op> rosterOps(const Briefing::NewCreator& creator, const SpaceId& space) {
  namespace f = domain::field::roster;
  const crdt::KeyedEntity entry{static_cast<std::uint16_t>(EntityKind::RosterEntry),
                                domain::toBytes(domain::RosterKey{creator.market, space})};
  const auto empty = crdt::EntityState::merge(crdt::entityIdOf(entry), {});
  std::vector<crdt::Op> ops;
  auto put = [&](std::uint32_t field, crdt::Value value) {
    for (auto& op : empty.write(field, std::move(value)))
      ops.push_back(std::move(op));
  };
  put(f::name, crdt::Value(creator.name));
  if (!creator.handle.empty()) put(f::handle, crdt::Value(creator.handle));
  if (creator.followers > 0) put(f::followers, crdt::Value(creator.followers));
  if (!creator.tier.empty()) put(f::tier, crdt::Value(creator.tier));
  return ops;
}

} // namespace

Result<SpaceId> Briefing::addCreator(const NewCreator& creator) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  if (auto good = check(creator, survey); !good) return std::unexpected(good.error());
  const auto team = survey.teamSpace();
  if (!team) return fail(ErrorCode::NotAllowed, "the team's space is not here");

  // Whoever holds creators' spaces of this market, me included.
  const auto& authority = m_replica.authority(m_campaign);
  std::set<MemberId> members{survey.me()};
  for (const auto& grant : authority.people(m_campaign))
    if (holdsCreatorSpace(grant.role, grant.market, creator.market)) members.insert(grant.member);
  std::vector<envelope::Item> items{envelope::OfCampaign{m_campaign}};
  std::vector<log::KeyRecipient> recipients;
  for (const auto& member : members) {
    items.emplace_back(envelope::MemberItem{member});
    for (const auto& id : authority.clear().devicesOf(member))
      if (const auto device = authority.clear().device(id)) recipients.push_back({id, device->box});
  }

  auto transaction = Replica::Transaction::begin(m_replica);
  if (!transaction) return std::unexpected(transaction.error());
  auto space = transaction->genesis(m_campaign, log::SpaceKind::Creator, creator.market, std::move(items), {},
                                    recipients);
  if (!space) return space;
  auto ops = cardOps(creator, hubLeadOf(survey, creator.market));
  // A brief is the hub's to begin; a lead who adds a creator leaves it to them.
  if (survey.isHubOf(creator.market)) ops.push_back(factOp(EntityKind::Brief, crdt::Value::Map{}));
  if (auto written = transaction->content(*space, std::move(ops)); !written)
    return std::unexpected(written.error());
  if (auto written = transaction->content(*team, rosterOps(creator, *space)); !written)
    return std::unexpected(written.error());
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  return space;
}

} // namespace meridian::replica
