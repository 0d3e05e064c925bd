#include "core/domain/people.h"

#include <algorithm>

#include "core/domain/campaign.h"
#include "core/domain/facts.h"

namespace meridian::domain {
namespace {

using std::chrono::days;
using std::chrono::minutes;

namespace f = field::person;

minutes timeOf(const crdt::Value& value, minutes fallback) {
  const auto count = value.integer();
  return count && *count >= 0 && *count <= 24 * 60 ? minutes{*count} : fallback;
}

} // namespace

PersonCard personFrom(const crdt::EntityState& entity) {
  PersonCard card;
  const crdt::EntityRef ref = entity.id().ref();
  if (const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref)) {
    if (keyed->key.size() == MemberId::size) card.member = MemberId::unchecked(keyed->key);
    card.conflicting = conflictingFields(entity, static_cast<EntityKind>(keyed->kind));
  }
  card.name = entity.value(f::name).textOr("");
  card.zone = entity.value(f::zone).textOr("");
  card.workFrom = timeOf(entity.value(f::workFrom), card.workFrom);
  card.workTo = timeOf(entity.value(f::workTo), card.workTo);
  card.language = parseLanguage(entity.value(f::language).textOr("en")).value_or(Language::En);
  card.title = readBlock(entity, f::title);
  card.style = readBlock(entity, f::style);
  const auto hours = entity.value(f::responseHours).intOr(card.responseHours);
  card.responseHours = static_cast<int>(std::clamp<std::int64_t>(hours, 0, 24 * 14));
  card.handle = entity.value(f::handle).textOr("");
  card.tier = entity.value(f::tier).textOr("");
  card.followers = std::max<std::int64_t>(0, entity.value(f::followers).intOr(0));
  card.audience = readBlock(entity, f::audience);
  card.contact = idFrom<MemberId>(entity.value(f::contact));
  card.approver = idFrom<MemberId>(entity.value(f::approver));
  card.briefExpected = instantFrom(entity.value(f::briefExpected));
  return card;
}

Absence absenceFrom(const crdt::EntityState& entity) {
  namespace a = field::absence;
  Absence absence;
  absence.id = entity.id();
  absence.member = idFrom<MemberId>(entity.value(a::member));
  absence.from = instantFrom(entity.value(a::from)).value_or(Instant{});
  absence.to = instantFrom(entity.value(a::to)).value_or(Instant{});
  absence.deputy = idFrom<MemberId>(entity.value(a::deputy));
  absence.removed = entity.value(a::removed).boolOr(false);
  return absence;
}

const Absence* absentAt(std::span<const Absence> absences, const MemberId& member, Instant at) {
  const Absence* found = nullptr;
  for (const Absence& absence : absences) {
    if (absence.removed || absence.member != member || at < absence.from || at >= absence.to) continue;
    if (!found || std::pair(absence.to, absence.id) > std::pair(found->to, found->id)) found = &absence;
  }
  return found;
}

Instant replyBy(const PersonCard& contact, Instant asked) {
  Duration left = std::chrono::hours{contact.responseHours};
  const auto local = toLocal(asked, contact.zone);
  // Without a zone or working hours there is nothing to count in.
  if (!local || contact.workFrom >= contact.workTo) return asked + left;
  for (std::chrono::local_days date = std::chrono::floor<days>(*local); left > Duration{0}; date += days{1}) {
    const Weekday weekday{date};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) continue;
    const auto opens = toInstant(date + contact.workFrom, contact.zone);
    const auto closes = toInstant(date + contact.workTo, contact.zone);
    if (!opens || !closes) return asked + left;
    const Instant from = std::max(asked, *opens);
    if (from >= *closes) continue;
    if (from + left <= *closes) return from + left;
    left -= *closes - from;
  }
  return asked;
}

} // namespace meridian::domain
