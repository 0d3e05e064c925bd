// The list of checks that need nothing but the evidence.
#include <algorithm>
#include <map>

#include "core/envelope/receipt.h"
#include "tests/simulation/check.h"
#include "tests/simulation/evidence.h"
#include "tests/simulation/model_check.h"

namespace meridian::sim {
namespace {

// A file may bring changes of a space that this device has no part in: they stay sealed.
bool mayHold(const ReplicaEvidence& replica, const SpaceId& space) {
  return replica.replica->authority(space).counting().capability(space, replica.device).has_value();
}

// Whoever holds a space by its authority, and the same as everybody else who does.
class Convergence final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "convergence"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    std::map<SpaceId, std::pair<const ReplicaEvidence*, const SpaceEvidence*>> first;
    for (const auto& replica : evidence.replicas)
      for (const auto& space : replica.spaces) {
        if (!mayHold(replica, space.id)) continue;
        const auto [at, isNew] = first.try_emplace(space.id, &replica, &space);
        if (!isNew) compare(*at->second.first, *at->second.second, replica, space, found);
      }
    for (const auto& replica : evidence.replicas)
      for (const auto& [space, holder] : first) {
        const bool holds = std::ranges::any_of(replica.spaces, [&](const auto& s) { return s.id == space; });
        if (!holds && holder.first->replica->authority(space).counting().capability(space, replica.device))
          found.push_back(replica.name + " lacks the space " + shortOf(space) + " that " +
                          holder.first->name + " holds");
      }
    return found;
  }

 private:
  static void compare(const ReplicaEvidence& a, const SpaceEvidence& ofA, const ReplicaEvidence& b,
                      const SpaceEvidence& ofB, std::vector<std::string>& found) {
    const auto where = "space " + shortOf(ofA.id) + " of kind " + std::to_string(ofA.kind) + ", " + a.name +
                       " and " + b.name;
    std::vector<std::string> differences;
    differ(ofA.authority, ofB.authority, a.name, b.name, differences);
    differ(ofA.content, ofB.content, a.name, b.name, differences);
    if (ofA.digest != ofB.digest) differences.push_back("the digests differ");
    if (ofA.entities != ofB.entities) differences.push_back("the entities differ");
    for (const auto& difference : differences)
      found.push_back(where + ": " + difference);
  }
  static void differ(const std::vector<HeldChange>& ofA, const std::vector<HeldChange>& ofB,
                     const std::string& a, const std::string& b, std::vector<std::string>& found) {
    std::map<ChangeId, std::pair<const HeldChange*, const HeldChange*>> both;
    for (const auto& one : ofA)
      both[one.change.id()].first = &one;
    for (const auto& one : ofB)
      both[one.change.id()].second = &one;
    for (const auto& [id, pair] : both) {
      const auto* some = pair.first != nullptr ? pair.first : pair.second;
      const auto what = "change " + shortOf(id) + " of kind " + std::to_string(some->change.header().kind);
      if (pair.first == nullptr || pair.second == nullptr) {
        if (some->withdrawn) continue;
        found.push_back(what + " is only at " + (pair.first != nullptr ? a : b));
      } else if (pair.first->stage != pair.second->stage || pair.first->effect != pair.second->effect) {
        found.push_back(what + " is judged " + judgement(*pair.first) + " at " + a + ", " +
                        judgement(*pair.second) + " at " + b);
      }
    }
  }
  static std::string judgement(const HeldChange& one) {
    return std::to_string(static_cast<int>(one.stage)) + "/" + std::to_string(one.effect) + " " + one.reason;
  }
};

