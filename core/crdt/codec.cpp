#include "core/crdt/codec.h"

#include <cassert>
#include <limits>

#include "core/base/limits.h"

namespace meridian::crdt::codec {

namespace {

enum ValueType : std::uint32_t { Null, False, True, Integer, Text, ByteString, Ref, List, Map, FirstUnknown };
Result<void> writeValueAt(ByteWriter& out, const Value& value, const ChangeIdWriter& ids, std::size_t depth) {
  const auto& data = value.data();
  if (value.isNull()) {
    out.varint(Null);
  } else if (const auto flag = value.boolean()) {
    out.varint(*flag ? True : False);
  } else if (const auto number = value.integer()) {
    out.varint(Integer);
    out.zigzag(*number);
  } else if (const std::string* text = value.text()) {
    if (!isUtf8(asBytes(*text))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
    out.varint(Text);
    out.sized(*text);
  } else if (const Bytes* bytes = value.bytes()) {
    out.varint(ByteString);
    out.sized(*bytes);
  } else if (const OpId* ref = value.ref()) {
    out.varint(Ref);
    ids.write(out, *ref);
  } else if (const auto* unknown = std::get_if<Value::Unknown>(&data)) {
    if (unknown->type < FirstUnknown)
      return fail(ErrorCode::InvalidArgument, "a known type is no unknown one");
    out.varint(unknown->type);
    out.sized(unknown->payload);
  } else {
    if (depth == limits::valueNesting) return fail(ErrorCode::TooLarge, "value nested too deep");
    if (const auto* list = std::get_if<Value::List>(&data)) {
      out.varint(List);
      out.varint(list->size());
      for (const Value& item : *list)
        if (auto written = writeValueAt(out, item, ids, depth + 1); !written) return written;
    } else {
      const Value::Map& map = value.fields();
      out.varint(Map);
      out.varint(map.size());
      for (const auto& [field, item] : map) {
        out.varint(field);
        if (auto written = writeValueAt(out, item, ids, depth + 1); !written) return written;
      }
    }
  }
  return {};
}

} // namespace

void ChangeIdWriter::writeEntry(ByteWriter& out, const ChangeId& change) const {
  if (!m_table) {
    out.raw(change.view());
    return;
  }
  const auto found = m_table->find(change);
  assert(found != m_table->end() && "the table was gathered from the same ops");
  out.varint(found->second);
}

void ChangeIdWriter::write(ByteWriter& out, const ChangeId& change, std::uint32_t number) const {
  writeEntry(out, change);
  if (m_table)
    out.varint(number);
  else
    out.u32(number);
}

std::pair<std::uint64_t, ChangeId> ChangeIdReader::readNumberedEntry(ByteReader& in) {
  if (whole()) {
    const ByteView bytes = in.raw(ChangeId::size);
    return {0, in.ok() ? ChangeId::unchecked(bytes) : ChangeId{}};
  }
  const std::uint64_t entry = in.varint();
  if (entry >= m_table.size() || (entry == 1 && m_table[1].isZero())) {
    in.fail();
    return {};
  }
  m_used[entry] = true;
  return {entry, m_table[entry]};
}

OpId ChangeIdReader::readOp(ByteReader& in) {
  const ChangeId change = readEntry(in);
  return {change, whole() ? in.u32() : readU32(in)};
}

ElementId ChangeIdReader::readElement(ByteReader& in) {
  const OpId id = readOp(in);
  return {id.change, id.index};
}

bool ChangeIdReader::allUsed() const {
  for (std::size_t entry = 2; entry < m_used.size(); ++entry)
    if (!m_used[entry]) return false;
  return true;
}

Result<void> writeValue(ByteWriter& out, const Value& value, const ChangeIdWriter& ids) {
  return writeValueAt(out, value, ids, 0);
}

Value readValue(ByteReader& in, ChangeIdReader& ids, std::size_t depth) {
  const std::uint32_t type = readU32(in);
  if (!in.ok()) return {};
  switch (type) {
  case Null:
    return {};
  case False:
    return false;
  case True:
    return true;
  case Integer:
    return in.zigzag();
  case Text:
    return in.sizedText();
  case ByteString: {
    const ByteView bytes = in.sized();
    return Bytes(bytes.begin(), bytes.end());
  }
  case Ref:
    return ids.readOp(in);
  case List:
  case Map:
    break;
  default: {
    ids.noteUnknown();
    const ByteView payload = in.sized();
    return Value::Unknown{type, Bytes(payload.begin(), payload.end())};
  }
  }
  if (depth == limits::valueNesting) {
    in.fail();
    return {};
  }
  if (type == List) {
    Value::List list;
    for (std::size_t left = in.count(1); in.ok() && left > 0; --left)
      list.push_back(readValue(in, ids, depth + 1));
    return list;
  }
  Value::Map map;
  for (std::size_t left = in.count(2); in.ok() && left > 0; --left) {
    const std::uint32_t field = readU32(in);
    if (!map.empty() && field <= map.rbegin()->first) in.fail();
    map.emplace_hint(map.end(), field, readValue(in, ids, depth + 1));
  }
  return map;
}

void writeField(ByteWriter& out, std::uint32_t tag, ByteView bytes) {
  out.varint(tag);
  out.sized(bytes);
}

std::vector<Field> readFields(ByteReader& in) {
  std::vector<Field> fields;
  while (in.ok() && !in.atEnd()) {
    const std::uint32_t tag = readU32(in);
    if (!fields.empty() && tag <= fields.back().tag) in.fail();
    fields.push_back({tag, in.sized()});
  }
  return fields;
}

std::uint32_t readU32(ByteReader& in) {
  const std::uint64_t number = in.varint();
  if (number > std::numeric_limits<std::uint32_t>::max()) in.fail();
  return static_cast<std::uint32_t>(number);
}

bool hasUnknown(const Value& value) {
  if (std::holds_alternative<Value::Unknown>(value.data())) return true;
  for (const Value& item : value.items())
    if (hasUnknown(item)) return true;
  for (const auto& [field, item] : value.fields())
    if (hasUnknown(item)) return true;
  return false;
}

std::uint32_t codePoints(std::string_view utf8) {
  std::uint32_t count = 0;
  for (const char byte : utf8)
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) ++count;
  return count;
}

} // namespace meridian::crdt::codec
