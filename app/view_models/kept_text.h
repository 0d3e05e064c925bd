// A text of several lines being typed into a sheet, kept on this device in the sealed profile until it is
// given.
#pragma once

#include "app/view_models/view_model.h"

namespace meridian::app {

class KeptText : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // What it is for, unlike any other in the campaign.
  Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
  // As it was kept; empty until it is read.
  Q_PROPERTY(QString text READ text NOTIFY textChanged)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString name() const { return m_name; }
  void setName(const QString& name);
  [[nodiscard]] QString text() const { return m_text; }
  // An empty text forgets it.
  Q_INVOKABLE void keep(const QString& text);

 signals:
  void nameChanged();
  void textChanged();

 protected:
  void refresh() override;

 private:
  [[nodiscard]] std::string setting() const;
  void setText(const QString& text);

  QString m_name, m_text;
  bool m_read = false;
};

} // namespace meridian::app
