// The vault: the file beside a replica that wraps its random 256-bit file key, once per way to unlock it.
#pragma once

#include <filesystem>
#include <vector>

#include "core/crypto/sealing/kdf.h"

namespace meridian::sealing {

//   vault := magic "MERV" · version u8 (1) · vault_id 16 · check 32 · slot_count u8 (1 to 8) · slot ×
//   slot_count slot  := kind u8 · ops u32 · mem_kib u32 · salt 16 · nonce 24 · sealed 48
//
// check   = derive(file key, "meridian/1/vault/check", vault_id): tells the file key from any other.
// sealed  = the file key, sealed (aead.h) under the slot's key; additional data = magic · version · vault_id
// ·
//           the slot from kind to salt, so that a slot means nothing in another vault or with other costs.
// slot key = derive(secret, "meridian/1/kdf/vault", vault_id · kind), where the secret is Argon2id of the
//           passphrase (kind 1), or the 32 bytes that a key file or a keychain keeps (kinds 2 and 3); for
//           those ops, mem_kib and salt are zero.
enum class SlotKind : std::uint8_t { Passphrase = 1, KeyFile = 2, Keychain = 3 };

inline constexpr std::size_t vaultSlotsMax = 8;

// A value; nothing here is a secret but the keys that go in and come out. Not thread-safe.
class Vault {
 public:
  struct Created;
  // A new vault without slots, and the key that it will wrap.
  [[nodiscard]] static Created create(RandomSource& random);

  // Damaged, or UnsupportedFormat for another version or kind of slot. Costs of Argon2id out of bounds are
  // Damaged, so that opening never takes more memory or time than we would ask for ourselves.
  [[nodiscard]] static Result<Vault> parse(ByteView bytes);
  // REQUIRES: at least one slot
  [[nodiscard]] Bytes encode() const;
  // NotFound if there is no such file; beyond that as parse().
  [[nodiscard]] static Result<Vault> read(const std::filesystem::path& file);
  // Whole or not at all, and durable (core/base/file.h).
  [[nodiscard]] Result<void> write(const std::filesystem::path& file) const;

  [[nodiscard]] const std::array<std::uint8_t, 16>& id() const { return m_id; } // no secret
  [[nodiscard]] std::vector<SlotKind> slotKinds() const;

  // Adding: WrongKey if `fileKey` is not this vault's, QuotaExceeded beyond vaultSlotsMax.
  [[nodiscard]] Result<void> addPassphrase(const SecretBytes& fileKey, const SecretBytes& normalised,
                                           KdfCost cost, RandomSource& random);
  // REQUIRES: kind is KeyFile or Keychain, `key` is keyBytes long
  [[nodiscard]] Result<void> addKey(const SecretBytes& fileKey, SlotKind kind, const SecretBytes& key,
                                    RandomSource& random);
  // NotFound beyond the end; NotAllowed for the last slot, which would lock everybody out for ever.
  [[nodiscard]] Result<void> removeSlot(std::size_t index);

  // The file key. WrongKey if no slot of the kind opens, NotFound if there is none, Damaged if a slot opens
  // but holds another key than the vault's.
  [[nodiscard]] Result<SecretBytes> openWithPassphrase(const SecretBytes& normalised) const;
  [[nodiscard]] Result<SecretBytes> openWithKey(SlotKind kind, const SecretBytes& key) const;

 private:
  struct Slot {
    SlotKind kind = SlotKind::Passphrase;
    KdfParameters kdf;
    std::array<std::uint8_t, nonceBytes> nonce{};
    std::array<std::uint8_t, keyBytes + tagBytes> sealed{};
  };

  [[nodiscard]] SecretBytes slotKey(SlotKind kind, const SecretBytes& secret) const;
  [[nodiscard]] Bytes additionalData(const Slot& slot) const;
  [[nodiscard]] bool isFileKey(const SecretBytes& key) const;
  [[nodiscard]] Result<void> mayAdd(const SecretBytes& fileKey) const;
  void add(const SecretBytes& fileKey, Slot slot, const SecretBytes& secret, RandomSource& random);
  [[nodiscard]] Result<SecretBytes> openSlot(const Slot& slot, const SecretBytes& secret) const;

  std::array<std::uint8_t, 16> m_id{};
  std::array<std::uint8_t, 32> m_check{};
  std::vector<Slot> m_slots;
};

struct Vault::Created {
  Vault vault;
  SecretBytes fileKey;
};

// A key file holds 32 random bytes as 64 hexadecimal digits and a line end.
//
// NotFound, KeyFileReadable if group or others may read or write it, Damaged if it holds anything else.
[[nodiscard]] Result<SecretBytes> readKeyFile(const std::filesystem::path& file);
// Makes it with mode 0600 if it is missing; of two processes at once, both get the same key. Its name is
// durable then, whoever made it.
[[nodiscard]] Result<SecretBytes> readOrMakeKeyFile(const std::filesystem::path& file, RandomSource& random);

} // namespace meridian::sealing
