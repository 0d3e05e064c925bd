#include "core/replica/access.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/domain/roster.h"
#include "core/domain/schema.h"
#include "core/replica/managing.h"
#include "core/replica/own_card.h"
#include "core/replica/spaces_of_role.h"
#include "core/replica/state.h"
#include "core/replica/survey.h"

namespace meridian::replica {
namespace {

// The own join, as long as no relay has taken it and no manager has confirmed it.
Result<std::optional<ChangeId>> pendingJoin(Replica& replica, const SpaceId& campaign) {
  auto waiting = replica.file().outbox.waiting(campaign);
  if (!waiting) return std::unexpected(waiting.error());
  const auto& authority = replica.authority(campaign).counting();
  for (const auto& row : *waiting) {
    if (row.delivery == store::Delivery::Rejected) continue;
    auto info = replica.file().changes.info(row.change);
    if (!info) return std::unexpected(info.error());
    if (!*info || (*info)->kind != static_cast<std::uint8_t>(envelope::Kind::Join)) continue;
    const auto invitations = authority.invitations();
    if (std::ranges::none_of(invitations, [&](const auto& one) { return one.confirmed == row.change; }))
      return std::optional(row.change);
  }
  return std::optional<ChangeId>{};
}

// A creator's name stands in their card and in the roster; anybody else's nowhere before they join.
Result<void> tellTeam(Replica::Transaction& transaction, const SpaceId& team, const Access::Invitee& invitee,
                      const ChangeId& entry) {
  if (invitee.role == log::Role::Creator) return {};
  const crdt::KeyedEntity card{static_cast<std::uint16_t>(domain::EntityKind::Invitee),
                               domain::toBytes(domain::InviteeKey{invitee.market, entry})};
  const auto empty = crdt::EntityState::merge(crdt::entityIdOf(card), {});
  auto written =
      transaction.content(team, empty.write(domain::field::invitee::name, crdt::Value(invitee.name)));
  if (!written) return std::unexpected(written.error());
  return {};
}

bool isLead(log::Role role) { return role != log::Role::Creator && role != log::Role::Viewer; }

} // namespace

Result<Invitation> Access::invite(const Invitee& invitee) {
  const auto ref = m_replica.campaign(m_campaign);
  if (!ref) return fail(ErrorCode::NoCampaign);
  if (invitee.name.empty() || invitee.name.size() > limits::shortTextBytes)
    return fail(ErrorCode::InvalidArgument, "an invitation names the person");
  if (invitee.expiry <= m_replica.clock().now())
    return fail(ErrorCode::InvalidArgument, "expiry lies in the past");
  const bool marketRole = invitee.role == log::Role::HubLead || invitee.role == log::Role::Deputy ||
                          invitee.role == log::Role::Creator;
  if (marketRole && invitee.market.empty())
    return fail(ErrorCode::InvalidArgument, "this role needs a market");
  if (invitee.role == log::Role::Creator && !invitee.creatorSpace)
    return fail(ErrorCode::InvalidArgument, "add the creator first");
  if (invitee.role == log::Role::Deputy && (!invitee.from || !invitee.to || *invitee.from >= *invitee.to))
    return fail(ErrorCode::InvalidArgument, "a deputy acts between two dates");
  if (auto may = checkManages(m_replica, m_campaign, invitee.role, invitee.market); !may)
    return std::unexpected(may.error());

  const auto team = Survey(m_replica, m_campaign).teamSpace();
  if (!team) return fail(ErrorCode::NotAllowed, "the team's space is not here");

  Invitation invitation;
  auto secretBytes = SecretBytes::random(32, m_replica.random());
  const auto keys = log::invitationKeys(secretBytes.view());
  const auto spaces = spacesOfRole(m_replica.spaces(m_campaign), m_campaign, invitee.role, invitee.market,
                                   invitee.creatorSpace);
  envelope::Invite item;
  item.sign = keys.sign.id();
  item.box = keys.box.publicKey();
  item.expiry = invitee.expiry;
  item.capability = log::capabilityOf(invitee.role);
  item.spaces = spaces;
  std::ranges::sort(item.spaces);

  auto transaction = Replica::Transaction::begin(m_replica);
  if (!transaction) return std::unexpected(transaction.error());
  log::EntryDetail detail;
  detail.items.push_back(
      {.item = 0, .role = invitee.role, .market = invitee.market, .from = invitee.from, .to = invitee.to});
  auto entry = transaction->entry(m_campaign, {item}, detail);
  if (!entry) return std::unexpected(entry.error());
  if (auto told = tellTeam(*transaction, *team, invitee, *entry); !told) return std::unexpected(told.error());
  // Keys stand in each space's own log, so that they are there for whoever reads it.
  for (const auto& space : spaces) {
    auto shares = m_replica.keyShares(space, {{keys.sign.id(), keys.box.publicKey()}});
    if (!shares) return std::unexpected(shares.error());
    if (shares->empty()) continue;
    auto shared = transaction->entry(space, std::move(*shares), {});
    if (!shared) return std::unexpected(shared.error());
  }
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());

