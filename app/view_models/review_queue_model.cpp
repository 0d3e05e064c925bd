#include "app/view_models/review_queue_model.h"

#include <algorithm>

#include "app/pictures.h"
#include "app/text/lane.h"
#include "app/text/review_words.h"
#include "app/view_models/preview.h"
#include "core/replica/work.h"

namespace meridian::app {

namespace {

QString groupText(replica::QueueItem::Group group) {
  using enum replica::QueueItem::Group;
  switch (group) {
  case Overdue:
    return ReviewQueueModel::tr("Overdue", "Group of the review queue");
  case Today:
    return ReviewQueueModel::tr("Today", "Group of the review queue");
  case ThisWeek:
    return ReviewQueueModel::tr("This week", "Group of the review queue");
  case Later:
    return ReviewQueueModel::tr("Later", "Group of the review queue");
  case Done:
    return ReviewQueueModel::tr("Answered", "Group of the review queue");
  }
  return {};
}

} // namespace

QueueRow queueRow(const replica::QueueItem& item, const Reader& reader, domain::Language content) {
  const replica::SubmissionView& view = item.submission;
  const auto& submission = view.status.submission;
  QueueRow row;
  row.key = toQt(submission.meta.id);
  row.space = toQt(view.space);
  row.creator = toQt(view.creatorName);
  row.detail = laneText(view.deliverable.title, content);
  const QString version = versionText(submission.version);
  row.detail = row.detail.isEmpty()
                   ? version
                   : ReviewQueueModel::tr("%1 · %2", "A row of the queue: %1 a deliverable, %2 “Version 2”")
                         .arg(row.detail, version);
  if (item.group == replica::QueueItem::Group::Done || item.contested) {
    const StateWords words = reviewWords(view.status.state);
    row.chip = words.text;
    row.status = words.status;
    row.chipName = words.text;
  } else {
    const PromiseLook look = promiseLook(view, reader);
    row.chip = look.text;
    row.status = look.status;
    row.chipName = look.name;
  }
  if (item.newerArrived)
    row.note = ReviewQueueModel::tr("Version %1 arrived, review again", "A row of the queue")
                   .arg(submission.version);
  else if (view.status.needsLook)
    row.note = ReviewQueueModel::tr("The brief changed, look again", "A row of the queue");
  row.glyph = QStringLiteral("file-text");
  for (std::size_t i = 0; i < submission.content.attachments.size(); ++i) {
    const auto& file = submission.content.attachments[i];
    if (i == 0) row.glyph = fileGlyph(file);
    const bool here = i < view.missingBytes.size() && view.missingBytes[i] == 0;
    if (!here || !row.picture.isEmpty() || !file.mediaType.starts_with("image/")) continue;
    row.picture = pictureAddress(view.space, submission.meta.id, i);
  }
  return row;
}

std::vector<QueueRow> queueRows(const std::vector<replica::QueueItem>& queue, const Reader& reader,
                                domain::Language content) {
  std::vector<QueueRow> rows;
  std::optional<replica::QueueItem::Group> group;
  for (const auto& item : queue) {
    QueueRow row = queueRow(item, reader, content);
    if (group != item.group) row.heading = groupText(item.group);
    group = item.group;
    rows.push_back(std::move(row));
  }
  return rows;
}

// Who issued a brief and when, by the reader's time and that of whoever else it concerns: the other lead, or
// the creator where it is the reader's own.
BriefConflictRow conflictRow(const replica::BriefConflict& conflict,
                             const std::vector<replica::PersonView>& people, const Reader& reader,
                             domain::Language content) {
  const auto zoneOf = [&](const auto& suits) {
    const auto found = std::ranges::find_if(people, suits);
    return found == people.end() ? std::string() : found->card.zone;
  };
  const auto by = [&](const domain::IssuedBrief& issued) {
    auto zone = zoneOf([&](const replica::PersonView& one) { return one.member == issued.meta.author; });
    if (zone.empty() || zone == reader.zone)
      zone = zoneOf([&](const replica::PersonView& one) { return one.creatorSpace == conflict.space; });
    return ReviewQueueModel::tr("%1 · %2", "A conflict card: %1 who, %2 when")
        .arg(nameAmong(people, issued.meta.author), bothText(issued.meta.claimedAt, zone, reader));
  };
  const auto goal = [&](const domain::IssuedBrief& issued) {
    return laneText(issued.content.part(domain::BriefPart::Make), content);
  };
  return {toQt(conflict.space), toQt(conflict.creatorName), toQt(conflict.counts.meta.id),
          by(conflict.counts),  goal(conflict.counts),      toQt(conflict.held.meta.id),
          by(conflict.held),    goal(conflict.held)};
}

void ReviewQueueModel::setAnsweredToo(bool wanted) {
  if (wanted == m_answeredToo) return;
  m_answeredToo = wanted;
  emit changed();
  refreshSoon();
}

void ReviewQueueModel::refresh() {
  struct Answer {
    std::vector<replica::QueueItem> queue;
    std::vector<replica::BriefConflict> conflicts;
    std::vector<replica::PersonView> people;
    std::optional<Instant> nextFeedback;
    std::string nextZone; // of the market whose day it is
  };
  query(
      [all = m_answeredToo](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        Answer answer{reading.reviewQueue(all), reading.briefConflicts(), {}, {}, {}};
        if (!answer.conflicts.empty()) answer.people = reading.people();
        const std::string market =
            replica.campaign(campaign) ? replica.campaign(campaign)->market : std::string();
        for (const auto& one : reading.page().markets) {
          if (!one.schedule || (!market.empty() && one.code != market)) continue;
          const auto slots_ = domain::nextSlots(*one.schedule, replica.clock().now(), 1);
          if (slots_ && !slots_->empty() &&
              (!answer.nextFeedback || slots_->front().due < *answer.nextFeedback)) {
            answer.nextFeedback = slots_->front().due;
            answer.nextZone = slots_->front().zone;
          }
        }
        return answer;
      },
      [this](const Answer& answer) {
        const Reader reader = session()->reader();
        const auto content = session()->contentLane();
        m_open = static_cast<int>(std::ranges::count_if(answer.queue, [](const replica::QueueItem& item) {
          return item.group != replica::QueueItem::Group::Done;
        }));
        m_rows.setRows(queueRows(answer.queue, reader, content));

        std::vector<BriefConflictRow> conflicts;
        for (const auto& one : answer.conflicts)
          conflicts.push_back(conflictRow(one, answer.people, reader, content));
        m_conflicts.setRows(std::move(conflicts));

        m_emptyText =
            answer.nextFeedback
                ? tr("Nothing to review. Next feedback day: %1.", "An empty review queue; %1 a date")
                      .arg(bothDayText(*answer.nextFeedback, answer.nextZone, reader))
                : tr("Nothing to review. New submissions appear here by themselves.",
                     "An empty review queue");
        emit changed();
      });
}

QString ReviewQueueModel::keyAfter(const QString& key, int steps) const {
  const auto& rows = m_rows.rows();
  if (rows.empty()) return {};
  const auto found = std::ranges::find(rows, key, &QueueRow::key);
  if (found == rows.end()) return rows.front().key;
  const auto at = std::clamp<std::ptrdiff_t>((found - rows.begin()) + steps, 0,
                                             static_cast<std::ptrdiff_t>(rows.size()) - 1);
  return rows[static_cast<std::size_t>(at)].key;
}

QString ReviewQueueModel::spaceOf(const QString& key) const {
  const QueueRow* row = m_rows.find(key);
  return row != nullptr ? row->space : QString();
}

void ReviewQueueModel::keepBrief(const QString& space, const QString& issue) {
  command(QStringLiteral("keep-brief"), [space = idFromQt<SpaceId>(space), issue = opIdFromQt(issue)](
                                            replica::Replica& replica, const SpaceId& campaign) {
    return replica::Briefing(replica, campaign).resolveBriefConflict(space, issue);
  });
}

} // namespace meridian::app
