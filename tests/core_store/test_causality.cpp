// precedes() is reachability in the graph of what changes name, in any order of writing and applying.
#include <QtTest>
#include <random>
#include <rapidcheck.h>

#include "core/store/migrations.h"
#include "tests/core_store/store_fixture.h"

namespace test_causality {

using namespace meridian;
using namespace meridian::store;
using namespace meridian::store::testing;

namespace {

constexpr std::size_t devices = 4, written = 40, copiedAt = written / 3;

enum class Disk : std::uint8_t { Single, Copied };

// Devices that write on what they know, and get to know of each other now and then. The disk of one of them
// may be copied on the way, and go on under its name.
struct Graph {
  std::vector<ChangeId> ids;
  std::vector<std::set<std::size_t>> past; // of each change, by index

  Graph(Profile& profile, const SpaceId& space, std::uint64_t seed, Disk disk = Disk::Single) {
    std::mt19937_64 rng(seed);
    std::vector<Author> authors;
    for (std::size_t i = 0; i < devices; ++i)
      authors.emplace_back(1 + i, space);
    std::vector<std::set<std::size_t>> known(devices);
    std::vector<std::optional<std::size_t>> last(devices);
    profile.commit([&] {
      for (std::size_t at = 0; at < written; ++at) {
        if (disk == Disk::Copied && at == copiedAt) {
          authors.push_back(authors.front().copy());
          known.push_back(known.front());
          last.push_back(last.front());
        }
        const std::size_t by = rng() % authors.size();
        if (rng() % 3 == 0) known[by].merge(std::set(known[rng() % authors.size()]));
        // Heads of what is known, some of them left unsaid, as a careless author may.
        std::vector<ChangeId> names;
        std::set<std::size_t> behind;
        for (const auto one : known[by]) {
          const bool implied =
              std::ranges::any_of(known[by], [&](std::size_t other) { return past[other].contains(one); });
          if (implied && rng() % 8 != 0) continue;
          if (last[by] != one && rng() % 10 == 0) continue;
          names.push_back(ids[one]);
          behind.insert(one);
          behind.insert(past[one].begin(), past[one].end());
        }
        if (last[by]) {
          if (std::ranges::find(names, ids[*last[by]]) == names.end()) names.push_back(ids[*last[by]]);
          behind.insert(*last[by]);
          behind.insert(past[*last[by]].begin(), past[*last[by]].end());
        }
        const auto change = authors[by].write("sealed under " + std::to_string(rng()));
        const auto place = profile->changes.placeOf(change);
        const auto row = profile->changes.insert(rowOf(change));
        if (place && *place == ChangeTable::Place::Branch) profile->knowledge.forget();
        if (!row || !profile->ops.insert(space, *row, change.id(), {}) ||
            !profile->knowledge.learn(change.id(), names))
          qFatal("a change of the test is not taken");
        if (!profile->changes.advanceFrontier(space, change.id(), names)) qFatal("no frontier");
        ids.push_back(change.id());
        past.push_back(std::move(behind));
        known[by].insert(at);
        last[by] = at;
      }
    });
  }

  void check(ReplicaFile& file) const {
    for (std::size_t a = 0; a < ids.size(); ++a)
      for (std::size_t b = 0; b < ids.size(); ++b)
        QCOMPARE(*file.knowledge.precedes(ids[a], ids[b]), past[b].contains(a));
  }
};

} // namespace

class TestCausality : public QObject {
  Q_OBJECT

 private slots:
  void precedesIsReachability();
  void precedesIsReachabilityInBranchesToo();
  void anOlderFileLearnsItWhenItIsOpened();
  void nothingPrecedesAcrossSpaces();
};

void TestCausality::precedesIsReachability() {
  Profile profile;
  std::uint64_t spaces = 0;
  QVERIFY(rc::check([&](std::uint64_t seed) {
    const Graph graph(profile, idOf<SpaceId>(++spaces), seed);
    graph.check(*profile.file);
    RC_ASSERT(!QTest::currentTestFailed());
  }));
}

void TestCausality::precedesIsReachabilityInBranchesToo() {
  Profile profile;
  std::uint64_t spaces = 0;
  QVERIFY(rc::check([&](std::uint64_t seed) {
    const SpaceId space = idOf<SpaceId>(++spaces);
    const Graph graph(profile, space, seed, Disk::Copied);
    RC_CLASSIFY(!profile->changes.forks(space)->empty());
    graph.check(*profile.file);
    RC_ASSERT(!QTest::currentTestFailed());
  }));
}

void TestCausality::anOlderFileLearnsItWhenItIsOpened() {
  Profile profile;
  const Graph graph(profile, idOf<SpaceId>(1), 7);
  const auto step = std::ranges::find_if(migrations(), [](const sqlite::Migration& one) {
    return one.sql.find("INSERT INTO knowledge_due") != std::string_view::npos;
  });
  QVERIFY(step != migrations().end());
  // As the migration leaves a file in which nothing is known yet.
  const auto at = step->sql.find("INSERT INTO knowledge_due");
  const std::string fill(step->sql.substr(at, step->sql.find(';', at) - at + 1));
  QVERIFY(profile->connection().execute("DELETE FROM knowledge;" + fill));
  QVERIFY(*profile->knowledge.isDue());
  profile.reopen();
  QVERIFY(!*profile->knowledge.isDue());
  graph.check(*profile.file);
}

void TestCausality::nothingPrecedesAcrossSpaces() {
  Profile profile;
  const Graph one(profile, idOf<SpaceId>(1), 1), other(profile, idOf<SpaceId>(2), 2);
  QVERIFY(!*profile->knowledge.precedes(one.ids.front(), other.ids.back()));
  QVERIFY(!*profile->knowledge.precedes(one.ids.front(), idOf<ChangeId>(77)));
}

QTEST_GUILESS_MAIN(TestCausality)

} // namespace test_causality
#include "test_causality.moc"
