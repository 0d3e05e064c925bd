#include "app/view_models/diff_part.h"

#include "app/qt_convert.h"
#include "app/view_models/brief_model.h"

namespace meridian::app {

namespace {

QString spanKind(domain::DiffSpan::Kind kind) {
  switch (kind) {
  case domain::DiffSpan::Kind::Added:
    return QStringLiteral("added");
  case domain::DiffSpan::Kind::Removed:
    return QStringLiteral("removed");
  case domain::DiffSpan::Kind::Same:
    break;
  }
  return QStringLiteral("same");
}

// Words as they are spoken in a list: the comma or full stop that they end in is the list's.
QString spokenWords(const std::string& typed) {
  QString text = toQt(typed).trimmed();
  while (text.endsWith(u',') || text.endsWith(u'.') || text.endsWith(u';'))
    text.chop(1);
  return text;
}

QString spokenDiff(const QString& title, const QStringList& removed, const QStringList& added) {
  if (removed.isEmpty())
    return BriefModel::tr("%1. Added: %2.", "Screen reader: a changed part of the brief")
        .arg(title, added.join(u' '));
  if (added.isEmpty())
    return BriefModel::tr("%1. Removed: %2.", "Screen reader: a changed part of the brief")
        .arg(title, removed.join(u' '));
  return BriefModel::tr("%1. Removed: %2. Added: %3.", "Screen reader: a changed part of the brief")
      .arg(title, removed.join(u' '), added.join(u' '));
}

} // namespace

DiffPart diffPart(QString key, QString title, const std::vector<domain::DiffSpan>& spans) {
  DiffPart part{.key = std::move(key), .title = std::move(title), .spoken = {}, .spans = {}};
  QStringList removed, added;
  for (const auto& span : spans) {
    const QString text = toQt(span.text);
    part.spans << QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("kind"), spanKind(span.kind)}};
    if (span.kind == domain::DiffSpan::Kind::Added) added << spokenWords(span.text);
    if (span.kind == domain::DiffSpan::Kind::Removed) removed << spokenWords(span.text);
  }
  part.spoken = spokenDiff(part.title, removed, added);
  return part;
}

DiffPart sourceChanges(const QString& title, const domain::Bilingual& text) {
  return diffPart({}, title, domain::wordDiff(text.madeFrom.value_or(""), text.in(text.source)));
}

} // namespace meridian::app
