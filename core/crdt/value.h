// A value that an op carries: what a register holds, a set contains or a fact says.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/id.h"

namespace meridian::crdt {

// Null, bool, integer, text (UTF-8, as typed), bytes, the name of an op, list, or map from field
// numbers. There are no floats: money is in minor units, rates are scaled integers.
//
// Encoding (refs are (table index, number) inside a body and 36 bytes elsewhere, see body.h):
//   value := 0                                      null
//          | 1 | 2                                  false, true
//          | 3 zigzag-varint                        integer, 64 bits
//          | 4 length UTF-8                         text
//          | 5 length bytes                         bytes
//          | 6 ref                                  the name of an op
//          | 7 count value*                         list
//          | 8 count (field value)*                 map, fields strictly ascending
//          | type length bytes                      a type of a newer version, kept as it came (type ≥ 9)
// Numbers are minimal varints, so that a value has exactly one encoding and bytes can be compared.
// Containers nest at most limits::valueNesting deep.
class Value {
 public:
  using List = std::vector<Value>;
  using Map = std::map<std::uint32_t, Value>;
  // A type that this version does not know: forwarded unchanged, reads as null.
  struct Unknown {
    std::uint32_t type = 0;
    Bytes payload;
    bool operator==(const Unknown&) const = default;
  };
  using Data = std::variant<std::monostate, bool, std::int64_t, std::string, Bytes, OpId, List, Map, Unknown>;

  Value() = default;
  Value(std::same_as<bool> auto value) : m_data(value) {}
  // REQUIRES: the number fits into 64 signed bits.
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) Value(Number value)
      : m_data(checkedInteger(std::in_range<std::int64_t>(value), static_cast<std::int64_t>(value))) {}
  Value(std::string text) : m_data(std::move(text)) {}
  Value(std::string_view text) : m_data(std::string(text)) {}
  Value(const char* text) : m_data(std::string(text)) {}
  Value(Bytes bytes) : m_data(std::move(bytes)) {}
  Value(OpId ref) : m_data(ref) {}
  Value(List list) : m_data(std::move(list)) {}
  Value(Map map) : m_data(std::move(map)) {}
  Value(Unknown unknown) : m_data(std::move(unknown)) {}

  [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
  // What it is, or nothing if it is something else.
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&m_data); }
  [[nodiscard]] const Bytes* bytes() const { return std::get_if<Bytes>(&m_data); }
  [[nodiscard]] const OpId* ref() const { return std::get_if<OpId>(&m_data); }

  [[nodiscard]] bool boolOr(bool fallback) const { return boolean().value_or(fallback); }
  [[nodiscard]] std::int64_t intOr(std::int64_t fallback) const { return integer().value_or(fallback); }
  [[nodiscard]] std::string textOr(std::string_view fallback) const;
  [[nodiscard]] Bytes bytesOr(Bytes fallback) const;

  // The field of a map; null if there is none or this is no map. Chains: value.at(3).at(1).intOr(0).
  [[nodiscard]] const Value& at(std::uint32_t field) const;
  [[nodiscard]] bool has(std::uint32_t field) const;
  // The parts of a list or a map; empty for anything else.
  [[nodiscard]] const List& items() const;
  [[nodiscard]] const Map& fields() const;

  // REQUIRES: a map, or null (which becomes a map).
  Value& set(std::uint32_t field, Value value);
  // REQUIRES: a list, or null (which becomes a list).
  Value& push(Value value);

  [[nodiscard]] const Data& data() const { return m_data; }
  [[nodiscard]] Data& data() { return m_data; }

  friend bool operator==(const Value& a, const Value& b);

 private:
  static std::int64_t checkedInteger(bool fits, std::int64_t value);

  Data m_data;
};

// The encoding above with refs of 36 bytes: change id, then the index as u32 little-endian. It is for
// digests, manifests and stored rows; inside a change, values are encoded by body.h.
// Encoding fails (InvalidArgument, TooLarge) on text that is not UTF-8 and beyond the nesting limit;
// decoding fails (Damaged) on anything that is not exactly the one encoding of one value.
[[nodiscard]] Result<Bytes> encodeValue(const Value& value);
[[nodiscard]] Result<Value> decodeValue(ByteView bytes);

} // namespace meridian::crdt
