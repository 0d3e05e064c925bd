#include "app/view_models/timeline_model.h"

#include "app/text/lane.h"

namespace meridian::app {

std::vector<TimelineRow> timelineRows(const std::vector<replica::TimelineEntry>& entries,
                                      const Reader& reader, domain::Language content) {
  std::vector<TimelineRow> rows;
  bool nextFound = false;
  for (const auto& entry : entries) {
    TimelineRow row;
    row.kind = timelineKindText(entry.kind);
    row.title = laneText(entry.title, content);
    if (row.title.isEmpty()) row.title = row.kind;
    // The same words twice help nobody.
    if (row.title == row.kind) row.kind.clear();
    row.why = laneText(entry.why, content);
    row.mine = whenText(entry.at, reader);
    row.theirs = entry.zone.empty() ? QString() : thereText(entry.at, entry.zone, reader);
    row.market = toQt(entry.market);
    const bool past = entry.at <= reader.now;
    row.phase = past ? QStringLiteral("past") : nextFound ? QStringLiteral("ahead") : QStringLiteral("now");
    nextFound = nextFound || !past;
    row.distance = past ? QString() : distanceText(entry.at, reader);
    row.own = entry.mine;
    row.launch = entry.kind == replica::TimelineEntry::Kind::Launch;
    row.key = QString::number(toMillis(entry.at)) + u'/' + QString::number(static_cast<int>(entry.kind)) +
              u'/' + (entry.entity ? toQt(*entry.entity) : row.market);
    rows.push_back(std::move(row));
  }
  return rows;
}

void TimelineModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).timeline(); },
        [this](const std::vector<replica::TimelineEntry>& entries) {
          m_rows.setRows(timelineRows(entries, session()->reader(), session()->contentLane()));
        });
}

} // namespace meridian::app
