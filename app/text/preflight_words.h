// Rows of Preflight as sentences, with the arguments that core/domain/preflight.h documents laid in.
#pragma once

#include <QString>

#include <span>

#include "app/text/when.h"
#include "core/domain/preflight.h"

namespace meridian::app {

// What is wrong, in one sentence; for a rule that holds, what holds.
[[nodiscard]] QString preflightSentence(const domain::PreflightRow& row, domain::Language content);
// “Two values were entered at the same time: Kickoff, date.” `title` may be empty; fields by their names in
// domain/schema.
[[nodiscard]] QString conflictSentence(const QString& title, std::span<const std::string> fields);
// Several rows of one rule in one sentence with their number.
[[nodiscard]] QString likeRowsSentence(domain::RuleId rule, bool ready, int count);
// The button that opens the fix.
[[nodiscard]] QString fixText(domain::FixPlace place);
// “United States launch in 5 days: 3 things block it.”; about a launch that has passed nothing is counted
// down.
[[nodiscard]] QString launchSentence(const QString& market, std::optional<Instant> launch, int blocks,
                                     const Reader& reader);

} // namespace meridian::app
