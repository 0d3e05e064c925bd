// People: the cards, absences and dated deputies.
#pragma once

#include "core/domain/bilingual.h"
#include "core/domain/schema.h"
#include "core/domain/zone.h"

namespace meridian::domain {

struct PersonCard {
  MemberId member; // zero for a creator who has not joined yet
  std::string name;
  std::string zone;
  std::chrono::minutes workFrom{9 * 60}, workTo{18 * 60};
  Language language = Language::En;
  Bilingual title, style;
  int responseHours = 24; // stated response time to a question
  // creators only
  std::string handle, tier; // tier: "nano", "micro", "macro"
  std::int64_t followers = 0;
  Bilingual audience;
  MemberId contact, approver;
  std::optional<Instant> briefExpected;
  // Names of the fields of which several current values differ, as in Campaign.
  std::vector<std::string> conflicting;
};

[[nodiscard]] PersonCard personFrom(const crdt::EntityState& entity);

struct Absence {
  crdt::EntityId id;
  MemberId member;
  Instant from{}, to{};
  MemberId deputy; // zero: nobody
  bool removed = false;
};
[[nodiscard]] Absence absenceFrom(const crdt::EntityState& entity);
// The absence of `member` that covers `at`, the one that ends last if several do.
[[nodiscard]] const Absence* absentAt(std::span<const Absence> absences, const MemberId& member, Instant at);

// When a question asked at `asked` is answered by the contact's stated response time, counted in their
// working hours (Mon–Fri in their zone).
[[nodiscard]] Instant replyBy(const PersonCard& contact, Instant asked);

} // namespace meridian::domain
