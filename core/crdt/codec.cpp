#include "core/crdt/codec.h"

#include <cassert>
#include <limits>

#include "core/base/limits.h"

namespace meridian::crdt::codec {

namespace {

enum ValueType : std::uint32_t { Null, False, True, Integer, Text, ByteString, Ref, List, Map, FirstUnknown };
enum OpKind : std::uint32_t {
  CreateKind = 1,
  SetRegisterKind,
  AddToSetKind,
  RemoveFromSetKind,
  InsertTextKind,
  DeleteTextKind
};
enum EntityForm : std::uint32_t { CreatedForm = 1, KeyedForm = 2 };
// Tags up to here belong to this version in every op kind, so that an unknown one is always beyond.
constexpr std::uint32_t ownFieldsMax = 5;

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

void writeEntity(ByteWriter& out, const EntityRef& entity, const ChangeIdWriter& ids) {
  if (const auto* created = std::get_if<OpId>(&entity)) {
    out.varint(CreatedForm);
    ids.write(out, *created);
  } else {
    const auto& keyed = std::get<KeyedEntity>(entity);
    out.varint(KeyedForm);
    out.varint(keyed.kind);
    out.sized(keyed.key);
  }
}

std::uint16_t readKind(ByteReader& in) {
  const std::uint64_t kind = in.varint();
  if (kind > std::numeric_limits<std::uint16_t>::max()) in.fail();
  return static_cast<std::uint16_t>(kind);
}

EntityRef readEntity(ByteReader& in, ChangeIdReader& ids) {
  const std::uint64_t form = in.varint();
  if (form == CreatedForm) return ids.readOp(in);
  if (form != KeyedForm) {
    in.fail();
    return {};
  }
  KeyedEntity keyed;
  keyed.kind = readKind(in);
  const ByteView key = in.sized();
  if (key.size() > keyedEntityKeyBytesMax) in.fail();
  keyed.key.assign(key.begin(), key.end());
  return keyed;
}

// The fields of one op while they are being written; the known ones come first, tags ascending.
class FieldsWriter {
 public:
  explicit FieldsWriter(const ChangeIdWriter& ids) : m_ids(ids) {}

  template <class Fill>
  void field(std::uint32_t tag, const Fill& fill) {
    ByteWriter content;
    fill(content);
    writeField(m_out, tag, content.bytes());
  }
  void entityAndField(const EntityRef& entity, std::uint32_t number) {
    if (const auto* keyed = std::get_if<KeyedEntity>(&entity);
        keyed && keyed->key.size() > keyedEntityKeyBytesMax)
      refuse(ErrorCode::TooLarge, "entity key too long");
    field(1, [&](ByteWriter& out) { writeEntity(out, entity, m_ids); });
    field(2, [&](ByteWriter& out) { out.varint(number); });
  }
  void value(std::uint32_t tag, const Value& value) {
    field(tag, [&](ByteWriter& out) {
      if (auto written = writeValue(out, value, m_ids); !written) m_result = written;
    });
  }
  void ops(std::uint32_t tag, const std::vector<OpId>& list) {
    field(tag, [&](ByteWriter& out) {
      for (const OpId& id : list)
        m_ids.write(out, id);
    });
  }
  void element(std::uint32_t tag, const std::optional<ElementId>& id) {
    if (id) field(tag, [&](ByteWriter& out) { m_ids.write(out, *id); });
  }
  void extra(const UnknownFields& fields) {
    std::uint32_t last = ownFieldsMax;
    for (const UnknownField& unknown : fields) {
      if (unknown.tag <= last) refuse(ErrorCode::InvalidArgument, "unknown fields out of order");
      last = unknown.tag;
      writeField(m_out, unknown.tag, unknown.bytes);
    }
  }
  void refuse(ErrorCode code, const char* why) {
    if (m_result) m_result = fail(code, why);
  }

  Result<void> finish(ByteWriter& out, std::uint32_t kind) {
    if (!m_result) return m_result;
    out.varint(kind);
    out.sized(m_out.bytes());
    return {};
  }

