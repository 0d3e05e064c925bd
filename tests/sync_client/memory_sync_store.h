// A replica in memory, as much of one as a session needs: it keeps changes, chains and cursors, and knows no
// rights.
#pragma once

#include "core/envelope/run.h"
#include "sync/client/sync_store.h"
#include "tests/core_envelope/world.h"

namespace meridian::test {

class MemoryStore : public client::SyncStore {
 public:
  explicit MemoryStore(SpaceId campaign) { m_cursors.push_back({.space = campaign}); }

  void write(const Change& change) {
    keep(change);
    m_outbox.push_back(change.id());
  }
  void keep(const Change& change) {
    if (m_ids.insert(change.id()).second) m_changes[change.space()].push_back(change);
  }
  [[nodiscard]] std::set<ChangeId> ids() const { return m_ids; }
  [[nodiscard]] const std::vector<Change>& changes(const SpaceId& space) { return m_changes[space]; }

  std::vector<protocol::Cursor> cursors() override { return m_cursors; }
  bool wants(const SpaceId& space) override {
    m_cursors.push_back({.space = space});
    return true;
  }
  std::vector<protocol::Admit> admissions() override { return admissionProofs; }
  void admitted(const SpaceId&, bool yes) override { wasAdmitted = yes; }
  Result<void> startOver(const SpaceId&, const protocol::Generation&) override { return {}; }
  Result<client::Accepted> accept(client::IncomingRun run) override {
    if (acceptFailure) return std::unexpected(*acceptFailure);
    std::vector<Change> changes;
    for (auto& incoming : run.changes)
      changes.push_back(std::move(incoming.change));
    const auto vouchers = envelope::judgeRuns(changes, envelope::Inner::Keep);
    bool whole = true;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      ++accepted;
      if (vouchers[i]) keep(changes[i]);
      whole = whole && vouchers[i];
      for (const auto& receipt : run.changes[i].receipts)
        receipts[receipt.change] = receipt;
    }
    if (!whole) return client::Accepted::InPart;
    if (run.cursor)
      if (auto moved = moveCursor(*run.cursor); !moved) return std::unexpected(moved.error());
    return client::Accepted::Whole;
  }
  Result<void> moveCursor(const protocol::Cursor& cursor) override {
    for (auto& held : m_cursors)
      if (held.space == cursor.space) held = cursor;
    return {};
  }
  std::vector<client::OutgoingChange> outgoing(const SpaceId& space, Chain half, std::size_t limit) override {
    std::vector<client::OutgoingChange> result;
    for (const auto& change : m_changes[space])
      if (result.size() < limit && change.chain() == half && !receipts.contains(change.id()) &&
          !rejected.contains(change.id()) && std::ranges::find(m_outbox, change.id()) != m_outbox.end())
        result.push_back(outgoingOf(change));
    return result;
  }
  std::vector<protocol::Tip> tips(const SpaceId& space) override {
    std::vector<protocol::Tip> result;
    for (const auto& change : m_changes[space]) {
      const bool isTip = std::ranges::none_of(m_changes[space], [&](const Change& next) {
        return next.header().prev == change.id() && chainKeyOf(next) == chainKeyOf(change);
      });
      if (isTip)
        result.push_back({.device = change.header().device,
                          .incarnation = change.header().incarnation,
                          .chain = change.chain(),
                          .last = {change.header().seq, change.id()}});
    }
    return result;
  }
  bool knows(const SpaceId&, const ChangeId& id) override { return m_ids.contains(id); }
  void served(const SpaceId& space, bool isServed) override {
    if (isServed)
      notServed.erase(space);
    else
      notServed.insert(space);
  }
  Comparisons comparisons(const std::vector<protocol::Cursor>&) override { return toCompare; }
  void compared(const protocol::Cursor& read) override {
    std::erase(toCompare.due, read.space);
    ++comparisonsDone;
  }
  Result<void> doubt(const SpaceId&) override {
    ++doubts;
    return {};
  }
  bool holds(const ChainKey&, std::uint64_t, const ChangeId& id) override { return m_ids.contains(id); }
  std::vector<client::OutgoingChange> run(const ChainKey& chain, std::uint64_t from,
                                          std::size_t limit) override {
    std::vector<client::OutgoingChange> result;
    for (const auto& change : m_changes[chain.space])
      if (chainKeyOf(change) == chain && change.header().seq >= from && result.size() < limit)
        result.push_back(outgoingOf(change));
    std::ranges::sort(result, {}, &client::OutgoingChange::seq);
    if (std::ranges::any_of(result, &client::OutgoingChange::hasSignature))
      while (!result.back().hasSignature)
        result.pop_back();
    return result;
  }
  void sent(const std::vector<ChangeId>&) override {}
  Result<void> stored(const std::vector<Receipt>& some) override {
    for (const auto& receipt : some)
      receipts[receipt.change] = receipt;
    return {};
  }
  void refused(const SpaceId&, const protocol::Refusal& refusal) override {
    refusals.push_back(refusal);
    if (refusal.finality == protocol::Finality::Final) rejected.insert(refusal.change);
  }
  std::optional<protocol::BlobList> nextUpload(const Suits& suits) override {
    const auto found = std::ranges::find_if(toUpload, [&](const auto& list) { return suits(list.name); });
    return found == toUpload.end() ? std::nullopt : std::optional(*found);
  }
  Result<Bytes> readChunk(const protocol::BlobName& name, std::uint32_t index) override {
    return files.at(name.blob).at(index);
  }
  void uploaded(const protocol::BlobName& name) override {
    std::erase_if(toUpload, [&](const auto& list) { return list.name == name; });
  }
  void blobsUpTo(std::uint64_t) override {}
  void uploadRefused(const protocol::BlobName& name, protocol::BlobState) override { uploaded(name); }
  std::optional<protocol::BlobName> nextDownload(const Suits& suits) override {
    const auto found = std::ranges::find_if(toDownload, suits);
    return found == toDownload.end() ? std::nullopt : std::optional(*found);
  }
  std::vector<std::uint32_t> missingChunks(const protocol::BlobName& name) override {
    std::vector<std::uint32_t> missing;
    for (std::uint32_t i = 0; i < lists[name.blob].chunks.size(); ++i)
      if (!files[name.blob].contains(i)) missing.push_back(i);
    return missing;
  }
  Result<void> acceptList(const protocol::BlobList& list) override {
    lists[list.name.blob] = list;
    return {};
  }
  Result<void> acceptChunk(const protocol::BlobName& name, std::uint32_t index, ByteView bytes) override {
    files[name.blob][index] = Bytes(bytes.begin(), bytes.end());
    if (missingChunks(name).empty()) std::erase(toDownload, name);
    return {};
  }

