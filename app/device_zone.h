// Where this device seems to be, and whether times are shown there: “You seem to be in Belgrade: show times
// here?” (PRODUCT “Dates”). The profile's zone stays: it is what others see, and promises keep their instant.
#pragma once

#include <QObject>

#include "app/preferences.h"

namespace meridian::app {

class DeviceZone final : public QObject {
  Q_OBJECT

 public:
  // `asks` false: times are always shown in the profile's zone, as the demo's script has it.
  DeviceZone(bool asks, Preferences& preferences, QObject* parent = nullptr);

  // The zone that times are shown in, for a profile of this zone.
  [[nodiscard]] std::string shown(const std::string& profileZone) const;
  // The device's zone if it is to be offered now; empty otherwise. An answer holds for that place, until
  // another place is answered for.
  [[nodiscard]] std::string offered(const std::string& profileZone, Instant now) const;
  void showHere();
  void keepProfile();
  // Looks where the device is.
  void look();

  // The device's zone as IANA names it; "Etc/UTC" if the system does not say a known one.
  [[nodiscard]] static QString ofSystem();

 signals:
  void changed();

 private:
  Preferences& m_preferences;
  bool m_asks;
  std::string m_zone;
};

} // namespace meridian::app
