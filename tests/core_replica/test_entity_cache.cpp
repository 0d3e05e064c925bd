// What a cache says after any history of changes, late judgements and questions is what a cache says that
// reads everything anew, and what the whole log gives without the hints of the store.
#include <QtTest>
#include <random>
#include <rapidcheck.h>

#include "core/crdt/body.h"
#include "core/domain/fact_fields.h"
#include "core/envelope/receipt.h"
#include "core/replica/entity_cache.h"
#include "tests/core_store/store_fixture.h"
#include "tests/support/must.h"

namespace test_entity_cache {

using namespace meridian;
using namespace meridian::replica;
using namespace meridian::store::testing;
using domain::EntityKind;
using test::taken;

namespace {

using Rng = std::mt19937_64;

constexpr std::uint32_t textField = 8, registerFields = 3, setField = 120;
constexpr std::uint16_t numberOf(EntityKind kind) { return static_cast<std::uint16_t>(kind); }
constexpr EntityKind kinds[] = {EntityKind::Milestone, EntityKind::Market, EntityKind::Submission,
                                EntityKind::Comment, EntityKind::Received};

// A space with everything that ever happened in it, on a real file.
class History {
 public:
  History(Profile& profile, const SpaceId& space, std::uint64_t seed)
      : m_profile(profile),
        m_space(space),
        m_rng(seed),
        m_relay(deviceKey(900)),
        m_cache(profile->ops, space, authority()) {
    for (std::uint64_t i = 0; i < 3; ++i)
      m_authors.emplace_back(10 + i, space);
  }

  void step() {
    const auto what = below(20);
    if (what < 12 || m_changes.empty()) return write();
    if (what < 14) return judgeAgain(below(m_changes.size()));
    if (what == 14) return cutLate();
    if (what == 15) { // the campaign's log says something else of devices and relays
      m_relayKnown = below(3) > 0;
      m_shift = below(2);
      ++m_revision;
      return;
    }
    ask();
  }
  void check() {
    const auto log = taken(mergedFromLog(m_profile->ops, m_space));
    EntityCache fresh(m_profile->ops, m_space, authority());
    for (const auto& state : log) {
      const auto* anew = taken(fresh.entity(state.id()));
      QVERIFY(anew != nullptr && anew->canonicalBytes() == state.canonicalBytes());
      const auto* kept = taken(m_cache.entity(state.id()));
      QVERIFY(kept != nullptr && kept->canonicalBytes() == state.canonicalBytes());
    }
    for (const auto kind : kinds) {
      const auto kept = taken(m_cache.ofKind(kind)), anew = taken(fresh.ofKind(kind));
      QVERIFY(std::ranges::equal(kept, anew, [](const auto* a, const auto* b) {
        return a->id() == b->id() && a->canonicalBytes() == b->canonicalBytes();
      }));
      QCOMPARE(static_cast<std::ptrdiff_t>(kept.size()),
               std::ranges::count(log, numberOf(kind), [](const auto& s) { return s.kind(); }));
    }
    checkFacts(*taken(m_cache.facts().all()));
    checkFacts(*taken(fresh.facts().all()));
    QCOMPARE(taken(m_cache.all()).size(), log.size());
  }

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(m_rng() % limit); }

  FactList::Authority authority() {
    return {.memberOf = [this](const DeviceId& device) { return memberOf(device); },
            .storedAt = [this](const StorageClaim& claim) { return storedAt(claim); },
            .revision = [this] { return m_revision; }};
  }
  MemberId memberOf(const DeviceId& device) const {
    MemberId member{device.bytes};
    member.bytes[0] = static_cast<std::uint8_t>(m_shift);
    return member;
  }
  std::optional<Instant> storedAt(const StorageClaim& claim) const {
    if (claim.evidence == domain::Evidence::Receipt)
      return claim.relay && m_relayKnown ? std::optional(claim.time) : std::nullopt;
    const bool ofSubmission = claim.about == EntityKind::Submission;
    const bool counts = claim.about && ofSubmission == (claim.evidence == domain::Evidence::LeadImport);
    return counts ? std::optional(claim.claimedAt) : std::nullopt;
  }

