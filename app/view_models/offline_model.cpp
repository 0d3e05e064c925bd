#include "app/view_models/offline_model.h"

#include "app/text/review_words.h"
#include "core/replica/work.h"

namespace meridian::app {

OfflineModel::OfflineModel(QObject* parent) : ViewModel(parent) {
  connect(this, &ViewModel::sessionChanged, this, [this] {
    if (session() != nullptr)
      connect(session(), &SessionObject::syncChanged, this, &OfflineModel::refreshSoon);
  });
}

void OfflineModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).offlineCopy(); },
        [this](const replica::OfflineCopy& copy) {
          const Reader reader = session()->reader();
          const QString submissions = tr("%n submission(s)", nullptr, copy.submissions);
          const QString size =
              copy.bytes == 0 ? QString() : QStringLiteral(", ") + bytesText(copy.bytes, reader.language);
          m_complete = copy.complete();
          m_damaged = copy.damaged;
          if (m_damaged)
            m_text = tr("Part of the review queue can’t be read on this device");
          else if (!copy.arrived)
            m_text = tr("Not all here yet");
          else if (copy.submissions == 0)
            m_text = tr("Nothing to review: everything is here");
          else if (m_complete)
            m_text = tr("%1, everything here", "%1 “4 submissions, 12 MB”").arg(submissions + size);
          else
            m_text = tr("%1, not all here", "%1 “4 submissions, 12 MB”").arg(submissions + size);
          // Connected with nothing on its way, it is complete now; the time that was noted is for later.
          const bool synced = session()->link().state == SyncStatus::State::Synced;
          const auto completeAt = synced ? std::optional(reader.now) : copy.completeAt;
          if (m_damaged)
            m_detail.clear();
          else if (m_complete)
            m_detail = completeAt ? tr("Complete copy: %1", "%1 a time").arg(clockText(*completeAt, reader))
                                  : QString();
          else
            m_detail = session()->online() ? tr("It is on its way. Keep Meridian open until it is complete.")
                                           : tr("The rest comes as soon as you’re online.");
          const std::uint64_t here = copy.bytes - std::min(copy.bytes, copy.missingBytes);
          m_progress = copy.bytes == 0 ? 1 : static_cast<double>(here) / static_cast<double>(copy.bytes);
          m_progressText = partText(here, copy.bytes, reader.language);
          emit changed();
        });
}

void OfflineModel::prepare() {
  session()->syncNow();
  command(QStringLiteral("prepare"), [](replica::Replica& replica, const SpaceId& campaign) {
    return replica::Reviewing(replica, campaign).prepared();
  });
}

} // namespace meridian::app
