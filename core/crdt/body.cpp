#include "core/crdt/body.h"

#include <algorithm>
#include <cassert>

#include "core/base/limits.h"
#include "core/crdt/codec.h"

namespace meridian::crdt {

namespace {

enum Tag : std::uint32_t { SchemaTag = 1, HlcTag, ClaimedAtTag, RefsTag, FrontierTag, OpsTag };
constexpr std::int64_t claimedAtMillisEnd = std::int64_t{1} << 48; // what an Hlc can hold, too

bool hasUnknown(const Body& body) {
  return !body.extra.empty() ||
         std::any_of(body.ops.begin(), body.ops.end(), [](const Op& op) { return codec::hasUnknown(op); });
}

std::unexpected<Error> malformed(const char* what) { return fail(ErrorCode::Damaged, what); }

// The changes that the body names, except itself and its predecessor.
std::set<ChangeId> gatherRefs(const Body& body, const BodyContext& context) {
  std::set<ChangeId> refs(body.refs.begin(), body.refs.end());
  const auto add = [&](const ChangeId& id) { refs.insert(id); };
  for (const ChangeId& head : body.frontier)
    add(head);
  for (const Op& op : body.ops)
    codec::visitIds(op, add);
  refs.erase(thisChange);
  refs.erase(context.self);
  refs.erase(context.predecessor);
  return refs;
}

} // namespace

Result<Bytes> encodeBody(const Body& body, const BodyContext& context) {
  if (body.ops.size() > limits::opsPerChange) return fail(ErrorCode::TooLarge, "too many ops in a change");
  const std::int64_t claimedAt = toMillis(body.claimedAt);
  if (claimedAt < 0 || claimedAt >= claimedAtMillisEnd)
    return fail(ErrorCode::InvalidArgument, "claimed time");

  const std::set<ChangeId> refs = gatherRefs(body, context);
  if (refs.size() > limits::refsPerChange) return fail(ErrorCode::TooLarge, "too many changes named");
  if (hasUnknown(body)) {
    // Unknown content names changes by their place, so the table it came with cannot shift.
    if (!std::equal(refs.begin(), refs.end(), body.refs.begin(), body.refs.end()))
      return fail(ErrorCode::InvalidArgument, "a body with unknown content names other changes");
  } else if (!body.refs.empty()) {
    return fail(ErrorCode::InvalidArgument, "a table is kept only beside unknown content");
  }
  std::map<ChangeId, std::uint32_t> table;
  std::uint32_t next = 2;
  for (const ChangeId& id : refs)
    table.emplace(id, next++);
  if (!context.predecessor.isZero()) table.insert_or_assign(context.predecessor, 1);
  table.insert_or_assign(thisChange, 0);
  table.insert_or_assign(context.self, 0);
  const codec::ChangeIdWriter ids(table);

  ByteWriter out;
  const auto field = [&](Tag tag, const ByteWriter& content) {
    codec::writeField(out, tag, content.bytes());
  };
  ByteWriter schema, hlc, claimed, refBytes, frontier, ops;
  schema.varint(body.schema);
  field(SchemaTag, schema);
  hlc.u64(body.hlc.packed);
  field(HlcTag, hlc);
  claimed.zigzag(claimedAt);
  field(ClaimedAtTag, claimed);
  for (const ChangeId& id : refs)
    refBytes.raw(id.view());
  if (refBytes.size() > 0) field(RefsTag, refBytes);

  std::set<std::uint32_t> heads;
  for (const ChangeId& head : body.frontier)
    heads.insert(table.at(head));
  if (heads.contains(0)) return fail(ErrorCode::InvalidArgument, "a change is not its own past");
  for (const std::uint32_t entry : heads)
    frontier.varint(entry);
  if (frontier.size() > 0) field(FrontierTag, frontier);

  for (const Op& op : body.ops)
    if (auto written = codec::writeOp(ops, op, ids); !written) return std::unexpected(written.error());
  if (ops.size() > 0) field(OpsTag, ops);

  std::uint32_t last = OpsTag;
  for (const UnknownField& unknown : body.extra) {
    if (unknown.tag <= last) return fail(ErrorCode::InvalidArgument, "unknown fields out of order");
    last = unknown.tag;
    codec::writeField(out, unknown.tag, unknown.bytes);
  }
  if (out.size() > limits::changeBytes) return fail(ErrorCode::TooLarge, "change too large");
  return out.take();
}

namespace {

// Walks over the fields of a body; each is consumed whole or the body is malformed.
class BodyReader {
 public:
  BodyReader(std::vector<codec::Field> fields, const BodyContext& context)
      : m_fields(std::move(fields)), m_context(context) {}