  crdt::EntityRef someEntity() {
    if (m_created.empty() || below(4) == 0)
      return crdt::KeyedEntity{numberOf(EntityKind::Market), {static_cast<std::uint8_t>(below(3))}};
    return m_created[below(m_created.size())];
  }
  crdt::Value received() {
    domain::Received claim;
    // Mostly of something that is here, sometimes of what comes later or never.
    claim.subject = m_changes.empty() || below(5) == 0 ? upcoming() : m_changes[below(m_changes.size())].id;
    claim.time = fromMillis(static_cast<std::int64_t>(1000 + below(50)));
    claim.evidence = static_cast<domain::Evidence>(1 + below(3));
    const auto receipt = envelope::makeReceipt(m_relay, envelope::Receipt::Kind::Change, {}, claim.subject,
                                               below(6) == 0 ? fromMillis(7) : claim.time);
    claim.receipt = envelope::encodeReceipt(receipt);
    if (below(8) == 0) claim.receipt.back() ^= 1;
    return domain::toValue(claim);
  }
  ChangeId upcoming() {
    if (!m_next) m_next = m_authors[0].write(std::to_string(m_rng()));
    return m_next->id();
  }

  void addOps(std::vector<crdt::Op>& ops) {
    const auto ref = someEntity();
    const auto field = static_cast<std::uint32_t>(100 + below(registerFields));
    const auto number = crdt::Value(static_cast<std::int64_t>(below(9)));
    switch (below(9)) {
    case 0:
      ops.push_back(crdt::Create{numberOf(EntityKind::Milestone), {}});
      return;
    case 1:
      ops.push_back(crdt::Create{numberOf(below(2) ? EntityKind::Submission : EntityKind::Comment), number});
      return;
    case 2:
      ops.push_back(crdt::Create{numberOf(EntityKind::Received), received()});
      return;
    case 3:
    case 4: { // replaces some of what was written, also what it has no business with
      std::vector<OpId> replaces;
      for (const auto& write : m_writes)
        if (below(3) == 0) replaces.push_back(write);
      if (replaces.size() > 6) replaces.resize(6);
      ops.push_back(crdt::SetRegister{ref, field, number, std::move(replaces)});
      return;
    }
    case 5:
      ops.push_back(crdt::AddToSet{ref, setField, number});
      return;
    case 6: {
      std::vector<OpId> observed;
      for (const auto& add : m_adds)
        if (below(3) == 0) observed.push_back(add);
      if (observed.size() > 6) observed.resize(6);
      if (!observed.empty()) ops.push_back(crdt::RemoveFromSet{ref, setField, std::move(observed)});
      return;
    }
    default: {
      const auto rows = taken(m_profile->ops.opsOf(m_space, crdt::entityIdOf(ref)));
      std::vector<crdt::ContextualOp> context;
      for (const auto& row : rows)
        context.push_back({row.id, &row.op, row.hlc, row.counts});
      const auto state = crdt::EntityState::merge(crdt::entityIdOf(ref), context);
      const auto& text = state.textOf(textField);
      const bool erases = text.size() > 3 && below(3) == 0;
      const auto made = erases ? taken(text.erase(ref, textField, below(text.size() - 2), 2))
                               : taken(text.insertAt(ref, textField, below(text.size() + 1), "aж😀"));
      ops.insert(ops.end(), made.begin(), made.end());
      return;
    }
    }
  }

  void write() {
    auto change = m_next && below(3) == 0
                      ? *std::exchange(m_next, {})
                      : m_authors[m_next ? 1 + below(2) : below(3)].write(std::to_string(m_rng()));
    crdt::Body body;
    body.hlc = {++m_hlc << 16};
    const std::size_t wanted = 1 + below(4);
    while (body.ops.size() < wanted) {
      const auto before = body.ops.size();
      addOps(body.ops);
      // A text op is made against what is stored: one to a change.
      if (body.ops.size() > before && (std::holds_alternative<crdt::InsertText>(body.ops.back()) ||
                                       std::holds_alternative<crdt::DeleteText>(body.ops.back())))
        break;
    }
    crdt::numberElements(body.ops);
    crdt::resolveSelf(body, change.id());
    auto row = rowOf(change);
    row.effect = below(5) == 0 ? 2 : 1;
    row.hlc = body.hlc.packed;
    row.claimedAt = fromMillis(static_cast<std::int64_t>(2000 + below(100)));
    std::vector<store::OpRow> rows;
    m_profile.commit([&] {
      const auto number = taken(m_profile->changes.insert(row));
      taken(m_profile->ops.insert(m_space, number, change.id(), body.ops));
      for (std::uint32_t i = 0; i < body.ops.size(); ++i) {
        const OpId id{change.id(), i};
        rows.push_back({.id = id,
                        .op = body.ops[i],
                        .hlc = body.hlc,
                        .claimedAt = row.claimedAt,
                        .device = change.header().device,
                        .counts = row.effect == 1,
                        .change = number});
        prove(rows.back());
        remember(id, body.ops[i]);
      }
      m_changes.push_back({change.id(), number, row.effect, row.claimedAt, row.hlc, body.ops});
    });
    m_cache.apply(rows);
  }
  // Sometimes, as in a file from before proofs were kept.
  void prove(store::OpRow& row) {
    const auto* create = std::get_if<crdt::Create>(&row.op);
    if (create == nullptr || create->kind != numberOf(EntityKind::Received) || below(3) == 0) return;
    domain::Fact fact;
    fact.kind = EntityKind::Received;
    fact.payload = create->payload;
    const auto claim = claimOf(fact, false);
    if (!claim || !claim->relay) return;
    taken(m_profile->ops.setProven(m_space, row.id));
    row.proven = true;
  }
  void remember(const OpId& id, const crdt::Op& op) {
    if (const auto* create = std::get_if<crdt::Create>(&op);
        create != nullptr && create->kind == numberOf(EntityKind::Milestone))
      m_created.push_back(id);
    if (std::holds_alternative<crdt::SetRegister>(op)) m_writes.push_back(id);
    if (std::holds_alternative<crdt::AddToSet>(op)) m_adds.push_back(id);
  }

