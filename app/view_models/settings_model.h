// What the settings show beyond the preferences of this device.
#pragma once

#include "app/view_models/view_model.h"

namespace meridian::app {

class SettingsModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString relay READ relay NOTIFY changed) // address; empty: none

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString relay() const { return m_relay; }
  Q_INVOKABLE void saveProfile(const QString& name, const QString& zone);

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  QString m_relay;
};

} // namespace meridian::app
