#include "app/view_models/relay_model.h"

#include <QClipboard>
#include <QGuiApplication>

#include "app/qt_convert.h"
#include "app/session/addresses.h"
#include "app/text/sentences.h"

namespace meridian::app {

void RelayModel::refresh() {
  if (!m_watching) {
    m_watching = true;
    connect(session(), &SessionObject::syncChanged, this, &RelayModel::describe);
  }
  struct Answer {
    QString address;
    log::Role role{};
  };
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        const auto relay = replica::Access(replica, campaign).relay();
        const auto me = replica.campaign(campaign);
        return Answer{relay ? toQt(relay->url) : QString(), me ? me->role : log::Role::Viewer};
      },
      [this](const Answer& answer) {
        m_address = answer.address;
        m_mayChange = answer.role == log::Role::BrandLead || answer.role == log::Role::CampaignLead;
        describe();
      });
}

void RelayModel::describe() {
  using enum SyncStatus::State;
  const SyncStatus link = session()->link();
  const QString since = link.since ? clockText(*link.since, session()->reader()) : QString();
  m_status = QStringLiteral("local");
  switch (link.state) {
  case NoRelay:
    m_state = m_address.isEmpty() ? tr("No relay is set for this campaign.", "Settings") : QString();
    break;
  case Offline:
    m_state = since.isEmpty() ? tr("Not connected", "Settings: of the relay")
                              : tr("Not connected since %1", "Settings: of the relay; %1 a time").arg(since);
    break;
  case Airplane:
    m_state = tr("Airplane mode: nothing is sent or received.", "Settings: of the relay");
    break;
  case Syncing:
  case Synced:
    m_status = QStringLiteral("good");
    m_state = since.isEmpty() ? tr("Connected", "Settings: of the relay")
                              : tr("Connected since %1", "Settings: of the relay; %1 a time").arg(since);
    break;
  }
  m_trouble = link.problem ? session()->sentence(*link.problem) : QString();
  emit changed();
}

void RelayModel::setLine(const QString& line) {
  const auto address = protocol::RelayAddress::parse(fromQt(line.trimmed()));
  if (!address)
    return setProblem([] {
      return tr("This is no founding line. It begins with wss://, and the relay prints it when it starts; "
                "copy all of it.",
                "Settings: of the relay");
    });
  command(QStringLiteral("relay"),
          [kept = toReplica(*address)](replica::Replica& replica, const SpaceId& campaign) {
            return replica::Access(replica, campaign).setRelay(kept);
          });
}

QString RelayModel::clipboardText() const { return QGuiApplication::clipboard()->text(); }

} // namespace meridian::app