 private:
  const ChangeIdWriter& m_ids;
  ByteWriter m_out;
  Result<void> m_result;
};

Result<void> write(ByteWriter& out, const Create& op, const ChangeIdWriter& ids) {
  FieldsWriter fields(ids);
  fields.field(1, [&](ByteWriter& content) { content.varint(op.kind); });
  fields.value(2, op.payload);
  fields.extra(op.extra);
  return fields.finish(out, CreateKind);
}

Result<void> write(ByteWriter& out, const SetRegister& op, const ChangeIdWriter& ids) {
  FieldsWriter fields(ids);
  fields.entityAndField(op.entity, op.field);
  fields.value(3, op.value);
  if (!op.replaces.empty()) fields.ops(4, op.replaces);
  fields.extra(op.extra);
  return fields.finish(out, SetRegisterKind);
}

Result<void> write(ByteWriter& out, const AddToSet& op, const ChangeIdWriter& ids) {
  FieldsWriter fields(ids);
  fields.entityAndField(op.entity, op.field);
  fields.value(3, op.element);
  fields.extra(op.extra);
  return fields.finish(out, AddToSetKind);
}

Result<void> write(ByteWriter& out, const RemoveFromSet& op, const ChangeIdWriter& ids) {
  FieldsWriter fields(ids);
  fields.entityAndField(op.entity, op.field);
  if (op.observed.empty()) fields.refuse(ErrorCode::InvalidArgument, "a removal of nothing");
  fields.ops(3, op.observed);
  fields.extra(op.extra);
  return fields.finish(out, RemoveFromSetKind);
}

Result<void> write(ByteWriter& out, const InsertText& op, const ChangeIdWriter& ids) {
  FieldsWriter fields(ids);
  fields.entityAndField(op.entity, op.field);
  if (op.text.empty()) fields.refuse(ErrorCode::InvalidArgument, "an insertion of nothing");
  if (op.text.size() > limits::textFieldBytes) fields.refuse(ErrorCode::TooLarge, "insertion too long");
  if (!isUtf8(asBytes(op.text))) fields.refuse(ErrorCode::InvalidArgument, "text is not UTF-8");
  fields.element(3, op.left);
  fields.element(4, op.right);
  fields.field(5, [&](ByteWriter& content) { content.raw(asBytes(op.text)); });
  fields.extra(op.extra);
  return fields.finish(out, InsertTextKind);
}

Result<void> write(ByteWriter& out, const DeleteText& op, const ChangeIdWriter& ids) {
  FieldsWriter fields(ids);
  fields.entityAndField(op.entity, op.field);
  if (op.ranges.empty()) fields.refuse(ErrorCode::InvalidArgument, "a deletion of nothing");
  fields.field(3, [&](ByteWriter& content) {
    for (const ElementRange& range : op.ranges) {
      if (range.length == 0) fields.refuse(ErrorCode::InvalidArgument, "an empty range");
      ids.write(content, range.first);
      content.varint(range.length);
    }
  });
  fields.extra(op.extra);
  return fields.finish(out, DeleteTextKind);
}

Result<void> write(ByteWriter& out, const UnknownOp& op, const ChangeIdWriter&) {
  if (op.kind <= DeleteTextKind && op.kind >= CreateKind)
    return fail(ErrorCode::InvalidArgument, "a known kind is no unknown op");
  out.varint(op.kind);
  out.sized(op.body);
  return {};
}

// The fields of one op while they are being read. Each reader consumes its field whole; what is
// missing, doubled or left over makes the op malformed.
class FieldsReader {
 public:
  FieldsReader(ByteView body, ChangeIdReader& ids) : m_ids(ids) {
    ByteReader in(body);
    m_fields = readFields(in);
    m_ok = in.ok();
  }

  // False if the field is not there.
  template <class Read>
  bool optional(std::uint32_t tag, const Read& read) {
    if (!m_ok || m_next == m_fields.size() || m_fields[m_next].tag != tag) return false;
    ByteReader in(m_fields[m_next++].bytes);
    read(in);
    if (!in.done()) m_ok = false;
    return true;
  }
  template <class Read>
  void required(std::uint32_t tag, const Read& read) {
    if (!optional(tag, read)) m_ok = false;
  }
  template <class AnyOp>
  void entityAndField(AnyOp& op) {
    required(1, [&](ByteReader& in) { op.entity = readEntity(in, m_ids); });
    required(2, [&](ByteReader& in) { op.field = readU32(in); });
  }
  void value(std::uint32_t tag, Value& value) {
    required(tag, [&](ByteReader& in) { value = readValue(in, m_ids); });
  }
  // An empty list is written by leaving the field out.
  void ops(ByteReader& in, std::vector<OpId>& list) {
    if (in.atEnd()) in.fail();
    while (in.ok() && !in.atEnd())
      list.push_back(m_ids.readOp(in));
  }
  void element(std::uint32_t tag, std::optional<ElementId>& id) {
    optional(tag, [&](ByteReader& in) { id = m_ids.readElement(in); });
  }
  void extra(UnknownFields& fields) {
    for (; m_ok && m_next < m_fields.size(); ++m_next) {
      const Field& field = m_fields[m_next];
      if (field.tag <= ownFieldsMax) {
        m_ok = false;
        return;
      }
      m_ids.noteUnknown();
      fields.push_back({field.tag, Bytes(field.bytes.begin(), field.bytes.end())});
    }
  }
  [[nodiscard]] bool ok() const { return m_ok; }

