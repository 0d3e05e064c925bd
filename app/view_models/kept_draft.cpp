#include "app/view_models/kept_draft.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaProperty>

namespace meridian::app {

namespace {

const QString typedName = QStringLiteral("typed");
const QString takenName = QStringLiteral("taken");

QJsonObject objectOf(const QMetaObject& type, const void* form) {
  QJsonObject object;
  for (int i = 0; i < type.propertyCount(); ++i)
    object.insert(QString::fromLatin1(type.property(i).name()),
                  QJsonValue::fromVariant(type.property(i).readOnGadget(form)));
  return object;
}

void fill(const QJsonObject& object, const QMetaObject& type, void* form) {
  for (int i = 0; i < type.propertyCount(); ++i) {
    const auto value = object.value(QString::fromLatin1(type.property(i).name()));
    if (!value.isUndefined()) type.property(i).writeOnGadget(form, value.toVariant());
  }
}

} // namespace

std::string draftText(const QMetaObject& type, const void* typed, const void* taken) {
  const QJsonObject both{{typedName, objectOf(type, typed)}, {takenName, objectOf(type, taken)}};
  return QJsonDocument(both).toJson(QJsonDocument::Compact).toStdString();
}

bool readDraft(const std::string& text, const QMetaObject& type, void* typed, void* taken) {
  const QJsonObject both = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
  if (!both.value(typedName).isObject() || !both.value(takenName).isObject()) return false;
  fill(both.value(typedName).toObject(), type, typed);
  fill(both.value(takenName).toObject(), type, taken);
  return true;
}

} // namespace meridian::app
