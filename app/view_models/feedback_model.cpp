#include "app/view_models/feedback_model.h"

#include "app/text/error_sentences.h"
#include "app/text/lane.h"
#include "app/view_models/preview.h"
#include "core/replica/work.h"

namespace meridian::app {

namespace {

constexpr int pictureSide = 1200;

QString nameOf(const std::map<MemberId, std::string>& names, const MemberId& member) {
  const auto it = names.find(member);
  return it == names.end() ? FeedbackModel::tr("Your lead", "Instead of a name that is not known")
                           : toQt(it->second);
}

// What people type may end in a full stop; the sentence it stands in has its own.
QString sentenceEnd(const std::string& typed) {
  QString text = toQt(typed).trimmed();
  if (text.endsWith(u'.')) text.chop(1);
  return text;
}

} // namespace

QString captionRange(const QString& caption, std::uint32_t from, std::uint32_t to) {
  const QList<uint> points = caption.toUcs4();
  const auto size = static_cast<std::uint32_t>(points.size());
  if (from >= to || from >= size) return {};
  const std::uint32_t end = std::min(to, size);
  std::u32string range;
  for (std::uint32_t i = from; i < end; ++i)
    range.push_back(points[static_cast<qsizetype>(i)]);
  return QString::fromStdU32String(range);
}

std::vector<StepRow> feedbackSteps(const domain::SubmissionStatus& status,
                                   const std::optional<replica::DeliveryView>& delivery,
                                   const Reader& reader) {
  const domain::FactMeta& meta = status.submission.meta;
  const std::optional<domain::Promise>& promise = status.promise.promise;
  const std::string zone = promise ? promise->zone : std::string();
  const auto there = [&](Instant at) { return thereText(at, zone, reader); };
  const auto both = [&](Instant at) { return bothText(at, zone, reader); };
  const bool received = meta.storedAt || promise;
  const bool answered = !status.verdicts.empty();
  const QString past = QStringLiteral("past"), now = QStringLiteral("now"), ahead = QStringLiteral("ahead");
  std::vector<StepRow> steps;

  StepRow sent;
  sent.key = QStringLiteral("sent");
  sent.title = FeedbackModel::tr("Sent", "Step of feedback");
  sent.mine = whenText(meta.claimedAt, reader);
  sent.theirs = there(meta.claimedAt);
  sent.phase = received ? past : now;
  if (!received) {
    const StateWords words = deliveryWords(delivery ? delivery->state : store::Delivery::Local);
    sent.stateText = words.text;
    sent.status = words.status;
    sent.note = delivery && delivery->state == store::Delivery::Rejected
                    ? reasonSentence(delivery->reason)
                    : FeedbackModel::tr("Saved here, not yet received. The promise starts on receipt.");
  }
  steps.push_back(std::move(sent));

  StepRow arrived;
  arrived.key = QStringLiteral("received");
  arrived.title = FeedbackModel::tr("Received", "Step of feedback");
  arrived.phase = !received ? ahead : answered ? past : now;
  if (received) {
    const Instant at = promise ? promise->received : *meta.storedAt;
    arrived.mine = whenText(at, reader);
    arrived.theirs = there(at);
  }
  steps.push_back(std::move(arrived));

  StepRow promised;
  promised.key = QStringLiteral("promised");
  promised.title = FeedbackModel::tr("Promised", "Step of feedback");
  promised.phase = answered ? past : ahead;
  if (promise) {
    const Instant due = status.promise.newDue.value_or(promise->due);
    promised.mine = whenText(due, reader);
    promised.theirs = there(due);
    const StateWords words = promiseWords(status.promise.state);
    promised.status = words.status;
    promised.stateText = words.text;
    if (!answered && status.promise.state == domain::PromiseState::OnTrack)
      promised.stateText = distanceText(due, reader);
    if (!answered && status.promise.state == domain::PromiseState::AtRisk)
      promised.note =
          FeedbackModel::tr("Answer due %1. Nobody has replied yet.", "%1 is a time").arg(both(due));
    if (status.promise.newDue)
      promised.note = FeedbackModel::tr("New date: %1. Reason: %2. Promised before: %3.",
                                        "Of a delayed answer; %1 the new date, %2 why, %3 the first date")
                          .arg(both(due), sentenceEnd(status.promise.delayReason), both(promise->due));
    if (status.promise.signedInTimeDeliveredLate)
      promised.note = FeedbackModel::tr("It was signed in time and delivered late.");
    if (status.promise.dueHere)
      promised.note =
          FeedbackModel::tr("By the schedule, this device works out another time: %1.", "%1 a date")
              .arg(both(*status.promise.dueHere));
    else if (status.promise.dueCheck == domain::DueCheck::Differs)
      promised.note = FeedbackModel::tr("This date follows from no schedule that this device knows.");
  }
  steps.push_back(std::move(promised));

  StepRow answer;
  answer.key = QStringLiteral("answer");
  answer.title = FeedbackModel::tr("Answer", "Step of feedback");
  answer.phase = answered ? now : ahead;
  if (answered) {
    const Instant at = status.verdicts.back().meta.shownAt();
    answer.mine = whenText(at, reader);
    answer.theirs = there(at);
  }
  steps.push_back(std::move(answer));
  return steps;
}

FeedbackModel::Known FeedbackModel::look(replica::Replica& replica, const SpaceId& campaign,
                                         const QString& deliverable, const QString& version) {
  replica::Reading reading(replica, campaign);
  Known known;
  known.home = reading.home();
  if (!known.home) return known;
  // The wanted material, or the one with the newest submission.
  std::optional<Instant> newest;
  for (std::size_t i = 0; i < known.home->deliverables.size(); ++i) {
    const auto& material = known.home->deliverables[i];
    if (material.submissions.empty()) continue;
    const Instant at = material.submissions.back().submission.meta.claimedAt;
    const bool wanted = toQt(material.deliverable.id) == deliverable;
    if (wanted || !newest || (deliverable.isEmpty() && at > *newest)) {
      known.material = i;
      known.chosen = true;
      newest = at;
    }
    if (wanted) break;
  }
  if (!known.chosen) return known;
  const auto& versions = known.home->deliverables[known.material].submissions;
  known.version = versions.size() - 1;
  for (std::size_t i = 0; i < versions.size(); ++i)
    if (toQt(versions[i].submission.meta.id) == version) known.version = i;
  const auto& status = versions[known.version];
  known.view = reading.submission(known.home->space, status.submission.meta.id);
  if (known.view)
    for (const auto& person : known.view->people)
      known.names[person.member] = person.card.name;
  for (const auto& comment : status.comments) {
    if (comment.pin.kind != domain::CommentPin::Kind::ImagePoint) continue;
    const auto& files = status.submission.content.attachments;
    if (comment.pin.attachment < files.size() && !known.pictures.contains(comment.pin.attachment))
      known.pictures[comment.pin.attachment] =
          picturePreview(replica, files[comment.pin.attachment], pictureSide);
  }
  return known;
}

void FeedbackModel::refresh() {
  query(
      [deliverable = m_deliverable, version = m_version](replica::Replica& replica, const SpaceId& campaign) {
        return look(replica, campaign, deliverable, version);
      },
      [this](const Known& known) { fill(known); });
}

void FeedbackModel::setDeliverable(const QString& key) {
  if (key == m_deliverable) return;
  m_deliverable = key;
  m_version.clear();
  refreshSoon();
}

void FeedbackModel::setVersion(const QString& key) {
  if (key == m_version) return;
  m_version = key;
  refreshSoon();
}

void FeedbackModel::fill(const Known& known) {
  m_hasBrief = known.home && known.home->brief.current;
  m_hasSubmission = known.chosen;
  if (!known.chosen) {
    m_steps.setRows({});
    m_files.setRows({});
    m_comments.setRows({});
    m_versions.setRows({});
    m_others.setRows({});
    emit changed();
    return;
  }
  const Reader reader = session()->reader();
  const auto& material = known.home->deliverables[known.material];
  const auto& status = material.submissions[known.version];
  const auto& content = status.submission.content;
  m_material = toQt(material.deliverable.id);
  m_title = tr("%1, version %2", "A material and its version")
                .arg(laneText(material.deliverable.title, session()->contentLane()))
                .arg(status.submission.version);
  m_round =
      material.round > 0 ? tr("Round %1", "How often changes were requested").arg(material.round) : QString();
  m_caption = toQt(content.caption);
  m_mayGoLive = material.mayGoLive() && material.approved == status.submission.meta.id;
  m_live = material.published.has_value();

  m_space = toQt(known.home->space);
  m_submission = toQt(status.submission.meta.id);

  auto steps = feedbackSteps(status, known.view ? known.view->delivery : std::nullopt, reader);
  m_steps.setRows(std::move(steps));
  m_files.setRows(known.view ? fileRows(*known.view, reader.language) : std::vector<ReviewFileRow>());
  std::vector<CommentRow> comments;
  for (const auto& comment : status.comments) {
    CommentRow row;
    row.key = toQt(comment.meta.id);
    row.author = nameOf(known.names, comment.meta.author);
    row.text = toQt(comment.text);
    if (comment.pin.kind == domain::CommentPin::Kind::CaptionRange)
      row.quote = captionRange(m_caption, comment.pin.from, comment.pin.to);
    if (comment.pin.kind == domain::CommentPin::Kind::ImagePoint &&
        comment.pin.attachment < content.attachments.size()) {
      row.place = tr("Point on: %1", "A comment is pinned to a picture; %1 is its file")
                      .arg(toQt(content.attachments[comment.pin.attachment].name));
      row.picture = known.pictures.at(comment.pin.attachment);
      row.x = comment.pin.x / 10'000.0;
      row.y = comment.pin.y / 10'000.0;
    }
    if (comment.pin.kind == domain::CommentPin::Kind::TimeCode) {
      row.time = playTimeText(Duration{comment.pin.millis});
      row.timeFile = static_cast<int>(comment.pin.attachment);
      row.timeMs = static_cast<int>(comment.pin.millis);
    }
    comments.push_back(std::move(row));
  }
  m_comments.setRows(std::move(comments));
  std::vector<VersionRow> versions;
  for (auto it = material.submissions.rbegin(); it != material.submissions.rend(); ++it) {
    const StateWords words = reviewWords(it->state);
    versions.push_back({toQt(it->submission.meta.id), tr("Version %1").arg(it->submission.version),
                        words.text, words.status});
  }
  m_versions.setRows(std::move(versions));
  std::vector<VersionRow> others;
  for (const auto& other : known.home->deliverables) {
    if (&other == &material || other.submissions.empty()) continue;
    const StateWords words = reviewWords(other.submissions.back().state);
    others.push_back({toQt(other.deliverable.id), laneText(other.deliverable.title, session()->contentLane()),
                      words.text, words.status});
  }
  m_others.setRows(std::move(others));
  fillVerdict(material, status, known);
  emit changed();
}

void FeedbackModel::fillVerdict(const domain::DeliverableStatus& material,
                                const domain::SubmissionStatus& status, const Known& known) {
  const Reader reader = session()->reader();
  m_verdict = {};
  m_reason.clear();
  m_withdrawn.clear();
  m_sealKey.clear();
  m_sealWho.clear();
  m_sealWhen.clear();
  m_sealFiles.clear();
  m_approved = status.state == domain::ReviewState::Approved;
  m_wantsRevision =
      status.state == domain::ReviewState::ChangesRequested && status.latest && !material.published;
  switch (status.state) {
  case domain::ReviewState::Approved:
    m_verdict = {tr("Version %1 is approved.").arg(status.submission.version), QStringLiteral("good")};
    break;
  case domain::ReviewState::ChangesRequested:
    m_verdict = {tr("Version %1 needs changes.").arg(status.submission.version), QStringLiteral("risk")};
    break;
  case domain::ReviewState::Contested:
    m_verdict = {tr("Two answers on version %1. Your leads are deciding.").arg(status.submission.version),
                 QStringLiteral("contested")};
    break;
  case domain::ReviewState::Superseded:
    m_verdict = {tr("A newer version took the place of this one."), QStringLiteral("local")};
    break;
  case domain::ReviewState::InReview:
    break;
  }
  if (status.needsLook)
    m_verdict = {tr("The brief changed after the approval. Your lead checks whether it still fits."),
                 QStringLiteral("risk")};
  if (status.verdicts.empty()) {
    for (const auto& verdict : status.replaced) {
      if (!verdict.withdrawnAt) continue;
      m_withdrawn =
          domain::isBlank(verdict.withdrawReason)
              ? tr("An answer was taken back.")
              : tr("An answer was taken back. Reason: %1", "%1 is a text").arg(toQt(verdict.withdrawReason));
    }
    return;
  }
  const domain::Verdict& last = status.verdicts.back();
  m_reason = toQt(last.reason);
  m_sealKey = toQt(last.meta.id);
  m_sealWho = nameOf(known.names, last.meta.author);
  m_sealWhen = whenText(last.meta.claimedAt, reader);
  if (known.view)
    for (const auto& person : known.view->people)
      if (person.member == last.meta.author && !person.card.zone.empty())
        m_sealWhen = bothText(last.meta.claimedAt, person.card.zone, reader);
  for (const auto& file : status.submission.content.attachments)
    m_sealFiles << tr("%1, %2", "A file: %1 its name, %2 its size")
                       .arg(toQt(file.name), fileNote(file, reader.language));
  for (const auto& link : status.submission.content.links)
    m_sealFiles << toQt(link);
}

} // namespace meridian::app
