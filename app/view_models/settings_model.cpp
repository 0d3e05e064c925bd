#include "app/view_models/settings_model.h"

#include "app/qt_convert.h"

namespace meridian::app {

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
        setProblem(result);
        if (!result) return;
        session()->profileEdited();
        emit done(QStringLiteral("profile"));
      });
}

} // namespace meridian::app
