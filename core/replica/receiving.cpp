// What comes from outside: checked, stored, and applied as far as what it names is here.
#include <algorithm>

#include "core/replica/state.h"

#include "core/base/planted.h"
#include "core/envelope/run.h"

namespace meridian::replica {
namespace {

store::SignatureState stateOf(envelope::Voucher voucher) {
  switch (voucher) {
  case envelope::Voucher::Own:
    return store::SignatureState::Verified;
  case envelope::Voucher::Vouched:
    return store::SignatureState::Vouched;
  case envelope::Voucher::Absent:
    break;
  }
  return store::SignatureState::Absent;
}

} // namespace

// A known space's, or for a space's genesis the one that it names.
std::optional<SpaceId> Replica::State::ownerOf(const envelope::Change& change) const {
  if (const auto at = campaignOf.find(change.space()); at != campaignOf.end()) return at->second;
  if (change.header().kind != static_cast<std::uint8_t>(envelope::Kind::Genesis)) return std::nullopt;
  const auto items = envelope::decodeItems(change.clear());
  if (!items || items->empty()) return std::nullopt;
  const auto* of = std::get_if<envelope::OfCampaign>(&items->front());
  return of != nullptr && campaigns.contains(of->campaign) ? std::optional(of->campaign) : std::nullopt;
}

// What one call takes in: kept together, or forgotten together.
class Replica::Reception {
 public:
  explicit Reception(State& state) : m_state(state) {}
  ~Reception() {
    if (!m_transaction) return;
    m_transaction.reset(); // rolls back before memory is read again
    if (m_renewed) {
      m_state.marker.takeBack();
      m_state.caches.clear();
    }
    for (const auto& campaign : m_campaigns)
      m_state.forget(campaign);
  }
  Reception(const Reception&) = delete;
  Reception& operator=(const Reception&) = delete;

  [[nodiscard]] Result<void> begin();
  [[nodiscard]] Result<Received> take(const envelope::Change& change, envelope::Voucher voucher);
  [[nodiscard]] Result<void> applyWaiting();
  [[nodiscard]] Result<void> applyWaiting(const SpaceId& campaign);
  [[nodiscard]] Result<void> keepReceipts(const std::vector<store::ReceiptRow>& receipts);
  [[nodiscard]] Result<void> commit();
  // A file brought something for this space.
  void noteBrought(const SpaceId& space) {
    if (const auto owner = m_state.campaignOf.find(space); owner != m_state.campaignOf.end())
      noticeOf(owner->second, space).brought = true;
  }
  void notify();

 private:
  [[nodiscard]] Result<void> reinstate(const envelope::Change& change);
  [[nodiscard]] Result<void> leaveIncarnation(const SpaceId& owner);
  [[nodiscard]] Result<void> applyEntry(CampaignState& campaign, const envelope::Change& entry,
                                        std::int64_t row);
  [[nodiscard]] Result<void> applyContent(CampaignState& campaign, const envelope::Change& change,
                                          std::int64_t row);
  // One for each campaign that something happens in.
  Notice& noticeOf(const SpaceId& campaign, const SpaceId& space) {
    Notice& notice = m_notices[campaign];
    notice.campaign = campaign;
    if (std::ranges::find(notice.spaces, space) == notice.spaces.end()) notice.spaces.push_back(space);
    return notice;
  }

