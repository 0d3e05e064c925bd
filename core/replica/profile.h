// A profile on disk: one folder with the vault, the encrypted replica file, the sealed attachments and a
// lock. One process at a time.
//
//   profile.vault   the file key, wrapped once per way of unlocking (core/crypto/sealing/vault.h)
//   replica.db      SQLCipher; beside it its write-ahead log
//   blobs/          sealed attachments
//   lock            held by the running process
// The incarnation marker lies outside the folder (see incarnationFile below), so that a copy of the folder
// restored from a backup is noticed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/crypto/signing/secret_bytes.h"
#include "core/domain/bilingual.h"
#include "core/domain/schema.h"
#include "core/store/replica_file.h"

namespace meridian::replica {

// How a profile is unlocked.
struct Unlock {
  enum class With : std::uint8_t { Passphrase, KeyFile, RawKey } with = With::Passphrase;
  std::string passphrase;        // as typed; normalised here; a new one: 12 characters
  std::filesystem::path keyFile; // made with mode 0600 if it is missing and the profile is new
  SecretBytes rawKey;            // 32 bytes, from the system's keychain
};

struct ProfileInfo {
  std::string name;
  std::string zone; // IANA
  domain::Language language = domain::Language::En;
  std::chrono::minutes workFrom{9 * 60}, workTo{18 * 60};
};

struct OpenOptions {
  std::filesystem::path directory;
  // Where the incarnation marker lies; empty: the user's state folder ($XDG_STATE_HOME/meridian).
  std::filesystem::path incarnationDirectory;
  std::shared_ptr<const Clock> clock;   // empty: the system's
  std::shared_ptr<RandomSource> random; // empty: libsodium's
  store::FileOptions sqlite;
  // A release that reads less, for whoever looks at how it goes along with this one.
  int reads = domain::vocabulary;
};

// Whether the folder holds a profile.
[[nodiscard]] bool profileExists(const std::filesystem::path& directory);
// Where a file lies whose vault is gone: Damaged (vaultMissing). Nothing else opens it; a new profile puts it
// aside.
[[nodiscard]] std::optional<Error> vaultLost(const std::filesystem::path& directory);
inline constexpr std::string_view vaultMissing = "profile.vault is missing";
// Ways in which the profile can be unlocked, without opening it.
struct UnlockWays {
  std::vector<Unlock::With> ways;
  std::string vaultId; // hexadecimal; no secret: what a keychain's entry is named by
};
[[nodiscard]] Result<UnlockWays> unlockWays(const std::filesystem::path& directory);
// Adds a way to unlock: the profile must be openable with `existing`. A keychain's key takes the place of
// the one before.
[[nodiscard]] Result<void> addUnlock(const std::filesystem::path& directory, const Unlock& existing,
                                     const Unlock& added);
// Takes a way to unlock away, needing none. NotAllowed for the last one; nothing if there is no such way.
[[nodiscard]] Result<void> removeUnlock(const std::filesystem::path& directory, Unlock::With with);

} // namespace meridian::replica
