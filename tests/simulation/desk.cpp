#include "tests/simulation/desk.h"

#include <algorithm>

#include "core/crdt/text_diff.h"
#include "core/domain/rights.h"
#include "tests/simulation/heap.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/memory.h"
#include "tests/simulation/world.h"

namespace meridian::sim {
namespace {

// Whoever types has memory: a field that has none ends with its program.
struct Spared {
  const Heap::Spared heap;
  const SqliteMemory::Spared sqlite;
};

std::u32string patched(std::u32string text, const crdt::TextSession::Patches& patches) {
  for (auto patch = patches.rbegin(); patch != patches.rend(); ++patch)
    text.replace(patch->position, patch->removed, patch->inserted);
  return text;
}

std::set<char32_t> without(const std::u32string& text, const std::u32string& other) {
  std::set<char32_t> left(text.begin(), text.end());
  for (const char32_t c : other)
    left.erase(c);
  return left;
}

// The same text, once it is known where it lies.
app::OpenText at(app::OpenText where, const replica::Place& place) {
  where.space = place.space;
  where.entity = crdt::entityIdOf(place.entity);
  return where;
}

std::string hexOf(char32_t character) {
  std::string bytes;
  crdt::appendUtf8(bytes, character);
  return toHex(asBytes(bytes));
}

} // namespace

Desk::Desk(World& world, Machine& machine) : m_world(world), m_machine(machine) {}

void Desk::fail(const Field& field, const std::string& what) {
  m_world.fail(m_machine.name() + ", in the field " + field.name + ": " + what);
}

void Desk::after(Duration& last, std::function<void()> what) {
  const Duration now = m_world.timeline.now().time_since_epoch();
  last = std::max(last, now + Duration{m_machine.deskDice().between(0, 4'000)});
  m_machine.postAfter(last - now, std::move(what));
}

void Desk::onCore(std::function<void()> job) { after(m_lastOnCore, std::move(job)); }

void Desk::onScreen(std::function<void()> answer) {
  after(m_lastOnScreen, [answer = std::move(answer)] {
    const Spared spared;
    answer();
  });
}

void Desk::changed() {
  const Spared spared;
  if (std::exchange(m_noticed, true)) return;
  onScreen([this] {
    m_noticed = false;
    for (const auto& [name, field] : m_open)
      read(field);
  });
}

Desk::Open Desk::open(const app::OpenText& where) {
  auto name = where.space.hex().substr(0, 8) + "/" +
              (where.entity ? where.entity->hex().substr(0, 16) : "draft") + "/" +
              std::to_string(where.block) + "/" + std::string(domain::languageCode(where.lane));
  auto& field = m_open[name];
  if (field) return field;
  field = std::make_shared<Field>();
  field->where = where;
  field->name = std::move(name);
  if (auto kept = m_unsaved.extract(field->name); !kept.empty()) *field = std::move(kept.mapped());
  read(field);
  return field;
}

bool Desk::isOpen(const Open& field) const {
  const auto at = m_open.find(field->name);
  return at != m_open.end() && at->second == field;
}

void Desk::work(const app::OpenText& where, std::uint64_t seed) {
  const Spared spared;
  Dice dice(seed);
  const Open field = open(where);
  for (auto bursts = 1 + dice.below(3); bursts > 0; --bursts)
    onScreen([this, field, seed = dice.next()] {
      Dice its(seed);
      burst(field, its);
    });
  if (dice.chance(0.4)) onScreen([this, field] { close(field); });
}

void Desk::burst(const Open& field, Dice& dice) {
  if (!isOpen(field)) return;
  for (auto times = 1 + dice.below(6); times > 0; --times) {
    const auto what = dice.below(20);
    if (what < 3)
      takeBack(*field, false);
    else if (what < 5)
      takeBack(*field, true);
    else if (what < 6)
      read(field);
    else
      type(*field, dice);
  }
  if (dice.chance(0.8)) commit(field);
}

void Desk::type(Field& field, Dice& dice) {
  const std::size_t size = field.screen.size();
  const std::size_t at = dice.chance(0.5) ? field.cursor : dice.below(size + 1);
  std::size_t removed = 0;
  std::u32string inserted;
  if (at < size && dice.chance(0.3)) removed = 1 + dice.below(std::min<std::size_t>(size - at, 4));
  if (removed == 0 || dice.chance(0.3)) inserted = m_world.ledger.typeCharacters(1 + dice.below(6));
  for (const char32_t c : field.screen.substr(at, removed)) {
    field.removed.insert(c);
    if (auto* typed = m_world.ledger.find(c)) typed->removed = true;
  }
  field.typed.insert(inserted.begin(), inserted.end());
  field.words.edit(at, removed, inserted);
  field.screen.replace(at, removed, inserted);
  field.cursor = field.selected = at + inserted.size();
  if (dice.chance(0.2)) {
    field.cursor = dice.below(field.screen.size() + 1);
    field.selected = field.cursor + dice.below(field.screen.size() + 1 - field.cursor);
  }
}

void Desk::takeBack(Field& field, bool again) {
  const auto before = field.screen;
  show(field, again ? field.words.redo() : field.words.undo());
  const auto isOwn = [&](char32_t c) { return field.typed.contains(c) || field.removed.contains(c); };
  for (const char32_t c : without(before, field.screen)) {
    if (!isOwn(c)) fail(field, "undo takes back " + hexOf(c) + ", which somebody else typed");
    if (auto* typed = m_world.ledger.find(c)) typed->removed = true;
  }
  for (const char32_t c : without(field.screen, before)) {
    if (!isOwn(c)) fail(field, "undo puts back " + hexOf(c) + ", which somebody else removed");
    if (auto* typed = m_world.ledger.find(c)) typed->again = true;
  }
  field.cursor = field.selected = std::min(field.cursor, field.screen.size());
}

void Desk::show(Field& field, const crdt::TextSession::Patches& patches) {
  field.screen = patched(std::move(field.screen), patches);
  if (field.screen != field.words.shown()) fail(field, "the screen shows something else than its words");
}

void Desk::receive(Field& field, crdt::Text now) {
  const auto before = field.screen;
  const auto moved = field.words.receive(std::move(now));
  show(field, moved.patches);
  const auto isOne = [&](char32_t c) {
    const auto* typed = m_world.ledger.find(c);
    return typed != nullptr && !typed->again && field.screen.find(c) != std::u32string::npos;
  };
  const auto behind = [&](std::size_t place) {
    const std::size_t got = moved.behind[place];
    if (place > 0 && isOne(before[place - 1]) && field.screen.find(before[place - 1]) + 1 != got)
      fail(field, "a cursor leaves " + hexOf(before[place - 1]) + ", which it stood behind");
    return got;
  };
  const auto inFrontOf = [&](std::size_t place) {
    const std::size_t got = moved.before[place];
    if (place < before.size() && isOne(before[place]) && field.screen.find(before[place]) != got)
      fail(field, "a selection leaves " + hexOf(before[place]) + ", which it began with");
    return got;
  };
  const bool isSelection = field.cursor != field.selected;
  field.cursor = isSelection ? inFrontOf(field.cursor) : behind(field.cursor);
  field.selected = isSelection ? std::max(field.cursor, behind(field.selected)) : field.cursor;
}

void Desk::read(const Open& field) {
  if (!field->where.entity || field->words.inFlight()) return;
  onCore([this, field] {
    Result<crdt::Text> now;
    try {
      now = field->where.now(*m_machine.replica());
    } catch (const std::bad_alloc&) {
      const Spared spared;
      return m_machine.replica()->outOfMemory();
    }
    const Spared spared;
    if (!now) return; // it is read again with the next notice
    onScreen([this, field, now = std::move(*now)] {
      if (isOpen(field) && !field->words.inFlight()) receive(*field, now);
    });
  });
}

void Desk::commit(const Open& field) {
  field->words.pause();
  if (field->words.inFlight()) return;
  auto ops = field->words.gather(OpId{}, 0);
  if (!ops || ops->empty()) return;
  std::set<char32_t> inserted;
  for (const auto& op : *ops)
    if (const auto* insertion = std::get_if<crdt::InsertText>(&op))
      for (const char32_t c : crdt::toCodePoints(insertion->text))
        inserted.insert(c);
  field->landed = std::make_shared<std::optional<app::OpenText::Landed>>();
  onCore([this, field, where = field->where, ops = std::move(*ops), landed = field->landed,
          inserted = std::move(inserted)] {
    auto& replica = *m_machine.replica();
    app::OpenText::Written answer{meridian::fail(ErrorCode::OutOfMemory), {}};
    try {
      answer = where.write(replica, ops, *landed);
    } catch (const std::bad_alloc&) {
      const Spared spared;
      replica.outOfMemory();
    }
    const Spared spared;
    if (m_machine.disk().isCut()) return;
    (void)m_world.noteKept(m_machine);
    if (*landed) expectToRead(at(where, (*landed)->place), inserted, "what was written");
    onScreen([this, field, answer = std::move(answer)] { written(field, answer); });
  });
}

void Desk::written(const Open& field, app::OpenText::Written answer) {
  if (!isOpen(field)) return;
  if (*field->landed) {
    field->where = at(field->where, (*field->landed)->place);
    field->words.land((*field->landed)->change);
    if (!answer.now) return read(field);
    receive(*field, std::move(*answer.now));
  } else {
    field->words.giveBack();
    const auto& error = answer.done.error();
    if (error.code != ErrorCode::NotFound || !answer.now)
      return m_world.expectRefusal(m_machine.name() + " types", error);
    receive(*field, std::move(*answer.now));
  }
  if (field->words.pending())
    commit(field);
  else
    read(field);
}

void Desk::close(const Open& field) {
  if (!isOpen(field)) return;
  if (!field->words.inFlight()) commit(field);
  m_open.erase(field->name);
  if (!field->words.inFlight()) {
    if (field->words.pending()) m_unsaved.emplace(field->name, *field);
    return;
  }
  std::set<char32_t> last;
  for (const char32_t c : field->screen)
    if (field->typed.contains(c)) last.insert(c);
  onCore([this, field, landed = field->landed, last = std::move(last)] {
    auto& replica = *m_machine.replica();
    Result<void> done = meridian::fail(ErrorCode::OutOfMemory);
    try {
      done = field->where.writeLast(replica, field->words, *landed);
    } catch (const std::bad_alloc&) {
      const Spared spared;
      replica.outOfMemory();
    }
    const Spared spared;
    if (m_machine.disk().isCut()) return;
    (void)m_world.noteKept(m_machine);
    if (*landed) field->where = at(field->where, (*landed)->place);
    if (done) return expectToRead(field->where, last, "what stood in a field that was closed");
    m_world.expectRefusal(m_machine.name() + " closes a field", done.error());
    onScreen([this, field] {
      field->screen = field->words.shown();
      field->cursor = field->selected = 0;
      m_unsaved.emplace(field->name, *field);
    });
  });
}

void Desk::expectToRead(const app::OpenText& where, const std::set<char32_t>& characters,
                        const std::string& what) {
  auto& replica = *m_machine.replica();
  if (!where.entity) return;
  const auto now = where.now(replica);
  if (!now) return;
  const auto text = crdt::toCodePoints(now->utf8());
  for (const char32_t c : characters) {
    const auto& known = *m_world.ledger.find(c);
    const auto count = std::ranges::count(text, c);
    if (count > 1 && !known.again)
      m_world.fail(m_machine.name() + ": " + what + " stands twice, " + hexOf(c));
    if (count > 0 || known.removed) continue;
    // Without a change: not even noted as kept.
    const auto row = replica.file().changes.info(known.change);
    if (!known.change.isZero() && row && *row &&
        (*row)->effect == static_cast<std::uint8_t>(domain::Effect::Void))
      continue; // the right to it had ended, as turned out
    m_world.fail(m_machine.name() + ": " + what + " is not read, " + hexOf(c));
  }
}

} // namespace meridian::sim
