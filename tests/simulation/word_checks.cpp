// What somebody typed and what became of it, as people see it: in effect, or said to be without it, or beside
// what somebody else typed.
#include <algorithm>

#include "core/domain/fact_fields.h"
#include "core/replica/reading.h"
#include "tests/simulation/evidence.h"
#include "tests/simulation/model_past.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;

bool counts(const HeldChange& one) { return one.stage == store::Stage::Applied && one.effect == 1; }

// What has no effect is listed as such with its reason, to its author above all; what no relay takes is too.
class WhatDoesNotCountIsListed final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "what does not count is listed"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas) {
      replica::Reading reading(*replica.replica, evidence.campaign);
      std::map<ChangeId, replica::LogLine> listed;
      for (auto& line : reading.withoutEffect())
        listed.emplace(line.change, std::move(line));
      std::set<ChangeId> inOutbox;
      for (const auto& item : reading.outbox(0))
        if (item.delivery == store::Delivery::Rejected && !item.reason.empty()) inOutbox.insert(item.change);
      for (const auto& space : replica.spaces) {
        for (const auto* half : {&space.authority, &space.content})
          for (const auto& one : *half) {
            const auto& id = one.change.id();
            const auto row = replica.replica->file().outbox.find(id);
            if (row && *row && (*row)->delivery == store::Delivery::Rejected && !inOutbox.contains(id))
              found.push_back(where(replica, space, id) + "is refused, and no list says so");
            if (one.stage != store::Stage::Applied || (one.effect != 2 && one.effect != 3)) continue;
            const auto at = listed.find(id);
            if (at == listed.end())
              found.push_back(where(replica, space, id) + "has no effect, and no list says so");
            else if (at->second.reason.empty() || at->second.space != space.id)
              found.push_back(where(replica, space, id) + "has no effect, and nobody is told why");
            listed.erase(id);
          }
      }
      for (const auto& [id, line] : listed)
        found.push_back(replica.name + ": change " + shortOf(id) + " is said to have no effect, and has");
    }
    return found;
  }

 private:
  static std::string where(const ReplicaEvidence& replica, const SpaceEvidence& space, const ChangeId& id) {
    return replica.name + ": change " + shortOf(id) + " in space " + shortOf(space.id) + " ";
  }
};

