// How values and ops are written, whatever the form of the change ids in them. Internal to this room.
#pragma once

#include <map>
#include <set>
#include <span>

#include "core/crdt/op.h"

namespace meridian::crdt::codec {

// The two forms of a change id: an entry of a body's table, or 32 bytes.
class ChangeIdWriter {
 public:
  ChangeIdWriter() = default; // whole ids
  // Entries of `table`, which must outlive this and hold every id that will be written.
  explicit ChangeIdWriter(const std::map<ChangeId, std::uint32_t>& table) : m_table(&table) {}
  void write(ByteWriter& out, const OpId& id) const { write(out, id.change, id.index); }
  void write(ByteWriter& out, const ElementId& id) const { write(out, id.change, id.offset); }
  void writeEntry(ByteWriter& out, const ChangeId& change) const;
  [[nodiscard]] bool whole() const { return m_table == nullptr; }

 private:
  void write(ByteWriter& out, const ChangeId& change, std::uint32_t number) const;
  const std::map<ChangeId, std::uint32_t>* m_table = nullptr;
};

class ChangeIdReader {
 public:
  ChangeIdReader() = default; // whole ids
  // The table from entry 0 on; entry 1 is zero if there is no predecessor, and then refused.
  explicit ChangeIdReader(std::vector<ChangeId> table) : m_table(std::move(table)), m_used(m_table.size()) {}
  [[nodiscard]] OpId readOp(ByteReader& in);
  [[nodiscard]] ElementId readElement(ByteReader& in);
  [[nodiscard]] ChangeId readEntry(ByteReader& in) { return readNumberedEntry(in).second; }
  // The number is 0 where ids are whole.
  [[nodiscard]] std::pair<std::uint64_t, ChangeId> readNumberedEntry(ByteReader& in);
  [[nodiscard]] bool whole() const { return m_table.empty(); }
  // Every entry but the first two was read at least once.
  [[nodiscard]] bool allUsed() const;
  // Something of a newer version was met, which may name entries that nobody here can see.
  void noteUnknown() { m_unknown = true; }
  [[nodiscard]] bool sawUnknown() const { return m_unknown; }

 private:
  std::vector<ChangeId> m_table;
  std::vector<bool> m_used;
  bool m_unknown = false;
};

// A ref takes at least this much in either form.
inline constexpr std::size_t refBytesMin = 2;

[[nodiscard]] Result<void> writeValue(ByteWriter& out, const Value& value, const ChangeIdWriter& ids);
// A failure shows in `in`. `depth` containers are open already.
[[nodiscard]] Value readValue(ByteReader& in, ChangeIdReader& ids, std::size_t depth = 0);

[[nodiscard]] Result<void> writeOp(ByteWriter& out, const Op& op, const ChangeIdWriter& ids);
[[nodiscard]] Op readOp(ByteReader& in, ChangeIdReader& ids);

// Tag–length–value, tags strictly ascending.
void writeField(ByteWriter& out, std::uint32_t tag, ByteView bytes);
struct Field {
  std::uint32_t tag = 0;
  ByteView bytes;
};
// All fields of `bytes`, or a failure in `in` if they are no such sequence.
[[nodiscard]] std::vector<Field> readFields(ByteReader& in);

[[nodiscard]] std::uint32_t readU32(ByteReader& in); // a varint that fits, or a failure

// Calls `visit(ChangeId&)` for every change id in the value or op (const where they are const).
template <class AnyValue, class Visit>
void visitValueIds(AnyValue& value, const Visit& visit) {
  auto& data = value.data();
  if (auto* ref = std::get_if<OpId>(&data)) {
    visit(ref->change);
  } else if (auto* list = std::get_if<Value::List>(&data)) {
    for (auto& item : *list)
      visitValueIds(item, visit);
  } else if (auto* map = std::get_if<Value::Map>(&data)) {
    for (auto& [field, item] : *map)
      visitValueIds(item, visit);
  }
}

template <class AnyOp, class Visit>
void visitIds(AnyOp& op, const Visit& visit) {
  std::visit(
      [&](auto& o) {
        if constexpr (requires { o.entity; }) {
          if (auto* ref = std::get_if<OpId>(&o.entity)) visit(ref->change);
        }
        if constexpr (requires { o.payload; }) visitValueIds(o.payload, visit);
        if constexpr (requires { o.value; }) visitValueIds(o.value, visit);
        if constexpr (requires { o.element; }) visitValueIds(o.element, visit);
        if constexpr (requires { o.replaces; }) {
          for (auto& id : o.replaces)
            visit(id.change);
        }
        if constexpr (requires { o.observed; }) {
          for (auto& id : o.observed)
            visit(id.change);
        }
        if constexpr (requires { o.left; }) {
          if (o.left) visit(o.left->change);
          if (o.right) visit(o.right->change);
        }
        if constexpr (requires { o.ranges; }) {
          for (auto& range : o.ranges)
            visit(range.first.change);
        }
      },
      op);
}

[[nodiscard]] bool hasUnknown(const Value& value);
[[nodiscard]] bool hasUnknown(const Op& op);

// Code points of well-formed UTF-8.
[[nodiscard]] std::uint32_t codePoints(std::string_view utf8);

} // namespace meridian::crdt::codec
