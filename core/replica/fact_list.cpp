#include "core/replica/fact_list.h"

#include <algorithm>

#include "core/domain/fact_fields.h"
#include "core/envelope/receipt.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

bool isFact(std::uint16_t kind) {
  const auto* rule = domain::ruleOf(static_cast<EntityKind>(kind));
  return rule != nullptr && rule->fact;
}

const crdt::Create* factIn(const crdt::Op& op) {
  const auto* create = std::get_if<crdt::Create>(&op);
  return create != nullptr && isFact(create->kind) ? create : nullptr;
}

} // namespace

std::optional<StorageClaim> claimOf(const domain::Fact& received, bool proven) {
  if (received.kind != EntityKind::Received) return std::nullopt;
  const auto said = domain::receivedFrom(received);
  if (!said) return std::nullopt;
  StorageClaim claim{.fact = received.meta.id,
                     .author = received.meta.author,
                     .claimedAt = received.meta.claimedAt,
                     .subject = said->subject,
                     .evidence = said->evidence,
                     .time = said->time,
                     .relay = {},
                     .ofFiles = false,
                     .about = {},
                     .namesFiles = false};
  if (claim.evidence != domain::Evidence::Receipt) return claim;
  const auto receipt = envelope::decodeReceipt(said->receipt);
  if (receipt && receipt->change == said->subject && receipt->at == said->time &&
      (proven || envelope::verifyReceipt(*receipt)))
    claim.relay = receipt->relay;
  claim.ofFiles = receipt && receipt->kind == envelope::Receipt::Kind::Blobs;
  return claim;
}

void FactList::apply(const std::vector<store::OpRow>& ops) {
  if (!m_loaded) return;
  for (const auto& row : ops) {
    if (factIn(row.op) == nullptr || !row.counts) continue;
    add(row);
    if (m_awaited.contains(row.id.change)) m_loaded = false; // a claim about it may hold now
  }
}

void FactList::judgedAgain(const std::vector<crdt::Op>& ops) {
  if (std::ranges::any_of(ops, [](const crdt::Op& op) { return factIn(op) != nullptr; })) m_loaded = false;
}

Result<const std::vector<domain::Fact>*> FactList::all() {
  if (m_loaded && m_revision != m_authority.revision() && !authorityAgrees()) m_loaded = false;
  if (!m_loaded)
    if (auto loaded = load(); !loaded) return std::unexpected(loaded.error());
  return &m_facts;
}

std::span<const std::size_t> FactList::ofChange(const ChangeId& change) const {
  const auto at = m_ofChange.find(change);
  return at == m_ofChange.end() ? std::span<const std::size_t>{} : at->second;
}

std::optional<Instant> FactList::storedAt(const ChangeId& change) const {
  const auto at = m_storedAt.find(change);
  return at == m_storedAt.end() ? std::nullopt : std::optional(at->second);
}

Result<void> FactList::load() {
  std::vector<store::OpRow> rows;
  for (const auto& rule : domain::entityRules()) {
    if (!rule.fact) continue;
    auto ofKind = m_ops.firstOpsOfKind(m_space, static_cast<std::uint16_t>(rule.kind));
    if (!ofKind) return std::unexpected(ofKind.error());
    std::ranges::move(*ofKind, std::back_inserter(rows));
  }
  std::erase_if(rows, [](const store::OpRow& row) { return factIn(row.op) == nullptr || !row.counts; });
  std::ranges::sort(rows, {}, &store::OpRow::place);
  m_facts.clear();
  m_ofChange.clear();
  m_about.clear();
  m_storedAt.clear();
  m_members.clear();
  m_claims.clear();
  m_awaited.clear();
  m_revision = m_authority.revision();
  for (const auto& row : rows)
    m_about.try_emplace(row.id.change, subjectOf(std::get<crdt::Create>(row.op)));
  for (const auto& row : rows)
    add(row);
  m_loaded = true;
  return {};
}

void FactList::add(const store::OpRow& row) {
  const auto& create = std::get<crdt::Create>(row.op);
  const auto [member, isNew] = m_members.try_emplace(row.device);
  if (isNew) member->second = m_authority.memberOf(row.device);
  domain::Fact fact;
  fact.kind = static_cast<EntityKind>(create.kind);
  fact.meta.id = row.id;
  fact.meta.author = member->second;
  fact.meta.device = row.device;
  fact.meta.claimedAt = row.claimedAt;
  fact.payload = create.payload;
  m_about.try_emplace(row.id.change, subjectOf(create));
  if (fact.kind == EntityKind::Received) {
    auto claim = claimOf(fact, row.proven);
    if (!claim) return; // says nothing: no fact
    take(std::move(*claim));
    if (!m_claims.back().storedAt) return;
  }
  if (const auto at = m_storedAt.find(row.id.change); at != m_storedAt.end()) fact.meta.storedAt = at->second;
  m_ofChange[row.id.change].push_back(m_facts.size());
  m_facts.push_back(std::move(fact));
}

// The earliest valid witness of each change holds; one whose own proof does not is no fact.
void FactList::take(StorageClaim claim) {
  if (const auto about = m_about.find(claim.subject); about != m_about.end())
    claim.about = about->second.kind, claim.namesFiles = about->second.namesFiles;
  else
    m_awaited.insert(claim.subject);
  const auto instant = storedBy(claim);
  if (instant) {
    auto [known, isNew] = m_storedAt.try_emplace(claim.subject, *instant);
    if (!isNew) known->second = std::min(known->second, *instant);
    for (const auto place : ofChange(claim.subject))
      m_facts[place].meta.storedAt = known->second;
  }
  m_claims.push_back({std::move(claim), instant});
}

FactList::Subject FactList::subjectOf(const crdt::Create& fact) {
  const auto kind = static_cast<EntityKind>(fact.kind);
  const auto& files = fact.payload.at(domain::fact::submission::attachments);
  return {kind, kind == EntityKind::Submission && !files.items().empty()};
}

// C6: a submission has arrived when all of it has.
std::optional<Instant> FactList::storedBy(const StorageClaim& claim) const {
  const bool tooEarly = claim.evidence == domain::Evidence::Receipt && claim.namesFiles && !claim.ofFiles;
  return tooEarly ? std::nullopt : m_authority.storedAt(claim);
}

bool FactList::authorityAgrees() {
  const auto revision = m_authority.revision();
  for (const auto& [device, member] : m_members)
    if (m_authority.memberOf(device) != member) return false;
  for (const auto& judged : m_claims)
    if (storedBy(judged.claim) != judged.storedAt) return false;
  m_revision = revision;
  return true;
}

} // namespace meridian::replica
