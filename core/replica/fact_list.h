// The facts of one space that count, with when each was stored: read when first asked for, then kept up fact
// by fact.
#pragma once

#include <functional>
#include <set>
#include <unordered_map>

#include "core/domain/submission.h"
#include "core/store/op_table.h"

namespace meridian::replica {

// What a `received` fact says, as far as the fact itself proves it.
struct StorageClaim {
  OpId fact;
  MemberId author;
  Instant claimedAt{};
  ChangeId subject;
  domain::Evidence evidence{};
  Instant time{};                          // of the receipt
  std::optional<RelayId> relay;            // that signed the receipt; nothing if there is none that holds
  bool ofFiles = false;                    // the receipt says that the subject's files are there too
  std::optional<domain::EntityKind> about; // the subject's first fact, if it is here and counts
  bool namesFiles = false;                 // as that fact says
};

// The claim of a `received` fact; nothing if it makes none. `proven`: its receipt was found to be signed.
[[nodiscard]] std::optional<StorageClaim> claimOf(const domain::Fact& received, bool proven);

class FactList {
 public:
  // What the campaign's authority makes of facts. Whatever it answers may change with its revision.
  struct Authority {
    std::function<MemberId(const DeviceId&)> memberOf;
    // When the subject was stored, if the claim is one that counts.
    std::function<std::optional<Instant>(const StorageClaim&)> storedAt;
    std::function<std::uint64_t()> revision;
  };

  FactList(store::OpTable& ops, const SpaceId& space, Authority authority)
      : m_ops(ops), m_space(space), m_authority(std::move(authority)) {}

  // Takes the ops of a change that was just stored.
  void apply(const std::vector<store::OpRow>& ops);
  // Ops that are here already count now, or no longer do.
  void judgedAgain(const std::vector<crdt::Op>& ops);

  // In order of application, which is a causal one. Holds until the next apply() or judgedAgain().
  [[nodiscard]] Result<const std::vector<domain::Fact>*> all();
  // Those of one change, as places in all(). REQUIRES: all() was asked since the last apply().
  [[nodiscard]] std::span<const std::size_t> ofChange(const ChangeId& change) const;
  // When a change was stored, by the earliest fact that counts; it may be held itself. REQUIRES: as above
  [[nodiscard]] std::optional<Instant> storedAt(const ChangeId& change) const;

 private:
  [[nodiscard]] Result<void> load();
  void add(const store::OpRow& row);
  void take(StorageClaim claim);
  [[nodiscard]] std::optional<Instant> storedBy(const StorageClaim& claim) const;
  [[nodiscard]] bool authorityAgrees();

  store::OpTable& m_ops;
  SpaceId m_space;
  Authority m_authority;
  bool m_loaded = false;
  std::uint64_t m_revision = 0; // of the authority that the rest rests on
  std::vector<domain::Fact> m_facts;
  std::unordered_map<ChangeId, std::vector<std::size_t>> m_ofChange;
  struct Subject {
    domain::EntityKind kind{};
    bool namesFiles = false;
  };
  [[nodiscard]] static Subject subjectOf(const crdt::Create& fact);
  std::unordered_map<ChangeId, Subject> m_about; // first fact of each change
  std::unordered_map<ChangeId, Instant> m_storedAt;
  std::unordered_map<DeviceId, MemberId> m_members;
  struct Judged {
    StorageClaim claim;
    std::optional<Instant> storedAt; // nothing: the fact is none
  };
  std::vector<Judged> m_claims;
  std::set<ChangeId> m_awaited; // subjects that claims named before they were here
};

} // namespace meridian::replica
