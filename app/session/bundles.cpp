#include "app/session/bundles.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/session/addresses.h"
#include "core/replica/access.h"
#include "core/sqlite/transaction.h"
#include "sync/bundle/bundle.h"

namespace meridian::app {
namespace {

// The campaign's own space first: the others' logs stand on it.
std::vector<SpaceId> spacesOf(replica::Replica& replica, const SpaceId& campaign) {
  std::vector<SpaceId> spaces{campaign};
  for (const auto& space : replica.spaces(campaign))
    if (space.id != campaign) spaces.push_back(space.id);
  return spaces;
}

class Export {
 public:
  Export(replica::Replica& replica, bundle::Writer& writer) : m_replica(replica), m_writer(writer) {}

  // In order of arrival, which is nearly a causal one: what stands before something that it names waits for
  // it.
  Result<void> half(const SpaceId& space, envelope::Chain half) {
    Gathered gathered;
    std::int64_t after = 0;
    std::set<envelope::ChainKey> held;
    for (;;) {
      auto rows = m_replica.file().changes.after(space, half, after, 512);
      if (!rows) return std::unexpected(rows.error());
      if (rows->empty()) break;
      for (auto& row : *rows) {
        after = row.row;
        const auto chain = envelope::chainKeyOf(row.change);
        if (held.contains(chain) || isHeld(row)) {
          held.insert(chain);
          continue;
        }
        // Everything is verified before it is passed on.
        if (row.signature == store::SignatureState::Vouched && !row.change.verifySignature())
          row.change.dropSignature();
        const auto view = row.change.bytes();
        gathered.changes.push_back({chain, row.change.hasSignature(), {view.begin(), view.end()}});
        gathered.bytes += view.size();
        for (const auto& blob : row.change.header().blobs)
          m_blobs.insert(blob);
        keepReceipts(row.change.id());
        if (row.local) m_own.push_back(row.change.id());
        if (gathered.changes.size() >= limits::runChanges / 2 || gathered.bytes >= limits::runBytes / 2)
          if (auto written = writeRun(space, gathered); !written) return written;
      }
    }
    return writeRun(space, gathered);
  }

  Result<void> receipts() {
    for (std::size_t at = 0; at < m_receipts.size(); at += limits::answersPerFrame) {
      const auto end = std::min(m_receipts.size(), at + limits::answersPerFrame);
      bundle::Receipts some;
      some.receipts.assign(m_receipts.begin() + static_cast<std::ptrdiff_t>(at),
                           m_receipts.begin() + static_cast<std::ptrdiff_t>(end));
      if (auto added = m_writer.add(some); !added) return added;
    }
    return {};
  }

  Result<void> files() {
    for (const auto& blob : m_blobs) {
      auto row = m_replica.file().blobs.find(blob);
      if (!row) return std::unexpected(row.error());
      if (!*row || !(*row)->complete()) continue;
      protocol::BlobList list{.name = {(*row)->space, blob}, .length = (*row)->sealedLength, .chunks = {}};
      for (const auto& hash : (*row)->chunkHashes)
        list.chunks.push_back(signing::ChunkHash{hash});
      if (auto added = m_writer.add(list); !added) return added;
      for (std::uint32_t i = 0; i < list.chunks.size(); ++i) {
        auto bytes = m_replica.blobFiles().readChunk(blob, i);
        if (!bytes) return std::unexpected(bytes.error());
        if (auto added = m_writer.add(bundle::Chunk{blob, i, std::move(*bytes)}); !added) return added;
      }
      ++m_summary.blobs;
    }
    return {};
  }

  // Before the file has its name: from then on somebody may have it.
  Result<void> noteSent() { return m_replica.noteSent(m_own); }

  BundleSummary& summary() { return m_summary; }

 private:
  bool isHeld(const store::ChangeRow& row) {
    if (!row.local) return false;
    const auto delivery = m_replica.delivery(row.change.id());
    return delivery && delivery->isHeld(m_replica.clock().now());
  }

