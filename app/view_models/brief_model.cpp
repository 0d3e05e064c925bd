#include "app/view_models/brief_model.h"

#include <algorithm>

#include "app/text/lane.h"
#include "core/replica/work.h"

namespace meridian::app {

namespace {

DeliverableRow deliverableRow(const domain::DeliverableStatus& status, const Reader& reader,
                              domain::Language lane) {
  DeliverableRow row;
  row.key = toQt(status.deliverable.id);
  row.title = laneText(status.deliverable.title, lane);
  row.live = status.published.has_value();
  row.submitted = !status.submissions.empty();
  row.mayGoLive = status.mayGoLive();
  StateWords words{BriefModel::tr("Nothing sent yet", "State of a deliverable"), QStringLiteral("local")};
  if (row.live)
    words = {BriefModel::tr("Live", "State of a deliverable"), QStringLiteral("good")};
  else if (row.submitted)
    words = reviewWords(status.submissions.back().state);
  row.stateText = words.text;
  row.status = words.status;
  if (status.deliverable.goLiveAt)
    row.date = BriefModel::tr("Goes live: %1", "Of a deliverable; %1 is a date")
                   .arg(bothText(*status.deliverable.goLiveAt, status.deliverable.zone, reader));
  return row;
}

// `contactZone`: of whoever answers.
QuestionRow questionRow(const domain::Question& question, const std::string& contactZone,
                        const Reader& reader) {
  const auto both = [&](Instant at) { return bothText(at, contactZone, reader); };
  QuestionRow row{.key = toQt(question.meta.id),
                  .about = {},
                  .text = toQt(question.text),
                  .answer = {},
                  .stateText = {},
                  .status = {}};
  if (question.part) row.about = partTitle(*question.part);
  if (!question.answers.empty()) {
    row.answer = toQt(question.answers.back().text);
    row.status = QStringLiteral("good");
    row.stateText = BriefModel::tr("Answered %1", "State of a question; %1 is a time")
                        .arg(both(question.answers.back().meta.shownAt()));
  } else if (question.late(reader.now)) {
    row.status = QStringLiteral("risk");
    row.stateText = BriefModel::tr("Late: an answer was due %1", "State of a question; %1 is a time")
                        .arg(both(question.replyBy));
  } else {
    row.status = QStringLiteral("active");
    row.stateText =
        BriefModel::tr("Answer by %1", "State of a question; %1 is a time").arg(both(question.replyBy));
  }
  return row;
}

} // namespace

void BriefModel::refresh() {
  // Comparing long texts word by word takes longer than a frame.
  query(
      [lane = session()->contentLane(), reader = session()->reader()](replica::Replica& replica,
                                                                      const SpaceId& campaign) {
        Known known{.home = replica::Reading(replica, campaign).home(), .differences = {}};
        if (known.home) known.differences = briefChanges(*known.home, lane, reader);
        return known;
      },
      [this](const Known& known) { fill(known); });
}

void BriefModel::fill(const Known& known) {
  const auto& home = known.home;
  const Reader reader = session()->reader();
  const domain::Language lane = session()->contentLane();
  m_hasBrief = home && home->brief.current;
  m_seen = m_hasBrief && home->brief.opened;
  m_acknowledged = m_hasBrief && home->brief.acknowledged == home->brief.current->meta.id;
  m_acknowledgedBefore = home && home->known;
  m_emptyText = tr("Your lead is preparing your brief.", "Instead of the brief");
  std::vector<BriefPartRow> parts;
  std::vector<AngleRow> angles;
  std::vector<DeliverableRow> deliverables;
  std::vector<QuestionRow> questions;
  if (home) {
    if (home->me.briefExpected)
      m_emptyText = tr("Your lead is preparing your brief, expected %1.", "Instead of the brief; %1 is a day")
                        .arg(bothDayText(*home->me.briefExpected,
                                         home->contact ? home->contact->card.zone : std::string(), reader));
    fillPeople(*home);
    fillNext(*home);
    for (const auto& question : home->questions)
      questions.push_back(
          questionRow(question, home->contact ? home->contact->card.zone : std::string(), reader));
    for (const auto& status : home->deliverables)
      if (!status.deliverable.removed) deliverables.push_back(deliverableRow(status, reader, lane));
  }
  m_changedCount = static_cast<int>(known.differences.size());
  if (m_hasBrief) {
    const domain::IssuedBrief& brief = *home->brief.current;
    for (const domain::BriefPart which : domain::briefParts) {
      const domain::Bilingual& text = brief.content.part(which);
      BriefPartRow row{.key = toQt(domain::partName(which)),
                       .title = partTitle(which),
                       .text = laneText(text, lane),
                       .note = laneNote(text, lane),
                       .because = {},
                       .tone = {},
                       .questions = {}};
      if (which == domain::BriefPart::Role) {
        row.because = laneText(brief.content.roleBecause, lane);
        row.tone = laneText(brief.content.tone, lane);
      }
      if (which == domain::BriefPart::Make) row.because = laneText(brief.content.makeBecause, lane);
      row.changed = std::ranges::find(known.differences, row.key, &DiffPart::key) != known.differences.end();
      const auto open = std::ranges::count_if(home->questions, [&](const domain::Question& question) {
        return question.part == which && question.answers.empty();
      });
      if (open > 0) row.questions = tr("%n question(s) open", nullptr, static_cast<int>(open));
      parts.push_back(std::move(row));
    }
    for (const auto& angle : brief.inherited.angles)
      angles.push_back({toQt(angle.market), laneText(angle.angle, lane), laneText(angle.reason, lane),
                        laneText(angle.data, lane)});
  }
  const auto ready = std::ranges::find_if(
      deliverables, [](const DeliverableRow& row) { return row.mayGoLive && !row.live; });
  m_toGoLive = ready == deliverables.end() ? QString() : ready->key;
  m_parts.setRows(std::move(parts));
  m_angles.setRows(std::move(angles));
  m_differences.setRows(known.differences);
  m_deliverables.setRows(std::move(deliverables));
  m_questions.setRows(std::move(questions));
  emit changed();
}

void BriefModel::fillPeople(const replica::CreatorHome& home) {
  const Reader reader = session()->reader();
  m_contactName.clear();
  m_contactDetail.clear();
  m_contactAway.clear();
  m_approver.clear();
  m_handover.clear();
  m_replyBy.clear();
  if (home.contact) {
    const domain::PersonCard& card = home.contact->card;
    m_contactName = toQt(card.name);
    const QString style = laneText(card.style, session()->contentLane());
    m_contactDetail = localTimeText(card.zone, reader);
    if (!style.isEmpty())
      m_contactDetail = tr("%1 · %2", "Under a contact's name: %1 their local time, %2 how they communicate")
                            .arg(m_contactDetail, style);
    m_replyBy = bothText(domain::replyBy(card, reader.now), card.zone, reader);
  }
  if (home.contactAbsence && home.deputy)
    m_contactAway = tr("Until %1: %2", "A contact is away; %1 a day, %2 who acts for them")
                        .arg(bothDayText(home.contactAbsence->to,
                                         home.contact ? home.contact->card.zone : std::string(), reader),
                             toQt(home.deputy->card.name));
  if (home.approver && (!home.contact || home.approver->member != home.contact->member))
    m_approver = tr("Approves: %1", "Under the contact; %1 is a name").arg(toQt(home.approver->card.name));
  QStringList handover;
  if (home.contact && home.contactBefore)
    handover << tr("New contact: %1. Before: %2.", "Announcement to a creator; %1, %2 names")
                    .arg(m_contactName, toQt(home.contactBefore->card.name));
  if (home.approver && home.approverBefore)
    handover << tr("New approver: %1. Before: %2.", "Announcement to a creator; %1, %2 names")
                    .arg(toQt(home.approver->card.name), toQt(home.approverBefore->card.name));
  m_handover = handover.join(u' ');
}

void BriefModel::fillNext(const replica::CreatorHome& home) {
  const Reader reader = session()->reader();
  m_nextTitle.clear();
  m_nextMine.clear();
  m_nextTheirs.clear();
  m_nextState = {};
  if (!home.next) return;
  const replica::TimelineEntry& entry = home.next->entry;
  m_nextTitle = timelineKindText(entry.kind);
  m_nextMine = whenText(entry.at, reader);
  m_nextTheirs = entry.zone.empty() ? QString() : thereText(entry.at, entry.zone, reader);
  m_nextState = {distanceText(entry.at, reader), QStringLiteral("active")};
  if (home.next->promise) {
    m_nextState = promiseWords(*home.next->promise);
    if (*home.next->promise == domain::PromiseState::OnTrack)
      m_nextState.text = distanceText(entry.at, reader);
  }
}

QString BriefModel::contactInitials() const { return initialsOf(m_contactName); }

void BriefModel::opened() {
  if (!m_hasBrief) return;
  // Nobody pressed anything: its outcome neither wipes a refusal nor is one.
  carryOut([](replica::Replica& replica,
              const SpaceId& campaign) { return replica::CreatorWork(replica, campaign).opened(); },
           [](const Result<void>&) {});
}

void BriefModel::acknowledge() {
  command(QStringLiteral("acknowledge"), [](replica::Replica& replica, const SpaceId& campaign) {
    return replica::CreatorWork(replica, campaign).acknowledge();
  });
}

void BriefModel::ask(const QString& part, const QString& text) {
  commandOnce(QStringLiteral("ask"), [part = domain::parsePart(fromQt(part)), text = fromQt(text.trimmed())](
                                         replica::Replica& replica, const SpaceId& campaign) {
    return replica::CreatorWork(replica, campaign).ask(part, std::nullopt, text);
  });
}

} // namespace meridian::app
