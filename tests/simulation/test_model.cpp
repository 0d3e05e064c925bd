// The slow model and the replica say the same, whatever people did, honest or not, and in whatever order it
// came.
#include <rapidcheck.h>

#include "tests/core_replica/altered_client.h"
#include "tests/simulation/evidence.h"
#include "tests/simulation/model_check.h"

namespace test_model {

using namespace meridian;
using domain::EntityKind;
namespace field = domain::field;

namespace {

std::uint32_t dice(std::uint32_t sides) { return *rc::gen::inRange<std::uint32_t>(0, sides); }
template <class T>
T oneOf(const std::vector<T>& all) {
  return all[dice(static_cast<std::uint32_t>(all.size()))];
}

std::string sayAll(const std::vector<std::string>& complaints) {
  std::string all;
  for (const auto& one : complaints)
    all += one + "\n";
  return all;
}

struct Village : test::Story {
  std::vector<OpId> submissions;
  std::map<SpaceId, std::vector<crdt::EntityId>> made;

  Village() {
    begin();
    submissions.push_back(submit("Day 1, day 4, day 7."));
    settle();
    // Whoever comes later is a copy of Svetlana's device as it is now; she herself writes no more.
    svetlana.reset();
    std::filesystem::copy(world.root() / "svetlana", world.root() / "late",
                          std::filesystem::copy_options::recursive);
    svetlana = world.reopen("svetlana");
  }
  std::vector<replica::Replica*> writers() { return {mila.get(), dana.get(), maya.get()}; }

  crdt::EntityRef anEntity(const SpaceId& in) {
    auto& known = made[in];
    const auto keyed = [](EntityKind kind, Bytes key = {}) {
      return crdt::EntityRef(crdt::KeyedEntity{static_cast<std::uint16_t>(kind), std::move(key)});
    };
    switch (dice(known.empty() ? 4 : 8)) {
    case 0:
      return keyed(EntityKind::Campaign);
    case 1:
      return keyed(EntityKind::Market, dice(2) == 0 ? Bytes{'U', 'S'} : Bytes{'R', 'U'});
    case 2:
      return keyed(EntityKind::Creator);
    case 3:
      return keyed(EntityKind::Person, Bytes(32, 7));
    default:
      return oneOf(known).ref();
    }
  }
  std::uint32_t aField() {
    static const std::vector<std::uint32_t> fields{domain::block(1),
                                                   domain::block(2, domain::lane::ru),
                                                   domain::block(1, domain::lane::source),
                                                   100,
                                                   101,
                                                   102,
                                                   103,
                                                   104,
                                                   110,
                                                   999};
    return oneOf(fields);
  }
  crdt::Value aValue() {
    switch (dice(5)) {
    case 0:
      return crdt::Value(static_cast<std::int64_t>(dice(4)));
    case 1:
      return crdt::Value("US");
    case 2:
      return crdt::Value("RU");
    case 3:
      return crdt::Value(Bytes(32, static_cast<std::uint8_t>(dice(3))));
    default:
      return crdt::Value();
    }
  }
  // Ops as a strange client might make them: mostly of the right form, with any right or none.
  std::vector<crdt::Op> strangeOps(replica::Replica& by, const SpaceId& in) {
    std::vector<crdt::Op> ops;
    for (auto n = 1 + dice(3); n > 0; --n) {
      const auto entity = anEntity(in);
      const auto* state = by.entity(in, crdt::entityIdOf(entity));
      const auto number = aField();
      switch (dice(9)) {
      case 0:
      case 1: {
        static const std::vector<EntityKind> kinds{
            EntityKind::Milestone,       EntityKind::ChecklistItem,    EntityKind::NonNegotiable,
            EntityKind::Absence,         EntityKind::Deliverable,      EntityKind::Comment,
            EntityKind::Verdict,         EntityKind::PriorityDecision, EntityKind::GoalTension,
            EntityKind::TensionResolved, static_cast<EntityKind>(300)};
        ops.push_back(test::create(oneOf(kinds), crdt::Value{crdt::Value::Map{}}));
        break;
      }
      case 2:
      case 3:
      case 4: {
        std::vector<OpId> replaces;
        if (state && dice(3) > 0) replaces = state->registerOf(number).currentIds();
        ops.push_back(crdt::SetRegister{entity, number, aValue(), replaces});
        break;
      }
      case 5:
        ops.push_back(crdt::AddToSet{entity, field::milestone::dependsOn, aValue()});
        break;
      case 6: {
        if (!state) break;
        const auto value = aValue();
        for (auto& op : state->remove(field::milestone::dependsOn, value))
          ops.push_back(std::move(op));
        break;
      }
      case 7: {
        if (!state) break;
        const auto lane = domain::block(1);
        auto edits =
            state->textOf(lane).replaceWith(entity, lane, dice(2) ? "Care lasts" : "Care that proves");
        if (edits)
          for (auto& op : *edits)
            ops.push_back(std::move(op));
        break;
      }
      default:
        ops.push_back(crdt::UnknownOp{77, Bytes{1, 2, 3}});
        break;
      }
    }
    return ops;
  }
  // Whatever was written may be with others by now: an altered client under the own incarnation, as they are
  // made here, looks like a copy of the disk, and only what never left would be written anew.
  static void spread(replica::Replica& one) {
    std::vector<ChangeId> ids;
    for (const auto& row : test::taken(one.file().outbox.waiting()))
      ids.push_back(row.change);
    test::taken(one.noteSent(ids));
  }
  void act() {
    auto* by = oneOf(writers());
    spread(*by);
    std::vector<SpaceId> spaces;
    for (const auto& row : by->spaces(campaign))
      spaces.push_back(row.id);
    const auto in = oneOf(spaces);
    world.clock->advance(std::chrono::seconds{dice(600)});
    switch (dice(6)) {
    case 0:
      if (by == dana.get()) (void)reviewing(*dana).comment(space, oneOf(submissions), {}, "Softer light.");
      if (by == mila.get()) (void)reviewing(*mila).requestChanges(space, oneOf(submissions), "Shorter.");
      if (by == maya.get()) {
        const auto fresh = work(*maya).submit(draft("again " + std::to_string(dice(9))));
        if (fresh) submissions.push_back(*fresh);
      }
      break;
    case 1: {
      const auto ops = replica::Editing::creation(EntityKind::Milestone,
                                                  {{field::milestone::title, domain::Language::En, "Shoot"}},
                                                  {{field::milestone::market, dice(2) ? "US" : "RU"}}, 0);
      if (!ops) break;
      const auto ids = by->write({{campaign, *ops, {}}});
      if (ids) made[campaign].push_back(crdt::EntityId::created({ids->front(), 0}));
      break;
    }
    default: {
      auto ops = strangeOps(*by, in);
      if (ops.empty()) break;
      const auto change = test::forge(*by, in, std::move(ops));
      const auto results = by->receive({{test::bytesOf(change)}, {}, true});
      RC_ASSERT(results.has_value());
      const auto body = by->body(change);
      if (!body) break;
      for (std::uint32_t i = 0; i < body->ops.size(); ++i)
        if (std::holds_alternative<crdt::Create>(body->ops[i]))
          made[in].push_back(crdt::EntityId::created({change.id(), i}));
      break;
    }
    }
  }
};

// All that a replica holds, as its chains, for a carrier who mixes them.
std::vector<std::vector<Bytes>> chainsOf(replica::Replica& from, const SpaceId& campaign) {
  std::map<envelope::ChainKey, std::vector<Bytes>> chains;
  for (const auto& space : from.spaces(campaign))
    for (const auto half : {envelope::Chain::Authority, envelope::Chain::Content})
      for (const auto& row : test::taken(from.file().changes.after(space.id, half, 0, SIZE_MAX)))
        chains[envelope::chainKeyOf(row.change)].push_back(test::bytesOf(row.change));
  std::vector<std::vector<Bytes>> all;
  for (auto& [key, changes] : chains)
    all.push_back(std::move(changes));
  return all;
}

} // namespace

class TestModel : public QObject {
  Q_OBJECT