  void keepReceipts(const ChangeId& change) {
    const auto rows = m_replica.file().outbox.receipts(change);
    if (!rows) return;
    for (const auto& row : *rows)
      if (const auto receipt = envelope::decodeReceipt(row.bytes)) m_receipts.push_back(*receipt);
  }

  struct Gathered {
    struct Entry {
      envelope::ChainKey chain;
      bool hasSignature = false;
      Bytes bytes;
    };
    std::vector<Entry> changes;
    std::size_t bytes = 0;
  };

  // A reader judges each run by itself: what follows the last signature of its chain stays for the next one.
  Result<void> writeRun(const SpaceId& space, Gathered& gathered) {
    std::map<envelope::ChainKey, std::size_t> signedUntil;
    for (std::size_t i = 0; i < gathered.changes.size(); ++i)
      if (gathered.changes[i].hasSignature) signedUntil[gathered.changes[i].chain] = i + 1;
    bundle::Run run{.space = space, .changes = {}};
    Gathered rest;
    for (std::size_t i = 0; i < gathered.changes.size(); ++i) {
      auto& entry = gathered.changes[i];
      if (i < signedUntil[entry.chain]) {
        run.changes.push_back(std::move(entry.bytes));
      } else {
        rest.bytes += entry.bytes.size();
        rest.changes.push_back(std::move(entry));
      }
    }
    gathered = std::move(rest);
    m_summary.changes += run.changes.size();
    return run.changes.empty() ? Result<void>{} : m_writer.add(run);
  }

  replica::Replica& m_replica;
  bundle::Writer& m_writer;
  BundleSummary m_summary;
  std::set<BlobId> m_blobs;
  std::vector<envelope::Receipt> m_receipts;
  std::vector<ChangeId> m_own;
};

class Import {
 public:
  explicit Import(replica::Replica& replica) : m_replica(replica) {}

  Result<void> take(bundle::Run& run) {
    replica::Replica::Incoming incoming{.changes = std::move(run.changes), .cursor = {}, .fromRelay = false};
    // From the beginning, so that relay and replica compare: it may lack what the file brings. In one
    // transaction with that, because nobody would remember it after a crash.
    // A relay that was never read from is compared with anyhow.
    if (const auto relay = replica::Access(m_replica, summary.campaign).relay()) {
      auto cursor = m_replica.file().cursors.find(run.space, relay->identity);
      if (!cursor) return std::unexpected(cursor.error());
      if (*cursor) (*cursor)->number = 0;
      incoming.cursor = std::move(*cursor);
    }
    auto results = m_replica.receive(incoming);
    if (!results) return std::unexpected(results.error());
    summary.changes += results->size();
    for (const auto result : *results) {
      if (result == replica::Received::Stored) ++summary.added;
      if (result == replica::Received::Refused || result == replica::Received::Gap) ++summary.refused;
    }
    return {};
  }

  Result<void> take(const bundle::Receipts& some) {
    std::vector<store::ReceiptRow> rows;
    for (const auto& receipt : some.receipts)
      if (envelope::verifyReceipt(receipt)) rows.push_back(toReplica(receipt)); // a forged one proves nothing
    return m_replica.noteReceipts(rows);
  }

  Result<void> take(const protocol::BlobList& list) {
    m_list.reset();
    auto row = m_replica.file().blobs.find(list.name.blob);
    if (!row) return std::unexpected(row.error());
    // Only what a change here names, and what is not complete yet.
    if (!*row || (*row)->complete()) return {};
    store::BlobRow known{.id = list.name.blob, .space = list.name.space, .sealedLength = list.length};
    for (const auto& hash : list.chunks)
      known.chunkHashes.push_back(hash.bytes);
    auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
    if (!transaction) return std::unexpected(transaction.error());
    if (auto put = m_replica.file().blobs.put(known); !put) return put;
    if (auto done = transaction->commit(); !done) return done;
    m_list = list;
    return {};
  }

