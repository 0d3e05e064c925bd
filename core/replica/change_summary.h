// What one change is about, in few words: for the outbox and the log. For the sources of this room alone.
#pragma once

#include "core/replica/survey.h"

namespace meridian::replica {

struct ChangeSummary {
  domain::EntityKind kind{};
  domain::VerdictKind verdict{};
  std::string authority, field, subject;
  bool background = false;
};
[[nodiscard]] ChangeSummary summaryOf(Survey& survey, const envelope::Change& change);

} // namespace meridian::replica
