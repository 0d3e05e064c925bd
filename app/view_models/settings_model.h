// What the settings show beyond the preferences of this device.
#pragma once

#include "app/view_models/view_model.h"

namespace meridian::app {

class SettingsModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT

 public:
  using ViewModel::ViewModel;
  Q_INVOKABLE void saveProfile(const QString& name, const QString& zone);

 protected:
  void refresh() override {} // everything shown is the session's
};

} // namespace meridian::app
