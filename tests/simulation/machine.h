// A person's machine: the real replica with its link to the relay, on a simulated disk, a wrong clock and a
// bad network. Its program can die at any write, sync or send, and starts again after a while.
//
// SQLite's files lie on the simulated disk, the few others (vault, key file, incarnation marker, sealed
// attachments) beside them in SmallFiles; one power feeds both.
#pragma once

#include <filesystem>
#include <functional>
#include <map>

#include "app/session/sync_link.h"
#include "tests/simulation/desk.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/heap.h"
#include "tests/simulation/network.h"
#include "tests/simulation/plan.h"
#include "tests/simulation/small_files.h"

namespace meridian::sim {

class Machine final : public app::Executor {
 public:
  Machine(World& world, Person person, std::uint64_t seed, std::filesystem::path folder);
  ~Machine() override;

  [[nodiscard]] const Person& person() const { return m_person; }
  [[nodiscard]] const std::string& name() const { return m_person.name; }
  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
  [[nodiscard]] std::uint64_t life() const { return m_life; }
  [[nodiscard]] replica::Replica* replica() { return m_replica.get(); } // null: the program does not run
  [[nodiscard]] app::SyncLink* link() { return m_link.get(); }
  [[nodiscard]] Desk* desk() { return m_desk.get(); } // null: nobody types here
  [[nodiscard]] Dice& deskDice() { return m_deskDice; }
  [[nodiscard]] Disk& disk() { return m_disk; }
  [[nodiscard]] SmallFiles& files() { return m_files; }

  // Starts the program; tries again later if the disk or the memory do not let it.
  void start();
  // The program is gone at once, as by a power cut or SIGKILL, and starts again after a while.
  void die();
  // The program ends in good order and starts again at once.
  void restart();
  // Its program is of the newest release from here on.
  void update();
  [[nodiscard]] bool isNewest() const { return m_reads == domain::vocabulary; }
  // Everything that the program of this `life` does. Afterwards it may be dead.
  void run(std::uint64_t life, const std::function<void()>& what);
  // What its person does, if the program runs; what was written leaves at once if there is a network.
  void act(const std::function<void(replica::Replica&)>& what);

  // An invitation that reached this person as a message.
  void receiveInvitation(replica::Invitation invitation);
  // Connects to the campaign's relay, if it has one and is not connected.
  void connect();
  // Works with this relay from here on, as the app does after its person named another one.
  void moveTo(RelayHost& relay);
  // Ends the connection and begins another, as after a file was taken in: what it brought is compared.
  void reconnect();

  // The n-th frame that it sends from now on is its last act; the frame may be out or not.
  void dieAtSend(std::uint64_t n, bool frameIsOut);
  // The program itself finds no memory, from its next piece of work on until so many allocations have failed.
  void loseHeap(const Heap::Shortage& shortage) { m_shortage = shortage; }
  // The n-th allocation of SQLite from now on fails, and `count` - 1 after it.
  void loseMemory(std::uint64_t n, std::uint64_t count);
  void mend(); // disk and memory
  // Called by the network; false: the program died before the frame was out.
  [[nodiscard]] bool leaves(ByteView frame);

  struct Backup {
    Disk::Image disk, files;
    std::set<ChangeId> held; // own changes of then
  };
  [[nodiscard]] Backup backup();
  void restore(const Backup& backup, bool withMarker);

  Connectivity connectivity;
  std::shared_ptr<WrongClock> clock;
  bool joined = false; // saw itself as a member once
  bool copied = false; // its disk was put back with all that could tell

  void post(std::function<void()> work) override { postAfter(Duration{0}, std::move(work)); }
  void postAfter(Duration delay, std::function<void()> work) override;

 private:
  void powerOn();
  [[nodiscard]] bool isLead() const;
  [[nodiscard]] Result<void> open();
  void stop();
  void noteProblem();
  // `what` with as much memory as there is.
  void withMemory(const std::function<void()>& what);
  void settle(); // after each run: is it still alive?
  void startLater();

  World& m_world;
  Person m_person;
  int m_reads; // of its program
  std::filesystem::path m_folder;
  Disk m_disk;
  SmallFiles m_files;
  std::shared_ptr<SeededRandom> m_random;
  Dice m_dice;
  std::map<std::uint64_t, std::function<void()>> m_work; // posted and not done
  std::uint64_t m_workCount = 0;
  std::unique_ptr<replica::Replica> m_replica;
  std::unique_ptr<app::SyncLink> m_link;
  std::unique_ptr<Desk> m_desk;
  Dice m_deskDice;
  std::optional<replica::Invitation> m_invitation;
  std::uint64_t m_life = 0;
  bool m_starting = false, m_running = false;
  bool m_reconnects = false; // soon, since a file brought something
  std::uint64_t m_sends = 0, m_lastSend = UINT64_MAX;
  bool m_lastSendIsOut = false;
  std::uint64_t m_memoryAt = 0, m_memoryCount = 0;
  std::optional<Heap::Shortage> m_shortage;
  std::optional<Error> m_problem; // of the link, as last said
};

} // namespace meridian::sim
