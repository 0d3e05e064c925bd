// States as words and sentences for people, in the language of the installed translator. Every function
// answers for every value of its enumeration; a test asks for all of them in both languages.
#pragma once

#include <QString>

#include "core/domain/preflight.h"
#include "core/replica/views.h"

namespace meridian::app {

// A word and a look (Theme.status) for a state.
struct StateWords {
  QString text;
  QString status; // "good", "active", "risk", "bad", "contested", "local"
};
[[nodiscard]] StateWords promiseWords(domain::PromiseState state);
[[nodiscard]] StateWords reviewWords(domain::ReviewState state);
[[nodiscard]] StateWords deliveryWords(store::Delivery state);
[[nodiscard]] StateWords ruleStateWords(domain::RuleState state);

[[nodiscard]] QString roleText(log::Role role);
[[nodiscard]] QString partTitle(domain::BriefPart part); // “My role” / «Моя роль»
[[nodiscard]] QString tierText(std::string_view tier);   // “macro” / «макро»; as it is if unknown
// Why It's live is not possible now.
[[nodiscard]] QString goLiveBlockSentence(domain::GoLiveBlock block);
[[nodiscard]] QString timelineKindText(replica::TimelineEntry::Kind kind);
// What a change is, for the outbox and the log: “Approval”, “Submission”, “Edit of the brief”.
[[nodiscard]] QString changeText(domain::EntityKind kind, domain::VerdictKind verdict);
// The same of an entry about people and keys, by its stable name (replica::LogLine::authority).
[[nodiscard]] QString authorityText(std::string_view name);
[[nodiscard]] QString priorityModeText(domain::PriorityMode mode);
// A rule as it reads when it is broken; its arguments are laid in by whoever shows the row.
[[nodiscard]] QString ruleTitle(domain::RuleId rule);
// “EN only” / «только RU»: a text that is there in one language.
[[nodiscard]] QString onlyInText(domain::Language language);
// First letters of the first two words, for an avatar.
[[nodiscard]] QString initialsOf(const QString& name);

} // namespace meridian::app