  invitation.campaign = m_campaign;
  invitation.inviter = m_replica.device();
  invitation.secret.assign(secretBytes.view().begin(), secretBytes.view().end());
  invitation.relay = relay();
  if (invitation.relay) invitation.relay->foundingCode.clear();
  invitation.campaignName = ref->title;
  invitation.inviterName = m_replica.profile().name;
  invitation.inviteeName = invitee.name;
  invitation.role = invitee.role;
  invitation.market = invitee.market;
  invitation.expiry = invitee.expiry;
  invitation.language = invitee.language;
  return invitation;
}

Result<void> Access::withdraw(const envelope::ItemId& invitation) {
  const auto detail = m_replica.authority(m_campaign).invitationDetail(invitation);
  if (!detail) return fail(ErrorCode::NotFound, "no such open invitation");
  if (auto may = checkManages(m_replica, m_campaign, detail->role, detail->market); !may) return may;
  auto transaction = Replica::Transaction::begin(m_replica);
  if (!transaction) return std::unexpected(transaction.error());
  auto entry = transaction->entry(m_campaign, {envelope::Withdraw{invitation}}, {});
  if (!entry) return std::unexpected(entry.error());
  return transaction->commit();
}

Result<void> Access::setRelay(const RelayAddress& address) {
  auto row = m_replica.file().campaigns.find(m_campaign);
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::NoCampaign);
  (*row)->relayUrl = address.url;
  (*row)->relay = address.identity;
  (*row)->relayPin = address.pin;
  (*row)->foundingCode = address.foundingCode;
  (*row)->blobBytesMax = 0; // another relay may take more, or less
  auto transaction = Replica::Transaction::begin(m_replica);
  if (!transaction) return std::unexpected(transaction.error());
  // Whose receipts count is the campaign's business; a member who may not say so only moves the address.
  const auto& authority = m_replica.authority(m_campaign);
  const bool named = authority.counting().relays().contains(address.identity);
  const auto ref = m_replica.campaign(m_campaign);
  const bool mayName = ref && (ref->role == log::Role::BrandLead || ref->role == log::Role::CampaignLead);
  if (!named && mayName) {
    auto entry = transaction->entry(m_campaign, {envelope::RelayItem{address.identity}}, {});
    if (!entry) return std::unexpected(entry.error());
  }
  if (auto put = transaction->campaign(**row); !put) return put;
  return transaction->commit();
}

std::optional<RelayAddress> Access::relay() {
  auto row = m_replica.file().campaigns.find(m_campaign);
  if (!row || !*row || (*row)->relayUrl.empty()) return std::nullopt;
  return RelayAddress{(*row)->relayUrl, (*row)->relay, (*row)->relayPin, (*row)->foundingCode};
}

