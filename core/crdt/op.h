// The ops: the only ways in which a change alters what a space holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/crdt/value.h"

namespace meridian::crdt {

// While a change is being written its id is not known yet. A zero change id in an OpId or ElementId
// means "this change"; decodeBody() and resolveSelf() put the real id in its place.
inline constexpr ChangeId thisChange{};

// An entity that needs no Create: the same (kind, key) is the same entity for everybody.
struct KeyedEntity {
  std::uint16_t kind = 0;
  Bytes key; // at most keyedEntityKeyBytesMax
  auto operator<=>(const KeyedEntity&) const = default;
};
inline constexpr std::size_t keyedEntityKeyBytesMax = 64;

// An entity as an op names it: by the Create op that made it, or by its key.
using EntityRef = std::variant<OpId, KeyedEntity>;

// The stable, ordered, hashable name of an entity, for indexes and tables.
//   entity-id := 1 change(32) index(u32, big-endian: ids sort like the ops that made them)
//              | 2 kind(u16, big-endian) key(0 to 64 bytes)
class EntityId {
 public:
  EntityId() = default;
  [[nodiscard]] static EntityId created(const OpId& by);
  [[nodiscard]] static EntityId keyed(const KeyedEntity& entity);
  // Refuses (Damaged) what the two above cannot have made.
  [[nodiscard]] static Result<EntityId> from(ByteView bytes);

  [[nodiscard]] ByteView view() const { return asBytes(m_bytes); }
  [[nodiscard]] const std::string& string() const { return m_bytes; }
  [[nodiscard]] std::string hex() const { return toHex(view()); }
  // REQUIRES: not default-constructed.
  [[nodiscard]] EntityRef ref() const;

  auto operator<=>(const EntityId&) const = default;

 private:
  explicit EntityId(std::string bytes) : m_bytes(std::move(bytes)) {}
  std::string m_bytes;
};
[[nodiscard]] EntityId entityIdOf(const EntityRef& ref);

// One character of a text: the n-th Unicode code point over all InsertText ops of its change, in order.
struct ElementId {
  ChangeId change;
  std::uint32_t offset = 0;
  auto operator<=>(const ElementId&) const = default;
};

// `length` characters of one change, from `first` on.
struct ElementRange {
  ElementId first;
  std::uint32_t length = 0;
  auto operator<=>(const ElementRange&) const = default;
};

// A field that a newer version put into a known op or body; kept in ascending order of tags.
struct UnknownField {
  std::uint32_t tag = 0;
  Bytes bytes;
  bool operator==(const UnknownField&) const = default;
};
using UnknownFields = std::vector<UnknownField>;

// Makes an entity, whose id is this op's. For an immutable fact the payload is everything; a mutable
// entity usually starts with an empty map and gets its fields by further ops.
struct Create {
  std::uint16_t kind = 0;
  Value payload;
  UnknownFields extra = {};
  bool operator==(const Create&) const = default;
};

// Writes a multi-value register; `replaces` names the writes that the author saw as current.
struct SetRegister {
  EntityRef entity;
  std::uint32_t field = 0;
  Value value;
  std::vector<OpId> replaces = {};
  UnknownFields extra = {};
  bool operator==(const SetRegister&) const = default;
};

struct AddToSet {
  EntityRef entity;
  std::uint32_t field = 0;
  Value element;
  UnknownFields extra = {};
  bool operator==(const AddToSet&) const = default;
};

// Removes exactly the adds that the author saw; a concurrent add of the same element stays.
struct RemoveFromSet {
  EntityRef entity;
  std::uint32_t field = 0;
  std::vector<OpId> observed;
  UnknownFields extra = {};
  bool operator==(const RemoveFromSet&) const = default;
};

// Inserts a run of characters. The origins are the neighbours at insertion time, deleted ones
// included; none means the beginning or the end. Within the run each character has its predecessor
// as left origin and the same right origin.
struct InsertText {
  EntityRef entity;
  std::uint32_t field = 0;
  std::optional<ElementId> left;
  std::optional<ElementId> right;
  std::string text; // UTF-8, not empty, at most limits::textFieldBytes
  // Offset of the first character in its change. Derived, never encoded in a body: decodeBody() and
  // numberElements() set it.
  std::uint32_t offset = 0;
  UnknownFields extra = {};
  bool operator==(const InsertText&) const = default;
};

struct DeleteText {
  EntityRef entity;
  std::uint32_t field = 0;
  std::vector<ElementRange> ranges;
  UnknownFields extra = {};
  bool operator==(const DeleteText&) const = default;
};

// An op of a newer version: kept and re-encoded byte for byte, without effect until an update.
struct UnknownOp {
  std::uint32_t kind = 0;
  Bytes body;
  bool operator==(const UnknownOp&) const = default;
};

using Op = std::variant<Create, SetRegister, AddToSet, RemoveFromSet, InsertText, DeleteText, UnknownOp>;

// What an op with this id acts on; nothing for an op of an unknown kind.
[[nodiscard]] std::optional<EntityId> entityOf(const OpId& id, const Op& op);
[[nodiscard]] std::optional<std::uint32_t> fieldOf(const Op& op);

// One op by itself, as a store keeps it in an index by entity: refs are whole ids and the derived
// offset of an InsertText is included. REQUIRES: decoded or numbered and resolved, i.e. as in a known change.
[[nodiscard]] Result<Bytes> encodeOp(const Op& op);
[[nodiscard]] Result<Op> decodeOp(ByteView bytes);

} // namespace meridian::crdt

template <>
struct std::hash<meridian::crdt::EntityId> {
  std::size_t operator()(const meridian::crdt::EntityId& id) const noexcept {
    return std::hash<std::string>{}(id.string());
  }
};
