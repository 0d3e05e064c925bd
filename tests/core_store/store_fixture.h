// Changes and files for the tests of this room.
#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <memory>

#include "core/crdt/op.h"
#include "core/crypto/signing/hash.h"
#include "core/envelope/change.h"
#include "core/sqlite/transaction.h"
#include "core/store/replica_file.h"

namespace meridian::store::testing {

// An id that says in its first bytes which one it is.
template <class Id>
Id idOf(std::uint64_t number) {
  Id id;
  id.bytes.fill(0x5a);
  for (std::size_t i = 0; i < 8; ++i)
    id.bytes[i] = static_cast<std::uint8_t>(number >> (8 * (7 - i)));
  return id;
}

inline signing::SigningKey deviceKey(std::uint64_t number) {
  return signing::SigningKey::fromSeed(idOf<ChangeId>(number).view());
}

// One device's chain of content changes in one space.
class Author {
 public:
  Author(std::uint64_t number, SpaceId space) : m_number(number), m_key(deviceKey(number)), m_space(space) {}

  // A copy of its disk: goes on from the same place under the same name.
  Author copy() const {
    Author twin(m_number, m_space);
    twin.m_at = m_at;
    return twin;
  }
  envelope::Change write(ByteView sealed) {
    envelope::Change change = make(m_at.seq + 1, m_at.id, sealed);
    m_at = {.seq = m_at.seq + 1, .id = change.id()};
    return change;
  }
  envelope::Change write(std::string_view sealed = "a sealed part that nobody opens here") {
    return write(asBytes(sealed));
  }
  envelope::Change make(std::uint64_t seq, const ChangeId& prev, ByteView sealed) const {
    envelope::Header header;
    header.kind = static_cast<std::uint8_t>(envelope::Kind::Content);
    header.space = m_space;
    header.device = m_key.id();
    header.incarnation = idOf<Incarnation>(7);
    header.seq = seq;
    header.prev = prev;
    header.keyId = idOf<KeyId>(3);
    const Bytes nonce(envelope::nonceBytes, 9);
    auto change = envelope::finish(envelope::encodeAdditionalData(header, {}), nonce, sealed, m_key);
    if (!change) qFatal("a change of the test is not one: %s", change.error().detail.c_str());
    return std::move(*change);
  }
  DeviceId device() const { return m_key.id(); }
  envelope::ChainKey chain() const {
    return {.space = m_space, .device = m_key.id(), .incarnation = idOf<Incarnation>(7)};
  }

 private:
  std::uint64_t m_number;
  signing::SigningKey m_key;
  SpaceId m_space;
  envelope::ChainPosition m_at;
};

inline ChangeRow rowOf(const envelope::Change& change, Stage stage = Stage::Applied) {
  return {.change = change, .space = change.space(), .stage = stage, .effect = 1};
}

// A profile's file in a directory of its own.
class Profile {
 public:
  Profile() : key(SecretBytes::copyOf(idOf<KeyId>(42).view())) { reopen(); }
  void reopen() {
    file.reset();
    auto opened = ReplicaFile::open(path(), key);
    if (!opened) qFatal("the replica file does not open: %s", opened.error().detail.c_str());
    file = std::move(*opened);
  }
  std::filesystem::path path() const { return directory() / "replica.db"; }
  std::filesystem::path directory() const { return m_directory.path().toStdString(); }
  ReplicaFile* operator->() { return file.get(); }
  // Runs `work` and commits.
  template <class Work>
  void commit(Work work) {
    auto transaction = sqlite::Transaction::begin(file->connection());
    if (!transaction) qFatal("no transaction: %s", transaction.error().detail.c_str());
    work();
    if (auto done = transaction->commit(); !done) qFatal("no commit: %s", done.error().detail.c_str());
  }

  SecretBytes key;
  std::unique_ptr<ReplicaFile> file;

 private:
  QTemporaryDir m_directory;
};

// For QCOMPARE of what must succeed: the stable name of the error, or "ok".
template <class T>
std::string outcome(const Result<T>& result) {
  return result ? "ok" : std::string(errorName(result.error().code));
}
inline std::string outcome(const std::unexpected<Error>& error) {
  return std::string(errorName(error.error().code));
}

} // namespace meridian::store::testing