Result<SpaceId> Access::join(Replica& replica, const Invitation& invitation) {
  if (invitation.expiry <= replica.clock().now()) return fail(ErrorCode::InvitationExpired);
  auto known = replica.file().campaigns.find(invitation.campaign);
  if (!known) return std::unexpected(known.error());
  if (*known && (*known)->membership == store::Membership::Member) {
    const auto before = findInvitation(asText((*known)->invitation));
    auto pending = pendingJoin(replica, invitation.campaign);
    if (!pending) return std::unexpected(pending.error());
    if (!*pending || !before || before->secret == invitation.secret) {
      if (invitation.relay && invitation.relay->identity != (*known)->relay && !(*known)->relayUrl.empty())
        return fail(ErrorCode::InvitationForOtherRelay, "the campaign is at another relay");
      return fail(ErrorCode::AlreadyExists, "already a member of this campaign");
    }
    // A used invitation is served no more, so that no relay ever says so of the join.
    auto withdrawn = replica.noteRejected(**pending, errorName(ErrorCode::InvitationUsed));
    if (!withdrawn) return std::unexpected(withdrawn.error());
  }
  auto transaction = Replica::Transaction::begin(replica);
  if (!transaction) return std::unexpected(transaction.error());
  store::CampaignRow row;
  row.id = invitation.campaign;
  row.membership = store::Membership::Joining;
  row.title = invitation.campaignName;
  if (invitation.relay) {
    row.relayUrl = invitation.relay->url;
    row.relay = invitation.relay->identity;
    row.relayPin = invitation.relay->pin;
  }
  const std::string link = toLink(invitation);
  row.invitation.assign(link.begin(), link.end());
  row.position = static_cast<std::int64_t>(replica.campaigns().size());
  auto kept = replica.file().keys.putSecret(secret::invitation(invitation.campaign),
                                            SecretBytes::copyOf(invitation.secret));
  if (!kept) return std::unexpected(kept.error());
  if (auto put = transaction->campaign(row); !put) return std::unexpected(put.error());
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  return invitation.campaign;
}

std::optional<Invitation> Access::joiningWith() {
  auto row = m_replica.file().campaigns.find(m_campaign);
  if (!row || !*row || (*row)->membership != store::Membership::Joining) return std::nullopt;
  auto invitation = findInvitation(asText((*row)->invitation));
  if (!invitation) return std::nullopt;
  return *invitation;
}

Result<bool> Access::continueJoin() {
  const auto invitation = joiningWith();
  if (!invitation) return false;
  const auto& authority = m_replica.authority(m_campaign);
  // A join of before was taken after all.
  if (authority.clear().capability(m_campaign, m_replica.device())) {
    auto row = m_replica.file().campaigns.find(m_campaign);
    if (!row) return std::unexpected(row.error());
    auto transaction = Replica::Transaction::begin(m_replica);
    if (!transaction) return std::unexpected(transaction.error());
    (*row)->membership = store::Membership::Member;
    if (auto put = transaction->campaign(**row); !put) return std::unexpected(put.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return true;
  }
  const auto keys = log::invitationKeys(invitation->secret);
  const auto known = authority.counting().invitation(keys.sign.id());
  if (!known) return false; // the entry has not arrived yet
  const auto detail = authority.invitationDetail(known->id);
  if (!detail) return false;
  // The entry is what counts: a link that promises something else is not followed.
  if (detail->role != invitation->role || detail->market != invitation->market ||
      known->by != invitation->inviter)
    return fail(ErrorCode::InvitationInvalid, "the link and the campaign say different things");
  if (known->withdrawn) return fail(ErrorCode::InvitationInvalid, "withdrawn");
  if (!known->joins.empty() || known->confirmed) return fail(ErrorCode::InvitationUsed);

  auto row = m_replica.file().campaigns.find(m_campaign);
  if (!row) return std::unexpected(row.error());
  auto transaction = Replica::Transaction::begin(m_replica);
  if (!transaction) return std::unexpected(transaction.error());
  auto joined = transaction->join(m_campaign, known->id, keys);
  if (!joined) return std::unexpected(joined.error());
  (*row)->membership = store::Membership::Member;
  if (auto put = transaction->campaign(**row); !put) return std::unexpected(put.error());
  if (!isLead(detail->role) && detail->role == log::Role::Creator) {
    for (const auto& space : m_replica.spaces(m_campaign)) {
      if (space.kind != static_cast<std::uint8_t>(log::SpaceKind::Creator)) continue;
      const auto card = crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}};
      auto ops = ownCreatorCard(m_replica.profile(), m_replica.entity(space.id, crdt::EntityId::keyed(card)));
      if (ops.empty()) continue;
      auto written = transaction->content(space.id, std::move(ops));
      if (!written) return std::unexpected(written.error());
    }
  }
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  return true;
}

} // namespace meridian::replica
