// What is different in a brief since its creator acknowledged it: the six parts word by word, and whatever
// else they go by — materials with their dates and labels, what must be in them, the campaign's angles.
#pragma once

#include <QObject>
#include <QVariantList>

#include <vector>

#include "app/text/when.h"
#include "core/replica/views.h"

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

// In the lane that the reader has chosen; empty if nothing differs there, as after work on the other lane.
[[nodiscard]] std::vector<DiffPart> briefChanges(const replica::CreatorHome& home, domain::Language lane,
                                                 const Reader& reader);

} // namespace meridian::app
