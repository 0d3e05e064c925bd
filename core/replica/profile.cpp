#include "core/replica/profile.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/crypto/sealing/vault.h"
#include "core/crypto/signing/system_random.h"
#include "core/domain/zone.h"
#include "core/replica/commands.h"
#include "core/replica/passphrase.h"
#include "core/replica/state.h"

namespace meridian::replica {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view vaultName = "profile.vault";
constexpr std::string_view fileName = "replica.db";
constexpr std::string_view blobsName = "blobs";
constexpr std::string_view lockName = "lock";

Result<void> makePrivate(const fs::path& directory) {
  if (auto made = makeFolders(directory); !made) return made;
  std::error_code error;
  fs::permissions(directory, fs::perms::owner_all, error);
  return {};
}

// SQLite gives its files what the umask leaves; those beside the first one get what that one has.
void keepPrivate(const fs::path& file) {
  std::error_code error;
  for (const std::string_view suffix : {"", "-wal", "-shm"})
    fs::permissions(fs::path(file).concat(suffix), fs::perms::owner_read | fs::perms::owner_write, error);
}

// Whoever lost a vault may find it again, so the file that it opens is put aside and not thrown away.
Result<void> setAsideFileWithoutVault(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  fs::path aside;
  for (int n = 1; aside.empty() || fs::exists(aside, error); ++n)
    aside = fs::path(file).concat(".without-vault-" + std::to_string(n));
  for (const std::string_view suffix : {"-wal", ""}) // what a crash leaves between the two is found again
    if (const auto from = fs::path(file).concat(suffix); fs::exists(from, error))
      if (fs::rename(from, fs::path(aside).concat(suffix), error); error)
        return fail(ErrorCode::ReadOnly, "cannot put a file without its vault aside");
  return {};
}

// A file that lies without its vault is no new profile.
Result<sealing::Vault> readVault(const fs::path& directory) {
  auto vault = sealing::Vault::read(directory / vaultName);
  if (vault || vault.error().code != ErrorCode::NotFound) return vault;
  if (auto lost = vaultLost(directory)) return std::unexpected(std::move(*lost));
  return vault;
}

sealing::SlotKind slotOf(Unlock::With with) {
  switch (with) {
  case Unlock::With::Passphrase:
    return sealing::SlotKind::Passphrase;
  case Unlock::With::KeyFile:
    return sealing::SlotKind::KeyFile;
  case Unlock::With::RawKey:
    break;
  }
  return sealing::SlotKind::Keychain;
}

Result<void> checkProfile(const ProfileInfo& info) {
  if (!domain::isZone(info.zone)) return fail(ErrorCode::UnknownZone);
  if (domain::isBlank(info.name)) return fail(ErrorCode::InvalidArgument, "a profile has a name");
  return checkText(info.name, limits::shortTextBytes);
}

// Of the first `among` slots.
Result<void> removeSlots(sealing::Vault& vault, sealing::SlotKind kind, std::size_t among) {
  const auto kinds = vault.slotKinds();
  for (std::size_t i = among; i-- > 0;)
    if (kinds[i] == kind)
      if (auto removed = vault.removeSlot(i); !removed) return removed;
  return {};
}

// A vault that has no such way in is opened by no key of that way; so is one whose bytes have changed.
Result<SecretBytes> wrongIfNone(Result<SecretBytes> opened) {
  if (!opened && opened.error().code == ErrorCode::NotFound)
    return fail(ErrorCode::WrongKey, std::move(opened.error().detail));
  return opened;
}

Result<SecretBytes> fileKey(const sealing::Vault& vault, const Unlock& unlock) {
  switch (unlock.with) {
  case Unlock::With::Passphrase: {
    auto normalised = sealing::normalisePassphrase(unlock.passphrase);
    if (!normalised) return std::unexpected(normalised.error());
    return wrongIfNone(vault.openWithPassphrase(*normalised));
  }
  case Unlock::With::KeyFile: {
    auto key = sealing::readKeyFile(unlock.keyFile);
    if (!key) return std::unexpected(key.error());
    return wrongIfNone(vault.openWithKey(sealing::SlotKind::KeyFile, *key));
  }
  case Unlock::With::RawKey:
    return wrongIfNone(vault.openWithKey(sealing::SlotKind::Keychain, unlock.rawKey));
  }
  return fail(ErrorCode::InvalidArgument);
}

Result<void> addSlot(sealing::Vault& vault, const SecretBytes& key, const Unlock& unlock,
                     RandomSource& random) {
  switch (unlock.with) {
  case Unlock::With::Passphrase: {
    auto normalised = newPassphrase(unlock.passphrase);
    if (!normalised) return std::unexpected(normalised.error());
    return vault.addPassphrase(key, *normalised, sealing::moderateCost, random);
  }
  case Unlock::With::KeyFile: {
    auto secret = sealing::readOrMakeKeyFile(unlock.keyFile, random);
    if (!secret) return std::unexpected(secret.error());
    return vault.addKey(key, sealing::SlotKind::KeyFile, *secret, random);
  }
  case Unlock::With::RawKey:
    return vault.addKey(key, sealing::SlotKind::Keychain, unlock.rawKey, random);
  }
  return fail(ErrorCode::InvalidArgument);
}

fs::path stateDirectory(const OpenOptions& options) {
  if (!options.incarnationDirectory.empty()) return options.incarnationDirectory;
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0')
    return fs::path(state) / "meridian";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".local" / "state" / "meridian";
  return options.directory;
}

OpenOptions complete(OpenOptions options) {
  if (!options.clock) options.clock = std::make_shared<SystemClock>();
  if (!options.random) options.random = std::make_shared<signing::SystemRandom>();
  return options;
}

} // namespace

