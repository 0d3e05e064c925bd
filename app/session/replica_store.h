// What a sync session needs, answered by a replica: the changes, cursors, receipts and files of one campaign
// at one relay. Lives on the replica's thread.
#pragma once

#include <map>
#include <set>

#include "app/session/comparisons.h"
#include "core/replica/replica.h"
#include "sync/client/sync_store.h"

namespace meridian::app {

class ReplicaStore final : public client::SyncStore {
 public:
  // The replica outlives the store.
  ReplicaStore(replica::Replica& replica, const SpaceId& campaign, const RelayId& relay);

  [[nodiscard]] std::vector<protocol::Cursor> cursors() override;
  [[nodiscard]] bool wants(const SpaceId& space) override;
  [[nodiscard]] std::vector<protocol::Admit> admissions() override;
  void admitted(const SpaceId& campaign, bool accepted) override;
  void blobsUpTo(std::uint64_t bytes) override;
  [[nodiscard]] Result<void> startOver(const SpaceId& space, const protocol::Generation& generation) override;

  [[nodiscard]] Result<client::Accepted> accept(client::IncomingRun run) override;
  [[nodiscard]] Result<void> moveCursor(const protocol::Cursor& cursor) override;

  [[nodiscard]] std::vector<client::OutgoingChange> outgoing(const SpaceId& space, envelope::Chain half,
                                                             std::size_t limit) override;
  [[nodiscard]] std::vector<protocol::Tip> tips(const SpaceId& space) override;
  [[nodiscard]] bool knows(const SpaceId& space, const ChangeId& id) override;
  void served(const SpaceId& space, bool isServed) override;
  [[nodiscard]] Comparisons comparisons(const std::vector<protocol::Cursor>& read) override;
  void compared(const protocol::Cursor& read) override;
  [[nodiscard]] Result<void> doubt(const SpaceId& space) override;
  [[nodiscard]] bool holds(const envelope::ChainKey& chain, std::uint64_t seq, const ChangeId& id) override;
  [[nodiscard]] std::vector<client::OutgoingChange> run(const envelope::ChainKey& chain,
                                                        std::uint64_t fromSeq, std::size_t limit) override;
  void sent(const std::vector<ChangeId>& changes) override;
  [[nodiscard]] Result<void> stored(const std::vector<client::Receipt>& receipts) override;
  void refused(const SpaceId& space, const protocol::Refusal& refusal) override;

  [[nodiscard]] std::optional<protocol::BlobList> nextUpload(const Suits& suits) override;
  [[nodiscard]] Result<Bytes> readChunk(const protocol::BlobName& blob, std::uint32_t index) override;
  void uploaded(const protocol::BlobName& blob) override;
  void uploadRefused(const protocol::BlobName& blob, protocol::BlobState state) override;
  [[nodiscard]] std::optional<protocol::BlobName> nextDownload(const Suits& suits) override;
  [[nodiscard]] std::vector<std::uint32_t> missingChunks(const protocol::BlobName& blob) override;
  [[nodiscard]] Result<void> acceptList(const protocol::BlobList& list) override;
  [[nodiscard]] Result<void> acceptChunk(const protocol::BlobName& blob, std::uint32_t index,
                                         ByteView bytes) override;

  // Writes down the chunks that came: before the connection is given up.
  [[nodiscard]] Result<void> keepChunks();
  // Writes down why the relay left changes waiting: once per frame, since it may say so of many, and after
  // something was written where it serves us nothing.
  [[nodiscard]] Result<void> keepReasons();
  // Own changes without this relay's receipt, space by space; read again only after something moved.
  [[nodiscard]] const std::map<SpaceId, store::OutboxTable::Waiting>& waiting();

  // Whether anything came in or was receipted since the last call: there may be something to write.
  [[nodiscard]] bool takeMoved() { return std::exchange(m_moved, false); }
  [[nodiscard]] bool takeFilesMoved() { return std::exchange(m_filesMoved, false); }
  // The relay serves a member's device its campaign no longer, or not yet.
  [[nodiscard]] bool notServed();
  // The relay does not take this campaign with what we can show.
  [[nodiscard]] bool notAdmitted() const { return m_notAdmitted; }
  // The first failure of the replica's file in a call that cannot return one.
  [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

 private:
  template <class T>
  bool ok(const Result<T>& result) {
    if (!result && !m_failure) m_failure = result.error();
    return result.has_value();
  }
  [[nodiscard]] client::OutgoingChange outgoingFrom(store::ChangeRow row, bool mustBeSigned);
  [[nodiscard]] bool staysHere(const store::ChangeRow& row);
  [[nodiscard]] std::vector<store::ReceiptRow> receiptsIn(const client::IncomingRun& run) const;
  [[nodiscard]] store::CursorRow rowOf(const protocol::Cursor& cursor) const;
  [[nodiscard]] bool agrees(const protocol::Refusal& refusal);
  [[nodiscard]] Result<void> addNotServed();
  [[nodiscard]] Result<std::set<BlobId>> blobsNamedIn(const SpaceId& space);

  replica::Replica& m_replica;
  SpaceId m_campaign;
  RelayId m_relay;
  std::map<SpaceId, store::OutboxTable::Waiting> m_waiting;
  std::optional<std::uint64_t> m_waitingAsOf; // the outbox's revision
  // Chunks that lie in their file and are not written down yet: a crash means to fetch them again.
  struct Chunks {
    BlobId blob;
    std::vector<std::uint32_t> indexes;
    std::uint64_t left = 0; // until the file is whole
    Instant since{};
  } m_chunks;
  bool m_moved = false, m_filesMoved = false, m_notAdmitted = false;
  std::vector<replica::Replica::WaitingFor> m_waitingFor; // told since keepReasons()
  std::set<SpaceId> m_notServed;                          // on this connection
  std::optional<std::uint64_t> m_notServedAsOf;           // the outbox's revision
  app::Comparisons m_comparisons;
  std::optional<Error> m_failure;
};

} // namespace meridian::app
