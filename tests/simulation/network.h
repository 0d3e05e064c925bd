// The network between machines and relays: connections that carry frames in order, slowly, and break.
//
// The protocol is a stream of frames over TLS, so that within a connection nothing is lost, doubled or out of
// order: a lossy network shows as connections that stall and break, with what was under way lost on either
// side.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>

#include "app/session/wire.h"
#include "sync/relay/mailbox.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/timeline.h"

namespace meridian::sim {

class Machine;
class RelayHost;
class World;

// How a machine is connected, at the moment.
struct Connectivity {
  Duration latencyMin{20}, latencyMax{200};
  double breaksPerFrame = 0; // of either direction
  std::int64_t bytesPerSecond = 1 << 20;
  bool offline = false; // partitioned from every relay
};

// One connection, from the moment of dialling until both ends have forgotten it.
struct Line : std::enable_shared_from_this<Line> {
  Machine* machine = nullptr;
  std::uint64_t life = 0; // of the machine's program
  RelayHost* relay = nullptr;
  std::uint64_t relayLife = 0;
  std::optional<relay::ConnectionId> id; // at the mailbox
  app::Wire::Events events;
  bool open = true;         // the machine's end
  std::size_t queuedUp = 0; // bytes that the machine's program handed over
  std::size_t underWay = 0; // bytes from the relay that have not arrived
  Instant upAt{}, downAt{}; // when the latest frame arrives
  std::deque<Bytes> unread; // that the relay does not read yet
  bool pulling = false;
};

class Network {
 public:
  explicit Network(World& world, std::uint64_t seed) : m_world(world), m_dice(seed, "network") {}

  // How the program of `machine` opens connections.
  [[nodiscard]] app::OpenWire wires(Machine& machine);
  // Its present connections stall, and break if that lasts.
  void setOffline(Machine& machine, bool offline);
  void breakLinesOf(const Machine& machine);
  void breakLinesTo(const RelayHost& relay);
  // The mailbox may have something for this line.
  void pull(const std::shared_ptr<Line>& line);
  void receiveAtRelay(const std::shared_ptr<Line>& line);

 private:
  friend class SimWire;
  void dial(const std::shared_ptr<Line>& line);
  void sendUp(const std::shared_ptr<Line>& line, Bytes frame);
  void arriveUp(const std::shared_ptr<Line>& line, Bytes frame);
  void sendDown(const std::shared_ptr<Line>& line, Bytes frame);
  void arriveDown(const std::shared_ptr<Line>& line, Bytes frame);
  // Both ends learn it, each in its time.
  void breakLine(const std::shared_ptr<Line>& line, std::string why);
  void forgetAtRelay(Line& line);
  [[nodiscard]] Duration latency(const Machine& machine);
  [[nodiscard]] Instant arrival(const Machine& machine, Instant previous, std::size_t bytes);

  World& m_world;
  Dice m_dice;
  std::vector<std::shared_ptr<Line>> m_lines;
};

} // namespace meridian::sim