Result<ProfileLock> ProfileLock::take(const fs::path& directory) {
  const int descriptor = ::open((directory / lockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::ReadOnly, "lock file");
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor);
    return fail(ErrorCode::ProfileInUse);
  }
  return ProfileLock(descriptor);
}

ProfileLock::~ProfileLock() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

ProfileLock::ProfileLock(ProfileLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

bool profileExists(const fs::path& directory) {
  std::error_code error;
  return fs::exists(directory / vaultName, error);
}

std::optional<Error> vaultLost(const fs::path& directory) {
  std::error_code error;
  if (profileExists(directory) || !fs::exists(directory / fileName, error)) return std::nullopt;
  return Error{ErrorCode::Damaged, std::string(vaultMissing)};
}

Result<UnlockWays> unlockWays(const fs::path& directory) {
  auto vault = readVault(directory);
  if (!vault) return std::unexpected(vault.error());
  UnlockWays found{.ways = {}, .vaultId = toHex(vault->id())};
  for (const auto kind : vault->slotKinds())
    for (const auto with : {Unlock::With::Passphrase, Unlock::With::KeyFile, Unlock::With::RawKey})
      if (kind == slotOf(with)) found.ways.push_back(with);
  return found;
}

Result<void> addUnlock(const fs::path& directory, const Unlock& existing, const Unlock& added) {
  auto vault = readVault(directory);
  if (!vault) return std::unexpected(vault.error());
  auto key = fileKey(*vault, existing);
  if (!key) return std::unexpected(key.error());
  signing::SystemRandom random;
  const auto older = vault->slotKinds().size();
  if (auto done = addSlot(*vault, *key, added, random); !done) return done;
  // A keychain keeps one key. The older one goes last: it may have been the only way in.
  if (added.with == Unlock::With::RawKey)
    if (auto done = removeSlots(*vault, sealing::SlotKind::Keychain, older); !done) return done;
  return vault->write(directory / vaultName);
}

Result<void> removeUnlock(const fs::path& directory, Unlock::With with) {
  auto vault = readVault(directory);
  if (!vault) return std::unexpected(vault.error());
  if (auto done = removeSlots(*vault, slotOf(with), vault->slotKinds().size()); !done) return done;
  return vault->write(directory / vaultName);
}

Replica::State::State(ProfileLock held, const OpenOptions& options,
                      std::unique_ptr<store::ReplicaFile> openedFile, store::BlobFiles files,
                      signing::SigningKey sign, sealing::BoxKey box, IncarnationMarker openedMarker)
    : lock(std::move(held)),
      directory(options.directory),
      clock(options.clock),
      random(options.random),
      file(std::move(openedFile)),
      blobs(std::move(files)),
      signKey(std::move(sign)),
      boxKey(std::move(box)),
      marker(std::move(openedMarker)),
      reads(options.reads),
      hlc(*clock, Hlc{}) {}

Result<std::unique_ptr<Replica>> Replica::create(const OpenOptions& given, const Unlock& unlock,
                                                 const ProfileInfo& info) {
  const OpenOptions options = complete(given);
  if (auto good = checkProfile(info); !good) return std::unexpected(good.error());
  if (profileExists(options.directory))
    return fail(ErrorCode::AlreadyExists, "there is a profile in this folder");
  if (auto made = makePrivate(options.directory); !made) return std::unexpected(made.error());
  {
    // Before the file is touched: another process may be filling it.
    auto lock = ProfileLock::take(options.directory);
    if (!lock) return std::unexpected(lock.error());
    if (profileExists(options.directory))
      return fail(ErrorCode::AlreadyExists, "there is a profile in this folder");
    if (auto kept = setAsideFileWithoutVault(options.directory / fileName); !kept)
      return std::unexpected(kept.error());
    // A try that stopped half-way left a file that no vault opens.
    if (auto removed = store::removeFile(options.directory / fileName, options.sqlite.vfs); !removed)
      return std::unexpected(removed.error());
    auto created = sealing::Vault::create(*options.random);
    if (auto added = addSlot(created.vault, created.fileKey, unlock, *options.random); !added)
      return std::unexpected(added.error());
    auto file = store::ReplicaFile::open(options.directory / fileName, created.fileKey, options.sqlite);
    if (!file) return std::unexpected(file.error());
    auto transaction = store::Transaction::begin((*file)->connection());
    if (!transaction) return std::unexpected(transaction.error());
    for (const auto name : {secret::sign, secret::box}) {
      auto put = (*file)->keys.putSecret(name, SecretBytes::random(32, *options.random));
      if (!put) return std::unexpected(put.error());
    }
    struct ProfileTag;
    const auto id = options.random->id<FixedId<ProfileTag, 16>>();
    if (auto set = (*file)->settings.set(setting::profileId, id.hex()); !set)
      return std::unexpected(set.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    // The vault last: a profile exists once everything that it opens is there.
    if (auto written = created.vault.write(options.directory / vaultName); !written)
      return std::unexpected(written.error());
  }
  auto replica = open(options, unlock);
  if (!replica) return replica;
  if (auto set = (*replica)->setProfile(info); !set) return std::unexpected(set.error());
  return replica;
}

Result<void> Replica::setProfile(const ProfileInfo& info) {
  if (auto good = checkProfile(info); !good) return good;
  // The cards first: by the profile as it was one knows what is still to be written.
  if (auto carried = carryToOwnCards(info); !carried) return carried;
  auto& settings = m_state->file->settings;
  auto transaction = store::Transaction::begin(m_state->file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  const std::string work = timeOfDayText(info.workFrom) + "-" + timeOfDayText(info.workTo);
  for (const auto& [name, value] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {setting::profileName, info.name},
           {setting::profileZone, info.zone},
           {setting::profileLanguage, domain::languageCode(info.language)},
           {setting::profileWork, work}})
    if (auto done = settings.set(name, value); !done) return done;
  return transaction->commit();
}

Result<std::unique_ptr<Replica>> Replica::open(const OpenOptions& given, const Unlock& unlock) {
  const OpenOptions options = complete(given);
  auto vault = readVault(options.directory);
  if (!vault) return std::unexpected(vault.error());
  auto lock = ProfileLock::take(options.directory);
  if (!lock) return std::unexpected(lock.error());
  // Whoever wrote it may have ended, or failed, before its name was durable.
  if (auto named = syncFolderOf(options.directory / vaultName); !named) return std::unexpected(named.error());
  auto key = fileKey(*vault, unlock);
  if (!key) return std::unexpected(key.error());
  // A file that is missing or was emptied is no new one.
  auto sqlite = options.sqlite;
  sqlite.create = false;
  auto file = store::ReplicaFile::open(options.directory / fileName, *key, sqlite);
  if (!file && file.error().code == ErrorCode::NotFound)
    return fail(ErrorCode::Damaged, "the replica file is missing");
  // The vault gave the right key, so it is the file that is wrong.
  if (!file && file.error().code == ErrorCode::WrongKey)
    return fail(ErrorCode::Damaged, "the replica file does not open with its own key");
  if (!file) return std::unexpected(file.error());
  keepPrivate(options.directory / fileName);
  auto sign = (*file)->keys.secret(secret::sign);
  auto box = (*file)->keys.secret(secret::box);
  if (!sign || !box) return std::unexpected(!sign ? sign.error() : box.error());
  if (!*sign || !*box) return fail(ErrorCode::Damaged, "the device's keys are missing");
  auto blobs = store::BlobFiles::open(options.directory / blobsName, (*file)->keys, *options.random);
  if (!blobs) return std::unexpected(blobs.error());

  auto marker = IncarnationMarker::open(stateDirectory(options), **file, *options.random);
  if (!marker) return std::unexpected(marker.error());

  auto state = std::make_unique<State>(std::move(*lock), options, std::move(*file), std::move(*blobs),
                                       signing::SigningKey::fromSeed((*sign)->view()),
                                       sealing::BoxKey::fromSeed((*box)->view()), std::move(*marker));
  auto last = state->file->settings.get(setting::hlc);
  if (!last) return std::unexpected(last.error());
  if (*last) state->hlc.restore(Hlc{std::strtoull((*last)->c_str(), nullptr, 10)});
  if (auto loaded = state->loadCampaigns(); !loaded) return std::unexpected(loaded.error());
  if (auto read = state->readWhatWasKept(); !read) return std::unexpected(read.error());
  return std::unique_ptr<Replica>(new Replica(std::move(state)));
}

} // namespace meridian::replica