// Of values written side by side all are kept, and leads and hubs are told where it matters: on the
// campaign's page, of markets, milestones and deliverables. Of decisions made side by side all are shown.
class LosersAreSurfaced final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "losers are surfaced"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas) {
      replica::Reading reading(*replica.replica, evidence.campaign);
      const bool isCreator = reading.home().has_value(); // who settles nothing
      const auto rows = isCreator ? std::vector<domain::PreflightRow>{} : reading.preflight();
      for (const auto& space : replica.spaces) {
        if (space.id == evidence.campaign) decisions(replica, space, reading, found);
        if (isCreator) continue;
        const auto all = conflicts(space);
        for (const auto kind :
             {EntityKind::Campaign, EntityKind::Market, EntityKind::Milestone, EntityKind::Deliverable,
              EntityKind::Creator, EntityKind::Person, EntityKind::GoalTension})
          for (const auto* entity : replica.replica->entities(space.id, kind))
            for (auto at = all.lower_bound({entity->id(), 0}); at != all.end() && at->first == entity->id();
                 ++at) {
              const auto* rule = domain::ruleOf(*domain::ruleOf(kind), at->second);
              if (rule == nullptr || isGone(*entity, kind) || !isSomebodys(reading, *entity, kind) ||
                  isSaid(rows, space.id, *entity, kind, rule->name))
                continue;
              found.push_back(replica.name + ": two values of " + std::string(rule->name) + " of the " +
                              std::string(domain::ruleOf(kind)->name) + " " +
                              entity->id().hex().substr(0, 16) + ", and nobody is told");
            }
      }
    }
    return found;
  }

 private:
  using Field = std::pair<crdt::EntityId, std::uint32_t>;

  // From the log alone: fields with several values that count and that nothing that counts replaces.
  static std::set<Field> conflicts(const SpaceEvidence& space) {
    std::map<Field, std::map<OpId, crdt::Value>> written;
    std::map<Field, std::set<OpId>> replaced;
    for (const auto& held : space.content) {
      if (!counts(held) || !held.body) continue;
      for (std::uint32_t i = 0; i < held.body->ops.size(); ++i) {
        const auto* set = std::get_if<crdt::SetRegister>(&held.body->ops[i]);
        if (set == nullptr) continue;
        const Field field{crdt::entityIdOf(set->entity), set->field};
        written[field].emplace(OpId{held.change.id(), i}, set->value);
        replaced[field].insert(set->replaces.begin(), set->replaces.end());
      }
    }
    std::set<Field> several;
    for (auto& [field, writes] : written) {
      std::erase_if(writes, [&](const auto& write) { return replaced[field].contains(write.first); });
      if (std::ranges::any_of(writes,
                              [&](const auto& write) { return !(write.second == writes.begin()->second); }))
        several.insert(field);
    }
    return several;
  }

  // Nobody works on it any more.
  static bool isGone(const crdt::EntityState& entity, EntityKind kind) {
    if (kind == EntityKind::Milestone) return domain::milestoneFrom(entity).removed;
    if (kind == EntityKind::GoalTension) return entity.value(domain::field::tension::removed).boolOr(false);
    return kind == EntityKind::Deliverable && domain::deliverableFrom(entity).removed;
  }

  // The card of somebody who is no longer here, or never was, is nobody's.
  static bool isSomebodys(replica::Reading& reading, const crdt::EntityState& entity, EntityKind kind) {
    return kind != EntityKind::Person ||
           std::ranges::any_of(reading.people(), [&](const replica::PersonView& person) {
             return person.role != log::Role::Creator && person.member == domain::personFrom(entity).member;
           });
  }

  static bool isSaid(const std::vector<domain::PreflightRow>& rows, const SpaceId& space,
                     const crdt::EntityState& entity, EntityKind kind, std::string_view field) {
    const auto ref = entity.id().ref();
    return std::ranges::any_of(rows, [&](const domain::PreflightRow& row) {
      if (row.rule != domain::RuleId::F_ConflictingField || row.arguments.empty() ||
          row.arguments.front() != field)
        return false;
      if (kind == EntityKind::Campaign) return row.fix == domain::FixPlace::CampaignPage;
      if (kind == EntityKind::Market)
        return row.fix == domain::FixPlace::Market && row.market == domain::marketFrom(entity).code;
      if (kind == EntityKind::Creator)
        return row.fix == domain::FixPlace::Creator && row.creatorSpace == space;
      if (kind == EntityKind::Person)
        return row.fix == domain::FixPlace::Person && row.owner == domain::personFrom(entity).member;
      return row.fixTarget == std::get<OpId>(ref);
    });
  }

  // The latest by causality counts; the others of those that none came after are shown beside it.
  static void decisions(const ReplicaEvidence& replica, const SpaceEvidence& space, replica::Reading& reading,
                        std::vector<std::string>& found) {
    std::set<OpId> made;
    for (const auto& held : space.content)
      for (std::uint32_t i = 0; held.body && counts(held) && i < held.body->ops.size(); ++i)
        if (const auto* create = std::get_if<crdt::Create>(&held.body->ops[i]);
            create != nullptr && create->kind == static_cast<std::uint16_t>(EntityKind::PriorityDecision))
          made.insert({held.change.id(), i});
    const Past past(space.content);
    const auto page = reading.page();
    std::set<OpId> shown;
    if (page.decision) shown.insert(page.decision->meta.id);
    for (const auto& other : page.contestedDecisions)
      shown.insert(other.meta.id);
    for (const auto& id : made)
      if (std::ranges::none_of(made, [&](const OpId& later) { return past.before(id, later); }) &&
          !shown.contains(id))
        found.push_back(replica.name + ": the priority decision " + shortOf(id.change) +
                        " stands beside others and is not shown");
  }
};

} // namespace

std::vector<std::unique_ptr<Check>> wordChecks() {
  std::vector<std::unique_ptr<Check>> all;
  all.push_back(std::make_unique<WhatDoesNotCountIsListed>());
  all.push_back(std::make_unique<LosersAreSurfaced>());
  return all;
}

} // namespace meridian::sim
