// What a space holds, computed the slow way from the set of its changes: sets and sorting, no store, no order
// of arrival. It shares with the product the readers of bytes and the table of fields (core/domain/schema),
// and none of the judging and merging: a text is FugueMax as its paper draws it.
#pragma once

#include "core/crdt/body.h"
#include "core/domain/schema.h"
#include "tests/simulation/model_authority.h"

namespace meridian::sim {

// One content change, opened with the keys of whoever holds it.
struct ModelContent {
  envelope::Change change;
  std::optional<crdt::Body> body;
  bool nonsense = false; // its key is here, and it does not open
};

class SpaceModel {
 public:
  enum class Effect : std::uint8_t { Waits = 0, Counts = 1, Void = 2, Held = 3, Newer = 4 };

  // `authority` outlives the model and holds the campaign's log and this space's own.
  SpaceModel(const AuthorityModel& authority, const SpaceId& campaign, const SpaceId& space,
             const std::vector<ModelContent>& contents);

  [[nodiscard]] Effect effect(const ChangeId& change) const;
  // Why a change waits, for a complaint.
  [[nodiscard]] std::string waitsFor(const ChangeId& change) const;
  // Entities that are there, ascending, as their canonical bytes (core/crdt/entity.h gives the grammar).
  [[nodiscard]] std::vector<std::pair<crdt::EntityId, Bytes>> entities() const;
  [[nodiscard]] ContentHash digest() const;
  // Facts that count, each with the time at which it was stored as far as anybody can prove it.
  [[nodiscard]] std::map<OpId, std::optional<Instant>> facts() const;

 private:
  struct Known {
    const ModelContent* content = nullptr;
    Effect effect = Effect::Waits;
  };
  struct Subject { // what an op touches, as far as rights ask
    std::vector<std::string> markets;
    bool isSelf = false;
  };
  enum class Grade { Void, Held, Counts };

  [[nodiscard]] bool isReady(const ModelContent& content) const;
  [[nodiscard]] Effect judge(const ModelContent& content, std::optional<Instant> receivedAt) const;
  [[nodiscard]] bool wentBack(const ModelContent& content) const;
  // Nothing for an op of a newer version.
  [[nodiscard]] std::optional<Grade> judgeOp(const ModelContent& content, std::uint32_t index,
                                             std::optional<Instant> receivedAt) const;
  [[nodiscard]] Grade best(const ModelContent& content, domain::Right right, const Subject& subject,
                           std::optional<Instant> receivedAt) const;
  [[nodiscard]] const crdt::Create* makerOf(const crdt::EntityId& entity) const;
  [[nodiscard]] const ModelContent* changeOf(const crdt::EntityId& entity) const;
  [[nodiscard]] std::optional<domain::EntityKind> kindOf(const crdt::EntityId& entity) const;
  [[nodiscard]] std::string marketOf(const crdt::EntityId& entity) const;
  [[nodiscard]] std::vector<std::string> marketsWritten(const ModelContent& content,
                                                        const crdt::EntityId& entity) const;
  [[nodiscard]] std::optional<Instant> proven(const OpId& id, const crdt::Create& received,
                                              const ModelContent& by) const;
  // When each change was stored, by the earliest proof that counts; by receipts alone if asked.
  [[nodiscard]] std::map<ChangeId, Instant> stored(bool receiptsAlone) const;
  [[nodiscard]] const crdt::Create* firstFact(const ChangeId& change) const;
  void settleHeld();

  const AuthorityModel& m_authority;
  SpaceId m_campaign, m_space;
  std::optional<log::SpaceInfo> m_info;
  std::map<ChangeId, Known> m_changes;
};

} // namespace meridian::sim