  void judgeAgain(std::size_t which) {
    auto& change = m_changes[which];
    change.effect = change.effect == 1 ? 2 : 1;
    m_profile.commit([&] {
      taken(m_profile->changes.setApplied(change.row, change.effect, "", change.claimedAt, change.hlc));
    });
    m_cache.judgedAgain(change.id, change.ops);
  }
  // Everything from some change on is void.
  void cutLate() {
    for (std::size_t i = m_changes.size() - below(std::min<std::size_t>(m_changes.size(), 5));
         i < m_changes.size(); ++i)
      if (m_changes[i].effect == 1) judgeAgain(i);
  }
  void ask() {
    switch (below(4)) {
    case 0:
      taken(m_cache.entity(crdt::entityIdOf(someEntity())));
      return;
    case 1:
      taken(m_cache.ofKind(kinds[below(std::size(kinds))]));
      return;
    case 2:
      taken(m_cache.facts().all());
      return;
    default:
      taken(m_cache.all());
    }
  }

  // Straight from the log: the facts that count, and the earliest claim on each that does.
  void checkFacts(const std::vector<domain::Fact>& given) {
    struct One {
      store::OpRow row;
      EntityKind kind;
    };
    std::vector<One> all;
    std::map<ChangeId, EntityKind> about;
    for (auto& row : taken(m_profile->ops.opsOfSpace(m_space)))
      if (const auto* create = std::get_if<crdt::Create>(&row.op);
          create != nullptr && row.counts && create->kind != numberOf(EntityKind::Milestone)) {
        const auto kind = static_cast<EntityKind>(create->kind);
        about.try_emplace(row.id.change, kind);
        all.push_back({row, kind});
      }
    std::map<ChangeId, Instant> stored;
    std::set<OpId> none;
    for (const auto& one : all) {
      if (one.kind != EntityKind::Received) continue;
      domain::Fact fact{.kind = one.kind,
                        .meta = {.id = one.row.id,
                                 .author = {},
                                 .device = {},
                                 .claimedAt = one.row.claimedAt,
                                 .storedAt = {}},
                        .payload = std::get<crdt::Create>(one.row.op).payload};
      auto claim = claimOf(fact, false);
      if (claim && about.contains(claim->subject)) claim->about = about.at(claim->subject);
      const auto at = claim ? storedAt(*claim) : std::nullopt;
      if (!at) {
        none.insert(one.row.id);
        continue;
      }
      const auto [known, isNew] = stored.try_emplace(claim->subject, *at);
      if (!isNew) known->second = std::min(known->second, *at);
    }
    std::erase_if(all, [&](const One& one) { return none.contains(one.row.id); });
    QCOMPARE(given.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      QVERIFY(given[i].meta.id == all[i].row.id);
      QVERIFY(given[i].meta.author == memberOf(all[i].row.device));
      const auto at = stored.find(all[i].row.id.change);
      QCOMPARE(given[i].meta.storedAt.has_value(), at != stored.end());
      if (at != stored.end()) QVERIFY(*given[i].meta.storedAt == at->second);
    }
  }

  struct Written {
    ChangeId id;
    std::int64_t row = 0;
    std::uint8_t effect = 1;
    Instant claimedAt{};
    std::uint64_t hlc = 0;
    std::vector<crdt::Op> ops;
  };