  Result<Body> read() {
    Body body;
    if (!take(SchemaTag, [&](ByteReader& in) { body.schema = codec::readU32(in); }))
      return malformed("schema");
    if (!take(HlcTag, [&](ByteReader& in) { body.hlc.packed = in.u64(); })) return malformed("hlc");
    if (!take(ClaimedAtTag, [&](ByteReader& in) { body.claimedAt = readInstant(in); }))
      return malformed("claimed time");

    std::vector<ChangeId> table{m_context.self, m_context.predecessor};
    if (has(RefsTag) && !take(RefsTag, [&](ByteReader& in) { readRefs(in, table); }))
      return malformed("refs");
    codec::ChangeIdReader ids(table);
    if (has(FrontierTag) && !take(FrontierTag, [&](ByteReader& in) { readFrontier(in, ids, body.frontier); }))
      return malformed("frontier");
    if (has(OpsTag) && !take(OpsTag, [&](ByteReader& in) { readOps(in, ids, body.ops); }))
      return malformed("ops");
    for (; m_next < m_fields.size(); ++m_next) {
      const codec::Field& unknown = m_fields[m_next];
      if (unknown.tag <= OpsTag) return malformed("field out of place");
      ids.noteUnknown();
      body.extra.push_back({unknown.tag, Bytes(unknown.bytes.begin(), unknown.bytes.end())});
    }
    if (ids.sawUnknown())
      body.refs.assign(table.begin() + 2, table.end());
    else if (!ids.allUsed())
      return malformed("a ref that nothing uses");
    numberElements(body.ops);
    return body;
  }

 private:
  [[nodiscard]] bool has(Tag tag) const { return m_next < m_fields.size() && m_fields[m_next].tag == tag; }

  template <class Read>
  bool take(Tag tag, const Read& read) {
    if (!has(tag)) return false;
    ByteReader in(m_fields[m_next++].bytes);
    read(in);
    return in.done();
  }

  static Instant readInstant(ByteReader& in) {
    const std::int64_t millis = in.zigzag();
    if (millis < 0 || millis >= claimedAtMillisEnd) in.fail();
    return in.ok() ? fromMillis(millis) : Instant{};
  }

  void readRefs(ByteReader& in, std::vector<ChangeId>& table) const {
    if (in.atEnd() || in.remaining() > limits::refsPerChange * ChangeId::size) in.fail();
    while (in.ok() && !in.atEnd()) {
      const ByteView bytes = in.raw(ChangeId::size);
      if (!in.ok()) return;
      const ChangeId id = ChangeId::unchecked(bytes);
      const bool ascending = table.size() == 2 || table.back() < id;
      if (!ascending || id.isZero() || id == m_context.self || id == m_context.predecessor) in.fail();
      table.push_back(id);
    }
  }

  static void readFrontier(ByteReader& in, codec::ChangeIdReader& ids, std::vector<ChangeId>& frontier) {
    if (in.atEnd()) in.fail();
    std::uint64_t last = 0;
    while (in.ok() && !in.atEnd()) {
      const auto [entry, id] = ids.readNumberedEntry(in);
      if (entry <= last) in.fail();
      last = entry;
      frontier.push_back(id);
    }
  }

  static void readOps(ByteReader& in, codec::ChangeIdReader& ids, std::vector<Op>& ops) {
    if (in.atEnd()) in.fail();
    while (in.ok() && !in.atEnd()) {
      if (ops.size() == limits::opsPerChange) in.fail();
      ops.push_back(codec::readOp(in, ids));
    }
  }

  std::vector<codec::Field> m_fields;
  std::size_t m_next = 0;
  BodyContext m_context;
};

} // namespace

Result<Body> decodeBody(ByteView bytes, const BodyContext& context) {
  assert(!context.self.isZero() && "a change that is read has an id");
  if (bytes.size() > limits::changeBytes) return fail(ErrorCode::TooLarge, "change too large");
  ByteReader in(bytes);
  std::vector<codec::Field> fields = codec::readFields(in);
  if (!in.ok()) return malformed("fields of a body");
  return BodyReader(std::move(fields), context).read();
}

void resolveSelf(Body& body, const ChangeId& self) {
  const auto resolve = [&](ChangeId& id) {
    if (id == thisChange) id = self;
  };
  for (Op& op : body.ops)
    codec::visitIds(op, resolve);
  numberElements(body.ops);
}

void renameChanges(Body& body, const std::map<ChangeId, ChangeId>& names) {
  assert(!hasUnknown(body));
  const auto rename = [&](ChangeId& id) {
    if (const auto at = names.find(id); at != names.end()) id = at->second;
  };
  for (ChangeId& head : body.frontier)
    rename(head);
  for (Op& op : body.ops)
    codec::visitIds(op, rename);
}

void numberElements(std::vector<Op>& ops) {
  std::uint32_t offset = 0;
  for (Op& op : ops) {
    if (auto* insertion = std::get_if<InsertText>(&op)) {
      insertion->offset = offset;
      offset += codec::codePoints(insertion->text); // at most changeBytes altogether
    }
  }
}

} // namespace meridian::crdt
