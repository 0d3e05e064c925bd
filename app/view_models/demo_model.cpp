#include "app/view_models/demo_model.h"

#include "app/qt_convert.h"
#include "app/text/lane.h"
#include "core/replica/reading.h"

namespace meridian::app {

using namespace std::chrono_literals;

namespace {

QString stepText(DemoStep step) {
  switch (step) {
  case DemoStep::Submitted:
    return DemoModel::tr("Creator submits", "A step of the demo");
  case DemoStep::TookOff:
    return DemoModel::tr("Hub lead takes off", "A step of the demo");
  case DemoStep::Approved:
    return DemoModel::tr("Approves in the air", "A step of the demo");
  case DemoStep::Landed:
    return DemoModel::tr("Lands", "A step of the demo");
  case DemoStep::Seen:
    return DemoModel::tr("Creator sees it", "A step of the demo");
  }
  return {};
}

QString eventName(const domain::CampaignEvent& event) {
  using enum domain::CampaignEvent::Kind;
  switch (event.kind) {
  case Launch:
  case Milestone:
    return {};
  case GoLive:
    return DemoModel::tr("It goes live", "Something that happens");
  case PromiseDue:
    return DemoModel::tr("An answer is due", "Something that happens");
  case CutOff:
    return DemoModel::tr("Cut-off of the feedback schedule", "Something that happens");
  case PromiseAtRisk:
    return DemoModel::tr("A promise is at risk", "Something that happens");
  case RoughCut:
    return DemoModel::tr("A rough cut is due", "Something that happens");
  case BackFromAbsence:
    return DemoModel::tr("Back from an absence", "Something that happens");
  }
  return {};
}

// Beside the clock, which the windows of one demo share already.
std::filesystem::path boardFolder(const SessionObject& session) {
  const auto& clock = session.clockFile();
  return clock.empty() ? std::filesystem::path() : clock.parent_path() / "board";
}

DemoView viewOf(replica::Replica& replica, const SpaceId& campaign) {
  DemoView view;
  const auto ref = replica.campaign(campaign);
  if (!ref) return view;
  view.me = ref->me;
  replica::Reading reading(replica, campaign);
  if (const auto home = reading.home()) {
    view.creator = true;
    for (const auto& deliverable : home->deliverables)
      for (const auto& status : deliverable.submissions)
        view.submissions.push_back({status, {}});
  } else if (ref->role == log::Role::HubLead) {
    view.hubLead = true;
    for (auto& item : reading.reviewQueue(true))
      view.submissions.push_back(
          {std::move(item.submission.status), std::move(item.submission.verdictDelivery)});
  }
  return view;
}

} // namespace

QString eventSentence(const domain::CampaignEvent& event, const Reader& reader, domain::Language content) {
  QStringList parts;
  if (const QString name = eventName(event); !name.isEmpty()) parts << name;
  if (!event.who.empty()) parts << toQt(event.who);
  if (const QString title = laneText(event.title, content); !title.isEmpty()) parts << title;
  const QString when = bothText(event.at, event.zone, reader);
  return DemoModel::tr("%1. %2", "After a jump of the clock: %1 when it is now, %2 what happens")
      .arg(when, parts.join(QStringLiteral(" · ")));
}

DemoModel::DemoModel(QObject* parent) : ViewModel(parent) {
  m_look.setInterval(500ms);
  connect(&m_look, &QTimer::timeout, this, [this] {
    if (session() == nullptr || !board().shared()) return;
    auto ticks = board().ticks();
    if (ticks == m_ticks) return;
    m_ticks = std::move(ticks);
    showSteps();
    refreshSoon(); // a step may have waited for this one
  });
  m_look.start();
  connect(this, &ViewModel::sessionChanged, this, [this] {
    if (session() == nullptr) return;
    connect(session(), &SessionObject::syncChanged, this, &DemoModel::refreshSoon);
    m_ticks = board().ticks();
    showSteps();
  });
}

const DemoBoard& DemoModel::board() {
  if (!m_board) m_board.emplace(boardFolder(*session()));
  return *m_board;
}

void DemoModel::refresh() {
  showSteps();
  query([](replica::Replica& replica, const SpaceId& campaign) { return viewOf(replica, campaign); },
        [this](DemoView view) {
          view.began = board().began().value_or(session()->startedAt());
          view.airplane = session()->airplane();
          take(view);
        });
}

void DemoModel::take(const DemoView& view) {
  bool more = false;
  for (const auto step : stepsSeen(view, m_ticks)) {
    if (m_ticks.contains(step)) continue;
    const Instant at = session()->reader().now;
    // A board that cannot be written leaves the tick in this window alone.
    if (board().shared()) (void)board().tick(step, at);
    m_ticks.emplace(step, at);
    more = true;
  }
  if (!more) return;
  showSteps();
  refreshSoon();
}

void DemoModel::showSteps() {
  std::vector<DemoStepRow> rows;
  bool nextFound = false;
  for (const auto step : demoSteps) {
    const auto tick = m_ticks.find(step);
    DemoStepRow row;
    row.key = QString::number(static_cast<int>(step));
    row.text = stepText(step);
    row.taken = tick != m_ticks.end();
    row.next = !row.taken && !nextFound;
    nextFound = nextFound || row.next;
    if (row.taken) row.when = clockText(tick->second, session()->reader());
    rows.push_back(std::move(row));
  }
  m_rows.setRows(std::move(rows));
  emit changed();
}

int DemoModel::taken() const { return static_cast<int>(m_ticks.size()); }

QString DemoModel::now() const {
  return session() == nullptr ? QString() : whenText(session()->reader().now, session()->reader());
}

QString DemoModel::headline() const {
  for (const auto step : demoSteps)
    if (!m_ticks.contains(step)) return stepText(step);
  return tr("All five steps are done.", "The strip of the demo");
}

bool DemoModel::mayJump() const { return session() != nullptr && !session()->clockFile().empty(); }

bool DemoModel::mayStartOver() const {
  return session() != nullptr && DemoBoard(boardFolder(*session())).shared();
}

void DemoModel::jump() {
  // Not through query(): a refresh that overtakes it would drop it.
  session()->core().ask(
      this,
      [campaign = session()->campaign()](replica::Replica& replica) {
        return replica::Reading(replica, campaign).events();
      },
      [this](const std::vector<domain::CampaignEvent>& events) { moveTo(events); });
}

void DemoModel::moveTo(const std::vector<domain::CampaignEvent>& events) {
  Reader then = session()->reader();
  const auto* next = domain::nextEvent(events, then.now);
  if (next == nullptr) return emit said(tr("Nothing is dated after now.", "There is no event to jump to"));
  if (const auto moved = FileClock::write(session()->clockFile(), next->at, SystemClock{}); !moved)
    return emit said(session()->sentence(moved.error()));
  then.now = next->at;
  emit said(eventSentence(*next, then, session()->contentLane()));
}

void DemoModel::startOver() {
  if (const auto asked = board().askToStartOver(); !asked)
    return emit said(session()->sentence(asked.error()));
  emit said(tr("Starting over. The windows open again in a moment.", "After the button of the demo"));
}

} // namespace meridian::app
