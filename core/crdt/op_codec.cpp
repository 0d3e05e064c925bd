#include <limits>

#include "core/base/limits.h"
#include "core/crdt/codec.h"

namespace meridian::crdt::codec {

namespace {

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

} // namespace meridian::crdt::codec
