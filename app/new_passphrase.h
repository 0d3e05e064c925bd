// Whether what is typed so far would lock a new profile: judged by the core, so that the form and the vault
// count alike.
#pragma once

#include <QObject>
#include <QQmlEngine>

namespace meridian::app {

class NewPassphrase : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY typedChanged)
  Q_PROPERTY(bool fits READ fits NOTIFY typedChanged)

 public:
  using QObject::QObject;
  [[nodiscard]] QString typed() const { return m_typed; }
  void setTyped(const QString& typed);
  [[nodiscard]] bool fits() const;

 signals:
  void typedChanged();

 private:
  QString m_typed;
};

} // namespace meridian::app
