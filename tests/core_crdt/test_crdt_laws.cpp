// The laws of each thing that merges, over random histories: its state is a function of the set of ops. So
// merging is commutative, associative and idempotent, and replicas agree whatever arrives first, also where
// an op arrives before what it names.
#include <QtTest>
#include <rapidcheck.h>

#include "core/crdt/order.h"
#include "core/crdt/register.h"
#include "core/crdt/set.h"
#include "tests/core_crdt/world.h"

namespace test_crdt_laws {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

const EntityRef brief = KeyedEntity{7, {1}};
constexpr std::uint32_t field = 1;

// What a few people did to one field, meeting now and then: its ops in an order that respects causality.
struct History {
  std::vector<std::shared_ptr<const Change>> changes;
  std::vector<ContextualOp> ops;

  template <class Act>
  History(Rng& rng, const Act& act) {
    std::vector<Replica> people(3, Replica(brief));
    for (int step = 0; step < 20; ++step) {
      auto& one = people[below(rng, people.size())];
      if (below(rng, 3) == 0)
        one.pull(people[below(rng, people.size())]);
      else
        act(one, rng);
    }
    for (const auto& other : people)
      people.front().pull(other);
    changes = people.front().changes();
    ops = contextOf(changes);
  }
};

// The same ops shuffled, some of them more than once.
std::vector<ContextualOp> scrambled(std::vector<ContextualOp> ops, Rng& rng) {
  for (std::size_t n = below(rng, ops.size() + 1); n > 0; --n)
    ops.push_back(ops[below(rng, ops.size())]);
  std::shuffle(ops.begin(), ops.end(), rng);
  return ops;
}

template <class State>
State grown(const std::vector<ContextualOp>& ops) {
  State state;
  for (const auto& op : ops) {
    if constexpr (std::same_as<State, MultiValueRegister>) {
      if (const auto* write = std::get_if<SetRegister>(op.op)) state.add(op.id, op.hlc, *write);
    } else {
      if (const auto* add = std::get_if<AddToSet>(op.op)) state.add(op.id, *add);
      if (const auto* removal = std::get_if<RemoveFromSet>(op.op)) state.remove(op.id, *removal);
    }
  }
  return state;
}

std::vector<std::pair<OpId, Bytes>> shown(const MultiValueRegister& state) {
  std::vector<std::pair<OpId, Bytes>> all;
  for (const auto* write : state.ranked())
    all.emplace_back(write->id, *encodeValue(write->value));
  return all;
}
std::vector<Bytes> shown(const AddWinsSet& state) {
  std::vector<Bytes> all;
  for (const auto& element : state.elements())
    all.push_back(*encodeValue(element));
  return all;
}

// Commutative, associative, idempotent: three parts, in any order and any grouping, each as often as one
// likes.
template <class State>
void checkLaws(const std::vector<ContextualOp>& ops, Rng& rng) {
  const auto expected = shown(grown<State>(ops));
  RC_ASSERT(shown(grown<State>(scrambled(ops, rng))) == expected);
  std::vector<std::vector<ContextualOp>> parts(3);
  for (const auto& op : ops)
    parts[below(rng, parts.size())].push_back(op);
  for (const auto& order : {std::array{0, 1, 2}, std::array{2, 1, 0}, std::array{1, 0, 2}}) {
    std::vector<ContextualOp> merged;
    for (const auto part : order)
      for (const auto twice : {false, true}) {
        (void)twice;
        std::ranges::copy(parts[static_cast<std::size_t>(part)], std::back_inserter(merged));
      }
    RC_ASSERT(shown(grown<State>(merged)) == expected);
  }
}

// A list that a few people see and change, meeting now and then. Each item is an entity with a register for
// its place, and one that says that it is gone.
class SharedList {
 public:
  static constexpr std::uint32_t placeField = 1, goneField = 2;
  using Items = std::vector<std::pair<Bytes, int>>; // key and number, in the order of the list
  struct Placing {
    std::optional<int> before, after; // the neighbours that it was put between
  };

  static EntityRef entityOf(int item) { return KeyedEntity{7, {static_cast<std::uint8_t>(item + 1)}}; }

