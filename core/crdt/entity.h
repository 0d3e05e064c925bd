// One entity as the ops that count make it.
#pragma once

#include <map>
#include <span>

#include "core/crdt/register.h"
#include "core/crdt/set.h"
#include "core/crdt/text.h"

namespace meridian::crdt {

// Fields are numbered per kind of entity. A register, a set and a text under one number are three fields.
class EntityState {
 public:
  // Pure: a function of the set of ops, whatever their order; an op given twice counts once. Ops on
  // other entities are passed over. REQUIRES: ops have real change ids (decodeBody or resolveSelf).
  [[nodiscard]] static EntityState merge(const EntityId& id, std::span<const ContextualOp> ops);

  // Takes one op more, as if it had been among those of merge(), at the cost of that op. False, and nothing
  // taken, if it cannot be: merge all of them again. REQUIRES: it is on this entity and not here yet.
  [[nodiscard]] bool apply(const ContextualOp& op);

  [[nodiscard]] const EntityId& id() const { return m_id; }
  // A keyed entity always exists; a created one if its Create is among the ops and counts.
  [[nodiscard]] bool exists() const { return m_exists; }
  [[nodiscard]] std::uint16_t kind() const { return m_kind; }
  [[nodiscard]] const Value& payload() const { return m_payload; }

  // The value to show of a register; null if nothing was written.
  [[nodiscard]] const Value& value(std::uint32_t field) const;
  [[nodiscard]] const MultiValueRegister& registerOf(std::uint32_t field) const;
  [[nodiscard]] bool conflicting(std::uint32_t field) const { return registerOf(field).conflicting(); }
  // Registers whose concurrent writes disagree, ascending.
  [[nodiscard]] std::vector<std::uint32_t> conflictingFields() const;
  [[nodiscard]] std::vector<Value> elements(std::uint32_t field) const { return setOf(field).elements(); }
  [[nodiscard]] const AddWinsSet& setOf(std::uint32_t field) const;
  [[nodiscard]] const std::string& text(std::uint32_t field) const { return textOf(field).utf8(); }
  [[nodiscard]] const Text& textOf(std::uint32_t field) const;

  [[nodiscard]] const std::map<std::uint32_t, MultiValueRegister>& registers() const { return m_registers; }
  [[nodiscard]] const std::map<std::uint32_t, AddWinsSet>& sets() const { return m_sets; }
  [[nodiscard]] const std::map<std::uint32_t, Text>& texts() const { return m_texts; }

  // The ops of an edit, naming what this state shows as current. Nothing if the value is the shown one and
  // there is no conflict to settle, or the element is there (or not) already.
  [[nodiscard]] std::vector<Op> write(std::uint32_t field, Value value) const;
  [[nodiscard]] std::vector<Op> add(std::uint32_t field, Value element) const;
  [[nodiscard]] std::vector<Op> remove(std::uint32_t field, const Value& element) const;

  // What counts, for digests: equal for equal sets of ops in any order, on any machine.
  //   state := length entity-id · exists(u8) · kind(u16) · value(payload)
  //            · count (field count (op-id(36) value)*)*   registers with a current write, by op id
  //            · count (field count value*)*               sets that are not empty, by encoded value
  //            · count (field length UTF-8)*               texts that are not empty
  // with counts, fields and lengths as varints, and values as encodeValue() writes them.
  [[nodiscard]] Bytes canonicalBytes() const;

 private:
  // Takes what no text is; false for a text's op.
  bool applyApartFromText(const ContextualOp& op);

  EntityId m_id;
  bool m_exists = false;
  bool m_keyed = false; // exists once anything on it counts
  std::uint16_t m_kind = 0;
  Value m_payload;
  std::map<std::uint32_t, MultiValueRegister> m_registers;
  std::map<std::uint32_t, AddWinsSet> m_sets;
  std::map<std::uint32_t, Text> m_texts;
};

} // namespace meridian::crdt
