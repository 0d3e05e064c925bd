// Whether what is shown follows from what is stored, and a digest to compare replicas by.
#include <algorithm>
#include <map>
#include <span>

#include "core/crypto/signing/hash.h"
#include "core/replica/state.h"

namespace meridian::replica {
namespace {

// The ops of a space as they are indexed, each change's in their order there.
using IndexedOps = std::map<ChangeId, std::vector<store::OpRow>>;

Result<IndexedOps> indexedOps(store::OpTable& ops, const SpaceId& space) {
  auto rows = ops.opsOfSpace(space);
  if (!rows) return std::unexpected(rows.error());
  IndexedOps found;
  for (auto& row : *rows)
    found[row.id.change].push_back(std::move(row));
  return found;
}

// Whether they are those that were sealed: none lacks, none is another, and none is there besides.
bool areIndexed(const ChangeId& change, const std::vector<crdt::Op>& sealed,
                std::span<const store::OpRow> indexed) {
  auto next = indexed.begin();
  for (std::uint32_t i = 0; i < sealed.size(); ++i) {
    const OpId id{change, i};
    if (!crdt::entityOf(id, sealed[i])) continue; // of a kind that is not known yet
    if (next == indexed.end() || next->id != id || !(next->op == sealed[i])) return false;
    ++next;
  }
  return next == indexed.end();
}

} // namespace

Result<Replica::Verification> Replica::verify() {
  State& state = *m_state;
  Verification found;
  if (auto sound = state.file->check(); !sound) return std::unexpected(sound.error());
  auto problem = [&](const ChangeId& change, std::string_view what) {
    found.problems.push_back(change.hex().substr(0, 16) + ": " + std::string(what));
  };
  for (const auto& [campaignId, ignored] : state.campaigns) {
    for (const auto& space : spaces(campaignId)) {
      auto campaign = state.campaignOfSpace(space.id);
      if (!campaign) return std::unexpected(campaign.error());
      std::map<std::pair<envelope::ChainKey, ChangeId>, std::uint64_t> passed; // places of all chains so far
      std::map<ChangeId, ChangeId>
          open; // waits for a signature after it to vouch for it; with its predecessor
      auto indexed = indexedOps(state.file->ops, space.id);
      if (!indexed) return std::unexpected(indexed.error());
      for (const auto chain : {envelope::Chain::Authority, envelope::Chain::Content}) {
        auto rows = state.file->changes.after(space.id, chain, 0, SIZE_MAX);
        if (!rows) return std::unexpected(rows.error());
        for (const auto& row : *rows) {
          ++found.changes;
          const auto& change = row.change;
          const auto key = envelope::chainKeyOf(change);
          if (change.header().seq != 1) {
            const auto before = passed.find({key, change.header().prev});
            if (before == passed.end() || before->second + 1 != change.header().seq)
              problem(change.id(), "does not follow its chain");
          }
          passed[{key, change.id()}] = change.header().seq;
          bool good = false;
          if (change.hasSignature()) {
            ++found.signaturesChecked;
            good = change.verifySignature();
            if (!good && row.signature == store::SignatureState::Verified) problem(change.id(), "signature");
          } else {
            ++found.vouched;
          }
          if (good) { // for itself and for what its run still lacked
            auto at = open.find(change.header().prev);
            while (at != open.end()) {
              const ChangeId earlier = at->second;
              open.erase(at);
              at = open.find(earlier);
            }
          } else {
            open.emplace(change.id(), change.header().prev);
          }
          if (row.stage == store::Stage::Waiting) ++found.waiting;
          if (row.stage == store::Stage::Unreadable) ++found.unreadable;
          if (row.stage != store::Stage::Applied || chain != envelope::Chain::Content || !change.known())
            continue;
          auto body = state.openContent(change);
          if (!body) {
            if (row.effect != static_cast<std::uint8_t>(domain::Effect::Void))
              problem(change.id(), "cannot be opened");
            continue;
          }
          if (row.effect != static_cast<std::uint8_t>(domain::Effect::Held) &&
              row.reason != "heads-went-back") {
            const auto judged = state.judge(**campaign, change, *body, std::nullopt);
            if (!judged) return std::unexpected(judged.error());
            const bool wasHeld = judged->effect == domain::Effect::Held;
            if (!wasHeld && static_cast<std::uint8_t>(judged->effect) != row.effect)
              problem(change.id(), "is judged differently now");
          }
          const auto ops = indexed->extract(change.id());
          if (!areIndexed(change.id(), body->ops,
                          ops ? std::span<const store::OpRow>(ops.mapped())
                              : std::span<const store::OpRow>()))
            problem(change.id(), "its index differs");
        }
      }
      // What is left is of changes that are not applied, or cannot be opened.
      for (const auto& [id, ops] : *indexed)
        problem(id, "its index differs");
      for (const auto& [id, before] : open)
        problem(id, "no signature vouches for it");
      // What is in use is what the index gives when read anew.
      const auto before = state.cache(space.id).all();
      if (!before) return std::unexpected(before.error());
      const auto after = mergedFromLog(state.file->ops, space.id);
      if (!after) return std::unexpected(after.error());
      const bool same = std::ranges::equal(*before, *after, [](const auto* a, const auto& b) {
        return a->id() == b.id() && a->canonicalBytes() == b.canonicalBytes();
      });
      const auto inUse = state.cache(space.id).facts().all();
      if (!inUse) return std::unexpected(inUse.error());
      FactList list(state.file->ops, space.id, state.authorityOver(space.id));
      const auto anew = list.all();
      if (!anew) return std::unexpected(anew.error());
      const bool sameFacts = std::ranges::equal(**inUse, **anew, [](const auto& a, const auto& b) {
        return a.meta.id == b.meta.id && a.meta.author == b.meta.author && a.meta.storedAt == b.meta.storedAt;
      });
      if (!same || !sameFacts)
        found.problems.push_back("space " + space.id.hex().substr(0, 16) + ": the view in use differs");
    }
  }
  return found;
}

Result<ContentHash> Replica::digest(const SpaceId& space) {
  State& state = *m_state;
  const auto entities = state.cache(space).all(); // in ascending order of id
  if (!entities) return std::unexpected(entities.error());
  signing::Hasher hasher(signing::domains::digest);
  hasher.update(space.view());
  for (const auto* entity : *entities) {
    const Bytes bytes = entity->canonicalBytes();
    ByteWriter head;
    head.sized(entity->id().view());
    head.sized(bytes);
    hasher.update(head.bytes());
  }
  auto rows = state.file->changes.list(space, envelope::Chain::Content);
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::pair<ChangeId, std::uint8_t>> without;
  for (const auto& row : *rows)
    if (row.stage == store::Stage::Applied && row.effect != static_cast<std::uint8_t>(domain::Effect::Counts))
      without.emplace_back(row.id, row.effect);
  std::ranges::sort(without);
  for (const auto& [id, effect] : without) {
    ByteWriter line;
    line.raw(id.view());
    line.u8(effect);
    hasher.update(line.bytes());
  }
  return ContentHash{hasher.finish()};
}

} // namespace meridian::replica
