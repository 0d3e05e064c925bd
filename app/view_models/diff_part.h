// What is different in a text, word by word: as DiffText draws it, and as it is said.
#pragma once

#include <QObject>
#include <QVariantList>

#include <vector>

#include "core/domain/bilingual.h"

namespace meridian::app {

struct DiffPart {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QVariantList spans MEMBER spans) // of {text, kind}: what DiffText draws
  Q_PROPERTY(QString spoken MEMBER spoken)

 public:
  QString key, title, spoken;
  QVariantList spans;
  bool operator==(const DiffPart&) const = default;
};

[[nodiscard]] DiffPart diffPart(QString key, QString title, const std::vector<domain::DiffSpan>& spans);
// What changed in the source since the translation was made.
[[nodiscard]] DiffPart sourceChanges(const QString& title, const domain::Bilingual& text);

} // namespace meridian::app