  Result<void> take(const bundle::Chunk& chunk) {
    if (!m_list || m_list->name.blob != chunk.blob) return {};
    if (chunk.index >= m_list->chunks.size() ||
        chunk.bytes.size() != signing::chunkSize(m_list->length, chunk.index) ||
        signing::chunkHash(chunk.bytes) != m_list->chunks[chunk.index])
      return fail(ErrorCode::Damaged, "a piece of another file");
    auto& files = m_replica.blobFiles();
    if (auto written = files.writeChunk(chunk.blob, chunk.index, chunk.bytes); !written) return written;
    if (auto synced = files.sync(chunk.blob); !synced) return synced;
    auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
    if (!transaction) return std::unexpected(transaction.error());
    if (auto added = m_replica.file().blobs.addChunk(chunk.blob, chunk.index); !added) return added;
    if (auto done = transaction->commit(); !done) return done;
    if (chunk.index + 1 == m_list->chunks.size()) ++summary.blobs;
    return {};
  }

  // Who takes in the rest has joined, or has read it first.
  Result<void> take(const bundle::Invitation&) { return {}; }

  BundleSummary summary;

 private:
  replica::Replica& m_replica;
  std::optional<protocol::BlobList> m_list;
};

} // namespace

Result<BundleSummary> exportBundle(replica::Replica& replica, const SpaceId& campaign,
                                   const std::filesystem::path& file, const BundleContents& contents) {
  auto writer = bundle::Writer::create(file, campaign);
  if (!writer) return std::unexpected(writer.error());
  Export out(replica, *writer);
  out.summary().campaign = campaign;
  if (!contents.invitation.empty())
    if (auto put = writer->add(bundle::Invitation{contents.invitation}); !put)
      return std::unexpected(put.error());
  auto spaces = spacesOf(replica, campaign);
  if (!contents.spaces.empty())
    std::erase_if(spaces, [&](const SpaceId& space) {
      return std::ranges::find(contents.spaces, space) == contents.spaces.end();
    });
  for (const auto half : {envelope::Chain::Authority, envelope::Chain::Content})
    for (const auto& space : spaces)
      if (auto done = out.half(space, half); !done) return std::unexpected(done.error());
  if (auto done = out.receipts(); !done) return std::unexpected(done.error());
  if (contents.files)
    if (auto done = out.files(); !done) return std::unexpected(done.error());
  if (auto noted = out.noteSent(); !noted) return std::unexpected(noted.error());
  auto bytes = writer->finish();
  if (!bytes) return std::unexpected(bytes.error());
  out.summary().bytes = *bytes;
  return out.summary();
}

Result<BundleSummary> importBundle(replica::Replica& replica, const std::filesystem::path& file,
                                   const std::optional<SpaceId>& expected) {
  auto reader = bundle::Reader::open(file);
  if (!reader) return std::unexpected(reader.error());
  if (expected && reader->campaign() != *expected)
    return fail(ErrorCode::InvitationInvalid, "the file is of another campaign");
  if (!replica.campaign(reader->campaign()))
    return fail(ErrorCode::NoCampaign, "the file is of a campaign that this profile does not know");
  Import in(replica);
  in.summary.campaign = reader->campaign();
  for (;;) {
    auto section = reader->next();
    if (!section) return std::unexpected(section.error());
    if (!*section) break;
    auto taken = std::visit([&](auto& one) { return in.take(one); }, **section);
    if (!taken) return std::unexpected(taken.error());
  }
  if (auto joined = replica::Access(replica, in.summary.campaign).continueJoin(); !joined)
    return std::unexpected(joined.error());
  if (auto wrote = replica.housekeep(); !wrote) return std::unexpected(wrote.error());
  return in.summary;
}

} // namespace meridian::app
