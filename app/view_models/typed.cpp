#include "app/view_models/typed.h"

#include <QDateTime>
#include <QTimeZone>
#include <QVariantMap>

#include "app/qt_convert.h"

namespace meridian::app {

namespace {

const QString form = QStringLiteral("yyyy-MM-dd HH:mm");

}

QDateTime typedWall(const QString& typed) { return QDateTime::fromString(typed.trimmed(), form); }

QString typedText(QDate day, QTime time) { return QDateTime(day, time).toString(form); }

std::optional<Instant> typedInstant(const QString& typed, const std::string& zone) {
  const QDateTime at = typedWall(typed);
  if (!at.isValid()) return std::nullopt;
  const std::chrono::milliseconds wall{QDateTime(at.date(), at.time(), QTimeZone::utc()).toMSecsSinceEpoch()};
  const LocalTime local{std::chrono::floor<LocalTime::duration>(wall)};
  const auto instant = domain::toInstant(local, zone);
  return instant ? std::optional(*instant) : std::nullopt;
}

QString typedText(Instant at, const std::string& zone) {
  const auto local = domain::toLocal(at, zone);
  return local ? toQtLocal(*local).toString(form) : QString();
}

void addTyped(std::vector<replica::BlockWrite>& blocks, std::uint32_t block, const QString& en,
              const QString& ru, const QString& shownEn, const QString& shownRu) {
  using enum domain::Language;
  if (en.trimmed() != shownEn.trimmed()) blocks.push_back({block, En, fromQt(en.trimmed())});
  if (ru.trimmed() != shownRu.trimmed()) blocks.push_back({block, Ru, fromQt(ru.trimmed())});
}

QVariantList sourceChanges(const domain::Bilingual& text) {
  QVariantList spans;
  using Kind = domain::DiffSpan::Kind;
  for (const auto& span : domain::wordDiff(text.madeFrom.value_or(""), text.in(text.source)))
    spans << QVariantMap{{QStringLiteral("text"), toQt(span.text)},
                         {QStringLiteral("kind"), span.kind == Kind::Added     ? QStringLiteral("added")
                                                  : span.kind == Kind::Removed ? QStringLiteral("removed")
                                                                               : QStringLiteral("same")}};
  return spans;
}

} // namespace meridian::app
