#include "app/session/bundles.h"

#include <algorithm>
#include <deque>
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

} // namespace

// Authority before content: a reader knows who may write what before it reads what was written.
struct BundleExport::Pieces {
  Pieces(replica::Replica& of, bundle::Writer into) : profile(of), writer(std::move(into)) {}

  // A batch of what is left; false when there is none.
  Result<bool> changes() {
    while (!halves.empty()) {
      const auto [space, half] = halves.front();
      auto rows = profile.file().changes.after(space, half, after, 512);
      if (!rows) return std::unexpected(rows.error());
      if (!rows->empty()) {
        if (auto added = add(space, *rows); !added) return std::unexpected(added.error());
        return true;
      }
      if (auto put = writeRun(space); !put) return std::unexpected(put.error());
      halves.pop_front();
      gathered = {};
      held.clear();
      after = 0;
    }
    return false;
  }

  // In order of arrival, which is nearly a causal one: what stands before something that it names waits for
  // it.
  Result<void> add(const SpaceId& space, std::vector<store::ChangeRow>& rows) {
    for (auto& row : rows) {
      after = row.row;
      const auto chain = envelope::chainKeyOf(row.change);
      if (held.contains(chain) || staysHere(row)) {
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
        blobs.insert(blob);
      keepReceipts(row.change.id());
      if (row.local) own.push_back(row.change.id());
      if (gathered.changes.size() >= limits::runChanges / 2 || gathered.bytes >= limits::runBytes / 2)
        if (auto put = writeRun(space); !put) return put;
    }
    return {};
  }

  Result<void> addReceipts() {
    for (std::size_t at = 0; at < receipts.size(); at += limits::answersPerFrame) {
      const auto end = std::min(receipts.size(), at + limits::answersPerFrame);
      bundle::Receipts some;
      some.receipts.assign(receipts.begin() + static_cast<std::ptrdiff_t>(at),
                           receipts.begin() + static_cast<std::ptrdiff_t>(end));
      if (auto added = writer.add(some); !added) return added;
    }
    return {};
  }

  // The files that are whole here, and how much there is to read: each is read twice.
  Result<std::uint64_t> findFiles() {
    std::uint64_t bytes = 0;
    for (const auto& blob : blobs) {
      auto row = profile.file().blobs.find(blob);
      if (!row) return std::unexpected(row.error());
      if (!*row || !(*row)->complete()) continue;
      protocol::BlobList list{.name = {(*row)->space, blob}, .length = (*row)->sealedLength, .chunks = {}};
      for (const auto& hash : (*row)->chunkHashes)
        list.chunks.push_back(signing::ChunkHash{hash});
      bytes += 2 * list.length;
      files.push_back(std::move(list));
    }
    return bytes;
  }

  // The next piece of the first file that is left: first all of it is compared, then it is written. What a
  // disk has spoiled is nobody's to pass on, and no reason to keep the rest back. Returns its bytes.
  Result<std::uint64_t> filePiece() {
    const auto& list = files.front();
    auto bytes = profile.blobFiles().readChunk(list.name.blob, chunk);
    if (!bytes && bytes.error().code == ErrorCode::OutOfMemory) return std::unexpected(bytes.error());
    const bool intact = bytes && signing::chunkHash(*bytes) == list.chunks[chunk];
    if (!compared) {
      const std::uint64_t size = signing::chunkSize(list.length, chunk);
      if (!intact) {
        ++summary.damagedFiles;
        const std::uint64_t left = 2 * list.length - std::uint64_t{chunk} * limits::blobChunkBytes;
        nextFile();
        return left;
      }
      if (++chunk == list.chunks.size()) {
        compared = true;
        chunk = 0;
        if (auto added = writer.add(list); !added) return std::unexpected(added.error());
      }
      return size;
    }
    if (!bytes) return std::unexpected(bytes.error());
    const std::uint64_t size = bytes->size();
    if (auto added = writer.add(bundle::Chunk{list.name.blob, chunk, std::move(*bytes)}); !added)
      return std::unexpected(added.error());
    if (++chunk == list.chunks.size()) {
      ++summary.blobs;
      nextFile();
    }
    return size;
  }
  void nextFile() {
    files.pop_front();
    compared = false;
    chunk = 0;
  }

  bool staysHere(const store::ChangeRow& row) {
    if (!row.local) return false;
    const auto delivery = profile.delivery(row.change.id());
    return delivery && delivery->staysHere(profile.clock().now());
  }

  void keepReceipts(const ChangeId& change) {
    const auto rows = profile.file().outbox.receipts(change);
    if (!rows) return;
    for (const auto& row : *rows)
      if (const auto receipt = envelope::decodeReceipt(row.bytes)) receipts.push_back(*receipt);
  }

  // A reader judges each run by itself: what follows the last signature of its chain stays for the next one.
  Result<void> writeRun(const SpaceId& space) {
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
    summary.changes += run.changes.size();
    return run.changes.empty() ? Result<void>{} : writer.add(run);
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

  replica::Replica& profile;
  bundle::Writer writer;
  BundleSummary summary;
  bool withFiles = true, written = false; // written: all changes and receipts
  std::deque<std::pair<SpaceId, envelope::Chain>> halves;
  std::int64_t after = 0; // row of the first half
  Gathered gathered;
  std::set<envelope::ChainKey> held;
  std::set<BlobId> blobs;
  std::vector<envelope::Receipt> receipts;
  std::vector<ChangeId> own;
  std::deque<protocol::BlobList> files;
  std::uint32_t chunk = 0;
  bool compared = false;
};

BundleExport::BundleExport(std::unique_ptr<Pieces> pieces) : m_pieces(std::move(pieces)) {}
BundleExport::~BundleExport() = default;
const BundleSummary& BundleExport::summary() const { return m_pieces->summary; }

Result<std::unique_ptr<BundleExport>> BundleExport::begin(replica::Replica& replica, const SpaceId& campaign,
                                                          const std::filesystem::path& file,
                                                          BundleContents contents) {
  auto writer = bundle::Writer::create(file, campaign);
  if (!writer) return std::unexpected(writer.error());
  auto pieces = std::make_unique<Pieces>(replica, std::move(*writer));
  pieces->summary.campaign = campaign;
  pieces->withFiles = contents.files;
  if (!contents.invitation.empty())
    if (auto put = pieces->writer.add(bundle::Invitation{contents.invitation}); !put)
      return std::unexpected(put.error());
  auto spaces = spacesOf(replica, campaign);
  if (!contents.spaces.empty())
    std::erase_if(spaces, [&](const SpaceId& space) {
      return std::ranges::find(contents.spaces, space) == contents.spaces.end();
    });
  for (const auto half : {envelope::Chain::Authority, envelope::Chain::Content})
    for (const auto& space : spaces)
      pieces->halves.emplace_back(space, half);
  return std::unique_ptr<BundleExport>(new BundleExport(std::move(pieces)));
}

Result<bool> BundleExport::step() {
  Pieces& pieces = *m_pieces;
  if (!pieces.written) {
    auto more = pieces.changes();
    if (!more || *more) return more;
    if (auto added = pieces.addReceipts(); !added) return std::unexpected(added.error());
    if (pieces.withFiles) {
      auto bytes = pieces.findFiles();
      if (!bytes) return std::unexpected(bytes.error());
      m_all = *bytes;
    }
    pieces.written = true;
    return true;
  }
  if (!pieces.files.empty()) {
    auto bytes = pieces.filePiece();
    if (!bytes) return std::unexpected(bytes.error());
    m_done += *bytes;
    return true;
  }
  // Before the file has its name: from then on somebody may have it.
  if (auto noted = pieces.profile.noteSent(pieces.own); !noted) return std::unexpected(noted.error());
  auto bytes = pieces.writer.finish();
  if (!bytes) return std::unexpected(bytes.error());
  pieces.summary.bytes = *bytes;
  return false;
}

struct BundleImport::Pieces {
  Pieces(replica::Replica& of, bundle::Reader from) : profile(of), reader(std::move(from)) {}

  Result<void> take(bundle::Run& run) {
    replica::Replica::Incoming incoming{.changes = std::move(run.changes), .cursor = {}, .fromRelay = false};
    // From the beginning, so that relay and replica compare: it may lack what the file brings. In one
    // transaction with that, because nobody would remember it after a crash.
    // A relay that was never read from is compared with anyhow.
    if (const auto relay = replica::Access(profile, summary.campaign).relay()) {
      auto cursor = profile.file().cursors.find(run.space, relay->identity);
      if (!cursor) return std::unexpected(cursor.error());
      if (*cursor) (*cursor)->number = 0;
      incoming.cursor = std::move(*cursor);
    }
    auto results = profile.receive(incoming);
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
    return profile.noteReceipts(rows);
  }

  Result<void> take(const protocol::BlobList& list) {
    current.reset();
    auto row = profile.file().blobs.find(list.name.blob);
    if (!row) return std::unexpected(row.error());
    // Only what a change here names, and what is not complete yet.
    if (!*row || (*row)->complete()) return {};
    store::BlobRow known{.id = list.name.blob, .space = list.name.space, .sealedLength = list.length};
    for (const auto& hash : list.chunks)
      known.chunkHashes.push_back(hash.bytes);
    auto transaction = sqlite::Transaction::begin(profile.file().connection());
    if (!transaction) return std::unexpected(transaction.error());
    if (auto put = profile.file().blobs.put(known); !put) return put;
    if (auto done = transaction->commit(); !done) return done;
    current = list;
    return {};
  }

  Result<void> take(const bundle::Chunk& chunk) {
    if (!current || current->name.blob != chunk.blob) return {};
    if (chunk.index >= current->chunks.size() ||
        chunk.bytes.size() != signing::chunkSize(current->length, chunk.index) ||
        signing::chunkHash(chunk.bytes) != current->chunks[chunk.index]) {
      current.reset(); // its other pieces stay; what is missing comes from somebody else
      ++summary.damagedFiles;
      return {};
    }
    auto& files = profile.blobFiles();
    if (auto written = files.writeChunk(chunk.blob, chunk.index, chunk.bytes); !written) return written;
    if (auto synced = files.sync(chunk.blob); !synced) return synced;
    auto transaction = sqlite::Transaction::begin(profile.file().connection());
    if (!transaction) return std::unexpected(transaction.error());
    if (auto added = profile.file().blobs.addChunk(chunk.blob, chunk.index); !added) return added;
    if (auto done = transaction->commit(); !done) return done;
    if (chunk.index + 1 == current->chunks.size()) ++summary.blobs;
    return {};
  }

  // Who takes in the rest has joined, or has read it first.
  Result<void> take(const bundle::Invitation&) { return {}; }

  replica::Replica& profile;
  bundle::Reader reader;
  BundleSummary summary;
  std::optional<protocol::BlobList> current; // of the file whose pieces come now
};

BundleImport::BundleImport(std::unique_ptr<Pieces> pieces) : m_pieces(std::move(pieces)) {}
BundleImport::~BundleImport() = default;
const BundleSummary& BundleImport::summary() const { return m_pieces->summary; }

Result<std::unique_ptr<BundleImport>> BundleImport::begin(replica::Replica& replica,
                                                          const std::filesystem::path& file,
                                                          const std::optional<SpaceId>& expected) {
  auto reader = bundle::Reader::open(file);
  if (!reader) return std::unexpected(reader.error());
  if (expected && reader->campaign() != *expected)
    return fail(ErrorCode::InvitationInvalid, "the file is of another campaign");
  if (!replica.campaign(reader->campaign()))
    return fail(ErrorCode::NoCampaign, "the file is of a campaign that this profile does not know");
  auto pieces = std::make_unique<Pieces>(replica, std::move(*reader));
  pieces->summary.campaign = pieces->reader.campaign();
  std::unique_ptr<BundleImport> work(new BundleImport(std::move(pieces)));
  work->m_all = work->m_pieces->reader.size();
  return work;
}

Result<bool> BundleImport::step() {
  Pieces& pieces = *m_pieces;
  auto section = pieces.reader.next();
  if (!section) return std::unexpected(section.error());
  m_done = pieces.reader.place();
  if (*section) {
    auto taken = std::visit([&](auto& one) { return pieces.take(one); }, **section);
    if (!taken) return std::unexpected(taken.error());
    return true;
  }
  pieces.summary.bytes = m_all;
  if (auto joined = replica::Access(pieces.profile, pieces.summary.campaign).continueJoin(); !joined)
    return std::unexpected(joined.error());
  if (auto wrote = pieces.profile.housekeep(); !wrote) return std::unexpected(wrote.error());
  return false;
}

Result<BundleSummary> exportBundle(replica::Replica& replica, const SpaceId& campaign,
                                   const std::filesystem::path& file, const BundleContents& contents) {
  auto work = BundleExport::begin(replica, campaign, file, contents);
  if (!work) return std::unexpected(work.error());
  if (auto done = replica::finish(**work); !done) return std::unexpected(done.error());
  return (*work)->summary();
}

Result<BundleSummary> importBundle(replica::Replica& replica, const std::filesystem::path& file,
                                   const std::optional<SpaceId>& expected) {
  auto work = BundleImport::begin(replica, file, expected);
  if (!work) return std::unexpected(work.error());
  if (auto done = replica::finish(**work); !done) return std::unexpected(done.error());
  return (*work)->summary();
}

} // namespace meridian::app
