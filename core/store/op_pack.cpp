#include "core/store/op_pack.h"

namespace meridian::store {

bool mayBePacked(const crdt::Op& op) {
  return std::holds_alternative<crdt::InsertText>(op) || std::holds_alternative<crdt::DeleteText>(op);
}

Result<Bytes> packOps(std::span<const OpRow> ops) {
  ByteWriter out;
  for (const OpRow& row : ops) {
    auto bytes = crdt::encodeOp(row.op);
    if (!bytes) return std::unexpected(bytes.error());
    out.raw(row.id.change.view());
    out.varint(row.id.index);
    out.u8(row.counts ? 1 : 0);
    out.sized(*bytes);
  }
  return out.take();
}

Result<void> unpackOps(ByteView pack, std::vector<OpRow>& ops) {
  ByteReader in(pack);
  while (in.ok() && !in.atEnd()) {
    OpRow row;
    const ByteView change = in.raw(ChangeId::size);
    row.id.index = static_cast<std::uint32_t>(in.varint());
    row.counts = in.u8() != 0;
    auto op = crdt::decodeOp(in.sized());
    if (!in.ok() || !op) break;
    row.id.change = ChangeId::unchecked(change);
    row.op = std::move(*op);
    ops.push_back(std::move(row));
  }
  if (!in.done()) return fail(ErrorCode::Damaged, "a pack of ops cannot be read");
  return {};
}

} // namespace meridian::store
