#include "tests/simulation/acts.h"

#include <algorithm>

#include "tests/simulation/memory.h"

namespace meridian::sim {
namespace {

// Where a word may be inserted so that the smallest difference between the texts is that word alone: not next
// to its own first or last letter.
std::vector<std::size_t> placesFor(const std::string& text, const std::string& word) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    // Between words: one ends with Z and the next begins with a capital.
    const bool boundary = at == 0 || at == text.size() || text[at - 1] == 'Z';
    if (boundary && (at == text.size() || text[at] != word.front()) &&
        (at == 0 || text[at - 1] != word.back()))
      places.push_back(at);
  }
  return places;
}

std::string textOf(replica::Replica& replica, const replica::Place& place, std::uint32_t block,
                   domain::Language lane) {
  const auto* entity = replica.entity(place.space, crdt::entityIdOf(place.entity));
  if (entity == nullptr) return {};
  const auto read = domain::readBlock(*entity, block);
  return lane == domain::Language::En ? read.en : read.ru;
}

bool contains(const Bytes& bytes, const std::string& word) {
  return asText(bytes).find(word) != std::string::npos;
}

// What this machine has kept since the act began, and whether the words are in it.
void noteWords(Scene& scene, const std::vector<ChangeId>& fresh, const char* act) {
  for (const auto& word : scene.words) {
    bool found = false;
    for (const auto& id : fresh) {
      const auto row = scene.replica.file().changes.find(id);
      if (!row || !*row) continue;
      const auto body = scene.replica.body((*row)->change);
      if (!body) continue;
      const auto bytes = crdt::encodeBody(*body, {id, (*row)->change.header().prev});
      if (bytes && contains(*bytes, word)) {
        scene.world.ledger.typed(word, id);
        found = true;
        break;
      }
    }
    if (!found) scene.world.fail(scene.machine.name() + ": what was typed (" + act + ") is in no change");
  }
}

} // namespace

replica::Place page(const SpaceId& campaign) {
  return {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}};
}

replica::Place market(const SpaceId& campaign, std::string_view code) {
  return {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Market),
                                      Bytes(code.begin(), code.end())}};
}

Result<void> finished(const Result<OpId>& done) {
  if (!done) return std::unexpected(done.error());
  return {};
}

std::string Scene::type() {
  const Heap::Spared spared;
  words.push_back(world.ledger.word());
  return words.back();
}

Result<void> Scene::addWord(const replica::Place& place, std::uint32_t block, domain::Language lane) {
  const auto before = textOf(replica, place, block, lane);
  constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXY";
  const std::string word =
      world.ledger.word(capitals.substr(dice.below(capitals.size()), 1)) + std::string(1, 'Z');
  const auto places = placesFor(before, word);
  if (places.empty()) return {};
  std::string after = before;
  after.insert(dice.oneOf(places), word);
  auto written = editing().setText(place, block, lane, after);
  if (!written) return written;
  words.push_back(word);
  // What a deputy writes is held until a relay has stored it.
  if (me().persona != Persona::Deputy && textOf(replica, place, block, lane) != after)
    world.fail(machine.name() + ": a text reads otherwise than it was written");
  world.additions.push_back(
      {place.space,
       crdt::entityIdOf(place.entity),
       domain::block(block, lane == domain::Language::En ? domain::lane::en : domain::lane::ru),
       word,
       {}});
  return {};
}

Result<void> Scene::rewrite(const replica::Place& place, std::uint32_t block, domain::Language lane) {
  auto text = textOf(replica, place, block, lane);
  if (!text.empty() && dice.chance(0.4)) {
    const auto from = dice.below(text.size());
    text.erase(from, 1 + dice.below(text.size() - from));
  }
  const auto at = dice.below(text.size() + 1);
  text.insert(at, " " + world.ledger.word() + " ");
  return editing().setText(place, block, lane, text);
}

const std::vector<Act>& acts() {
  static const std::vector<Act> list = [] {
    std::vector<Act> all;
    addFoundingActs(all);
    addLeadActs(all);
    addHubActs(all);
    addReviewActs(all);
    addCreatorActs(all);
    addInvalidActs(all);
    addNewerActs(all);
    addStagedActs(all);
    addSwingActs(all);
    addReleaseActs(all);
    addHarderActs(all);
    addEditorActs(all);
    return all;
  }();
  return list;
}

void addSwingActs(std::vector<Act>& list) {
  list.push_back({"brings a brief to issue", hubs, staged, bringBriefToIssue});
  list.push_back({"takes up the brief", creator, staged, takeUpBrief});
  list.push_back({"answers what waits", leads | hubs, staged, answerWhatWaits});
}

unsigned flagOf(Persona persona) { return 1u << static_cast<unsigned>(persona); }

std::vector<int> weightsFor(Persona persona) {
  std::vector<int> weights;
  for (const auto& act : acts())
    weights.push_back((act.who & flagOf(persona)) != 0 ? std::max(act.weight, 0) : 0);
  return weights;
}

void perform(World& world, Machine& machine, const Act& act, std::uint64_t seed) {
  machine.act([&](replica::Replica& replica) {
    Scene scene{world, machine, replica, Dice(seed), {}, {}};
    if (const auto campaigns = replica.campaigns(); !campaigns.empty()) {
      scene.campaign = campaigns.front().id;
      machine.joined = machine.joined || campaigns.front().membership == store::Membership::Member;
    }
    const auto additions = world.additions.size();
    const auto done = [&]() -> Result<void> {
      try {
        return act.perform(scene);
      } catch (const std::bad_alloc&) { // as the thread does that the replica lives on
        const Heap::Spared spared;
        replica.outOfMemory();
        return fail(ErrorCode::OutOfMemory);
      }
    }();
    const Heap::Spared spared;
    const SqliteMemory::Spared readsToo;
    world.say(machine.name() + " " + act.name + ": " +
              (done ? std::string(scene.idle ? "nothing to do" : "done")
                    : std::string(errorName(done.error().code)) + " " + done.error().detail));
    if (!done) {
      // What was said before the error may be kept or not.
      world.additions.resize(additions);
      return world.expectRefusal(machine.name() + " " + act.name, done.error());
    }
    const auto fresh = world.noteKept(machine);
    if (!machine.disk().isCut()) noteWords(scene, fresh, act.name);
    for (auto i = additions; i < world.additions.size(); ++i)
      for (const auto& [word, change] : world.ledger.words())
        if (word == world.additions[i].word) world.additions[i].change = change;
  });
}

} // namespace meridian::sim
