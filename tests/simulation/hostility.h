// What a hostile relay does to the frames that pass it. It has its own signing key and no other.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "sync/protocol/messages.h"
#include "tests/simulation/dice.h"

namespace meridian::sim {

class Hostility {
 public:
  // All rates are per frame, in thousandths; zero: honest.
  struct Rates {
    int withholdsTail = 0;    // the end of a batch, while the cursor moves on
    int reorders = 0;         // changes within a batch
    int replays = 0;          // a batch of before, again
    int movesSpace = 0;       // a batch to another space
    int flipsBit = 0;         // of a change or of a file's piece
    int liesAboutReceipt = 0; // confirms what it throws away
    int forgesReceipt = 0;    // with another time than the one that was signed
    // Per change: from here on this one and what follows it in its chain is hidden from one client, so that
    // a device's log, and each branch of it, looks different to each.
    int hidesBranch = 0;
    int liesAboutPositions = 0; // where it stands, and what stands at a number
    int liesAboutTips = 0;      // what it holds, when both compare
    int refusesForGood = 0;     // a good change, whether it keeps it or not
  };

  Hostility(std::uint64_t seed, const std::string& name) : m_dice(seed, name + "/hostility") {}

  Rates rates;
  [[nodiscard]] bool isHonest() const;

  // What the mailbox gets to hear of a client's frame, and what is answered in its stead.
  struct Heard {
    Bytes frame;
    bool answer = false;
  };
  [[nodiscard]] std::vector<Heard> hear(const Bytes& frame, const signing::SigningKey& identity, Instant now);
  // What the client gets to hear of the mailbox's.
  [[nodiscard]] std::vector<Bytes> say(Bytes frame, const std::string& to);

  void answer(const void* line, Bytes frame) { m_answers[line].push_back(std::move(frame)); }
  [[nodiscard]] std::vector<Bytes> answersFor(const void* line);
  // Changes whose receipt was a lie, of all time: what was promised of them counts for nothing.
  [[nodiscard]] const std::set<ChangeId>& lies() const { return m_lies; }
  [[nodiscard]] std::uint64_t count() const { return m_count; } // of hostile acts
  [[nodiscard]] bool saidWrongNumbers() const { return m_wrongNumbers; }

 private:
  [[nodiscard]] bool does(int perThousand);
  void flip(Bytes& bytes);
  [[nodiscard]] protocol::Refusal refusalOf(const ChangeId& change);
  void lie(protocol::Positions& positions);
  void lie(protocol::Tips& tips);
  [[nodiscard]] bool hides(const protocol::BatchEntry& entry, const std::string& from);

  Dice m_dice;
  std::vector<Bytes> m_past; // batches said before
  std::vector<SpaceId> m_spaces;
  std::map<const void*, std::vector<Bytes>> m_answers; // looked up, never walked
  std::set<ChangeId> m_lies;
  std::map<std::string, std::set<ChangeId>> m_hidden; // by whom they are hidden from
  bool m_wrongNumbers = false;
  std::uint64_t m_count = 0;
};

} // namespace meridian::sim