  void act(Rng& rng) {
    const auto who = below(rng, m_people.size());
    auto& one = m_people[who];
    const auto seen = seenBy(one);
    const auto what = below(rng, 10);
    if (what < 2) {
      one.pull(m_people[below(rng, m_people.size())]);
    } else if (what < 6 || seen.empty()) {
      m_placings.emplace_back();
      put(who, made() - 1, rng);
    } else if (const int item = seen[below(rng, seen.size())].second; what < 9) {
      put(who, item, rng);
    } else {
      one.write(stateOf(one, item).write(goneField, true), rng);
      m_removed.insert(item);
    }
  }
  Items afterAllMet() {
    for (auto& to : m_people)
      for (const auto& from : m_people)
        to.pull(from);
    return seenBy(m_people.front());
  }
  [[nodiscard]] Items seenBy(const Replica& one) const { return shown(contextOf(one.changes())); }
  [[nodiscard]] Items shown(const std::vector<ContextualOp>& ops) const {
    Items items;
    for (int item = 0; item < made(); ++item) {
      const auto state = EntityState::merge(entityIdOf(entityOf(item)), ops);
      Bytes key = state.value(placeField).bytesOr({});
      if (!key.empty() && !state.value(goneField).boolOr(false)) items.emplace_back(std::move(key), item);
    }
    std::ranges::sort(items);
    return items;
  }
  [[nodiscard]] const std::vector<Replica>& people() const { return m_people; }
  [[nodiscard]] int made() const { return static_cast<int>(m_placings.size()); }
  // Where an item was put, by whomever; the first time, it was new.
  [[nodiscard]] const std::vector<Placing>& placings(int item) const {
    return m_placings[static_cast<std::size_t>(item)];
  }
  [[nodiscard]] const std::set<int>& removed() const { return m_removed; }

 private:
  static EntityState stateOf(const Replica& one, int item) {
    return EntityState::merge(entityIdOf(entityOf(item)), contextOf(one.changes()));
  }
  // Somewhere among what this person sees.
  void put(std::size_t who, int item, Rng& rng) {
    auto& one = m_people[who];
    auto others = seenBy(one);
    std::erase_if(others, [&](const auto& other) { return other.second == item; });
    const std::size_t at = below(rng, others.size() + 1);
    Placing placing;
    std::optional<ByteView> before, after;
    if (at > 0) before = others[at - 1].first, placing.before = others[at - 1].second;
    if (at < others.size()) after = others[at].first, placing.after = others[at].second;
    const Bytes key = orderKeyBetween(before, after, Bytes{static_cast<std::uint8_t>(who + 1), 7});
    RC_ASSERT(isOrderKey(key));
    one.write(stateOf(one, item).write(placeField, Value(key)), rng);
    m_placings[static_cast<std::size_t>(item)].push_back(placing);
  }

  std::vector<Replica> m_people = std::vector<Replica>(3, Replica(brief));
  std::vector<std::vector<Placing>> m_placings;
  std::set<int> m_removed;
};

} // namespace

class TestCrdtLaws : public QObject {
  Q_OBJECT

