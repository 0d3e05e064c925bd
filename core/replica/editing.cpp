#include "core/replica/editing.h"

#include <algorithm>
#include <deque>
#include <map>

#include "core/base/limits.h"
#include "core/crdt/contextual_op.h"
#include "core/domain/rights.h"

namespace meridian::replica {
namespace {

using domain::Language;

std::uint32_t madeFromField(std::uint32_t block, Language lane) {
  return domain::block(block, lane == Language::En ? domain::lane::enMadeFrom : domain::lane::ruMadeFrom);
}

std::uint32_t laneField(std::uint32_t block, Language lane) {
  return domain::block(block, lane == Language::En ? domain::lane::en : domain::lane::ru);
}

// The entity as it is, or as it would be without any op.
const crdt::EntityState& stateOf(Replica& replica, const Place& place, crdt::EntityState& empty) {
  const auto id = crdt::entityIdOf(place.entity);
  if (const auto* known = replica.entity(place.space, id)) return *known;
  empty = crdt::EntityState::merge(id, {});
  return empty;
}

void append(std::vector<crdt::Op>& ops, std::vector<crdt::Op> more) {
  for (auto& op : more)
    ops.push_back(std::move(op));
}

std::string withPlainLineEnds(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      plain += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      plain += '\n';
  return plain;
}

// The text of one lane, smallest change; nothing where it stands already.
Result<void> appendLane(std::vector<crdt::Op>& ops, const crdt::EntityState& state,
                        const crdt::EntityRef& entity, const BlockWrite& write) {
  if (write.text.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "text");
  if (!isUtf8(asBytes(write.text))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
  const auto field = laneField(write.block, write.lane);
  auto text = state.textOf(field).replaceWith(entity, field, write.text);
  if (!text) return std::unexpected(text.error());
  append(ops, std::move(*text));
  return {};
}

// What is source, and what a translation was made from, of the texts as they will stand, whatever the order
// of the lanes.
void appendProvenance(std::vector<crdt::Op>& ops, const crdt::EntityState& state, std::uint32_t block,
                      const std::vector<const BlockWrite*>& lanes) {
  const auto before = domain::readBlock(state, block);
  const auto sourceField = domain::block(block, domain::lane::source);
  auto source = before.source;
  // Whichever lane was written first is the source.
  if (before.empty() && state.value(sourceField).isNull()) {
    const auto first =
        std::ranges::find_if(lanes, [](const BlockWrite* write) { return !write->text.empty(); });
    if (first == lanes.end()) return;
    source = (*first)->lane;
    append(ops, state.write(sourceField, crdt::Value(static_cast<int>(source))));
  }
  auto after = before;
  for (const auto* write : lanes)
    after.in(write->lane) = write->text;
  for (const auto* write : lanes) {
    const bool nothing = write->text.empty() && before.in(write->lane).empty();
    if (write->lane == source || nothing || (before.empty() && after.in(source).empty())) continue;
    append(ops, state.write(madeFromField(block, write->lane), crdt::Value(after.in(source))));
  }
}

// The lanes that are written of each block, together.
Result<void> appendBlocks(std::vector<crdt::Op>& ops, const crdt::EntityState& state,
                          const crdt::EntityRef& entity, std::vector<BlockWrite> writes) {
  std::map<std::uint32_t, std::vector<const BlockWrite*>> blocks;
  for (auto& write : writes) {
    write.text = withPlainLineEnds(write.text);
    blocks[write.block].push_back(&write);
  }
  for (const auto& [block, lanes] : blocks) {
    for (const auto* write : lanes)
      if (auto done = appendLane(ops, state, entity, *write); !done) return done;
    appendProvenance(ops, state, block, lanes);
  }
  return {};
}

} // namespace

crdt::Value optionalMillis(const std::optional<Instant>& at) {
  return at ? crdt::Value(toMillis(*at)) : crdt::Value();
}

crdt::Value optionalText(const std::string& text) { return text.empty() ? crdt::Value() : crdt::Value(text); }

void addLanes(std::vector<BlockWrite>& blocks, std::uint32_t block, const domain::Bilingual& text) {
  for (const auto lane : {text.source, domain::other(text.source)})
    if (!text.in(lane).empty()) blocks.push_back({block, lane, text.in(lane)});
}

Result<void> Editing::setText(const Place& place, std::uint32_t block, Language lane, std::string_view text,
                              bool clear) {
  crdt::EntityState empty;
  const auto& state = stateOf(m_replica, place, empty);
  if (text.empty() && !clear && !state.text(laneField(block, lane)).empty())
    return fail(ErrorCode::InvalidArgument, "an empty lane never replaces text by itself");
  std::vector<crdt::Op> ops;
  if (auto done = appendBlocks(ops, state, place.entity, {{block, lane, std::string(text)}}); !done)
    return done;
  if (ops.empty()) return {};
  auto written = m_replica.write({{place.space, std::move(ops)}});
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<ChangeId> Editing::type(const Place& place, std::uint32_t block, Language lane,
                               std::vector<crdt::Op> edits) {
  crdt::EntityState empty;
  const auto& state = stateOf(m_replica, place, empty);
  const auto field = laneField(block, lane);
  auto text = typedText(place, block, lane);
  if (!text) return std::unexpected(text.error());
  crdt::numberElements(edits);
  for (std::uint32_t i = 0; i < edits.size(); ++i) {
    const auto aim = [&](auto& edit) { edit.entity = place.entity, edit.field = field; };
    if (auto* insertion = std::get_if<crdt::InsertText>(&edits[i])) aim(*insertion);
    if (auto* deletion = std::get_if<crdt::DeleteText>(&edits[i])) aim(*deletion);
    if (!text->apply({{crdt::thisChange, i}, &edits[i], {}, true}))
      return fail(ErrorCode::NotFound, "the text has lost what an edit names");
  }
  const BlockWrite written{block, lane, text->utf8()};
  if (written.text.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "text");
  std::vector<crdt::Op> ops = std::move(edits);
  appendProvenance(ops, state, block, {&written});
  auto changes = m_replica.write({{place.space, std::move(ops)}});
  if (!changes) return std::unexpected(changes.error());
  return changes->front();
}

Result<crdt::Text> Editing::typedText(const Place& place, std::uint32_t block, Language lane) {
  auto& changes = m_replica.file().changes;
  const auto held = changes.withEffect(place.space, static_cast<std::uint8_t>(domain::Effect::Held));
  if (!held) return std::unexpected(held.error());
  const auto entity = crdt::entityIdOf(place.entity);
  std::deque<crdt::Body> bodies;
  std::vector<crdt::ContextualOp> typed;
  for (const auto& row : *held) {
    if (!row.local) continue;
    auto body = m_replica.body(row.change);
    if (!body) return std::unexpected(body.error());
    const auto& ops = bodies.emplace_back(std::move(*body)).ops;
    for (std::uint32_t i = 0; i < ops.size(); ++i) {
      const OpId id{row.change.id(), i};
      if (crdt::entityOf(id, ops[i]) == entity && crdt::fieldOf(ops[i]) == laneField(block, lane))
        typed.push_back({.id = id, .op = &ops[i]});
    }
  }
  if (m_replica.entity(place.space, entity) == nullptr) return crdt::Text(typed); // begun by what is held
  crdt::Text now = text(place, block, lane);
  for (const auto& op : typed)
    now.count(op);
  return now;
}

const crdt::Text& Editing::text(const Place& place, std::uint32_t block, Language lane) {
  static const crdt::Text none;
  const auto* state = m_replica.entity(place.space, crdt::entityIdOf(place.entity));
  return state != nullptr ? state->textOf(laneField(block, lane)) : none;
}

Result<void> Editing::confirmTranslation(const Place& place, std::uint32_t block, Language lane) {
  crdt::EntityState empty;
  const auto& state = stateOf(m_replica, place, empty);
  const auto now = domain::readBlock(state, block);
  if (lane == now.source) return fail(ErrorCode::InvalidArgument, "the source is no translation");
  auto written = m_replica.write(
      {{place.space, state.write(madeFromField(block, lane), crdt::Value(now.in(now.source)))}});
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<void> Editing::setSource(const Place& place, std::uint32_t block, Language lane) {
  return set(place, {{domain::block(block, domain::lane::source), crdt::Value(static_cast<int>(lane))}});
}

Result<void> Editing::set(const Place& place, std::vector<FieldWrite> fields) {
  return edit(place, {}, std::move(fields));
}

std::vector<crdt::Op> Editing::writes(Replica& replica, const Place& place, std::vector<FieldWrite> fields) {
  crdt::EntityState empty;
  const auto& state = stateOf(replica, place, empty);
  std::vector<crdt::Op> ops;
  for (auto& field : fields)
    // Writing what shows decides between it and what stands beside it.
    if (state.conflicting(field.field) || !(state.value(field.field) == field.value))
      append(ops, state.write(field.field, std::move(field.value)));
  return ops;
}

Result<void> Editing::edit(const Place& place, const std::vector<BlockWrite>& blocks,
                           std::vector<FieldWrite> fields) {
  auto ops = edits(m_replica, place, blocks, std::move(fields));
  if (!ops) return std::unexpected(ops.error());
  if (ops->empty()) return {};
  auto written = m_replica.write({{place.space, std::move(*ops)}});
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<std::vector<crdt::Op>> Editing::edits(Replica& replica, const Place& place,
                                             const std::vector<BlockWrite>& blocks,
                                             std::vector<FieldWrite> fields) {
  crdt::EntityState empty;
  const auto& state = stateOf(replica, place, empty);
  std::vector<crdt::Op> ops;
  if (auto done = appendBlocks(ops, state, place.entity, blocks); !done) return std::unexpected(done.error());
  append(ops, writes(replica, place, std::move(fields)));
  return ops;
}

Result<std::vector<crdt::Op>> Editing::creation(domain::EntityKind kind,
                                                const std::vector<BlockWrite>& blocks,
                                                std::vector<FieldWrite> fields, std::uint32_t firstIndex) {
  crdt::Create create;
  create.kind = static_cast<std::uint16_t>(kind);
  create.payload = crdt::Value(crdt::Value::Map{});
  const OpId self{crdt::thisChange, firstIndex};
  const crdt::EntityState empty = crdt::EntityState::merge(crdt::EntityId::created(self), {});
  std::vector<crdt::Op> ops{std::move(create)};
  if (auto done = appendBlocks(ops, empty, self, blocks); !done) return std::unexpected(done.error());
  for (auto& field : fields)
    if (!field.value.isNull()) append(ops, empty.write(field.field, std::move(field.value)));
  return ops;
}

Result<crdt::EntityId> Editing::create(const SpaceId& space, domain::EntityKind kind,
                                       const std::vector<BlockWrite>& blocks,
                                       std::vector<FieldWrite> fields) {
  auto ops = creation(kind, blocks, std::move(fields), 0);
  if (!ops) return std::unexpected(ops.error());
  auto written = m_replica.write({{space, std::move(*ops)}});
  if (!written) return std::unexpected(written.error());
  return crdt::EntityId::created({written->front(), 0});
}

Result<OpId> Editing::state(const SpaceId& space, domain::EntityKind kind, crdt::Value payload,
                            WriteOptions options) {
  crdt::Create create;
  create.kind = static_cast<std::uint16_t>(kind);
  create.payload = std::move(payload);
  std::vector<SpaceWrite> writes;
  writes.push_back({space, {std::move(create)}, std::move(options)});
  auto written = m_replica.write(std::move(writes));
  if (!written) return std::unexpected(written.error());
  return OpId{written->front(), 0};
}

} // namespace meridian::replica
