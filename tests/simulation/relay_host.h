// A machine that runs a relay: the real mailbox over the real SQLite storage on a simulated disk, driven as
// the server drives it. It may also be hostile: what it says then goes through Hostility.
#pragma once

#include <filesystem>

#include "core/replica/access.h"
#include "sync/relay/storage_sqlite.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/heap.h"
#include "tests/simulation/hostility.h"
#include "tests/simulation/network.h"
#include "tests/simulation/small_files.h"

namespace meridian::sim {

class RelayHost {
 public:
  RelayHost(World& world, std::string name, std::uint64_t seed, std::filesystem::path folder);
  ~RelayHost();

  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] RelayId id() const { return RelayId{m_identity.publicKey()}; }
  [[nodiscard]] const signing::SigningKey& identity() const { return m_identity; }
  [[nodiscard]] const protocol::FoundingCode& code() const { return m_code; }

  [[nodiscard]] replica::RelayAddress address() const;

  void start(); // tries again later if the disk does not let it
  void die();   // the process is gone; starts again after a while
  void dieAt(std::uint64_t boundary) { m_disk.cutAt(boundary); }
  // The n-th frame that it says from now on is its last; it may be out or not.
  void dieAtSend(std::uint64_t n, bool frameIsOut);
  // The n-th allocation of SQLite's from now on fails, and `count` - 1 after it.
  void loseMemory(std::uint64_t n, std::uint64_t count) {
    m_memoryAt = n;
    m_memoryCount = count;
  }
  void loseHeap(const Heap::Shortage& shortage) { m_shortage = shortage; }
  void mend();
  [[nodiscard]] bool isUp() const { return m_mailbox != nullptr; }
  [[nodiscard]] std::uint64_t life() const { return m_life; }
  [[nodiscard]] Disk& disk() { return m_disk; }
  [[nodiscard]] SmallFiles& files() { return m_files; }
  [[nodiscard]] bool holds(const SpaceId& space, const ChangeId& change);

  // Hands it a change over a connection of somebody's own. Whether it took it.
  [[nodiscard]] bool takesFrom(const signing::SigningKey& by, const envelope::Change& change);

  // Faults of whole stores. `withMark`: what tells a restored store is restored along.
  struct Backup {
    Disk::Image disk, files;
  };
  [[nodiscard]] Backup backup() const;
  void restore(const Backup& backup, bool withMark);
  void wipe();
  // Says the truth from here on. If it ever did not, its operator gives the store a new life, so that
  // everybody compares; in full swing only if it gave receipts for what it threw away, which nothing else
  // could tell.
  void setHonest();
  void turnHonest(); // and nothing else: what it did is to mend itself

  Hostility hostility;
  WrongClock clock;

  // The network's side.
  [[nodiscard]] relay::ConnectionId connect(const std::shared_ptr<Line>& line);
  void disconnect(relay::ConnectionId id);
  void receive(const std::shared_ptr<Line>& line, Bytes frame);
  [[nodiscard]] std::vector<Bytes> take(const std::shared_ptr<Line>& line, std::size_t bytesMax);
  [[nodiscard]] bool closing(relay::ConnectionId id) const { return m_mailbox && m_mailbox->closing(id); }
  [[nodiscard]] bool mustPause(relay::ConnectionId id) const { return m_mailbox && m_mailbox->mustPause(id); }
  [[nodiscard]] Duration restOf(relay::ConnectionId id) const {
    return m_mailbox ? m_mailbox->restOf(id) : Duration{0};
  }

 private:
  [[nodiscard]] bool tryStart();
  void stop();
  void scheduleCommit();
  void explain(const Line& line, const Bytes& frame);
  void afterTouch(); // the disk may have gone under it
  void remember(ByteView frame);
  // Of what it says: what leaves before its machine stops, if it does.
  [[nodiscard]] std::vector<Bytes> leaving(std::vector<Bytes> taken);
  void checkPromises();
  template <class Work>
  void withMemory(Work work);

  World& m_world;
  std::string m_name;
  std::filesystem::path m_folder;
  Disk m_disk;
  SmallFiles m_files;
  SeededRandom m_random;
  Dice m_dice;
  signing::SigningKey m_identity;
  protocol::FoundingCode m_code;
  std::unique_ptr<relay::SqliteStorage> m_storage;
  std::unique_ptr<relay::Mailbox> m_mailbox;
  std::map<relay::ConnectionId, std::weak_ptr<Line>> m_lines;
  std::uint64_t m_life = 0;
  bool m_commitPosted = false, m_starting = false;
  std::uint64_t m_sends = 0, m_lastSend = UINT64_MAX;
  bool m_lastSendIsOut = false;
  std::uint64_t m_memoryAt = 0, m_memoryCount = 0;
  std::optional<Heap::Shortage> m_shortage;
  std::map<ChangeId, SpaceId> m_promised; // said to be stored, in this life of the store
};

} // namespace meridian::sim
