#include "tests/simulation/model.h"

#include <algorithm>
#include <functional>

#include "core/crypto/signing/domains.h"
#include "core/crypto/signing/hash.h"
#include "core/domain/fact_fields.h"
#include "core/envelope/receipt.h"
#include "tests/core_crdt/fugue_max_tree.h"

namespace meridian::sim {
namespace {

bool mayHaveSeen(const OpId& later, const OpId& earlier) {
  return later.change != earlier.change || earlier.index < later.index;
}

bool isFact(std::uint16_t kind) {
  const auto* rule = domain::ruleOf(static_cast<domain::EntityKind>(kind));
  return rule != nullptr && rule->fact;
}

ChangeId idIn(const crdt::Value& value) {
  const Bytes* bytes = value.bytes();
  return bytes != nullptr && bytes->size() == ChangeId::size ? ChangeId::unchecked(*bytes) : ChangeId{};
}

} // namespace

SpaceModel::SpaceModel(const AuthorityModel& authority, const SpaceId& campaign, const SpaceId& space,
                       const std::vector<ModelContent>& contents)
    : m_authority(authority), m_campaign(campaign), m_space(space), m_info(authority.space(space)) {
  for (const auto& content : contents)
    if (content.change.known()) m_changes[content.change.id()].content = &content;
  // Whatever names only what was judged can be judged. Effects play no part in it, so that any order will do.
  for (bool more = true; more;) {
    more = false;
    for (auto& [id, known] : m_changes) {
      if (known.effect != Effect::Waits || !isReady(*known.content)) continue;
      known.effect = judge(*known.content, std::nullopt);
      more = true;
    }
  }
  settleHeld();
}

bool SpaceModel::isReady(const ModelContent& content) const {
  for (const auto& head : content.change.header().heads) {
    const auto space = m_authority.spaceOf(head);
    if (!space || (*space != m_space && *space != m_campaign)) return false;
  }
  const auto isHere = [&](const ChangeId& id) { return effect(id) != Effect::Waits; };
  const auto& header = content.change.header();
  if (!m_authority.mayWrite(m_space, header.device, header.heads)) return false;
  if (header.seq > 1 && !isHere(header.prev)) return false;
  if (!content.body) return content.nonsense;
  if (!std::ranges::all_of(content.body->frontier, isHere)) return false;
  for (std::uint32_t i = 0; i < content.body->ops.size(); ++i) {
    const auto entity = crdt::entityOf({content.change.id(), i}, content.body->ops[i]);
    const auto ref = entity ? entity->ref() : crdt::EntityRef(crdt::KeyedEntity{});
    const auto* made = std::get_if<OpId>(&ref);
    if (made != nullptr && made->change != content.change.id() && !isHere(made->change)) return false;
  }
  return true;
}

std::string SpaceModel::waitsFor(const ChangeId& change) const {
  const auto known = m_changes.find(change);
  if (known == m_changes.end()) return "is not here";
  const auto& content = *known->second.content;
  for (const auto& head : content.change.header().heads)
    if (const auto space = m_authority.spaceOf(head); !space || (*space != m_space && *space != m_campaign))
      return "the head " + head.hex().substr(0, 8);
  if (!m_authority.mayWrite(m_space, content.change.header().device, content.change.header().heads))
    return "a right of its author";
  if (!content.body) return "its key";
  for (const auto& id : content.body->frontier)
    if (effect(id) == Effect::Waits)
      return "the earlier " + id.hex().substr(0, 8) + ", which " +
             (m_changes.contains(id) ? "waits" : "is not here");
  return "the maker of an entity";
}

SpaceModel::Effect SpaceModel::effect(const ChangeId& change) const {
  const auto known = m_changes.find(change);
  return known == m_changes.end() ? Effect::Waits : known->second.effect;
}

// The heads that a device names cover those of what it had and of its own change before.
bool SpaceModel::wentBack(const ModelContent& content) const {
  auto named = content.body->frontier;
  if (content.change.header().seq > 1) named.push_back(content.change.header().prev);
  const auto past = m_authority.past(content.change.header().heads);
  for (const auto& id : named)
    if (const auto known = m_changes.find(id); known != m_changes.end())
      for (const auto& head : known->second.content->change.header().heads)
        if (!past.contains(head)) return true;
  return false;
}

SpaceModel::Effect SpaceModel::judge(const ModelContent& content, std::optional<Instant> receivedAt) const {
  const auto& header = content.change.header();
  if (!content.body || !m_info || m_authority.rolesAt(m_space, header.device, header.heads).empty())
    return Effect::Void;
  bool counts = content.body->ops.empty(), held = false;
  for (std::uint32_t i = 0; i < content.body->ops.size(); ++i) {
    const auto grade = judgeOp(content, i, receivedAt);
    if (grade == Grade::Void) return Effect::Void;
    held |= grade == Grade::Held;
    counts |= grade == Grade::Counts;
  }
  if (wentBack(content)) return Effect::Void;
  return held ? Effect::Held : counts ? Effect::Counts : Effect::Newer;
}

// A dated right needs a proof of storage, which may stand in a change that itself was held.
void SpaceModel::settleHeld() {
  for (bool more = true; more;) {
    more = false;
    const auto times = stored(true);
    for (auto& [id, known] : m_changes) {
      if (known.effect != Effect::Held) continue;
      const auto at = times.find(id);
      if (at == times.end()) continue;
      known.effect = judge(*known.content, at->second);
      more |= known.effect != Effect::Held;
    }
  }
}

std::optional<Instant> SpaceModel::proven(const OpId& id, const crdt::Create& received,
                                          const ModelContent& by) const {
  namespace f = domain::fact::received;
  (void)id;
  const auto& payload = received.payload;
  const auto time = payload.at(f::time).integer();
  const ChangeId subject = idIn(payload.at(f::subject));
  const auto evidence = payload.at(f::evidence).intOr(0);
  if (subject.isZero() || !time || evidence < 1 || evidence > 3) return std::nullopt;
  const auto& now = m_authority.now();
  if (evidence == 1) {
    const auto receipt = envelope::decodeReceipt(payload.at(f::receipt).bytesOr({}));
    if (!receipt || !envelope::verifyReceipt(*receipt) || receipt->change != subject ||
        toMillis(receipt->at) != *time || !now.relays.contains(receipt->relay))
      return std::nullopt;
    // A submission with files has arrived when its files have.
    const auto* about = firstFact(subject);
    if (about != nullptr && about->kind == static_cast<std::uint16_t>(domain::EntityKind::Submission) &&
        !about->payload.at(domain::fact::submission::attachments).items().empty() &&
        receipt->kind != envelope::Receipt::Kind::Blobs)
      return std::nullopt;
    return receipt->at;
  }
  const auto* fact = firstFact(subject);
  if (fact == nullptr) return std::nullopt;
  const auto device = now.devices.find(by.change.header().device);
  const auto roles = m_authority.roles(now, device == now.devices.end() ? MemberId{} : device->second);
  const bool byCreator =
      std::ranges::any_of(roles, [](const auto& r) { return r.role == log::Role::Creator; });
  const bool ofCreator = fact->kind == static_cast<std::uint16_t>(domain::EntityKind::Submission);
  const bool holds = evidence == 2 ? ofCreator && !byCreator : !ofCreator && byCreator;
  return holds ? std::optional(by.body->claimedAt) : std::nullopt;
}

const crdt::Create* SpaceModel::firstFact(const ChangeId& change) const {
  const auto known = m_changes.find(change);
  if (known == m_changes.end() || known->second.effect != Effect::Counts) return nullptr;
  for (const auto& op : known->second.content->body->ops)
    if (const auto* create = std::get_if<crdt::Create>(&op); create && isFact(create->kind)) return create;
  return nullptr;
}

std::map<ChangeId, Instant> SpaceModel::stored(bool receiptsAlone) const {
  std::map<ChangeId, Instant> times;
  for (const auto& [id, known] : m_changes) {
    if (known.effect != Effect::Counts) continue;
    const auto& ops = known.content->body->ops;
    for (std::uint32_t i = 0; i < ops.size(); ++i) {
      const auto* create = std::get_if<crdt::Create>(&ops[i]);
      if (!create || create->kind != static_cast<std::uint16_t>(domain::EntityKind::Received)) continue;
      if (receiptsAlone && create->payload.at(domain::fact::received::evidence).intOr(0) != 1) continue;
      const auto at = proven({id, i}, *create, *known.content);
      if (!at) continue;
      const auto [first, isNew] =
          times.emplace(idIn(create->payload.at(domain::fact::received::subject)), *at);
      if (!isNew) first->second = std::min(first->second, *at);
    }
  }
  return times;
}

std::map<OpId, std::optional<Instant>> SpaceModel::facts() const {
  const auto times = stored(false);
  std::map<OpId, std::optional<Instant>> all;
  for (const auto& [id, known] : m_changes) {
    if (known.effect != Effect::Counts) continue;
    const auto& ops = known.content->body->ops;
    for (std::uint32_t i = 0; i < ops.size(); ++i) {
      const auto* create = std::get_if<crdt::Create>(&ops[i]);
      if (!create || !isFact(create->kind)) continue;
      const bool witness = create->kind == static_cast<std::uint16_t>(domain::EntityKind::Received);
      if (witness && !proven({id, i}, *create, *known.content)) continue; // says nothing that holds
      const auto at = times.find(id);
      all[{id, i}] = at == times.end() ? std::nullopt : std::optional(at->second);
    }
  }
  return all;
}

std::vector<std::pair<crdt::EntityId, Bytes>> SpaceModel::entities() const {
  struct Touch {
    OpId id;
    const crdt::Op* op;
    Hlc hlc;
    bool counts;
  };
  std::map<crdt::EntityId, std::vector<Touch>> touches;
  for (const auto& [id, known] : m_changes) {
    if (known.effect == Effect::Waits || !known.content->body) continue;
    const auto& body = *known.content->body;
    for (std::uint32_t i = 0; i < body.ops.size(); ++i)
      if (const auto entity = crdt::entityOf({id, i}, body.ops[i]))
        touches[*entity].push_back({{id, i}, &body.ops[i], body.hlc, known.effect == Effect::Counts});
  }
  std::vector<std::pair<crdt::EntityId, Bytes>> all;
  for (const auto& [id, ops] : touches) {
    const auto ref = id.ref();
    const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref);
    bool exists = false;
    std::uint16_t kind = keyed ? keyed->kind : std::uint16_t{0};
    crdt::Value payload;
    using Field = std::uint32_t;
    std::map<Field, std::map<OpId, crdt::Value>> written;
    std::map<Field, std::set<OpId>> replaced, removed;
    std::map<Field, std::map<OpId, crdt::Value>> added;
    std::map<Field, std::vector<crdt::ContextualOp>> typed;
    for (const auto& touch : ops) {
      const bool isText = std::holds_alternative<crdt::InsertText>(*touch.op) ||
                          std::holds_alternative<crdt::DeleteText>(*touch.op);
      // What a void change typed keeps its place, unseen.
      exists |= keyed != nullptr && touch.counts;
      if (isText) typed[*crdt::fieldOf(*touch.op)].push_back({touch.id, touch.op, touch.hlc, touch.counts});
      if (!touch.counts || isText) continue;
      if (const auto* create = std::get_if<crdt::Create>(touch.op)) {
        exists = true;
        kind = create->kind;
        payload = create->payload;
      } else if (const auto* set = std::get_if<crdt::SetRegister>(touch.op)) {
        written[set->field].emplace(touch.id, set->value);
        for (const auto& earlier : set->replaces)
          if (mayHaveSeen(touch.id, earlier)) replaced[set->field].insert(earlier);
      } else if (const auto* add = std::get_if<crdt::AddToSet>(touch.op)) {
        added[add->field].emplace(touch.id, add->element);
      } else if (const auto* removal = std::get_if<crdt::RemoveFromSet>(touch.op)) {
        for (const auto& seen : removal->observed)
          if (mayHaveSeen(touch.id, seen)) removed[removal->field].insert(seen);
      }
    }
    if (!exists) continue;
    const auto encoded = [](const crdt::Value& value) { return *crdt::encodeValue(value); };
    ByteWriter registers, sets, texts;
    std::size_t registerCount = 0, setCount = 0, textCount = 0;
    for (auto& [field, writes] : written) {
      std::erase_if(writes, [&](const auto& write) { return replaced[field].contains(write.first); });
      if (writes.empty()) continue;
      ++registerCount;
      registers.varint(field);
      registers.varint(writes.size());
      for (const auto& [op, value] : writes) {
        registers.raw(op.change.view());
        registers.u32(op.index);
        registers.raw(encoded(value));
      }
    }
    for (auto& [field, adds] : added) {
      std::set<Bytes> elements;
      for (const auto& [op, element] : adds)
        if (!removed[field].contains(op)) elements.insert(encoded(element));
      if (elements.empty()) continue;
      ++setCount;
      sets.varint(field);
      sets.varint(elements.size());
      for (const auto& element : elements)
        sets.raw(element);
    }
    for (const auto& [field, edits] : typed) {
      const auto text = crdt::testing::FugueMaxTree(edits).utf8();
      if (text.empty()) continue;
      ++textCount;
      texts.varint(field);
      texts.sized(text);
    }
    ByteWriter out;
    out.sized(id.view());
    out.u8(1);
    out.u16(kind);
    out.raw(encoded(payload));
    out.varint(registerCount);
    out.raw(registers.bytes());
    out.varint(setCount);
    out.raw(sets.bytes());
    out.varint(textCount);
    out.raw(texts.bytes());
    all.emplace_back(id, out.take());
  }
  return all;
}

ContentHash SpaceModel::digest() const {
  signing::Hasher hasher(signing::domains::digest);
  hasher.update(m_space.view());
  for (const auto& [id, bytes] : entities()) {
    ByteWriter line;
    line.sized(id.view());
    line.sized(bytes);
    hasher.update(line.bytes());
  }
  for (const auto& [id, known] : m_changes) { // ascending by id
    if (known.effect == Effect::Waits || known.effect == Effect::Counts) continue;
    ByteWriter line;
    line.raw(id.view());
    line.u8(static_cast<std::uint8_t>(known.effect));
    hasher.update(line.bytes());
  }
  return ContentHash{hasher.finish()};
}

} // namespace meridian::sim