  std::vector<protocol::Admit> admissionProofs;
  std::optional<bool> wasAdmitted;
  std::optional<Error> acceptFailure;
  std::map<ChangeId, Receipt> receipts;
  std::vector<protocol::Refusal> refusals;
  std::set<ChangeId> rejected;
  std::size_t accepted = 0, doubts = 0, comparisonsDone = 0;
  Comparisons toCompare;
  std::set<SpaceId> notServed;
  std::vector<protocol::BlobList> toUpload;
  std::vector<protocol::BlobName> toDownload;
  std::map<BlobId, protocol::BlobList> lists;
  std::map<BlobId, std::map<std::uint32_t, Bytes>> files;

 private:
  client::OutgoingChange outgoingOf(const Change& change) {
    client::OutgoingChange out{.chain = chainKeyOf(change),
                               .seq = change.header().seq,
                               .id = change.id(),
                               .hasSignature = change.hasSignature(),
                               .bytes = Bytes(change.bytes().begin(), change.bytes().end()),
                               .receipts = {}};
    if (const auto found = receipts.find(change.id()); found != receipts.end())
      out.receipts.push_back(found->second);
    return out;
  }

  std::vector<protocol::Cursor> m_cursors;
  std::map<SpaceId, std::vector<Change>> m_changes;
  std::set<ChangeId> m_ids;
  std::vector<ChangeId> m_outbox;
};

} // namespace meridian::test
