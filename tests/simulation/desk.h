// What somebody has open in fields of their app: words that are typed, on their way to the replica, written,
// or kept because they could not be. It does what app/view_models/live_text.h does, without a screen: the
// fields are of one thread, the replica of another, and neither waits for the other. Ends with the program.
//
// Every character that is typed is the only one of its kind (Ledger::character()), so that a text says by
// itself what became of it, and the desk can say at once what must not be:
//   what others write moves neither cursor nor selection off the characters that they stand at,
//   undo takes back what was typed here and puts back what was removed here, and nothing else,
//   what was written is read, and what stood in a field that was closed is written or kept.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "app/session/open_text.h"
#include "tests/simulation/dice.h"

namespace meridian::sim {

class Machine;
class World;

class Desk {
 public:
  Desk(World& world, Machine& machine);

  // Somebody works in this field for a while from now on, which is opened if it is not, and perhaps closed at
  // the end.
  void work(const app::OpenText& where, std::uint64_t seed);
  // The replica has something new: what is open is read again in a moment.
  void changed();

 private:
  struct Field {
    app::OpenText where;
    std::string name;
    crdt::TextSession words;
    std::u32string screen;
    std::size_t cursor = 0, selected = 0; // up to here, from the cursor
    std::set<char32_t> typed, removed;    // here
    std::shared_ptr<std::optional<app::OpenText::Landed>> landed;
  };
  using Open = std::shared_ptr<Field>;

  // In the order of these calls; the one who waits may type meanwhile.
  void onCore(std::function<void()> job);
  void onScreen(std::function<void()> answer);
  void after(Duration& last, std::function<void()> what);

  Open open(const app::OpenText& where);
  [[nodiscard]] bool isOpen(const Open& field) const;
  void burst(const Open& field, Dice& dice);
  void type(Field& field, Dice& dice);
  void takeBack(Field& field, bool again);
  void show(Field& field, const crdt::TextSession::Patches& patches);
  void receive(Field& field, crdt::Text now);
  void read(const Open& field);
  void commit(const Open& field);
  void written(const Open& field, app::OpenText::Written answer);
  void close(const Open& field);
  // Of what was just written all can be read.
  void expectToRead(const app::OpenText& where, const std::set<char32_t>& characters,
                    const std::string& what);
  void fail(const Field& field, const std::string& what);

  World& m_world;
  Machine& m_machine;
  std::map<std::string, Open> m_open;
  std::multimap<std::string, Field> m_unsaved;
  Duration m_lastOnCore{}, m_lastOnScreen{}; // since the world began
  bool m_noticed = false;
};

} // namespace meridian::sim
