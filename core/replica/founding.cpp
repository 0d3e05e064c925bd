#include "core/replica/access.h"
#include "core/replica/editing.h"
#include "core/replica/own_card.h"
#include "core/replica/state.h"

namespace meridian::replica {

Result<SpaceId> Founding::create(Replica& replica, std::string_view brandName,
                                 const domain::Bilingual& name) {
  auto transaction = Replica::Transaction::begin(replica);
  if (!transaction) return std::unexpected(transaction.error());
  const envelope::Founder founder{replica.device(), replica.boxPublicKey()};
  const std::vector<log::KeyRecipient> me{{replica.device(), replica.boxPublicKey()}};

  log::EntryDetail detail;
  detail.items.push_back({.item = 0, .role = log::Role::BrandLead, .market = {}, .from = {}, .to = {}});
  auto campaign =
      transaction->genesis(std::nullopt, log::SpaceKind::Campaign, {}, {founder}, std::move(detail), me);
  if (!campaign) return campaign;
  const auto member = MemberId{campaign->bytes}; // the founder has the genesis's id
  auto team = transaction->genesis(*campaign, log::SpaceKind::Team, {},
                                   {envelope::OfCampaign{*campaign}, envelope::MemberItem{member}}, {}, me);
  if (!team) return team;

  const crdt::EntityRef page =
      crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}};
  const crdt::EntityState empty = crdt::EntityState::merge(crdt::entityIdOf(page), {});
  std::vector<crdt::Op> ops = empty.write(domain::field::campaign::brandName, crdt::Value(brandName));
  for (const auto lane : {domain::Language::En, domain::Language::Ru}) {
    const auto field = domain::block(domain::field::campaign::name, static_cast<std::uint32_t>(lane));
    if (name.in(lane).empty()) continue;
    auto text = empty.textOf(field).replaceWith(page, field, name.in(lane));
    if (!text) return std::unexpected(text.error());
    ops.insert(ops.end(), text->begin(), text->end());
  }
  for (auto& op : ownCard(member, replica.profile(), nullptr))
    ops.push_back(std::move(op));
  if (auto written = transaction->content(*campaign, std::move(ops)); !written)
    return std::unexpected(written.error());
  auto row = replica.file().campaigns.find(*campaign);
  if (!row || !*row) return std::unexpected(row ? Error{ErrorCode::NoCampaign} : row.error());
  (*row)->title = std::string(brandName);
  if (auto put = transaction->campaign(**row); !put) return std::unexpected(put.error());
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  return campaign;
}

} // namespace meridian::replica