 private:
  ChangeIdReader& m_ids;
  std::vector<Field> m_fields;
  std::size_t m_next = 0;
  bool m_ok = true;
};

void read(FieldsReader& fields, Create& op, ChangeIdReader&) {
  fields.required(1, [&](ByteReader& in) { op.kind = readKind(in); });
  fields.value(2, op.payload);
}

void read(FieldsReader& fields, SetRegister& op, ChangeIdReader&) {
  fields.entityAndField(op);
  fields.value(3, op.value);
  fields.optional(4, [&](ByteReader& in) { fields.ops(in, op.replaces); });
}

void read(FieldsReader& fields, AddToSet& op, ChangeIdReader&) {
  fields.entityAndField(op);
  fields.value(3, op.element);
}

void read(FieldsReader& fields, RemoveFromSet& op, ChangeIdReader&) {
  fields.entityAndField(op);
  fields.required(3, [&](ByteReader& in) { fields.ops(in, op.observed); });
}

void read(FieldsReader& fields, InsertText& op, ChangeIdReader&) {
  fields.entityAndField(op);
  fields.element(3, op.left);
  fields.element(4, op.right);
  fields.required(5, [&](ByteReader& in) {
    const ByteView text = in.raw(in.remaining());
    if (text.empty() || text.size() > limits::textFieldBytes || !isUtf8(text)) in.fail();
    op.text = asText(text);
  });
}

void read(FieldsReader& fields, DeleteText& op, ChangeIdReader& ids) {
  fields.entityAndField(op);
  fields.required(3, [&](ByteReader& in) {
    if (in.atEnd()) in.fail();
    while (in.ok() && !in.atEnd()) {
      ElementRange range;
      range.first = ids.readElement(in);
      range.length = readU32(in);
      if (range.length == 0) in.fail();
      op.ranges.push_back(range);
    }
  });
}

template <class Kind>
Op readAs(ByteReader& in, ByteView body, ChangeIdReader& ids) {
  FieldsReader fields(body, ids);
  Kind op;
  read(fields, op, ids);
  fields.extra(op.extra);
  if (!fields.ok()) in.fail();
  return op;
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

Result<void> writeOp(ByteWriter& out, const Op& op, const ChangeIdWriter& ids) {
  return std::visit([&](const auto& known) { return write(out, known, ids); }, op);
}

Op readOp(ByteReader& in, ChangeIdReader& ids) {
  const std::uint32_t kind = readU32(in);
  const ByteView body = in.sized();
  if (!in.ok()) return UnknownOp{};
  switch (kind) {
  case CreateKind:
    return readAs<Create>(in, body, ids);
  case SetRegisterKind:
    return readAs<SetRegister>(in, body, ids);
  case AddToSetKind:
    return readAs<AddToSet>(in, body, ids);
  case RemoveFromSetKind:
    return readAs<RemoveFromSet>(in, body, ids);
  case InsertTextKind:
    return readAs<InsertText>(in, body, ids);
  case DeleteTextKind:
    return readAs<DeleteText>(in, body, ids);
  default:
    ids.noteUnknown();
    return UnknownOp{kind, Bytes(body.begin(), body.end())};
  }
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

bool hasUnknown(const Op& op) {
  return std::visit(
      [](const auto& o) {
        if constexpr (requires { o.payload; }) {
          if (hasUnknown(o.payload)) return true;
        }
        if constexpr (requires { o.value; }) {
          if (hasUnknown(o.value)) return true;
        }
        if constexpr (requires { o.element; }) {
          if (hasUnknown(o.element)) return true;
        }
        if constexpr (requires { o.extra; })
          return !o.extra.empty();
        else
          return true;
      },
      op);
}

std::uint32_t codePoints(std::string_view utf8) {
  std::uint32_t count = 0;
  for (const char byte : utf8)
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) ++count;
  return count;
}

} // namespace meridian::crdt::codec
