// The relay of the current campaign: where it is, how it is with it, and naming another.
#pragma once

#include "app/view_models/view_model.h"

namespace meridian::app {

class RelayModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString address READ address NOTIFY changed) // empty: none is named
  // “Connected since 14:05”, with Theme.status' word for it.
  Q_PROPERTY(QString state READ state NOTIFY changed)
  Q_PROPERTY(QString status READ status NOTIFY changed)
  // Of the last try, in words; empty if there was nothing but no network.
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  Q_PROPERTY(bool mayChange READ mayChange NOTIFY changed) // brand lead and campaign lead

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString address() const { return m_address; }
  [[nodiscard]] QString state() const { return m_state; }
  [[nodiscard]] QString status() const { return m_status; }
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] bool mayChange() const { return m_mayChange; }

  // A founding line, as the relay prints it. done("relay") once it is kept.
  Q_INVOKABLE void setLine(const QString& line);
  Q_INVOKABLE [[nodiscard]] QString clipboardText() const;

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  void describe();

  QString m_address, m_state, m_status, m_trouble;
  bool m_mayChange = false;
  bool m_watching = false;
};

} // namespace meridian::app