 private slots:
  void aRegisterKeepsWhatNobodyReplacedAndShowsTheGreatest() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const History history(
          rng, [](Replica& one, Rng& dice) { one.write(one.state().write(field, word(dice)), dice); });
      checkLaws<MultiValueRegister>(history.ops, rng);
      // As the definition says it.
      std::set<OpId> current, replaced;
      for (const auto& op : history.ops) {
        current.insert(op.id);
        for (const auto& id : std::get<SetRegister>(*op.op).replaces)
          if (mayHaveSeen(op.id, id)) replaced.insert(id);
      }
      for (const auto& id : replaced)
        current.erase(id);
      const auto state = grown<MultiValueRegister>(history.ops);
      const auto ids = state.currentIds();
      RC_ASSERT(std::set<OpId>(ids.begin(), ids.end()) == current);
      if (history.ops.empty()) return;
      const auto greatest = std::ranges::max(history.ops, {}, [&](const ContextualOp& op) {
        return std::tuple(current.contains(op.id), op.hlc, op.id);
      });
      RC_ASSERT(state.value() == std::get<SetRegister>(*greatest.op).value);
    }));
  }

  void aSetHoldsWhatWasAddedAndNotSeenByARemoval() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const History history(rng, [](Replica& one, Rng& dice) {
        const int element = static_cast<int>(below(dice, 4));
        one.write(below(dice, 3) == 0 ? one.state().remove(field, element) : one.state().add(field, element),
                  dice);
      });
      checkLaws<AddWinsSet>(history.ops, rng);
      std::set<OpId> removed;
      std::set<Bytes> expected;
      for (const auto& op : history.ops)
        if (const auto* removal = std::get_if<RemoveFromSet>(op.op))
          for (const auto& id : removal->observed)
            if (mayHaveSeen(op.id, id)) removed.insert(id);
      for (const auto& op : history.ops)
        if (const auto* add = std::get_if<AddToSet>(op.op); add && !removed.contains(op.id))
          expected.insert(*encodeValue(add->element));
      const auto there = shown(grown<AddWinsSet>(history.ops));
      RC_ASSERT(std::set<Bytes>(there.begin(), there.end()) == expected);
      RC_ASSERT(there.size() == expected.size());
    }));
  }

  void aTextTakenOpByOpInAnyOrderIsTheTextOfAllOps() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const History history(rng, [](Replica& one, Rng& dice) {
        const EntityState now = one.state();
        const Text& text = now.textOf(field);
        if (below(dice, 3) == 0) {
          const std::size_t from = below(dice, text.size() + 1);
          one.write(text.erase(brief, field, from, below(dice, text.size() - from + 1)), dice);
        } else {
          one.write(text.insertAt(brief, field, below(dice, text.size() + 1), word(dice)), dice);
        }
      });
      const Text whole(history.ops);
      RC_ASSERT(Text(scrambled(history.ops, rng)).utf8() == whole.utf8());
      auto order = history.ops;
      std::shuffle(order.begin(), order.end(), rng);
      Text grownText;
      for (std::size_t i = 0; i < order.size(); ++i)
        if (!grownText.apply(order[i])) grownText = Text(std::span(order).first(i + 1));
      RC_ASSERT(grownText.utf8() == whole.utf8());
      // Nothing is in it that nobody typed.
      std::string typed;
      for (const auto& op : history.ops)
        if (const auto* insertion = std::get_if<InsertText>(op.op)) typed += insertion->text;
      RC_ASSERT(whole.utf8().size() <= typed.size());
    }));
  }

  // What is void shows nothing and deletes nothing, and what was written beside it stands where it stood.
  void aVoidOpKeepsItsPlaceInAText() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const History history(rng, [](Replica& one, Rng& dice) {
        const EntityState now = one.state();
        const Text& text = now.textOf(field);
        one.write(text.insertAt(brief, field, below(dice, text.size() + 1), word(dice)), dice);
      });
      if (history.changes.empty()) return;
      const auto voided = history.changes[below(rng, history.changes.size())]->id;
      auto ops = history.ops;
      for (auto& op : ops)
        op.counts = op.id.change != voided;
      const Text all(history.ops), without(ops);
      // Characters that count, in their order, are those of the whole text that the void change did not type.
      std::vector<ElementId> expected, found;
      for (std::size_t i = 0; i < all.size(); ++i)
        if (all.elementAt(i).change != voided) expected.push_back(all.elementAt(i));
      for (std::size_t i = 0; i < without.size(); ++i)
        found.push_back(without.elementAt(i));
      RC_ASSERT(found == expected);
      RC_ASSERT(Text(scrambled(ops, rng)).utf8() == without.utf8());
    }));
  }

  // Several people move, insert and remove the same items offline: one order everywhere, nothing lost or
  // doubled, and what was put between two others that nobody moved is between them.
  void aListHasOneOrderAndEveryItemOnce() {
    std::size_t settled = 0, movedByTwo = 0, goneForOthers = 0; // that came about, in all
    QVERIFY(rc::check([&](std::uint64_t seed) {
      Rng rng(seed);
      SharedList list;
      for (int step = 0; step < 40; ++step)
        list.act(rng);
      const auto expected = list.afterAllMet();
      const auto& people = list.people();
      for (const auto& one : people)
        RC_ASSERT(list.seenBy(one) == expected);
      const auto ops = contextOf(people.front().changes());
      RC_ASSERT(list.shown(scrambled(ops, rng)) == expected);
      std::set<int> there;
      for (const auto& [key, item] : expected)
        RC_ASSERT(there.insert(item).second);
      for (int item = 0; item < list.made(); ++item)
        RC_ASSERT(there.contains(item) != list.removed().contains(item));

      std::map<int, std::size_t> at;
      for (std::size_t i = 0; i < expected.size(); ++i)
        at[expected[i].second] = i;
      const auto stands = [&](int item) { return at.contains(item) && list.placings(item).size() == 1; };
      for (const auto& [item, place] : at) {
        if (list.placings(item).size() > 2)
          continue; // put there, and moved once at most: the later one holds
        const auto [before, after] = list.placings(item).back();
        for (const auto& [neighbour, first] : {std::pair(before, true), std::pair(after, false)}) {
          if (!neighbour || !stands(*neighbour)) continue;
          RC_ASSERT((first ? at[*neighbour] < place : place < at[*neighbour]));
          ++settled;
        }
      }
      for (int item = 0; item < list.made(); ++item) {
        const auto state = EntityState::merge(entityIdOf(SharedList::entityOf(item)), ops);
        movedByTwo += state.conflicting(SharedList::placeField);
        goneForOthers += list.removed().contains(item) && list.placings(item).size() > 1;
      }
    }));
    QVERIFY2(settled > 400 && movedByTwo > 20 && goneForOthers > 50,
             qPrintable(QString("%1 %2 %3").arg(settled).arg(movedByTwo).arg(goneForOthers)));
  }

  // An entity is merged from whatever arrived, whenever: any part of the ops gives a state, and all give the
  // same.
  void anEntityConvergesWhateverArrivesFirst() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const History history(rng, [](Replica& one, Rng& dice) { one.act(dice); });
      const auto id = entityIdOf(brief);
      const auto expected = EntityState::merge(id, history.ops).canonicalBytes();
      auto ops = scrambled(history.ops, rng);
      for (std::size_t i = 0; i <= ops.size(); i += 1 + below(rng, 5))
        (void)EntityState::merge(id, std::span(ops).first(i)).canonicalBytes();
      RC_ASSERT(EntityState::merge(id, ops).canonicalBytes() == expected);
    }));
  }
};

QTEST_APPLESS_MAIN(TestCrdtLaws)

} // namespace test_crdt_laws
#include "test_crdt_laws.moc"