  State& m_state;
  std::optional<store::Transaction> m_transaction;
  std::set<SpaceId> m_campaigns; // touched
  std::map<SpaceId, Notice> m_notices;
  bool m_renewed = false; // the incarnation
  bool m_stored = false;  // anything
};

Result<void> Replica::Reception::begin() {
  if (auto caughtUp = m_state.catchUp(); !caughtUp) return caughtUp;
  auto begun = store::Transaction::begin(m_state.file->connection());
  if (!begun) return std::unexpected(begun.error());
  m_transaction.emplace(std::move(*begun));
  return {};
}

Result<Received> Replica::Reception::take(const envelope::Change& change, envelope::Voucher voucher) {
  const auto owner = m_state.ownerOf(change);
  if (!owner) return Received::Refused;
  auto campaign = m_state.campaignOf.contains(change.space()) ? m_state.campaignOfSpace(change.space())
                                                              : m_state.campaign(*owner);
  if (!campaign) return std::unexpected(campaign.error());
  m_campaigns.insert(*owner);

  auto& changes = m_state.file->changes;
  auto known = changes.has(change.id());
  if (!known) return std::unexpected(known.error());
  if (*known) {
    if (planted(Bug::AcceptReplay))
      if (auto again = changes.find(change.id());
          again && *again && change.chain() == envelope::Chain::Content)
        (void)m_state.applyContent(**campaign, change, (*again)->row, nullptr, nullptr);
    if (auto back = reinstate(change); !back) return std::unexpected(back.error());
    return Received::Known;
  }
  auto twins = m_state.isTwins(change);
  if (!twins) return std::unexpected(twins.error());
  if (*twins)
    if (auto left = leaveIncarnation(*owner); !left) return std::unexpected(left.error());
  auto place = changes.placeOf(change);
  if (!place) return std::unexpected(place.error());
  if (*place == store::ChangeTable::Place::Gap) return Received::Gap;
  store::ChangeRow row;
  row.change = change;
  row.space = change.space();
  row.signature = stateOf(voucher);
  auto inserted = changes.insert(row);
  if (!inserted) return std::unexpected(inserted.error());
  if (*place == store::ChangeTable::Place::Branch) m_state.file->knowledge.forget();
  m_stored = true;
  (void)noticeOf(*owner, row.space);

  if (!change.known()) return Received::Stored; // of a newer version: kept and passed on
  auto applied = change.chain() == envelope::Chain::Authority ? applyEntry(**campaign, change, *inserted)
                                                              : applyContent(**campaign, change, *inserted);
  if (!applied) return std::unexpected(applied.error());
  return Received::Stored;
}

// Somebody holds what the relay refused: then it stands, whatever the relay said, and so does what was
// withdrawn with it.
Result<void> Replica::Reception::reinstate(const envelope::Change& change) {
  const auto& header = change.header();
  if (header.device != m_state.signKey.id()) return {};
  auto row = m_state.file->changes.find(change.id());
  if (!row) return std::unexpected(row.error());
  auto withdrawn = m_state.isWithdrawn(**row);
  if (!withdrawn) return std::unexpected(withdrawn.error());
  if (!*withdrawn) return {};
  const SpaceId owner = m_state.campaignOf.at(change.space());
  auto waiting = m_state.file->outbox.waiting();
  if (!waiting) return std::unexpected(waiting.error());
  for (const auto& out : *waiting) {
    if (out.delivery != store::Delivery::Rejected || m_state.campaignOf.at(out.space) != owner) continue;
    auto info = m_state.file->changes.info(out.change);
    if (!info) return std::unexpected(info.error());
    // Each join that was refused ended an incarnation.
    if ((*info)->incarnation != header.incarnation || (*info)->stage == store::Stage::Applied) continue;
    auto sent = m_state.file->outbox.setDelivery(out.change, store::Delivery::Sent, {}, std::nullopt);
    if (!sent) return sent;
    m_state.campaigns.at(owner).waiting.retry((*info)->row);
    noticeOf(owner, out.space).outbox = true;
  }
  return {};
}

Result<void> Replica::Reception::leaveIncarnation(const SpaceId& owner) {
  m_renewed = true;
  auto moved = m_state.leaveIncarnation();
  if (!moved) return std::unexpected(moved.error());
  m_notices[owner].outbox = true;
  for (const auto& space : *moved)
    noticeOf(m_state.campaignOf.at(space), space).outbox = true;
  return {};
}

Result<void> Replica::Reception::applyEntry(CampaignState& campaign, const envelope::Change& entry,
                                            std::int64_t row) {
  const SpaceId owner = campaign.row.id;
  if (!m_state.campaignOf.contains(entry.space())) {
    // Kind and market follow once the genesis can be read.
    const store::SpaceRow space{entry.space(), owner, 0, {}};
    if (auto put = m_state.file->campaigns.putSpace(space); !put) return put;
    campaign.spaces.insert_or_assign(space.id, space);
    campaign.loaded.insert(space.id);
    m_state.campaignOf[space.id] = owner;
  }
  if (auto noted = m_state.keysAreDue(owner); !noted) return noted;
  auto added = m_state.applyEntry(campaign, entry);
  if (!added && added.error().code == ErrorCode::NotFound) {
    m_state.entryWaits(campaign, entry, row);
    return {};
  }
  if (auto followed = m_state.afterEntry(campaign, entry); !followed) return followed;
  const auto effect = added ? domain::Effect::Counts : domain::Effect::Void;
  return m_state.file->changes.setApplied(row, static_cast<std::uint8_t>(effect),
                                          added ? std::string_view{} : errorName(added.error().code), {}, 0);
}

Result<void> Replica::Reception::applyContent(CampaignState& campaign, const envelope::Change& change,
                                              std::int64_t row) {
  auto applied = m_state.applyContent(campaign, change, row, nullptr, nullptr);
  if (!applied) return std::unexpected(applied.error());
  if (*applied != State::Applied::NoKey) return {};
  return m_state.file->changes.setStage(row, store::Stage::Unreadable);
}

Result<void> Replica::Reception::applyWaiting() {
  for (const auto& campaign : m_campaigns)
    if (auto applied = applyWaiting(campaign); !applied) return applied;
  return {};
}

Result<void> Replica::Reception::applyWaiting(const SpaceId& campaign) {
  m_campaigns.insert(campaign);
  auto moved = m_state.applyWaiting(campaign);
  if (!moved) return std::unexpected(moved.error());
  for (const auto& space : *moved)
    (void)noticeOf(campaign, space);
  return {};
}

Result<void> Replica::Reception::keepReceipts(const std::vector<store::ReceiptRow>& receipts) {
  for (const auto& receipt : receipts) {
    auto change = m_state.file->changes.find(receipt.change);
    if (!change) return std::unexpected(change.error());
    if (!*change) continue;
    if (auto kept = m_state.keepReceipt(receipt, **change); !kept) return kept;
  }
  return {};
}

Result<void> Replica::Reception::commit() {
  if (auto saved = m_state.saveHlc(); !saved) return saved;
  if (m_stored)
    if (auto counted = m_state.marker.countReceipt(*m_state.file); !counted) return counted;
  if (m_renewed)
    if (auto counted = m_state.marker.countWrite(*m_state.file); !counted) return counted;
  if (auto done = m_transaction->commit(); !done) return done;
  m_transaction.reset();
  if (m_stored || m_renewed) m_state.marker.written();
  return {};
}

void Replica::Reception::notify() {
  for (auto& [campaign, notice] : m_notices) {
    notice.campaign = campaign;
    m_state.notify(notice);
  }
}

Result<Replica::Lacking> Replica::lacking(const SpaceId& campaign) {
  State& state = *m_state;
  auto held = state.campaign(campaign);
  if (!held) return std::unexpected(held.error());
  if ((*held)->waiting.isUnread()) {
    Reception reception(state);
    if (auto begun = reception.begin(); !begun) return std::unexpected(begun.error());
    if (auto tried = reception.applyWaiting(campaign); !tried) return std::unexpected(tried.error());
    if (auto done = reception.commit(); !done) return std::unexpected(done.error());
    reception.notify();
  }
  Lacking lacking;
  const auto visit = [&](const auto& name, std::int64_t row) -> Result<void> {
    constexpr bool isKey = std::is_same_v<std::decay_t<decltype(name)>, KeyId>;
    if constexpr (!isKey) {
      auto has = state.file->changes.has(name);
      if (!has) return std::unexpected(has.error());
      if (*has) return {};
    }
    auto waits = state.file->changes.at(row);
    if (!waits) return std::unexpected(waits.error());
    if (!*waits) return {};
    const Bytes bytes(name.bytes.begin(), name.bytes.end());
    lacking[(*waits)->space].insert(bytes);
    // An entry that it names may be the campaign's as well.
    if constexpr (!isKey)
      if (std::ranges::find((*waits)->change.header().heads, name) != (*waits)->change.header().heads.end())
        lacking[campaign].insert(bytes);
    return {};
  };
  if (auto visited = (*held)->waiting.eachMissing(visit); !visited) return std::unexpected(visited.error());
  return lacking;
}

Result<std::vector<Received>> Replica::receive(const Incoming& incoming) {
  std::vector<Received> results(incoming.changes.size(), Received::Refused);
  std::vector<envelope::Change> changes;
  std::vector<std::size_t> places; // of each, in what came
  for (std::size_t i = 0; i < incoming.changes.size(); ++i) {
    auto change = envelope::Change::parse(incoming.changes[i]);
    if (!change) continue;
    changes.push_back(std::move(*change));
    places.push_back(i);
  }
  const auto vouchers = envelope::judgeRuns(changes, envelope::Inner::Keep);

  Reception reception(*m_state);
  if (auto begun = reception.begin(); !begun) return std::unexpected(begun.error());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (!vouchers[i]) continue;
    auto taken = reception.take(changes[i], *vouchers[i]);
    if (!taken) return std::unexpected(taken.error());
    results[places[i]] = *taken;
  }
  if (auto tried = reception.applyWaiting(); !tried) return std::unexpected(tried.error());
  if (auto kept = reception.keepReceipts(incoming.receipts); !kept) return std::unexpected(kept.error());
  // Whatever relay comes next may lack what a file brought: it is compared with, and so is the present one.
  std::set<SpaceId> brought;
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (!incoming.fromRelay && results[places[i]] == Received::Stored) brought.insert(changes[i].space());
  for (const auto& space : brought) {
    if (auto forgotten = m_state->file->cursors.forget(space); !forgotten)
      return std::unexpected(forgotten.error());
    reception.noteBrought(space);
  }
  if (incoming.cursor && (incoming.cursor->number == 0 || std::ranges::all_of(results, fits)))
    if (auto moved = m_state->file->cursors.move(*incoming.cursor); !moved)
      return std::unexpected(moved.error());
  if (auto done = reception.commit(); !done) return std::unexpected(done.error());
  reception.notify();
  if (incoming.fromRelay) return results;
  // Known ones too: where the power went before this line, they were stored without their witness.
  std::vector<ChangeId> imported;
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (fits(results[places[i]]) && changes[i].chain() == envelope::Chain::Content)
      imported.push_back(changes[i].id());
  if (auto witnessed = witnessImports(imported); !witnessed) return std::unexpected(witnessed.error());
  return results;
}

} // namespace meridian::replica