// Nothing waits for what will not come, and nobody lacks a key.
class NothingWaits final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "nothing waits"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas)
      for (const auto& space : replica.spaces) {
        if (!mayHold(replica, space.id)) continue;
        for (const auto* half : {&space.authority, &space.content})
          for (const auto& one : *half)
            if (one.change.known() && one.stage != store::Stage::Applied && !one.withdrawn &&
                mayStand(replica, one.change))
              found.push_back(replica.name + ": change " + shortOf(one.change.id()) + " in space " +
                              shortOf(space.id) +
                              (one.stage == store::Stage::Waiting ? " waits for " + lackOf(replica, one)
                                                                  : " cannot be read"));
      }
    return found;
  }

 private:
  // What names heads by which its author has no right waits for ever, wherever an altered client brought it.
  static bool mayStand(const ReplicaEvidence& replica, const envelope::Change& change) {
    if (change.chain() != envelope::Chain::Content) return true;
    const auto& header = change.header();
    const auto& clear = replica.replica->authority(change.space()).clear();
    if (std::ranges::any_of(header.heads, [&](const ChangeId& head) { return clear.entry(head) == nullptr; }))
      return true; // it may come
    const auto may = clear.capabilityAt(change.space(), header.device, header.heads);
    return may && *may >= envelope::Capability::Write;
  }
  static std::string lackOf(const ReplicaEvidence& replica, const HeldChange& waiting) {
    const auto& header = waiting.change.header();
    std::set<ChangeId> named(header.heads.begin(), header.heads.end());
    if (header.seq > 1) named.insert(header.prev);
    if (waiting.body) named.insert(waiting.body->frontier.begin(), waiting.body->frontier.end());
    if (waiting.body)
      for (const auto& op : waiting.body->ops)
        if (const auto entity = crdt::entityOf({waiting.change.id(), 0}, op)) {
          const auto ref = entity->ref();
          if (const auto* made = std::get_if<OpId>(&ref)) named.insert(made->change);
        }
    named.erase(waiting.change.id());
    std::string lacks;
    if (!waiting.body && waiting.change.chain() == envelope::Chain::Content)
      lacks = " the key " + shortOf(header.keyId);
    for (const auto& id : named) {
      const auto info = replica.replica->file().changes.info(id);
      if (!info || !*info)
        lacks += " " + shortOf(id);
      else if ((*info)->stage != store::Stage::Applied)
        lacks += " " + shortOf(id) + ", which waits itself";
    }
    return (lacks.empty() ? std::string(" something else") : lacks).substr(1) + " (kind " +
           std::to_string(header.kind) + " of device " + shortOf(header.device) + ")";
  }
};

// Signatures, chains, and the view recomputed from the log.
class Verification final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "verification"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas) {
      const auto verified = replica.replica->verify();
      if (!verified) {
        found.push_back(replica.name + ": " + std::string(errorName(verified.error().code)) + " " +
                        verified.error().detail);
        continue;
      }
      for (const auto& problem : verified->problems)
        found.push_back(replica.name + ": " + problem);
    }
    return found;
  }
};

// When something was stored, and that it was, is known by a relay's signature alone.
class ReceiptsAreSigned final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "receipts are signed"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas)
      for (const auto& space : replica.spaces)
        for (const auto* half : {&space.authority, &space.content})
          for (const auto& one : *half) {
            const auto rows = replica.replica->file().outbox.receipts(one.change.id());
            if (!rows) continue;
            for (const auto& row : *rows) {
              const auto receipt = envelope::decodeReceipt(row.bytes);
              const bool holds = receipt && envelope::verifyReceipt(*receipt) && receipt->at == row.at &&
                                 receipt->change == one.change.id();
              if (!holds)
                found.push_back(replica.name + " believes a forged receipt of change " +
                                shortOf(one.change.id()));
            }
          }
    return found;
  }
};

} // namespace

std::vector<std::unique_ptr<Check>> allChecks() {
  std::vector<std::unique_ptr<Check>> all;
  all.push_back(std::make_unique<Convergence>());
  all.push_back(std::make_unique<NothingWaits>());
  all.push_back(std::make_unique<Verification>());
  all.push_back(std::make_unique<ReceiptsAreSigned>());
  all.push_back(modelCheck());
  return all;
}

} // namespace meridian::sim
