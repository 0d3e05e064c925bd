#include "core/crdt/entity.h"

#include <cassert>

#include "core/base/planted.h"

namespace meridian::crdt {

namespace {

template <class Part>
const Part& partOf(const std::map<std::uint32_t, Part>& parts, std::uint32_t field) {
  static const Part none;
  const auto found = parts.find(field);
  return found == parts.end() ? none : found->second;
}

// Merged values came out of a decoder or went through an encoder, so they have an encoding.
Bytes encoded(const Value& value) {
  Result<Bytes> bytes = encodeValue(value);
  assert(bytes && "a merged value is valid");
  return bytes.value_or(Bytes{});
}

} // namespace

EntityState EntityState::merge(const EntityId& id, std::span<const ContextualOp> ops) {
  EntityState state;
  state.m_id = id;
  if (const EntityRef ref = id.ref(); const auto* keyed = std::get_if<KeyedEntity>(&ref)) {
    state.m_keyed = true;
    state.m_kind = keyed->kind;
  }
  std::map<std::uint32_t, std::vector<ContextualOp>> textOps;
  for (const ContextualOp& context : ops) {
    if (entityOf(context.id, *context.op) != id) continue;
    state.m_exists |= state.m_keyed && context.counts;
    // Void ops of a text are taken, too: they keep their place.
    if (!state.applyApartFromText(context)) textOps[*fieldOf(*context.op)].push_back(context);
  }
  for (const auto& [field, list] : textOps)
    state.m_texts.emplace(field, Text(list));
  return state;
}

bool EntityState::applyApartFromText(const ContextualOp& context) {
  if (std::holds_alternative<InsertText>(*context.op) || std::holds_alternative<DeleteText>(*context.op))
    return false;
  const bool counts =
      context.counts || (planted(Bug::VoidReplaces) && std::holds_alternative<SetRegister>(*context.op));
  if (!counts) return true;
  if (const auto* create = std::get_if<Create>(context.op)) {
    m_exists = true;
    m_kind = create->kind;
    m_payload = create->payload;
  } else if (const auto* write = std::get_if<SetRegister>(context.op)) {
    m_registers[write->field].add(context.id, context.hlc, *write);
  } else if (const auto* add = std::get_if<AddToSet>(context.op)) {
    m_sets[add->field].add(context.id, *add);
  } else if (const auto* removal = std::get_if<RemoveFromSet>(context.op)) {
    m_sets[removal->field].remove(context.id, *removal);
  }
  return true;
}

bool EntityState::apply(const ContextualOp& context) {
  m_exists |= m_keyed && context.counts;
  return applyApartFromText(context) || m_texts[*fieldOf(*context.op)].apply(context);
}

const Value& EntityState::value(std::uint32_t field) const { return registerOf(field).value(); }

const MultiValueRegister& EntityState::registerOf(std::uint32_t field) const {
  return partOf(m_registers, field);
}

const AddWinsSet& EntityState::setOf(std::uint32_t field) const { return partOf(m_sets, field); }

const Text& EntityState::textOf(std::uint32_t field) const { return partOf(m_texts, field); }

std::vector<std::uint32_t> EntityState::conflictingFields() const {
  std::vector<std::uint32_t> fields;
  for (const auto& [field, reg] : m_registers)
    if (reg.conflicting()) fields.push_back(field);
  return fields;
}

std::vector<Op> EntityState::write(std::uint32_t field, Value value) const {
  std::vector<OpId> replaces = registerOf(field).currentIds();
  std::vector<Op> ops;
  if (replaces.size() == 1 && this->value(field) == value) return ops;
  ops.push_back(SetRegister{m_id.ref(), field, std::move(value), std::move(replaces)});
  return ops;
}

std::vector<Op> EntityState::add(std::uint32_t field, Value element) const {
  std::vector<Op> ops;
  if (!setOf(field).contains(element)) ops.push_back(AddToSet{m_id.ref(), field, std::move(element)});
  return ops;
}

std::vector<Op> EntityState::remove(std::uint32_t field, const Value& element) const {
  std::vector<OpId> observed = setOf(field).addsOf(element);
  std::vector<Op> ops;
  if (!observed.empty()) ops.push_back(RemoveFromSet{m_id.ref(), field, std::move(observed)});
  return ops;
}

Bytes EntityState::canonicalBytes() const {
  ByteWriter out;
  out.sized(m_id.view());
  out.u8(m_exists ? 1 : 0);
  out.u16(m_kind);
  out.raw(encoded(m_payload));

  ByteWriter registers;
  std::size_t count = 0;
  for (const auto& [field, reg] : m_registers) {
    const auto writes = reg.current();
    if (writes.empty()) continue;
    ++count;
    registers.varint(field);
    registers.varint(writes.size());
    for (const MultiValueRegister::Write* write : writes) {
      registers.raw(write->id.change.view());
      registers.u32(write->id.index);
      registers.raw(encoded(write->value));
    }
  }
  out.varint(count);
  out.raw(registers.bytes());

  ByteWriter sets;
  count = 0;
  for (const auto& [field, set] : m_sets) {
    const std::vector<Value> elements = set.elements();
    if (elements.empty()) continue;
    ++count;
    sets.varint(field);
    sets.varint(elements.size());
    for (const Value& element : elements)
      sets.raw(encoded(element));
  }
  out.varint(count);
  out.raw(sets.bytes());

  ByteWriter texts;
  count = 0;
  for (const auto& [field, text] : m_texts) {
    if (text.utf8().empty()) continue;
    ++count;
    texts.varint(field);
    texts.sized(text.utf8());
  }
  out.varint(count);
  out.raw(texts.bytes());
  return out.take();
}

} // namespace meridian::crdt