 private slots:
  // The village lives on from case to case, so that shrinking one says nothing.
  void initTestCase() {
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "max_success=60 noshrink=1");
  }

  void theModelAndEveryReplicaSayTheSame() {
    Village village;
    QVERIFY(rc::check("whatever people write, and whoever has what of it", [&] {
      for (auto n = 2 + dice(8); n > 0; --n) {
        village.act();
        const auto& from = oneOf(village.writers());
        const auto& to = oneOf(village.writers());
        Village::spread(*from);
        if (from != to && dice(2) == 0) village.world.carry(*from, *to, village.campaign);
      }
      for (auto* one : village.writers())
        RC_ASSERT(sayAll(sim::compareWithModel(
                      village.campaign, sim::evidenceOf(*one, village.campaign, one->profile().name))) == "");
    }));
  }

  void anyOrderOfDeliveryGivesTheModelsState() {
    namespace fs = std::filesystem;
    Village village;
    QVERIFY(rc::check("the same changes in another order", [&] {
      for (auto n = 2 + dice(6); n > 0; --n)
        village.act();
      village.settle();
      const auto source = village.svetlana.get();
      const auto late = village.world.root() / "svetlana-late";
      fs::remove_all(late);
      fs::copy(village.world.root() / "late", late, fs::copy_options::recursive);
      fs::copy_file(village.world.root() / "svetlana.key", village.world.root() / "svetlana-late.key",
                    fs::copy_options::overwrite_existing);
      auto options = village.world.options("svetlana-late");
      options.incarnationDirectory = village.world.root() / "state-late";
      auto reader = test::taken(replica::Replica::open(options, village.world.unlock("svetlana-late")));
      auto chains = chainsOf(*source, village.campaign);
      while (!chains.empty()) {
        replica::Replica::Incoming incoming;
        for (auto n = 1 + dice(12); n > 0 && !chains.empty(); --n) {
          auto& chain = chains[dice(static_cast<std::uint32_t>(chains.size()))];
          incoming.changes.push_back(std::move(chain.front()));
          chain.erase(chain.begin());
          std::erase_if(chains, [](const auto& one) { return one.empty(); });
        }
        const auto results = reader->receive(incoming);
        RC_ASSERT(results.has_value());
      }
      for (const auto& space : source->spaces(village.campaign))
        RC_ASSERT(test::taken(reader->digest(space.id)) == test::taken(source->digest(space.id)));
      for (auto* one : {source, reader.get()})
        RC_ASSERT(sayAll(sim::compareWithModel(
                      village.campaign, sim::evidenceOf(*one, village.campaign, one->profile().name))) == "");
    }));
  }

  // The control: a model that forgets one change, or a replica that does, is found.
  void aDifferenceIsSeen() {
    Village village;
    auto evidence = sim::evidenceOf(*village.mila, village.campaign, "mila");
    QVERIFY(sim::compareWithModel(village.campaign, evidence).empty());
    for (auto& space : evidence.spaces) {
      if (space.content.empty()) continue;
      auto less = evidence;
      for (auto& one : less.spaces)
        if (one.id == space.id) one.content.pop_back();
      QVERIFY(!sim::compareWithModel(village.campaign, less).empty());
    }
  }
};

QTEST_GUILESS_MAIN(TestModel)

} // namespace test_model
#include "test_model.moc"
