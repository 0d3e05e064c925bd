#include "app/view_models/settings_model.h"

#include "app/qt_convert.h"

namespace meridian::app {

void SettingsModel::refresh() {
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        const auto relay = replica::Access(replica, campaign).relay();
        return relay ? relay->url : std::string();
      },
      [this](const std::string& relay) {
        m_relay = toQt(relay);
        emit changed();
      });
}

void SettingsModel::saveProfile(const QString& name, const QString& zone) {
  session()->core().ask(
      this,
      [name = fromQt(name.trimmed()), zone = fromQt(zone)](replica::Replica& replica) {
        replica::ProfileInfo info = replica.profile();
        info.name = name;
        info.zone = zone;
        return replica.setProfile(info);
      },
      [this](const Result<void>& result) {
        setProblem(result ? QString() : session()->sentence(result.error()));
        if (!result) return;
        session()->profileEdited();
        emit done(QStringLiteral("profile"));
      });
}

} // namespace meridian::app
