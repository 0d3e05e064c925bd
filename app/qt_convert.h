// The one place where Qt's types meet the standard library's.
#pragma once

#include <QDateTime>
#include <QString>
#include <string_view>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/crdt/op.h"

namespace meridian::app {

[[nodiscard]] inline QString toQt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string fromQt(const QString& text) { return text.toStdString(); }

// Ids cross into QML as text, and come back the same way.
template <class Tag, std::size_t N>
[[nodiscard]] QString toQt(const FixedId<Tag, N>& id) {
  return toQt(id.hex());
}
template <class Id>
[[nodiscard]] Id idFromQt(const QString& text) {
  return Id::fromHex(fromQt(text)).value_or(Id{});
}
[[nodiscard]] QString toQt(const OpId& id);         // "hex.index"
[[nodiscard]] OpId opIdFromQt(const QString& text); // zero if it is none
[[nodiscard]] QString toQt(const crdt::EntityId& id);
[[nodiscard]] crdt::EntityId entityIdFromQt(const QString& text);

[[nodiscard]] QDate toQt(LocalDate date);
[[nodiscard]] QDateTime toQtLocal(LocalTime time); // without a zone: wall time as it is

} // namespace meridian::app
