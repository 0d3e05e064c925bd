#include "core/crdt/op.h"

#include <cassert>

#include "core/crdt/codec.h"

namespace meridian::crdt {

namespace {
constexpr char createdForm = 1;
constexpr char keyedForm = 2;
constexpr std::size_t createdSize = 1 + ChangeId::size + 4;
} // namespace

EntityId EntityId::created(const OpId& by) {
  std::string bytes(1, createdForm);
  bytes.append(asText(by.change.view()));
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<char>(by.index >> shift & 0xFF));
  return EntityId(std::move(bytes));
}

EntityId EntityId::keyed(const KeyedEntity& entity) {
  assert(entity.key.size() <= keyedEntityKeyBytesMax);
  std::string bytes(1, keyedForm);
  bytes.push_back(static_cast<char>(entity.kind >> 8));
  bytes.push_back(static_cast<char>(entity.kind & 0xFF));
  bytes.append(asText(entity.key));
  return EntityId(std::move(bytes));
}

Result<EntityId> EntityId::from(ByteView bytes) {
  const bool created = bytes.size() == createdSize && bytes[0] == createdForm;
  const bool keyed = bytes.size() >= 3 && bytes.size() <= 3 + keyedEntityKeyBytesMax && bytes[0] == keyedForm;
  if (!created && !keyed) return fail(ErrorCode::Damaged, "malformed entity id");
  return EntityId(std::string(asText(bytes)));
}

EntityRef EntityId::ref() const {
  assert(!m_bytes.empty());
  const ByteView bytes = view();
  if (bytes[0] == createdForm) {
    OpId id{ChangeId::unchecked(bytes.subspan(1, ChangeId::size)), 0};
    for (const std::uint8_t byte : bytes.subspan(1 + ChangeId::size))
      id.index = id.index << 8 | byte;
    return id;
  }
  const ByteView key = bytes.subspan(3);
  return KeyedEntity{static_cast<std::uint16_t>(bytes[1] << 8 | bytes[2]), Bytes(key.begin(), key.end())};
}

EntityId entityIdOf(const EntityRef& ref) {
  if (const auto* created = std::get_if<OpId>(&ref)) return EntityId::created(*created);
  return EntityId::keyed(std::get<KeyedEntity>(ref));
}

std::optional<EntityId> entityOf(const OpId& id, const Op& op) {
  return std::visit(
      [&](const auto& o) -> std::optional<EntityId> {
        if constexpr (requires { o.entity; })
          return entityIdOf(o.entity);
        else if constexpr (requires { o.payload; })
          return EntityId::created(id);
        else
          return std::nullopt;
      },
      op);
}

std::optional<std::uint32_t> fieldOf(const Op& op) {
  return std::visit(
      [](const auto& o) -> std::optional<std::uint32_t> {
        if constexpr (requires { o.field; })
          return o.field;
        else
          return std::nullopt;
      },
      op);
}

Result<Bytes> encodeOp(const Op& op) {
  ByteWriter out;
  if (auto written = codec::writeOp(out, op, codec::ChangeIdWriter{}); !written)
    return std::unexpected(written.error());
  if (const auto* insertion = std::get_if<InsertText>(&op)) out.varint(insertion->offset);
  return out.take();
}

Result<Op> decodeOp(ByteView bytes) {
  ByteReader in(bytes);
  codec::ChangeIdReader ids;
  Op op = codec::readOp(in, ids);
  if (auto* insertion = std::get_if<InsertText>(&op)) insertion->offset = codec::readU32(in);
  if (!in.done()) return fail(ErrorCode::Damaged, "malformed op");
  return op;
}

} // namespace meridian::crdt
