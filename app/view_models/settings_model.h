// What the settings show beyond the preferences of this device.
#pragma once

#include "app/view_models/view_model.h"

namespace meridian::app {

class SettingsModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // What two people entered on the own card at the same time, as a sentence: saving the profile settles it.
  Q_PROPERTY(QString conflict READ conflict NOTIFY changed)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString conflict() const;
  Q_INVOKABLE void saveProfile(const QString& name, const QString& zone);

 signals:
  void changed();

 protected:
  void refresh() override; // whatever else is shown is the session's

 private:
  std::vector<std::string> m_conflicting;
};

} // namespace meridian::app
