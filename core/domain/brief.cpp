#include "core/domain/brief.h"

#include <algorithm>
#include <map>

#include "core/crypto/signing/hash.h"
#include "core/domain/fact_fields.h"

namespace meridian::domain {
namespace {

crdt::Value optionalInstant(const std::optional<Instant>& at) {
  return at ? crdt::Value(toMillis(*at)) : crdt::Value();
}

crdt::Value contentValue(const BriefContent& content) {
  crdt::Value value{crdt::Value::Map{}};
  for (const BriefPart part : briefParts)
    value.set(static_cast<std::uint32_t>(part), toValue(content.part(part)));
  value.set(fact::content::tone, toValue(content.tone))
      .set(fact::content::roleBecause, toValue(content.roleBecause))
      .set(fact::content::makeBecause, toValue(content.makeBecause));
  return value;
}

BriefContent contentFrom(const crdt::Value& value) {
  BriefContent content;
  for (const BriefPart part : briefParts)
    content.part(part) = bilingualFrom(value.at(static_cast<std::uint32_t>(part)));
  content.tone = bilingualFrom(value.at(fact::content::tone));
  content.roleBecause = bilingualFrom(value.at(fact::content::roleBecause));
  content.makeBecause = bilingualFrom(value.at(fact::content::makeBecause));
  return content;
}

crdt::Value elementsValue(const std::vector<CharterElement>& elements) {
  crdt::Value list{crdt::Value::List{}};
  for (const CharterElement& element : elements) {
    crdt::Value value;
    value.set(1, toValue(element.id))
        .set(2, toValue(element.text))
        .set(3, toValue(element.because))
        .set(4, element.market)
        .set(5, element.order);
    list.push(std::move(value));
  }
  return list;
}

std::vector<CharterElement> elementsFrom(const crdt::Value& list) {
  std::vector<CharterElement> elements;
  for (const crdt::Value& value : list.items()) {
    CharterElement element;
    element.id = entityFrom(value.at(1));
    element.text = bilingualFrom(value.at(2));
    element.because = bilingualFrom(value.at(3));
    element.market = value.at(4).textOr("");
    element.order = value.at(5).bytesOr({});
    elements.push_back(std::move(element));
  }
  return elements;
}

crdt::Value inheritedValue(const Inherited& inherited) {
  crdt::Value angles{crdt::Value::List{}};
  for (const Inherited::Angle& angle : inherited.angles) {
    crdt::Value value;
    value.set(1, angle.market)
        .set(2, toValue(angle.angle))
        .set(3, toValue(angle.reason))
        .set(4, toValue(angle.data));
    angles.push(std::move(value));
  }
  crdt::Value value;
  value.set(fact::inherited::thesis, toValue(inherited.thesis))
      .set(fact::inherited::goal, toValue(inherited.goal))
      .set(fact::inherited::valueProposition, toValue(inherited.valueProposition))
      .set(fact::inherited::successMetric, toValue(inherited.successMetric))
      .set(fact::inherited::angles, std::move(angles))
      .set(fact::inherited::nonNegotiables, elementsValue(inherited.nonNegotiables))
      .set(fact::inherited::negotiables, elementsValue(inherited.negotiables));
  return value;
}

Inherited inheritedFrom(const crdt::Value& value) {
  Inherited inherited;
  inherited.thesis = bilingualFrom(value.at(fact::inherited::thesis));
  inherited.goal = bilingualFrom(value.at(fact::inherited::goal));
  inherited.valueProposition = bilingualFrom(value.at(fact::inherited::valueProposition));
  inherited.successMetric = bilingualFrom(value.at(fact::inherited::successMetric));
  for (const crdt::Value& angle : value.at(fact::inherited::angles).items())
    inherited.angles.push_back({angle.at(1).textOr(""), bilingualFrom(angle.at(2)),
                                bilingualFrom(angle.at(3)), bilingualFrom(angle.at(4))});
  inherited.nonNegotiables = elementsFrom(value.at(fact::inherited::nonNegotiables));
  inherited.negotiables = elementsFrom(value.at(fact::inherited::negotiables));
  return inherited;
}

crdt::Value deliverablesValue(const std::vector<Deliverable>& deliverables) {
  namespace f = fact::deliverableValue;
  crdt::Value list{crdt::Value::List{}};
  for (const Deliverable& deliverable : deliverables) {
    crdt::Value value;
    value.set(f::id, toValue(deliverable.id))
        .set(f::title, toValue(deliverable.title))
        .set(f::labels, toValue(deliverable.labels))
        .set(f::format, deliverable.format)
        .set(f::roughCutDue, optionalInstant(deliverable.roughCutDue))
        .set(f::goLiveAt, optionalInstant(deliverable.goLiveAt))
        .set(f::zone, deliverable.zone)
        .set(f::adToken, deliverable.adToken);
    list.push(std::move(value));
  }
  return list;
}

std::vector<Deliverable> deliverablesFrom(const crdt::Value& list, const crdt::EntityId& brief) {
  namespace f = fact::deliverableValue;
  std::vector<Deliverable> deliverables;
  for (const crdt::Value& value : list.items()) {
    Deliverable deliverable;
    deliverable.id = entityFrom(value.at(f::id));
    deliverable.brief = brief;
    deliverable.title = bilingualFrom(value.at(f::title));
    deliverable.labels = bilingualFrom(value.at(f::labels));
    deliverable.format = value.at(f::format).textOr("");
    deliverable.roughCutDue = instantFrom(value.at(f::roughCutDue));
    deliverable.goLiveAt = instantFrom(value.at(f::goLiveAt));
    deliverable.zone = value.at(f::zone).textOr("");
    deliverable.adToken = value.at(f::adToken).textOr("");
    deliverables.push_back(std::move(deliverable));
  }
  return deliverables;
}

} // namespace

std::string_view partName(BriefPart part) {
  switch (part) {
  case BriefPart::Contact:
    return "contact";
  case BriefPart::Goal:
    return "goal";
  case BriefPart::Role:
    return "role";
  case BriefPart::Make:
    return "make";
  case BriefPart::Live:
    return "live";
  case BriefPart::Bigger:
    return "bigger";
  }
  return "";
}

std::optional<BriefPart> parsePart(std::string_view name) {
  for (const BriefPart part : briefParts)
    if (partName(part) == name) return part;
  return std::nullopt;
}

Deliverable deliverableFrom(const crdt::EntityState& entity) {
  namespace f = field::deliverable;
  Deliverable deliverable;
  deliverable.id = entity.id();
  const crdt::Value& brief = entity.value(f::brief);
  deliverable.brief = brief.ref() ? crdt::EntityId::created(*brief.ref()) : entityFrom(brief);
  deliverable.title = readBlock(entity, f::title);
  deliverable.labels = readBlock(entity, f::labels);
  deliverable.format = entity.value(f::format).textOr("");
  deliverable.roughCutDue = instantFrom(entity.value(f::roughCutDue));
  deliverable.goLiveAt = instantFrom(entity.value(f::goLiveAt));
  deliverable.zone = entity.value(f::zone).textOr("");
  deliverable.adToken = entity.value(f::adToken).textOr("");
  deliverable.removed = entity.value(f::removed).boolOr(false);
  deliverable.conflicting = conflictingFields(entity, EntityKind::Deliverable);
  return deliverable;
}

BriefDraft briefFrom(const crdt::EntityState& entity) {
  namespace f = field::brief;
  BriefDraft draft;
  draft.id = entity.id();
  for (const BriefPart part : briefParts)
    draft.content.part(part) = readBlock(entity, static_cast<std::uint32_t>(part));
  draft.content.tone = readBlock(entity, f::tone);
  draft.content.roleBecause = readBlock(entity, f::roleBecause);
  draft.content.makeBecause = readBlock(entity, f::makeBecause);
  draft.removed = entity.value(f::removed).boolOr(false);
  return draft;
}

crdt::Value toValue(const IssuedBrief& issued) {
  crdt::Value value;
  value.set(fact::issued::brief, toValue(issued.brief))
      .set(fact::issued::content, contentValue(issued.content))
      .set(fact::issued::inherited, inheritedValue(issued.inherited))
      .set(fact::issued::deliverables, deliverablesValue(issued.deliverables))
      .set(fact::issued::contact, idValue(issued.contact))
      .set(fact::issued::approver, idValue(issued.approver))
      .set(fact::issued::material, issued.material);
  return value;
}

IssuedBrief issuedFrom(const Fact& fact) {
  const crdt::Value& payload = fact.payload;
  IssuedBrief issued;
  issued.meta = fact.meta;
  issued.brief = entityFrom(payload.at(fact::issued::brief));
  issued.content = contentFrom(payload.at(fact::issued::content));
  issued.inherited = inheritedFrom(payload.at(fact::issued::inherited));
  issued.deliverables = deliverablesFrom(payload.at(fact::issued::deliverables), issued.brief);
  issued.contact = idFrom<MemberId>(payload.at(fact::issued::contact));
  issued.approver = idFrom<MemberId>(payload.at(fact::issued::approver));
  issued.material = payload.at(fact::issued::material).boolOr(false);
  // A payload that arrived in a change has an encoding; one made by hand without one has no hash.
  if (const auto bytes = crdt::encodeValue(payload))
    issued.hash = signing::hashAs<ContentHash>(signing::domains::brief, {*bytes});
  return issued;
}

Completeness completeness(const BriefContent& content, Language creators, const Bilingual& audience,
                          std::span<const Deliverable> deliverables) {
  Completeness result;
  for (const BriefPart part : briefParts) {
    const Bilingual& text = content.part(part);
    if (isBlank(text.in(creators)))
      result.missing.push_back(part);
    else if (isBlank(text.in(other(creators))))
      result.otherLaneMissing.push_back(part);
    if (text.stale()) result.stale.push_back(part);
  }
  result.audienceMissing = isBlank(audience.en) && isBlank(audience.ru);
  const auto blank = [](const Bilingual& text) { return isBlank(text.en) && isBlank(text.ru); };
  result.becauseMissing = blank(content.roleBecause) || blank(content.makeBecause);
  result.deliverableMissing =
      std::all_of(deliverables.begin(), deliverables.end(), [](const Deliverable& d) { return d.removed; });
  return result;
}

std::vector<PartChange> changedParts(const IssuedBrief& before, const IssuedBrief& after, Language reader) {
  std::vector<PartChange> changes;
  for (const BriefPart part : briefParts) {
    // Whole parts as the reader saw and sees them, in the lane that each was shown in.
    const auto whole = [&](const BriefContent& content) {
      std::string text(content.part(part).shown(reader).text);
      const auto append = [&](const Bilingual& more) {
        if (more.empty()) return;
        if (!text.empty()) text += "\n";
        text += more.shown(reader).text;
      };
      if (part == BriefPart::Role) append(content.tone), append(content.roleBecause);
      if (part == BriefPart::Make) append(content.makeBecause);
      return text;
    };
    const std::string old = whole(before.content), now = whole(after.content);
    if (old == now) continue;
    auto spans = wordDiff(old, now);
    const bool any = std::any_of(spans.begin(), spans.end(),
                                 [](const DiffSpan& span) { return span.kind != DiffSpan::Kind::Same; });
    if (any) changes.push_back({part, std::move(spans)});
  }
  return changes;
}

} // namespace meridian::domain
