#include "tests/simulation/model_check.h"

#include <algorithm>

#include "tests/simulation/evidence.h"
#include "tests/simulation/model.h"
#include "tests/simulation/status_check.h"

namespace meridian::sim {
namespace {

using Effect = SpaceModel::Effect;

class EqualsTheModel final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "the model"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas)
      if (replica.reads)
        std::ranges::move(compareWithModel(evidence.campaign, replica), std::back_inserter(found));
    return found;
  }
};

// With payload and author, for whatever derives from them.
std::vector<domain::Fact> factsOf(const SpaceModel& model, const AuthorityModel& authority,
                                  const std::vector<HeldChange>& content) {
  std::map<ChangeId, const HeldChange*> byId;
  for (const auto& held : content)
    byId.emplace(held.change.id(), &held);
  std::vector<domain::Fact> facts;
  for (const auto& [id, storedAt] : model.facts()) {
    const auto& held = *byId.at(id.change);
    const auto& create = std::get<crdt::Create>(held.body->ops[id.index]);
    const auto& device = held.change.header().device;
    const auto author = authority.now().devices.find(device);
    facts.push_back({.kind = static_cast<domain::EntityKind>(create.kind),
                     .meta = {.id = id,
                              .author = author == authority.now().devices.end() ? MemberId{} : author->second,
                              .device = device,
                              .claimedAt = held.body->claimedAt,
                              .storedAt = storedAt},
                     .payload = create.payload});
  }
  return facts;
}

void compareFacts(const SpaceModel& model, replica::Replica& replica, const SpaceId& space,
                  const std::string& where, std::vector<std::string>& found) {
  std::map<OpId, std::optional<Instant>> held;
  for (const auto& fact : replica.facts(space))
    if (!held.emplace(fact.meta.id, fact.meta.storedAt).second)
      found.push_back(where + "the fact " + shortOf(fact.meta.id.change) + " is there twice");
  const auto said = model.facts();
  if (held == said) return;
  for (const auto& [id, at] : said) {
    const auto here = held.find(id);
    if (here == held.end())
      found.push_back(where + "the fact " + shortOf(id.change) + " is not there");
    else if (here->second != at)
      found.push_back(where + "the fact " + shortOf(id.change) + " was stored " +
                      (here->second ? toIso(*here->second) : "never") + ", by the model " +
                      (at ? toIso(*at) : "never"));
  }
  for (const auto& [id, at] : held)
    if (!said.contains(id))
      found.push_back(where + "the fact " + shortOf(id.change) + " should not be there");
}

} // namespace

std::unique_ptr<Check> modelCheck() { return std::make_unique<EqualsTheModel>(); }

std::vector<std::string> compareWithModel(const SpaceId& campaign, const ReplicaEvidence& replica) {
  std::vector<std::string> found;
  std::vector<AuthorityModel::Entry> entries;
  for (const auto& space : replica.spaces)
    for (const auto& held : space.authority) {
      AuthorityModel::Entry entry{held.change, {}};
      if (held.change.known())
        if (auto detail = replica.replica->detail(held.change)) entry.detail = std::move(*detail);
      entries.push_back(std::move(entry));
    }
  const AuthorityModel authority(campaign, entries);
  FactsBySpace facts;
  for (const auto& space : replica.spaces) {
    const auto where =
        replica.name + ", space " + shortOf(space.id) + " of kind " + std::to_string(space.kind) + ": ";
    std::vector<ModelContent> contents;
    for (const auto& held : space.content)
      contents.push_back({held.change, held.body, !held.body && held.stage == store::Stage::Applied});
    const SpaceModel model(authority, campaign, space.id, contents);
    for (const auto& held : space.content) {
      if (!held.change.known()) continue;
      const auto said = model.effect(held.change.id());
      const auto here =
          held.stage == store::Stage::Applied ? static_cast<Effect>(held.effect) : Effect::Waits;
      if (said != here)
        found.push_back(where + "change " + shortOf(held.change.id()) + " is judged " +
                        std::to_string(int(here)) + " (" + held.reason + "), by the model " +
                        std::to_string(int(said)) +
                        (said == Effect::Waits ? " for " + model.waitsFor(held.change.id()) : ""));
    }
    if (model.digest() != space.digest) {
      found.push_back(where + "another digest than the model's");
      const auto entities = model.entities();
      for (const auto& entity : entities) {
        const auto same =
            std::ranges::find(space.entities, entity.first, [](const auto& e) { return e.first; });
        if (same != space.entities.end() && same->second != entity.second)
          found.push_back(where + "the entity " + entity.first.hex().substr(0, 16) + " reads otherwise");
      }
    }
    compareFacts(model, *replica.replica, space.id, where, found);
    facts[space.id] = factsOf(model, authority, space.content);
  }
  compareStatuses(campaign, replica, authority, facts, found);
  return found;
}

} // namespace meridian::sim
