// What forms hold as text.
#pragma once

#include "app/text/typed_date.h"
#include "core/domain/zone.h"
#include "core/replica/editing.h"

namespace meridian::app {

// “2027-03-15 09:00” as wall time in a zone; nothing if it is no date and time.
[[nodiscard]] std::optional<Instant> typedInstant(const QString& typed, const std::string& zone);
// The way back; empty for an unknown zone.
[[nodiscard]] QString typedText(Instant at, const std::string& zone);
// The same form, of wall time that is in no zone yet.
[[nodiscard]] std::optional<DayAndTime> typedWall(const QString& typed);
[[nodiscard]] QString typedText(QDate day, QTime time); // REQUIRES: both are valid
// The lanes of a block that somebody typed, as writes: those that differ from what the form showed.
void addTyped(std::vector<replica::BlockWrite>& blocks, std::uint32_t block, const QString& en,
              const QString& ru, const QString& shownEn = {}, const QString& shownRu = {});

} // namespace meridian::app
