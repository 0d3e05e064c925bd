#include "app/view_models/go_live_model.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

#include "app/text/lane.h"
#include "core/replica/work.h"

namespace meridian::app {

void GoLiveModel::setDeliverable(const QString& key) {
  if (key == m_deliverable) return;
  m_deliverable = key;
  m_ticked.clear();
  refreshSoon();
}

void GoLiveModel::refresh() {
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        Known known{.home = reading.home(), .checklist = {}};
        if (known.home)
          for (auto& check : reading.page().checklist)
            if (!check.removed && (check.market.empty() || check.market == known.home->market))
              known.checklist.push_back(std::move(check));
        return known;
      },
      [this](const Known& known) { fill(known); });
}

void GoLiveModel::fill(const Known& known) {
  if (!known.home) return;
  const domain::DeliverableStatus* chosen = nullptr;
  for (const auto& status : known.home->deliverables) {
    if (status.deliverable.removed) continue;
    if (!m_deliverable.isEmpty()) {
      if (toQt(status.deliverable.id) == m_deliverable) chosen = &status;
      continue;
    }
    if (chosen == nullptr ||
        (!chosen->mayGoLive() && (status.mayGoLive() || (chosen->published && !status.published))))
      chosen = &status;
  }
  if (chosen == nullptr) return;
  const Reader reader = session()->reader();
  const domain::Language lane = session()->contentLane();
  const domain::Deliverable& material = chosen->deliverable;
  m_deliverable = toQt(material.id);
  m_title = laneText(material.title, lane);
  // When it goes out, or went out.
  const auto out = chosen->published ? std::optional(chosen->published->meta.shownAt()) : material.goLiveAt;
  m_mine = out ? whenText(*out, reader) : QString();
  m_theirs = out ? thereText(*out, material.zone, reader) : QString();
  m_distance = material.goLiveAt ? distanceText(*material.goLiveAt, reader) : QString();
  m_adToken = toQt(material.adToken);
  m_labels = laneText(material.labels, lane);
  m_live = chosen->published.has_value();
  m_liveLink = chosen->published ? toQt(chosen->published->link) : QString();
  m_confirmsLinks = chosen->linkNeedsConfirmation;
  m_blocks.clear();
  for (const domain::GoLiveBlock block : chosen->blocks)
    // The confirmation is asked for on this page, so it does not stand in the way of it.
    if (block != domain::GoLiveBlock::LinkUnconfirmed && block != domain::GoLiveBlock::AlreadyLive)
      m_blocks << goLiveBlockSentence(block);
  m_briefChanged =
      !m_live && known.home->known &&
      std::ranges::find(chosen->blocks, domain::GoLiveBlock::BriefNotAcknowledged) != chosen->blocks.end();
  m_mayGoLive = m_blocks.isEmpty() && !m_live;
  m_caption.clear();
  for (const auto& status : chosen->submissions)
    if (chosen->approved == status.submission.meta.id ||
        (chosen->published && chosen->published->submission == status.submission.meta.id))
      m_caption = toQt(status.submission.content.caption);
  std::vector<CheckRowData> checks;
  for (const auto& check : known.checklist)
    checks.push_back({toQt(check.id), laneText(check.text, lane), laneText(check.because, lane),
                      m_ticked.contains(toQt(check.id))});
  m_checks.setRows(std::move(checks));
  emit changed();
}

bool GoLiveModel::allChecked() const { return std::ranges::all_of(m_checks.rows(), &CheckRowData::ticked); }

void GoLiveModel::check(const QString& key, bool ticked) {
  if (ticked)
    m_ticked.insert(key);
  else
    m_ticked.erase(key);
  std::vector<CheckRowData> rows = m_checks.rows();
  for (auto& row : rows)
    row.ticked = m_ticked.contains(row.key);
  m_checks.setRows(std::move(rows));
  emit changed();
}

void GoLiveModel::goLive(const QString& link, bool linksConfirmed) {
  commandOnce(QStringLiteral("goLive"),
              [deliverable = entityIdFromQt(m_deliverable), link = fromQt(link.trimmed()),
               linksConfirmed](replica::Replica& replica, const SpaceId& campaign) {
                return replica::CreatorWork(replica, campaign).goLive(deliverable, link, linksConfirmed);
              });
}

void GoLiveModel::copy(const QString& text) const { QGuiApplication::clipboard()->setText(text); }

} // namespace meridian::app
