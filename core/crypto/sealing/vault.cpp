#include "core/crypto/sealing/vault.h"

#include <cassert>

#include <sys/stat.h>

#include "core/base/file.h"
#include "core/crypto/signing/domains.h"

namespace meridian::sealing {

namespace {

namespace domains = signing::domains;

constexpr std::string_view magic = "MERV";
constexpr std::uint8_t currentVersion = 1;
constexpr std::size_t slotSize = 1 + 4 + 4 + saltBytes + nonceBytes + keyBytes + tagBytes;
constexpr std::size_t vaultBytesMax = 4 + 1 + 16 + 32 + 1 + vaultSlotsMax * slotSize;
constexpr std::size_t keyFileBytes = 2 * keyBytes + 1;

template <std::size_t N>
std::array<std::uint8_t, N> arrayOf(ByteReader& in) {
  std::array<std::uint8_t, N> result{};
  const ByteView bytes = in.raw(N);
  std::copy(bytes.begin(), bytes.end(), result.begin());
  return result;
}

bool isKnown(std::uint8_t kind) { return kind >= 1 && kind <= 3; }

} // namespace

Vault::Created Vault::create(RandomSource& random) {
  Created created{{}, SecretBytes::random(keyBytes, random)};
  random.fill(created.vault.m_id);
  const SecretBytes check = derive(created.fileKey.view(), domains::vaultCheck, created.vault.m_id);
  std::copy_n(check.data(), check.size(), created.vault.m_check.begin());
  return created;
}

Result<Vault> Vault::parse(ByteView bytes) {
  ByteReader in(bytes);
  if (asText(in.raw(magic.size())) != magic) return fail(ErrorCode::Damaged, "not a vault");
  const std::uint8_t version = in.u8();
  if (in.ok() && version != currentVersion) {
    return fail(ErrorCode::UnsupportedFormat, "a vault of another version");
  }
  Vault vault;
  vault.m_id = arrayOf<16>(in);
  vault.m_check = arrayOf<32>(in);
  const std::size_t count = in.u8();
  if (count < 1 || count > vaultSlotsMax || in.remaining() != count * slotSize) {
    return fail(ErrorCode::Damaged, "a vault of another length");
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t kind = in.u8();
    if (!isKnown(kind)) return fail(ErrorCode::UnsupportedFormat, "an unknown kind of vault slot");
    Slot slot;
    slot.kind = SlotKind{kind};
    slot.kdf.cost.ops = in.u32();
    slot.kdf.cost.memKib = in.u32();
    slot.kdf.salt = arrayOf<saltBytes>(in);
    slot.nonce = arrayOf<nonceBytes>(in);
    slot.sealed = arrayOf<keyBytes + tagBytes>(in);
    const bool fits =
        slot.kind == SlotKind::Passphrase ? isAcceptable(slot.kdf.cost) : slot.kdf == KdfParameters{};
    if (!fits) return fail(ErrorCode::Damaged, "a vault slot with impossible costs");
    vault.m_slots.push_back(slot);
  }
  if (!in.done()) return fail(ErrorCode::Damaged, "a vault of another length");
  return vault;
}

Bytes Vault::encode() const {
  assert(!m_slots.empty());
  ByteWriter out;
  out.raw(asBytes(magic));
  out.u8(currentVersion);
  out.raw(m_id);
  out.raw(m_check);
  out.u8(static_cast<std::uint8_t>(m_slots.size()));
  for (const Slot& slot : m_slots) {
    out.u8(static_cast<std::uint8_t>(slot.kind));
    out.u32(slot.kdf.cost.ops);
    out.u32(slot.kdf.cost.memKib);
    out.raw(slot.kdf.salt);
    out.raw(slot.nonce);
    out.raw(slot.sealed);
  }
  return out.take();
}

Result<Vault> Vault::read(const std::filesystem::path& file) {
  const auto bytes = readFile(file, vaultBytesMax);
  if (bytes) return parse(*bytes);
  if (bytes.error().code == ErrorCode::TooLarge) return fail(ErrorCode::Damaged, "too large for a vault");
  return std::unexpected(bytes.error());
}

Result<void> Vault::write(const std::filesystem::path& file) const {
  return writeFileDurably(file, encode());
}

std::vector<SlotKind> Vault::slotKinds() const {
  std::vector<SlotKind> kinds;
  for (const Slot& slot : m_slots)
    kinds.push_back(slot.kind);
  return kinds;
}

Result<void> Vault::addPassphrase(const SecretBytes& fileKey, const SecretBytes& normalised, KdfCost cost,
                                  RandomSource& random) {
  if (auto may = mayAdd(fileKey); !may) return may;
  Slot slot;
  slot.kind = SlotKind::Passphrase;
  slot.kdf = newKdfParameters(cost, random);
  const auto secret = passphraseKey(normalised, slot.kdf);
  if (!secret) return std::unexpected(secret.error());
  add(fileKey, slot, *secret, random);
  return {};
}

Result<void> Vault::addKey(const SecretBytes& fileKey, SlotKind kind, const SecretBytes& key,
                           RandomSource& random) {
  assert(kind != SlotKind::Passphrase && key.size() == keyBytes);
  if (auto may = mayAdd(fileKey); !may) return may;
  Slot slot;
  slot.kind = kind;
  add(fileKey, slot, key, random);
  return {};
}

Result<void> Vault::removeSlot(std::size_t index) {
  if (index >= m_slots.size()) return fail(ErrorCode::NotFound, "no such vault slot");
  if (m_slots.size() == 1) return fail(ErrorCode::NotAllowed, "the last vault slot stays");
  m_slots.erase(m_slots.begin() + static_cast<std::ptrdiff_t>(index));
  return {};
}

Result<SecretBytes> Vault::openWithPassphrase(const SecretBytes& normalised) const {
  Result<SecretBytes> result = fail(ErrorCode::NotFound, "no passphrase opens this vault");
  for (const Slot& slot : m_slots) {
    if (slot.kind != SlotKind::Passphrase) continue;
    const auto secret = passphraseKey(normalised, slot.kdf);
    if (!secret) return std::unexpected(secret.error());
    result = openSlot(slot, *secret);
    if (result || result.error().code != ErrorCode::WrongKey) return result;
  }
  return result;
}

Result<SecretBytes> Vault::openWithKey(SlotKind kind, const SecretBytes& key) const {
  assert(kind != SlotKind::Passphrase && key.size() == keyBytes);
  Result<SecretBytes> result = fail(ErrorCode::NotFound, "no key of this kind opens this vault");
  for (const Slot& slot : m_slots) {
    if (slot.kind != kind) continue;
    result = openSlot(slot, key);
    if (result || result.error().code != ErrorCode::WrongKey) return result;
  }
  return result;
}

SecretBytes Vault::slotKey(SlotKind kind, const SecretBytes& secret) const {
  ByteWriter info;
  info.raw(m_id);
  info.u8(static_cast<std::uint8_t>(kind));
  return derive(secret.view(), domains::kdfVault, info.bytes());
}

Bytes Vault::additionalData(const Slot& slot) const {
  ByteWriter out;
  out.raw(asBytes(magic));
  out.u8(currentVersion);
  out.raw(m_id);
  out.u8(static_cast<std::uint8_t>(slot.kind));
  out.u32(slot.kdf.cost.ops);
  out.u32(slot.kdf.cost.memKib);
  out.raw(slot.kdf.salt);
  return out.take();
}

bool Vault::isFileKey(const SecretBytes& key) const {
  return key.size() == keyBytes &&
         derive(key.view(), domains::vaultCheck, m_id) == SecretBytes::copyOf(m_check);
}

Result<void> Vault::mayAdd(const SecretBytes& fileKey) const {
  if (!isFileKey(fileKey)) return fail(ErrorCode::WrongKey, "not the key of this vault");
  if (m_slots.size() >= vaultSlotsMax) return fail(ErrorCode::QuotaExceeded, "no more vault slots");
  return {};
}

void Vault::add(const SecretBytes& fileKey, Slot slot, const SecretBytes& secret, RandomSource& random) {
  random.fill(slot.nonce);
  const Bytes sealed = seal(slotKey(slot.kind, secret), slot.nonce, fileKey.view(), additionalData(slot));
  std::copy(sealed.begin(), sealed.end(), slot.sealed.begin());
  m_slots.push_back(slot);
}

Result<SecretBytes> Vault::openSlot(const Slot& slot, const SecretBytes& secret) const {
  auto fileKey = openSecret(slotKey(slot.kind, secret), slot.nonce, slot.sealed, additionalData(slot));
  if (!fileKey) return fail(ErrorCode::WrongKey, "a vault slot does not open");
  if (!isFileKey(*fileKey)) return fail(ErrorCode::Damaged, "a vault slot holds another key");
  return fileKey;
}

Result<SecretBytes> readKeyFile(const std::filesystem::path& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) return fail(ErrorCode::NotFound, "no key file");
  if (!S_ISREG(info.st_mode)) return fail(ErrorCode::Damaged, "a key file is a plain file");
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return fail(ErrorCode::KeyFileReadable, "a key file with access for others");
  }
  auto text = readFile(file, keyFileBytes);
  if (!text && text.error().code != ErrorCode::TooLarge) return std::unexpected(text.error());
  if (!text || text->size() != keyFileBytes || text->back() != '\n') {
    if (text) signing::wipe(*text);
    return fail(ErrorCode::Damaged, "a key file of another length");
  }
  auto key = fromHex(asText(*text).substr(0, 2 * keyBytes));
  signing::wipe(*text);
  if (!key) return fail(ErrorCode::Damaged, "a key file that is not hexadecimal");
  SecretBytes secret = SecretBytes::copyOf(*key);
  signing::wipe(*key);
  return secret;
}

Result<SecretBytes> readOrMakeKeyFile(const std::filesystem::path& file, RandomSource& random) {
  auto existing = readKeyFile(file);
  if (existing) {
    const auto named = syncFolderOf(file);
    if (!named && named.error().code != ErrorCode::ReadOnly) return std::unexpected(named.error());
    return existing;
  }
  if (existing.error().code != ErrorCode::NotFound) return existing;
  const SecretBytes key = SecretBytes::random(keyBytes, random);
  std::string text = toHex(key.view());
  text += '\n';
  const auto written = writeFileDurably(file, asBytes(text), IfExists::Refuse);
  signing::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  if (!written && written.error().code != ErrorCode::AlreadyExists) return std::unexpected(written.error());
  // Read back, because another process may have been the one that made it.
  return readKeyFile(file);
}

} // namespace meridian::sealing