  Profile& m_profile;
  SpaceId m_space;
  Rng m_rng;
  signing::SigningKey m_relay;
  bool m_relayKnown = true;
  std::size_t m_shift = 0;
  std::uint64_t m_revision = 0, m_hlc = 0;
  std::vector<Author> m_authors;
  std::optional<envelope::Change> m_next; // that a claim may name before it is here
  std::vector<Written> m_changes;
  std::vector<OpId> m_created, m_writes, m_adds;
  EntityCache m_cache;
};

} // namespace

class TestEntityCache : public QObject {
  Q_OBJECT

 private slots:
  void saysWhatTheLogSays();
  void keepsTheHintsOutOfAWriteThatIsVoid();
  void whatIsReplacedBeforeItComesStaysReplaced();
};

void TestEntityCache::saysWhatTheLogSays() {
  Profile profile;
  profile->ops.packBy(5);
  std::uint64_t spaces = 0;
  QVERIFY(rc::check([&](std::uint64_t seed) {
    History history(profile, idOf<SpaceId>(100 + ++spaces), seed);
    for (int i = 0; i < 60; ++i) {
      history.step();
      if (i % 15 == 14) history.check();
      RC_ASSERT(!QTest::currentTestFailed());
    }
  }));
}

// A write of a register that a later one replaced is passed over, until the later one turns out to be void.
void TestEntityCache::keepsTheHintsOutOfAWriteThatIsVoid() {
  Profile profile;
  const auto space = idOf<SpaceId>(1);
  Author author(1, space);
  const crdt::KeyedEntity market{numberOf(EntityKind::Market), {1}};
  const auto id = crdt::EntityId::keyed(market);
  std::int64_t second = 0;
  profile.commit([&] {
    const auto a = author.write(), b = author.write();
    const auto first = taken(profile->changes.insert(rowOf(a)));
    taken(profile->ops.insert(space, first, a.id(), {crdt::SetRegister{market, 100, crdt::Value(1), {}}}));
    second = taken(profile->changes.insert(rowOf(b)));
    taken(profile->ops.insert(space, second, b.id(),
                              {crdt::SetRegister{market, 100, crdt::Value(2), {{a.id(), 0}}},
                               crdt::SetRegister{market, 101, crdt::Value(3), {{a.id(), 0}}}}));
  });
  QCOMPARE(taken(profile->ops.opsOf(space, id)).size(), std::size_t{3});
  QCOMPARE(taken(profile->ops.liveOpsOf(space, id)).size(), std::size_t{2});
  profile.commit([&] { taken(profile->changes.setApplied(second, 2, "", {}, 0)); });
  QCOMPARE(taken(profile->ops.liveOpsOf(space, id)).size(), std::size_t{3});
}

// A write may name one that comes later, and be replaced itself before that.
void TestEntityCache::whatIsReplacedBeforeItComesStaysReplaced() {
  Profile profile;
  const crdt::KeyedEntity market{numberOf(EntityKind::Market), {1}};
  const auto id = crdt::EntityId::keyed(market);
  std::array<int, 3> order{0, 1, 2};
  std::uint64_t spaces = 0;
  do {
    const auto space = idOf<SpaceId>(++spaces);
    std::vector<envelope::Change> changes; // each replaces the one before it
    for (std::uint64_t i = 0; i < order.size(); ++i)
      changes.push_back(Author(1 + i, space).write());
    EntityCache cache(profile->ops, space,
                      {.memberOf = [](const DeviceId&) { return MemberId{}; },
                       .storedAt = [](const StorageClaim&) -> std::optional<Instant> { return {}; },
                       .revision = [] { return std::uint64_t{0}; }});
    (void)taken(cache.entity(id)); // so that it is kept up from here on
    for (const int one : order) {
      const auto& change = changes[static_cast<std::size_t>(one)];
      crdt::SetRegister write{market, 100, crdt::Value(one), {}};
      if (one > 0) write.replaces.push_back({changes[static_cast<std::size_t>(one - 1)].id(), 0});
      std::int64_t row = 0;
      profile.commit([&] {
        row = taken(profile->changes.insert(rowOf(change)));
        taken(profile->ops.insert(space, row, change.id(), {write}));
      });
      cache.apply({{.id = {change.id(), 0}, .op = write, .device = change.header().device, .change = row}});
    }
    EntityCache fresh(profile->ops, space, {});
    for (EntityCache* one : {&cache, &fresh}) {
      const auto* state = taken(one->entity(id));
      QVERIFY(state != nullptr);
      QCOMPARE(state->registerOf(100).currentIds(), (std::vector<OpId>{{changes.back().id(), 0}}));
    }
  } while (std::ranges::next_permutation(order).found);
}

QTEST_GUILESS_MAIN(TestEntityCache)

} // namespace test_entity_cache
#include "test_entity_cache.moc"
