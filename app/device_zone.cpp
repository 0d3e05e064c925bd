#include "app/device_zone.h"

#include <QTimeZone>

#include "app/qt_convert.h"
#include "core/domain/zone.h"

namespace meridian::app {

namespace {

// Without a city nobody can be “in” it.
bool isPlace(const std::string& zone) {
  return zone.find('/') != std::string::npos && !zone.starts_with("Etc/") && domain::isZone(zone);
}

// Whether the clocks of both differ now or in half a year: Belgrade and Zagreb never do.
bool clocksDiffer(const std::string& a, const std::string& b, Instant now) {
  for (const auto at : {now, now + std::chrono::days{182}})
    if (domain::toLocal(at, a) != domain::toLocal(at, b)) return true;
  return false;
}

} // namespace

DeviceZone::DeviceZone(bool asks, Preferences& preferences, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_asks(asks), m_zone(fromQt(ofSystem())) {}

QString DeviceZone::ofSystem() {
  const QByteArray id = QTimeZone::systemTimeZoneId();
  return domain::isZone(id.toStdString()) ? QString::fromUtf8(id) : QStringLiteral("Etc/UTC");
}

std::string DeviceZone::shown(const std::string& profileZone) const {
  return m_asks && isPlace(m_zone) && toQt(m_zone) == m_preferences.shownZone() ? m_zone : profileZone;
}

std::string DeviceZone::offered(const std::string& profileZone, Instant now) const {
  if (!m_asks || !isPlace(m_zone) || !domain::isZone(profileZone)) return {};
  const QString here = toQt(m_zone);
  if (here == m_preferences.shownZone() || here == m_preferences.keptZone()) return {};
  return clocksDiffer(m_zone, profileZone, now) ? m_zone : std::string();
}

void DeviceZone::showHere() {
  m_preferences.answerZone(toQt(m_zone), {});
  emit changed();
}

void DeviceZone::keepProfile() {
  m_preferences.answerZone({}, toQt(m_zone));
  emit changed();
}

void DeviceZone::look() {
  const std::string zone = fromQt(ofSystem());
  if (zone == m_zone) return;
  m_zone = zone;
  emit changed();
}

} // namespace meridian::app
