#include <fstream>
#include <unistd.h>

#include "core/crypto/sealing/blob.h"
#include "core/crypto/sealing/vault.h"
#include "core/replica/access.h"
#include "sync/bundle/bundle.h"
#include "tests/core_crypto/seeded_random.h"
#include "tests/vectors/vectors.h"

namespace meridian::vectors {
namespace {

namespace fs = std::filesystem;

// A file that lives as long as a call.
class TemporaryFile {
 public:
  TemporaryFile() : m_path(fs::temp_directory_path() / ("meridian-vectors-" + std::to_string(::getpid()))) {}
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(m_path, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const fs::path& path() const { return m_path; }
  [[nodiscard]] Bytes read() const {
    std::ifstream in(m_path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(ByteView bytes) const { std::ofstream(m_path, std::ios::binary) << asText(bytes); }

 private:
  fs::path m_path;
};

VectorFile vault() {
  SeededRandom random(3);
  auto [made, fileKey] = sealing::Vault::create(random);
  const std::string phrase = "Мост через Неву в 4 утра";
  const auto normalised = sealing::normalisePassphrase(phrase).value();
  const auto key = SecretBytes::copyOf(Bytes(sealing::keyBytes, 0x67));
  made.addPassphrase(fileKey, normalised, sealing::kdfCostMin, random).value();
  made.addKey(fileKey, sealing::SlotKind::KeyFile, key, random).value();
  made.addKey(fileKey, sealing::SlotKind::Keychain, key, random).value();
  return {
      "vault-v1",
      {{"format", 1},
       {"note", "profile.vault (core/crypto/sealing/vault.h): each of the three slots opens to file_key."},
       {"file_key", toHex(fileKey.view())},
       {"passphrase", phrase},
       {"key", toHex(key.view())},
       {"vectors", Json::array({vector("a passphrase (Argon2id at the least cost), a key file, a keychain",
                                       made.encode())})}},
      [phrase, key = std::make_shared<SecretBytes>(key.clone()),
       expected = std::make_shared<SecretBytes>(fileKey.clone())](const Json&,
                                                                  ByteView bytes) -> Result<Bytes> {
        const auto read = sealing::Vault::parse(bytes);
        if (!read) return std::unexpected(read.error());
        const auto byPhrase = read->openWithPassphrase(sealing::normalisePassphrase(phrase).value());
        if (!byPhrase || !(*byPhrase == *expected)) return fail(ErrorCode::WrongKey, "passphrase");
        for (const auto kind : {sealing::SlotKind::KeyFile, sealing::SlotKind::Keychain}) {
          const auto byKey = read->openWithKey(kind, *key);
          if (!byKey || !(*byKey == *expected)) return fail(ErrorCode::WrongKey, "key");
        }
        return read->encode();
      }};
}

struct SealedFile {
  sealing::SealedBlob blob;
  std::vector<Bytes> chunks;
};
SealedFile sealedFile(std::size_t size) {
  Bytes plain(size);
  for (std::size_t i = 0; i < size; ++i)
    plain[i] = static_cast<std::uint8_t>(i * 7);
  SeededRandom random(size);
  SealedFile made;
  sealing::BlobSealer sealer(random, [&](ByteView chunk) {
    made.chunks.emplace_back(chunk.begin(), chunk.end());
    return Result<void>();
  });
  sealer.update(plain).value();
  made.blob = sealer.finish().value();
  return made;
}

VectorFile blob() {
  Json all = Json::array();
  for (const std::size_t size : {std::size_t{0}, std::size_t{100}, std::size_t{300'000}}) {
    const auto made = sealedFile(size);
    Json chunks = Json::array();
    for (const auto& hash : made.blob.chunks)
      chunks.push_back(hexOf(hash));
    // Of a large one the last chunk alone; its hashes tell the rest.
    all.push_back(vector(std::to_string(size) + " bytes",
                         made.chunks.back().size() > 1000 ? ByteView{} : ByteView{made.chunks.back()},
                         {{"plaintext_bytes", size},
                          {"plaintext_hash", hexOf(made.blob.info.content)},
                          {"key", toHex(made.blob.key.view())},
                          {"sealed_bytes", made.blob.info.sealedBytes},
                          {"chunk_hashes", chunks},
                          {"address", hexOf(made.blob.info.id)}}));
  }
  return {"blob-v1",
          {{"format", 1},
           {"note",
            "Attachments (core/crypto/sealing/blob.h): byte i of the plaintext is 7i mod 256; bytes is the "
            "ciphertext, left out where it is long. A blob's list is its sealed_bytes and chunk_hashes."},
           {"vectors", all}},
          [](const Json& vector, ByteView bytes) -> Result<Bytes> {
            const auto hex = [&](const char* name) {
              return fromHex(vector.at(name).get<std::string>()).value();
            };
            sealing::BlobInfo info;
            info.id = BlobId::unchecked(hex("address"));
            info.sealedBytes = vector.at("sealed_bytes").get<std::uint64_t>();
            info.plaintextBytes = vector.at("plaintext_bytes").get<std::uint64_t>();
            info.content = ContentHash::unchecked(hex("plaintext_hash"));
            std::vector<signing::ChunkHash> chunks;
            for (const auto& hash : vector.at("chunk_hashes"))
              chunks.push_back(*signing::ChunkHash::fromHex(hash.get<std::string>()));
            auto opener = sealing::BlobOpener::open(info, SecretBytes::copyOf(hex("key")), chunks);
            if (!opener) return std::unexpected(opener.error());
            std::vector<Bytes> ciphertext{Bytes(bytes.begin(), bytes.end())};
            if (bytes.empty()) ciphertext = sealedFile(info.plaintextBytes).chunks;
            for (const auto& chunk : ciphertext)
              if (auto plain = opener->next(chunk); !plain) return plain;
            if (auto whole = opener->finish(); !whole) return std::unexpected(whole.error());
            return Bytes(bytes.begin(), bytes.end());
          }};
}

replica::Invitation invitation(const SpaceId& campaign) {
  return {.campaign = campaign,
          .inviter = idOf<DeviceId>(0x68),
          .secret = Bytes(32, 0x69),
          .relay =
              replica::RelayAddress{"wss://relay.example.org:8443", idOf<RelayId>(0x6A), Bytes(32, 0x6B), {}},
          .campaignName = "Верба",
          .inviterName = "Dana Brooks",
          .inviteeName = "Maya Collins",
          .role = log::Role::Creator,
          .market = "US",
          .expiry = fromMillis(1'805'000'000'000),
          .language = domain::Language::En};
}

VectorFile invitations() {
  auto whole = invitation(idOf<SpaceId>(0x6C));
  Json all = Json::array();
  const auto add = [&](const char* what) {
    const auto link = toLink(whole);
    all.push_back(vector(what, asBytes(link), {{"link", link}, {"code", toCode(whole)}}));
  };
  add("with a relay and its pin");
  whole.relay.reset();
  whole.language = domain::Language::Ru;
  add("without a relay, in Russian");
  return {"invitation-v1",
          {{"format", 1},
           {"note", "Invitations as text (core/replica/invitation_link.cpp); bytes are the link's."},
           {"vectors", all}},
          [](const Json& vector, ByteView bytes) -> Result<Bytes> {
            const auto read = replica::findInvitation(asText(bytes));
            if (!read) return std::unexpected(read.error());
            if (toCode(*read) != vector.at("code").get<std::string>())
              return fail(ErrorCode::Damaged, "code");
            const auto link = toLink(*read);
            return Bytes(link.begin(), link.end());
          }};
}

std::vector<Bytes> changesOfV1() {
  std::ifstream in(MERIDIAN_TEST_DATA "/change-v1.json");
  std::vector<Bytes> changes;
  const auto kept = Json::parse(in);
  for (const auto& change : kept.at("changes"))
    changes.push_back(fromHex(change.at("bytes").get<std::string>()).value());
  return changes;
}

// Reads a bundle and writes what was read.
Result<Bytes> bundleAgain(ByteView bytes) {
  TemporaryFile from;
  from.write(bytes);
  auto reader = bundle::Reader::open(from.path());
  if (!reader) return std::unexpected(reader.error());
  const auto to = fs::path(from.path()).concat("-again");
  auto writer = bundle::Writer::create(to, reader->campaign());
  if (!writer) return std::unexpected(writer.error());
  for (;;) {
    auto section = reader->next();
    if (!section) return std::unexpected(section.error());
    if (!*section) break;
    if (auto added = writer->add(**section); !added) return std::unexpected(added.error());
  }
  if (auto done = writer->finish(); !done) return std::unexpected(done.error());
  std::ifstream in(to, std::ios::binary);
  Bytes again{std::istreambuf_iterator<char>(in), {}};
  fs::remove(to);
  return again;
}

VectorFile bundles() {
  const auto changes = changesOfV1();
  const auto campaign = envelope::Change::parse(changes.front())->space();
  const auto file = sealedFile(100);
  const auto receipt = envelope::makeReceipt(
      signingKeyOf(5), envelope::Receipt::Kind::Change, idOf<envelope::Generation>(0x61),
      envelope::Change::parse(changes.back())->id(), fromMillis(1'804'687'200'000));
  const bundle::Section run = bundle::Run{campaign, changes};
  const auto made = [&](const std::vector<bundle::Section>& sections) {
    TemporaryFile to;
    auto writer = bundle::Writer::create(to.path(), campaign).value();
    for (const auto& section : sections)
      writer.add(section).value();
    (void)writer.finish().value();
    return to.read();
  };
  Json all = Json::array();
  all.push_back(vector("nothing", made({})));
  all.push_back(vector(
      "the changes of change-v1.json, a receipt, a file's list and its only chunk",
      made({run, bundle::Receipts{{receipt}},
            protocol::BlobList{{campaign, file.blob.info.id}, file.blob.info.sealedBytes, file.blob.chunks},
            bundle::Chunk{file.blob.info.id, 0, file.chunks.front()}})));
  all.push_back(vector("an invitation file", made({bundle::Invitation{toCode(invitation(campaign))}, run})));
  return {"bundle-v1",
          {{"format", 1},
           {"note", "Bundles and invitation files (core/store/FORMAT.md §7)."},
           {"campaign", hexOf(campaign)},
           {"vectors", all}},
          [](const Json&, ByteView bytes) { return bundleAgain(bytes); }};
}

} // namespace

std::vector<VectorFile> fileVectors() {
  std::vector<VectorFile> all;
  all.push_back(vault());
  all.push_back(blob());
  all.push_back(bundles());
  all.push_back(invitations());
  return all;
}

} // namespace meridian::vectors
