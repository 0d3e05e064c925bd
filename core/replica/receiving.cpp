// What comes from outside: checked, stored, and applied as far as what it names is here.
#include <algorithm>
#include <unordered_map>

#include "core/replica/state.h"

#include "core/base/planted.h"

namespace meridian::replica {
namespace {

using envelope::ChainKey;

// The part of a run that the last valid signature in it vouches for. Each change names its predecessor by
// hash, so one signature covers all before it.
std::size_t vouchedLength(const std::vector<const envelope::Change*>& run) {
  for (std::size_t n = run.size(); n > 0; --n)
    if (run[n - 1]->hasSignature() && run[n - 1]->verifySignature()) return n;
  return 0;
}

} // namespace

Result<std::vector<Received>> Replica::receive(const Incoming& incoming) {
  State& state = *m_state;
  std::vector<Received> results(incoming.changes.size(), Received::Refused);
  std::vector<std::optional<envelope::Change>> parsed(incoming.changes.size());
  for (std::size_t i = 0; i < incoming.changes.size(); ++i) {
    auto change = envelope::Change::parse(incoming.changes[i]);
    if (change) parsed[i] = std::move(*change);
  }

  auto transaction = store::Transaction::begin(state.file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  std::set<SpaceId> campaigns;
  Notice notice;
  bool renewed = false; // the incarnation
  auto undo = [&](Error error) -> Result<std::vector<Received>> {
    transaction = fail(ErrorCode::Internal); // rolls back before memory is read again
    if (renewed) {
      state.marker.takeBack();
      state.caches.clear();
    }
    for (const auto& campaign : campaigns)
      state.forget(campaign);
    return std::unexpected(std::move(error));
  };

  for (std::size_t begin = 0; begin < parsed.size();) {
    if (!parsed[begin]) {
      ++begin;
      continue;
    }
    // A run: neighbours of one chain, each following the one before.
    const ChainKey chain = envelope::chainKeyOf(*parsed[begin]);
    std::vector<const envelope::Change*> run{&*parsed[begin]};
    std::size_t end = begin + 1;
    while (end < parsed.size() && parsed[end] && envelope::chainKeyOf(*parsed[end]) == chain &&
           parsed[end]->header().seq == run.back()->header().seq + 1 &&
           parsed[end]->header().prev == run.back()->id()) {
      run.push_back(&*parsed[end]);
      ++end;
    }

    // Which campaign: a known space's, or for a space's genesis the one that it names.
    SpaceId owner;
    if (const auto at = state.campaignOf.find(chain.space); at != state.campaignOf.end()) {
      owner = at->second;
    } else if (run.front()->header().kind == static_cast<std::uint8_t>(envelope::Kind::Genesis)) {
      const auto items = envelope::decodeItems(run.front()->clear());
      if (items && !items->empty())
        if (const auto* of = std::get_if<envelope::OfCampaign>(&items->front());
            of != nullptr && state.campaigns.contains(of->campaign))
          owner = of->campaign;
    }
    if (owner.isZero()) {
      begin = end;
      continue; // of a space that is not mine
    }
    auto campaign =
        state.campaignOf.contains(chain.space) ? state.campaignOfSpace(chain.space) : state.campaign(owner);
    if (!campaign) return undo(campaign.error());
    campaigns.insert(owner);

    const std::size_t vouched = vouchedLength(run);
    for (std::size_t i = 0; i < vouched; ++i) {
      const envelope::Change& change = *run[i];
      auto known = state.file->changes.has(change.id());
      if (!known) return undo(known.error());
      if (*known) {
        results[begin + i] = Received::Known;
        if (planted(Bug::AcceptReplay))
          if (auto again = state.file->changes.find(change.id());
              again && *again && change.chain() == envelope::Chain::Content)
            (void)state.applyContent(**campaign, change, (*again)->row, nullptr, nullptr);
        continue;
      }
      auto twins = state.isTwins(change);
      if (!twins) return undo(twins.error());
      if (*twins) {
        renewed = true;
        auto moved = state.leaveIncarnation();
        if (!moved) return undo(moved.error());
        notice.outbox = true;
        notice.spaces.insert(notice.spaces.end(), moved->begin(), moved->end());
      }
      auto place = state.file->changes.placeOf(change);
      if (!place) return undo(place.error());
      if (*place == store::ChangeTable::Place::Gap) {
        results[begin + i] = Received::Gap;
        continue;
      }
      store::ChangeRow row;
      row.change = change;
      row.space = change.space();
      row.signature = !change.hasSignature() ? store::SignatureState::Absent
                      : i + 1 == vouched     ? store::SignatureState::Verified
                                             : store::SignatureState::Vouched;
      auto inserted = state.file->changes.insert(row);
      if (!inserted) return undo(inserted.error());
      if (*place == store::ChangeTable::Place::Branch) state.file->knowledge.forget();
      results[begin + i] = Received::Stored;
      if (std::ranges::find(notice.spaces, row.space) == notice.spaces.end())
        notice.spaces.push_back(row.space);
      notice.campaign = owner;

      if (!change.known()) continue; // of a newer version: kept and passed on
      if (change.chain() == envelope::Chain::Authority) {
        if (!state.campaignOf.contains(row.space)) {
          // Kind and market follow once the genesis can be read.
          const store::SpaceRow space{row.space, owner, 0, {}};
          if (auto put = state.file->campaigns.putSpace(space); !put) return undo(put.error());
          (*campaign)->spaces.insert_or_assign(row.space, space);
          (*campaign)->loaded.insert(row.space);
          state.campaignOf[row.space] = owner;
        }
        if (auto noted = state.keysAreDue(owner); !noted) return undo(noted.error());
        auto added = state.applyEntry(**campaign, change);
        if (!added && added.error().code == ErrorCode::NotFound) continue; // waits for a parent
        if (auto followed = state.afterEntry(**campaign, change); !followed) return undo(followed.error());
        const auto effect = added ? domain::Effect::Counts : domain::Effect::Void;
        auto done =
            state.file->changes.setApplied(*inserted, static_cast<std::uint8_t>(effect),
                                           added ? std::string_view{} : errorName(added.error().code), {}, 0);
        if (!done) return undo(done.error());
      } else {
        auto applied = state.applyContent(**campaign, change, *inserted, nullptr, nullptr);
        if (!applied) return undo(applied.error());
        if (*applied == State::Applied::NoKey)
          if (auto done = state.file->changes.setStage(*inserted, store::Stage::Unreadable); !done)
            return undo(done.error());
      }
    }
    begin = end;
  }

  for (const auto& campaign : campaigns) {
    auto moved = state.applyWaiting(campaign);
    if (!moved) return undo(moved.error());
    for (const auto& space : *moved)
      if (std::ranges::find(notice.spaces, space) == notice.spaces.end()) notice.spaces.push_back(space);
  }
  for (const auto& receipt : incoming.receipts) {
    auto change = state.file->changes.find(receipt.change);
    if (!change) return undo(change.error());
    if (!*change) continue;
    if (auto kept = state.keepReceipt(receipt, **change); !kept) return undo(kept.error());
  }
  if (incoming.cursor && (incoming.cursor->number == 0 || std::ranges::all_of(results, fits)))
    if (auto set = state.file->cursors.set(*incoming.cursor); !set) return undo(set.error());
  if (auto saved = state.saveHlc(); !saved) return undo(saved.error());
  const bool anyStored = std::ranges::count(results, Received::Stored) > 0;
  if (anyStored)
    if (auto counted = state.marker.countReceipt(*state.file); !counted) return undo(counted.error());
  if (renewed)
    if (auto counted = state.marker.countWrite(*state.file); !counted) return undo(counted.error());
  if (auto done = transaction->commit(); !done) return undo(done.error());
  if (anyStored || renewed) state.marker.written();
  if (!notice.spaces.empty()) state.notify(std::move(notice));
  if (!incoming.fromRelay) {
    // Known ones too: where the power went before this line, they were stored without their witness.
    std::vector<ChangeId> imported;
    for (std::size_t i = 0; i < results.size(); ++i)
      if (fits(results[i]) && parsed[i]->chain() == envelope::Chain::Content)
        imported.push_back(parsed[i]->id());
    if (auto witnessed = witnessImports(imported); !witnessed) return std::unexpected(witnessed.error());
  }
  return results;
}

} // namespace meridian::replica
