#include "app/qt_convert.h"

#include <QTimeZone>

namespace meridian::app {

QString toQt(const OpId& id) { return toQt(id.change.hex()) + u'.' + QString::number(id.index); }

OpId opIdFromQt(const QString& text) {
  const qsizetype dot = text.indexOf(u'.');
  if (dot < 0) return {};
  bool ok = false;
  const uint index = text.mid(dot + 1).toUInt(&ok);
  const auto change = ChangeId::fromHex(fromQt(text.left(dot)));
  return ok && change ? OpId{*change, index} : OpId{};
}

QString toQt(const crdt::EntityId& id) { return toQt(id.hex()); }

crdt::EntityId entityIdFromQt(const QString& text) {
  const auto bytes = fromHex(fromQt(text));
  if (!bytes) return {};
  return crdt::EntityId::from(*bytes).value_or(crdt::EntityId{});
}

QDate toQt(LocalDate date) {
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

QDateTime toQtLocal(LocalTime time) {
  return QDateTime::fromMSecsSinceEpoch(
      std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count(),
      QTimeZone::utc());
}

} // namespace meridian::app
