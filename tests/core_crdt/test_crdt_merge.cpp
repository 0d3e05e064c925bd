#include <QtTest>
#include <rapidcheck.h>

#include "tests/core_crdt/world.h"

namespace test_crdt_merge {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

const EntityRef brief = KeyedEntity{7, {1}};
constexpr std::uint32_t field = 1;

// A few replicas edit and meet at random, then everybody hears everything.
std::vector<Replica> randomWorld(Rng& rng) {
  std::vector<Replica> replicas(2 + below(rng, 3), Replica(brief));
  for (int step = 0; step < 25; ++step) {
    Replica& one = replicas[below(rng, replicas.size())];
    if (below(rng, 3) == 0)
      one.pull(replicas[below(rng, replicas.size())]);
    else
      one.act(rng);
  }
  for (Replica& one : replicas)
    for (const Replica& other : replicas)
      one.pull(other);
  return replicas;
}

} // namespace

class TestCrdtMerge : public QObject {
  Q_OBJECT
 private slots:
  void replicasThatHeardTheSameAreByteIdentical() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const std::vector<Replica> replicas = randomWorld(rng);
      const Bytes expected = replicas.front().state().canonicalBytes();
      for (const Replica& replica : replicas)
        RC_ASSERT(replica.state().canonicalBytes() == expected);
    }));
  }

  void neitherOrderNorRepetitionNorVoidChangesMatterToWhatComesOut() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const Replica replica = randomWorld(rng).front();
      std::vector<ContextualOp> ops = contextOf(replica.changes());
      std::set<ChangeId> voided;
      for (const auto& change : replica.changes())
        if (below(rng, 4) == 0) voided.insert(change->id);
      for (ContextualOp& op : ops)
        op.counts = !voided.contains(op.id.change);
      const EntityId id = entityIdOf(brief);
      const EntityState straight = EntityState::merge(id, ops);
      std::vector<ContextualOp> shuffled = ops;
      for (std::size_t i = below(rng, ops.size() + 1); i > 0; --i)
        shuffled.push_back(ops[below(rng, ops.size())]);
      std::shuffle(shuffled.begin(), shuffled.end(), rng);
      const EntityState mixed = EntityState::merge(id, shuffled);
      RC_ASSERT(mixed.canonicalBytes() == straight.canonicalBytes());
      for (std::uint32_t f = 1; f <= 2; ++f) {
        RC_ASSERT(mixed.value(f) == straight.value(f));
        RC_ASSERT(mixed.text(f) == straight.text(f));
      }
    }));
  }

  void aLaterWriteReplacesWhatItsAuthorSaw() {
    Rng rng(1);
    Replica a(brief);
    a.write(a.state().write(field, "one"), rng, 50);
    a.write(a.state().write(field, "two"), rng, 10); // the clock does not matter: causality decides
    QCOMPARE(a.state().value(field).textOr(""), std::string("two"));
    QVERIFY(!a.state().conflicting(field));
    QVERIFY(a.state().write(field, "two").empty());
  }

  void concurrentWritesAreBothKeptAndTheGreaterHlcIsShown() {
    Rng rng(2);
    Replica a(brief);
    Replica b(brief);
    a.write(a.state().write(field, "start"), rng, 1);
    b.pull(a);
    a.write(a.state().write(field, "later"), rng, 9);
    b.write(b.state().write(field, "earlier"), rng, 8);
    a.pull(b);
    QCOMPARE(a.state().value(field).textOr(""), std::string("later"));
    QVERIFY(a.state().conflicting(field));
    QCOMPARE(a.state().conflictingFields(), std::vector<std::uint32_t>{field});
    QCOMPARE(a.state().registerOf(field).ranked().back()->value.textOr(""), std::string("earlier"));
    // Whoever writes next has seen both, and settles it, even with one of the two values.
    a.write(a.state().write(field, "later"), rng, 2);
    QVERIFY(!a.state().conflicting(field));
  }

  void whatAVoidWriteReplacedIsBack() {
    Rng rng(3);
    Replica a(brief);
    a.write(a.state().write(field, "rightful"), rng);
    const auto second = a.write(a.state().write(field, "void"), rng);
    std::vector<ContextualOp> ops = contextOf(a.changes());
    for (ContextualOp& op : ops)
      op.counts = op.id.change != second->id;
    const EntityState state = EntityState::merge(entityIdOf(brief), ops);
    QCOMPARE(state.value(field).textOr(""), std::string("rightful"));
    QVERIFY(!state.conflicting(field));
  }

  void aWriteCannotReplaceItselfOrALaterOneOfItsChange() {
    Rng rng(4);
    Replica a(brief);
    a.write({SetRegister{brief, field, "first", {OpId{thisChange, 0}, OpId{thisChange, 1}}},
             SetRegister{brief, field, "second", {OpId{thisChange, 0}}}},
            rng);
    QCOMPARE(a.state().registerOf(field).current().size(), std::size_t{1});
    QCOMPARE(a.state().value(field).textOr(""), std::string("second"));
  }

  void aConcurrentAddWinsOverARemoval() {
    Rng rng(5);
    Replica a(brief);
    Replica b(brief);
    a.write(a.state().add(field, "EN"), rng);
    b.pull(a);
    a.write(a.state().remove(field, "EN"), rng);
    QVERIFY(a.state().elements(field).empty());
    b.write({AddToSet{brief, field, "EN"}}, rng);
    a.pull(b);
    QCOMPARE(a.state().elements(field).size(), std::size_t{1});
    // Seen together, the removal takes them all.
    a.write(a.state().remove(field, "EN"), rng);
    QVERIFY(a.state().elements(field).empty());
    QVERIFY(a.state().remove(field, "EN").empty());
  }

  void anElementAddedTwiceIsThereOnce() {
    Rng rng(6);
    Replica a(brief);
    Replica b(brief);
    a.write(a.state().add(field, 5), rng);
    b.write(b.state().add(field, 5), rng);
    b.write(b.state().add(field, 4), rng);
    a.pull(b);
    QCOMPARE(a.state().elements(field).size(), std::size_t{2});
    QCOMPARE(a.state().elements(field)[0].intOr(0), 4);
  }

  void aCreatedEntityExistsIfItsCreateCounts() {
    const OpId id{changeId(4), 0};
    const Op create = Create{12, Value().set(1, "fact")};
    ContextualOp op{id, &create};
    const EntityState state = EntityState::merge(EntityId::created(id), {&op, 1});
    QVERIFY(state.exists());
    QCOMPARE(state.kind(), std::uint16_t{12});
    QCOMPARE(state.payload().at(1).textOr(""), std::string("fact"));
    op.counts = false;
    const EntityState held = EntityState::merge(EntityId::created(id), {&op, 1});
    QVERIFY(!held.exists());
    QVERIFY(held.canonicalBytes() != state.canonicalBytes());
  }

  void opsOnOtherEntitiesArePassedOver() {
    const Op other = SetRegister{KeyedEntity{7, {2}}, field, "foreign"};
    const ContextualOp op{{changeId(4), 0}, &other};
    const EntityState state = EntityState::merge(entityIdOf(brief), {&op, 1});
    QVERIFY(state.value(field).isNull());
  }
};

QTEST_GUILESS_MAIN(TestCrdtMerge)

} // namespace test_crdt_merge
#include "test_crdt_merge.moc"
