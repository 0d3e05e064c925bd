#include "core/log/compose.h"

#include <algorithm>
#include <cassert>

#include "core/base/limits.h"
#include "core/crypto/sealing/aead.h"
#include "core/crypto/sealing/kdf.h"
#include "core/crypto/sealing/padding.h"
#include "core/crypto/sealing/space_key.h"

namespace meridian::log {

namespace {

envelope::Header headerOf(const Author& author, envelope::Kind kind, const SpaceId& space,
                          std::vector<ChangeId> heads, const KeyId& keyId) {
  std::ranges::sort(heads);
  envelope::Header header;
  header.kind = static_cast<std::uint8_t>(kind);
  header.space = space;
  header.device = author.key.id();
  header.incarnation = author.incarnation;
  header.seq = author.tip.seq + 1;
  header.prev = author.tip.id;
  header.keyId = keyId;
  header.heads = std::move(heads);
  return header;
}

// Pads, seals and signs `plaintext` behind the header.
Result<envelope::Change> finishSealed(const Author& author, const envelope::Header& header, ByteView clear,
                                      ByteView plaintext, const SecretBytes& key, RandomSource& random) {
  if (plaintext.size() > limits::changeBytes) return fail(ErrorCode::TooLarge, "change");
  Bytes additionalData = envelope::encodeAdditionalData(header, clear);
  std::array<std::uint8_t, envelope::nonceBytes> nonce{};
  random.fill(nonce);
  const Bytes sealed = sealing::seal(key, nonce, sealing::pad(plaintext), additionalData);
  return envelope::finish(std::move(additionalData), nonce, sealed, author.key);
}

// The plaintext of a change, without its padding.
Result<Bytes> openSealed(const envelope::Change& change, const Keyring& keys) {
  const auto* key = keys.find(change.header().keyId);
  if (!key) return fail(ErrorCode::WrongKey, "key of a change");
  auto padded = sealing::open(*key, change.nonce(), change.sealed(), change.additionalData());
  if (!padded) return padded;
  const auto plaintext = sealing::unpad(*padded);
  if (!plaintext) return std::unexpected(plaintext.error());
  return Bytes(plaintext->begin(), plaintext->end());
}

// The key sealed to everybody who can be sealed to.
std::vector<envelope::Recipient> sealedTo(const std::vector<KeyRecipient>& recipients, const SecretBytes& key,
                                          auto seal) {
  std::vector<envelope::Recipient> result;
  for (const auto& recipient : recipients) {
    const Result<Bytes> box = seal(recipient.box, key.view());
    if (!box) continue;
    envelope::Recipient sealed;
    sealed.id = recipient.id;
    assert(box->size() == sealed.sealedKey.size());
    std::ranges::copy(*box, sealed.sealedKey.begin());
    result.push_back(sealed);
  }
  return result;
}

bool withinCounts(const std::vector<ChangeId>& heads, const std::vector<BlobId>& blobs) {
  return heads.size() <= limits::headsPerChange && blobs.size() <= limits::blobsPerChange;
}

} // namespace

Result<envelope::Change> sealContent(const Author& author, const SpaceId& space,
                                     const std::vector<ChangeId>& heads, std::vector<BlobId> blobs,
                                     const crdt::Body& body, const Keyring::Current& key,
                                     RandomSource& random) {
  // One attachment may be named by several ops; the header names it once.
  std::ranges::sort(blobs);
  blobs.erase(std::unique(blobs.begin(), blobs.end()), blobs.end());
  if (!withinCounts(heads, blobs)) return fail(ErrorCode::TooLarge, "heads or attachments of a change");
  auto header = headerOf(author, envelope::Kind::Content, space, heads, key.id);
  header.blobs = std::move(blobs);
  const auto plaintext = crdt::encodeBody(body, {crdt::thisChange, header.prev});
  if (!plaintext) return std::unexpected(plaintext.error());
  return finishSealed(author, header, {}, *plaintext, *key.key, random);
}

Result<crdt::Body> openContent(const envelope::Change& change, const Keyring& keys) {
  if (!change.known()) return fail(ErrorCode::UnsupportedFormat, "change of a newer version");
  if (change.chain() != envelope::Chain::Content) return fail(ErrorCode::InvalidArgument, "no content");
  const auto plaintext = openSealed(change, keys);
  if (!plaintext) return std::unexpected(plaintext.error());
  return crdt::decodeBody(*plaintext, {change.id(), change.header().prev});
}

Result<envelope::Change> sealEntry(const Author& author, envelope::Kind kind, const SpaceId& space,
                                   std::vector<ChangeId> parents, const std::vector<envelope::Item>& items,
                                   const EntryDetail& detail, const KeyId& keyId, const SecretBytes& key,
                                   RandomSource& random) {
  assert(kind == envelope::Kind::Genesis || kind == envelope::Kind::Authority);
  if (!withinCounts(parents, {}) || items.size() > limits::itemsPerEntry)
    return fail(ErrorCode::TooLarge, "authority entry");
  const auto header = headerOf(author, kind, space, std::move(parents), keyId);
  const auto plaintext = crdt::encodeValue(toValue(detail));
  if (!plaintext) return std::unexpected(plaintext.error());
  return finishSealed(author, header, envelope::encodeItems(items), *plaintext, key, random);
}

Result<EntryDetail> openEntry(const envelope::Change& entry, const Keyring& keys) {
  if (!entry.known()) return fail(ErrorCode::UnsupportedFormat, "entry of a newer version");
  if (entry.chain() != envelope::Chain::Authority)
    return fail(ErrorCode::InvalidArgument, "no authority entry");
  if (entry.sealed().empty()) return fail(ErrorCode::NotFound, "a join seals nothing");
  const auto plaintext = openSealed(entry, keys);
  if (!plaintext) return std::unexpected(plaintext.error());
  const auto value = crdt::decodeValue(*plaintext);
  if (!value) return std::unexpected(value.error());
  return entryDetailFrom(*value);
}

NewEpoch newEpoch(KeyChain chain, const std::vector<KeyRecipient>& recipients, RandomSource& random) {
  NewEpoch epoch;
  epoch.key = sealing::newSpaceKey(random);
  epoch.item.chain = static_cast<std::uint8_t>(chain);
  epoch.item.key = sealing::keyId(epoch.key);
  epoch.item.recipients =
      sealedTo(recipients, epoch.key, [&](const envelope::BoxPublicKey& box, ByteView key) {
        return sealing::sealTo(box, key, random);
      });
  return epoch;
}

std::vector<envelope::Item> shareKeys(const Keyring& keys, const SpaceId& space,
                                      const std::vector<KeyRecipient>& recipients, Shares which) {
  std::vector<envelope::Item> items;
  for (const auto& id : keys.keysOf(space)) {
    std::vector<KeyRecipient> given;
    std::ranges::copy_if(recipients, std::back_inserter(given), [&](const KeyRecipient& one) {
      return which == Shares::All || !keys.isSealedTo(id, one.id);
    });
    auto sealed = sealedTo(given, *keys.find(id), [](const envelope::BoxPublicKey& box, ByteView key) {
      return sealing::sealTo(box, key);
    });
    if (!sealed.empty()) items.emplace_back(envelope::KeyShare{id, std::move(sealed)});
  }
  return items;
}

InvitationKeys invitationKeys(ByteView secret) {
  const auto sign = sealing::derive(secret, signing::domains::invitationSign);
  const auto box = sealing::derive(secret, signing::domains::invitationBox);
  return {signing::SigningKey::fromSeed(sign.view()), sealing::BoxKey::fromSeed(box.view())};
}

Result<envelope::Change> makeJoin(const Author& author, const SpaceId& campaign,
                                  std::vector<ChangeId> parents, const envelope::ItemId& invite,
                                  const InvitationKeys& invitation, const envelope::BoxPublicKey& deviceBox,
                                  RandomSource& random) {
  if (!withinCounts(parents, {})) return fail(ErrorCode::TooLarge, "heads of a join");
  const auto header = headerOf(author, envelope::Kind::Join, campaign, std::move(parents), KeyId{});
  const auto message = envelope::joinMessage(campaign, invite, author.key.id(), deviceBox);
  const envelope::Join join{invite, deviceBox, invitation.sign.sign(signing::domains::signJoin, message)};
  std::array<std::uint8_t, envelope::nonceBytes> nonce{};
  random.fill(nonce);
  return envelope::finish(envelope::encodeAdditionalData(header, envelope::encodeItems({join})), nonce, {},
                          author.key);
}

} // namespace meridian::log
