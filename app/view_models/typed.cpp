#include "app/view_models/typed.h"

#include <QDateTime>
#include <QTimeZone>

#include "app/qt_convert.h"

namespace meridian::app {

namespace {

const QString dayForm = QStringLiteral("yyyy-MM-dd"), timeForm = QStringLiteral("HH:mm");

}

// Never as one QDateTime in the zone of this device, whose clocks may skip what is a time elsewhere.
std::optional<DayAndTime> typedWall(const QString& typed) {
  const QString text = typed.trimmed();
  const DayAndTime wall{QDate::fromString(text.section(u' ', 0, 0), dayForm),
                        QTime::fromString(text.section(u' ', 1), timeForm)};
  return wall.day.isValid() && wall.time.isValid() ? std::optional(wall) : std::nullopt;
}

QString typedText(QDate day, QTime time) { return day.toString(dayForm) + u' ' + time.toString(timeForm); }

std::optional<Instant> typedInstant(const QString& typed, const std::string& zone) {
  const auto wall = typedWall(typed);
  if (!wall) return std::nullopt;
  const std::chrono::milliseconds ms{QDateTime(wall->day, wall->time, QTimeZone::utc()).toMSecsSinceEpoch()};
  const LocalTime local{std::chrono::floor<LocalTime::duration>(ms)};
  const auto instant = domain::toInstant(local, zone);
  return instant ? std::optional(*instant) : std::nullopt;
}

QString typedText(Instant at, const std::string& zone) {
  const auto local = domain::toLocal(at, zone);
  if (!local) return {};
  const QDateTime wall = toQtLocal(*local);
  return typedText(wall.date(), wall.time());
}

void addTyped(std::vector<replica::BlockWrite>& blocks, std::uint32_t block, const QString& en,
              const QString& ru, const QString& shownEn, const QString& shownRu) {
  using enum domain::Language;
  if (en.trimmed() != shownEn.trimmed()) blocks.push_back({block, En, fromQt(en.trimmed())});
  if (ru.trimmed() != shownRu.trimmed()) blocks.push_back({block, Ru, fromQt(ru.trimmed())});
}

} // namespace meridian::app
