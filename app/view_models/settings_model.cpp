#include "app/view_models/settings_model.h"

#include "app/qt_convert.h"
#include "app/text/preflight_words.h"
#include "core/replica/reading.h"

namespace meridian::app {

QString SettingsModel::conflict() const {
  return m_conflicting.empty() ? QString() : conflictSentence({}, m_conflicting);
}

void SettingsModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).me().card.conflicting; },
        [this](std::vector<std::string> fields) {
          m_conflicting = std::move(fields);
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
        setProblem(result);
        if (!result) return;
        session()->profileEdited();
        emit done(QStringLiteral("profile"));
      });
}

} // namespace meridian::app
