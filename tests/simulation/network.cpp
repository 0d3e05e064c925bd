#include "tests/simulation/network.h"

#include <algorithm>

#include "tests/simulation/machine.h"
#include "tests/simulation/relay_host.h"
#include "tests/simulation/world.h"

namespace meridian::sim {
namespace {

constexpr std::size_t windowBytes = 256 * 1024; // under way from a relay: what sockets and TLS hold

} // namespace

// The machine's end of a line.
class SimWire final : public app::Wire {
 public:
  SimWire(Network& network, std::shared_ptr<Line> line) : m_network(network), m_line(std::move(line)) {}
  ~SimWire() override { close(); }
  void send(Bytes frame) override {
    const Heap::Spared spared;
    if (m_line->open) m_network.sendUp(m_line, std::move(frame));
  }
  [[nodiscard]] std::size_t queuedBytes() const override { return m_line->queuedUp; }
  void close() override {
    const Heap::Spared spared;
    if (!std::exchange(m_line->open, false)) return;
    // The relay learns it later, if at all before its own patience ends.
    m_network.m_world.timeline.after(
        m_network.latency(*m_line->machine),
        [network = &m_network, line = m_line] { network->forgetAtRelay(*line); });
  }

 private:
  Network& m_network;
  std::shared_ptr<Line> m_line;
};

app::OpenWire Network::wires(Machine& machine) {
  return [this, &machine](const protocol::RelayAddress& address, app::Wire::Events events) {
    const Heap::Spared spared;
    auto line = std::make_shared<Line>();
    line->machine = &machine;
    line->life = machine.life();
    line->relay = m_world.relayOf(address.identity);
    line->events = std::move(events);
    m_lines.push_back(line);
    m_world.timeline.after(latency(machine) * 3, [this, line] { dial(line); });
    return std::make_unique<SimWire>(*this, line);
  };
}

void Network::dial(const std::shared_ptr<Line>& line) {
  if (!line->open) return;
  if (line->relay == nullptr || !line->relay->isUp() || line->machine->connectivity.offline) {
    line->machine->run(line->life, [line] {
      if (std::exchange(line->open, false)) line->events.closed({ErrorCode::RelayUnreachable, "no answer"});
    });
    return forgetAtRelay(*line);
  }
  line->relayLife = line->relay->life();
  line->id = line->relay->connect(line);
  line->machine->run(line->life, [line] {
    if (line->open) line->events.connected();
  });
  pull(line);
}

Duration Network::latency(const Machine& machine) {
  const auto& at = machine.connectivity;
  return Duration{m_dice.between(at.latencyMin.count(), at.latencyMax.count())};
}

Instant Network::arrival(const Machine& machine, Instant previous, std::size_t bytes) {
  const auto begins = std::max(m_world.timeline.now() + latency(machine), previous);
  return begins + Duration{static_cast<std::int64_t>(bytes) * 1000 / machine.connectivity.bytesPerSecond};
}

void Network::sendUp(const std::shared_ptr<Line>& line, Bytes frame) {
  if (!line->machine->leaves(frame)) return; // the machine stopped at this very moment
  m_world.trace.add(m_world.timeline.now(), frame);
  line->queuedUp += frame.size();
  line->upAt = arrival(*line->machine, line->upAt, frame.size());
  m_world.timeline.after(
      line->upAt - m_world.timeline.now(),
      [this, line, frame = std::move(frame)]() mutable { arriveUp(line, std::move(frame)); });
}

void Network::arriveUp(const std::shared_ptr<Line>& line, Bytes frame) {
  if (!line->open || !line->id || line->relayLife != line->relay->life()) return;
  if (line->machine->connectivity.offline) return breakLine(line, "stalled");
  if (m_dice.chance(line->machine->connectivity.breaksPerFrame)) return breakLine(line, "broke");
  line->queuedUp -= frame.size();
  line->unread.push_back(std::move(frame));
  receiveAtRelay(line);
  if (line->queuedUp == 0)
    line->machine->run(line->life, [line] {
      if (line->open) line->events.drained();
    });
}

void Network::receiveAtRelay(const std::shared_ptr<Line>& line) {
  while (line->id && !line->unread.empty()) {
    const auto rest = line->relay->restOf(*line->id);
    if (rest > Duration{0}) {
      m_world.timeline.after(rest, [this, line] { receiveAtRelay(line); });
      return;
    }
    if (line->relay->mustPause(*line->id)) return; // pull() calls again
    auto frame = std::move(line->unread.front());
    line->unread.pop_front();
    line->relay->receive(line, std::move(frame));
  }
}

void Network::pull(const std::shared_ptr<Line>& line) {
  const Heap::Spared spared;
  if (line->pulling || !line->id) return;
  line->pulling = true;
  m_world.timeline.after(Duration{0}, [this, line] {
    line->pulling = false;
    if (!line->id || line->relayLife != line->relay->life()) return;
    while (line->id && line->underWay < windowBytes) {
      auto frames = line->relay->take(line, windowBytes - line->underWay);
      if (frames.empty()) {
        if (line->id && line->underWay == 0 && line->relay->closing(*line->id))
          breakLine(line, "closed by the relay");
        break;
      }
      for (auto& frame : frames)
        sendDown(line, std::move(frame));
    }
    receiveAtRelay(line);
  });
}

void Network::sendDown(const std::shared_ptr<Line>& line, Bytes frame) {
  line->underWay += frame.size();
  line->downAt = arrival(*line->machine, line->downAt, frame.size());
  m_world.timeline.after(
      line->downAt - m_world.timeline.now(),
      [this, line, frame = std::move(frame)]() mutable { arriveDown(line, std::move(frame)); });
}

void Network::arriveDown(const std::shared_ptr<Line>& line, Bytes frame) {
  if (!line->open || !line->id) return;
  if (line->machine->connectivity.offline) return breakLine(line, "stalled");
  if (m_dice.chance(line->machine->connectivity.breaksPerFrame)) return breakLine(line, "broke");
  line->underWay -= frame.size();
  m_world.trace.add(m_world.timeline.now(), frame);
  line->machine->run(line->life, [line, &frame] {
    if (line->open) line->events.frame(std::move(frame));
  });
  pull(line);
}

void Network::breakLine(const std::shared_ptr<Line>& line, std::string why) {
  forgetAtRelay(*line);
  if (!line->open) return;
  m_world.say(line->machine->name() + "'s connection: " + why);
  const Duration noticed{m_dice.between(0, 30'000)};
  m_world.timeline.after(noticed, [line, why = std::move(why)] {
    line->machine->run(line->life, [&] {
      if (std::exchange(line->open, false)) line->events.closed({ErrorCode::RelayUnreachable, why});
    });
  });
}

void Network::forgetAtRelay(Line& line) {
  if (const auto id = std::exchange(line.id, std::nullopt); id && line.relayLife == line.relay->life())
    line.relay->disconnect(*id);
  std::erase_if(m_lines, [&](const auto& one) { return one.get() == &line; });
}

void Network::setOffline(Machine& machine, bool offline) {
  machine.connectivity.offline = offline;
  if (!offline) return;
  // What is silent for a minute is given up by both ends.
  m_world.timeline.after(std::chrono::minutes{1}, [this, &machine] {
    if (machine.connectivity.offline) breakLinesOf(machine);
  });
}

void Network::breakLinesOf(const Machine& machine) {
  for (const auto& line : std::vector(m_lines))
    if (line->machine == &machine) breakLine(line, "broke");
}

void Network::breakLinesTo(const RelayHost& relay) {
  for (const auto& line : std::vector(m_lines))
    if (line->relay == &relay) breakLine(line, "the relay went away");
}

} // namespace meridian::sim
