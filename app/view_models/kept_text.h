// A text of several lines being typed, kept on this device in the sealed profile until it is given: with each
// pause, when the field goes, and before it is for something else. What was refused is said as a problem, and
// tried again whenever it would be kept, and where it is read again.
#pragma once

#include <QTimer>

#include <map>

#include "app/view_models/view_model.h"

namespace meridian::app {

class KeptText : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // What it is for, unlike any other in the campaign.
  Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
  // As it was typed or kept; empty until it is read.
  Q_PROPERTY(QString text READ text NOTIFY textChanged)

 public:
  explicit KeptText(QObject* parent = nullptr);
  ~KeptText() override;
  [[nodiscard]] QString name() const { return m_name; }
  void setName(const QString& name);
  [[nodiscard]] QString text() const { return m_text; }
  Q_INVOKABLE void type(const QString& text);
  // These words are on their way; until they are known to have arrived they stay kept.
  Q_INVOKABLE void give();
  // They arrived: those of a name, or else of the one that shows, or of the only one that was given. What was
  // typed since stays.
  Q_INVOKABLE void forget(const QString& name = {});
  // Without waiting for a pause.
  Q_INVOKABLE void keep();

 signals:
  void nameChanged();
  void textChanged();

 protected:
  void refresh() override;

 private:
  [[nodiscard]] std::string settingOf(const QString& name) const;
  void setText(const QString& text);

  QString m_name, m_text;
  std::string m_setting; // what the text is kept under: of its name, and of the campaign that showed then
  bool m_unkept = false; // something was typed since
  std::map<std::string, QString> m_given; // by setting
  QTimer m_pause;
};

} // namespace meridian::app
