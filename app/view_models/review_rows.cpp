#include "app/view_models/review_rows.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/pictures.h"
#include "app/text/lane.h"
#include "app/text/review_words.h"
#include "app/view_models/preview.h"

namespace meridian::app {

namespace {

struct Review {
  Q_DECLARE_TR_FUNCTIONS(Review)
};

constexpr int delayDays = 8;

const replica::SubmissionView* newestAfter(const ReviewAnswer& answer) {
  const auto& here = answer.view->status.submission;
  const replica::SubmissionView* newest = nullptr;
  for (const auto& one : answer.versions) {
    const int version = one.status.submission.version;
    if (version <= here.version) continue;
    if (newest == nullptr || version > newest->status.submission.version) newest = &one;
  }
  return newest;
}

QString whyNotApprove(const replica::SubmissionView& view, const Unseen& unseen, const Reader& reader) {
  const auto& files = view.status.submission.content.attachments;
  for (std::size_t i = 0; i < files.size() && i < view.missingBytes.size(); ++i)
    if (view.missingBytes[i] > 0) return missingFileText(files[i], view.missingBytes[i], reader.language);
  if (view.opened) return {};
  if (unseen.toDo == QStringLiteral("play"))
    return Review::tr("Play the video first.", "Why Approve is not possible");
  if (const auto file = static_cast<std::size_t>(unseen.file); unseen.file >= 0 && file < files.size())
    return Review::tr("“%1” can’t be shown here. Save a copy and look at it first.",
                      "Why Approve is not possible; %1 a file")
        .arg(toQt(files[file].name));
  return Review::tr("Look at the content first.", "Why Approve is not possible");
}

QString sealText(const replica::SubmissionView& view, const domain::Verdict& verdict, const Reader& reader) {
  QStringList lines;
  lines << Review::tr("Signed by: %1", "Seal of a verdict").arg(nameAmong(view.people, verdict.meta.author));
  lines << Review::tr("When: %1", "Seal of a verdict")
               .arg(bothText(verdict.meta.claimedAt, otherZone(view, verdict.meta.author, reader), reader));
  const auto& content = view.status.submission.content;
  QStringList names;
  if (!content.caption.empty())
    names << Review::tr("caption", "Seal of a verdict: one of the things it covers");
  for (const auto& link : content.links)
    names << toQt(link);
  for (const auto& file : content.attachments)
    names << toQt(file.name);
  lines << Review::tr("Covers: %1", "Seal of a verdict; %1 a list of files")
               .arg(names.join(QStringLiteral(", ")));
  return lines.join(u'\n');
}

} // namespace

ReviewFacts reviewFacts(const ReviewAnswer& answer, const Reader& reader, domain::Language content,
                        const Unseen& unseen) {
  ReviewFacts facts;
  if (!answer.view) return facts;
  const replica::SubmissionView& view = *answer.view;
  const auto& status = view.status;
  facts.known = true;
  facts.key = toQt(status.submission.meta.id);
  facts.creator = toQt(view.creatorName);
  facts.initials = initialsOf(facts.creator);
  facts.title = laneText(view.deliverable.title, content);
  facts.version = versionText(status.submission.version);
  facts.sent = bothText(status.submission.meta.shownAt(), creatorZone(view), reader);
  if (answer.creator) {
    facts.localTime = localTimeText(answer.creator->card.zone, reader);
    const QString style = laneText(answer.creator->card.style, content);
    if (!style.isEmpty())
      facts.style = Review::tr("%1: %2", "Above a comment: %1 a creator, %2 how they communicate")
                        .arg(facts.creator, style.left(1).toLower() + style.mid(1));
  }
  facts.caption = toQt(status.submission.content.caption);
  QStringList links;
  for (const auto& link : status.submission.content.links)
    links << toQt(link);
  facts.links = links.join(u'\n');
  const StateWords state = reviewWords(status.state);
  facts.stateText = state.text;
  facts.status = state.status;
  const PromiseLook promise = promiseLook(view, reader);
  facts.promise = promiseWords(status.promise.state).text;
  facts.promiseStatus = promise.status;
  facts.promiseName = promise.name;
  facts.answered = status.promise.state == domain::PromiseState::Kept;
  facts.due = promise.mine;
  facts.dueThere = promise.theirs;
  facts.delayReason = toQt(status.promise.delayReason);
  facts.mayJudge = view.mayDecide;
  for (const auto& verdict : status.verdicts)
    if (verdict.kind == domain::VerdictKind::Approve && verdict.meta.author == answer.me &&
        !verdict.withdrawnAt)
      facts.approvedKey = toQt(verdict.meta.id);
  // Of two answers that contradict each other the decider's counts; a third one would help nobody.
  const bool contested = status.state == domain::ReviewState::Contested;
  facts.mayAnswer = view.mayDecide && !contested;
  facts.whyNot = facts.mayAnswer ? whyNotApprove(view, unseen, reader) : QString();
  facts.mayApprove = facts.mayAnswer && facts.whyNot.isEmpty() && facts.approvedKey.isEmpty();
  facts.mayDelay = view.mayDecide && status.state == domain::ReviewState::InReview && status.promise.promise;
  if (const auto* newer = newestAfter(answer)) {
    const int arrived = newer->status.submission.version, here = status.submission.version;
    const bool approved = status.state == domain::ReviewState::Approved;
    facts.newer =
        approved
            ? Review::tr("Version %1 arrived. The approval covers version %2 only.").arg(arrived).arg(here)
            : Review::tr("Version %1 arrived. Open that one.").arg(arrived);
    facts.newerKey = toQt(newer->status.submission.meta.id);
  }
  facts.contested = contested;
  facts.sentToDecider = status.sentToDecider.has_value();
  if (facts.contested)
    facts.contestedText = Review::tr("Two answers on version %1. Decision: %2.", "%1 a number, %2 a name")
                              .arg(status.submission.version)
                              .arg(toQt(answer.deciderName));
  facts.mayDecide = facts.contested && answer.me == answer.decider;
  if (status.needsLook)
    facts.look = Review::tr("Made for brief v%1. The brief has changed since.", "%1 a number")
                     .arg(status.submission.briefVersion);
  return facts;
}

std::vector<ReviewFileRow> fileRows(const replica::SubmissionView& view, domain::Language language) {
  std::vector<ReviewFileRow> rows;
  const auto& files = view.status.submission.content.attachments;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto missing = i < view.missingBytes.size() ? view.missingBytes[i] : 0;
    const bool shown = missing == 0 && files[i].mediaType.starts_with("image/");
    ReviewFileRow row;
    // Of this submission alone: a player of another one's file is not this one's.
    row.key = toQt(view.status.submission.meta.id) + u'/' + QString::number(i);
    row.name = toQt(files[i].name);
    row.detail = fileNote(files[i], language);
    row.missing = missingFileText(files[i], missing, language);
    row.progress = 1 - std::min(1.0, static_cast<double>(missing) /
                                         static_cast<double>(std::max<std::uint64_t>(files[i].length, 1)));
    if (shown) row.picture = pictureAddress(view.space, view.status.submission.meta.id, i);
    row.glyph = fileGlyph(files[i]);
    for (const auto& comment : view.status.comments)
      if (comment.pin.kind == domain::CommentPin::Kind::TimeCode && comment.pin.attachment == i)
        row.times.push_back(comment.pin.millis);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ReviewCommentRow> commentRows(const replica::SubmissionView& view, const Reader& reader) {
  using enum domain::CommentPin::Kind;
  std::vector<ReviewCommentRow> rows;
  int marks = 0;
  for (const auto& comment : view.status.comments) {
    ReviewCommentRow row;
    row.key = toQt(comment.meta.id);
    row.author = nameAmong(view.people, comment.meta.author);
    row.when = bothClockText(comment.meta.shownAt(), otherZone(view, comment.meta.author, reader), reader);
    row.text = toQt(comment.text);
    row.pin = pinText(comment.pin, view.status.submission.content.caption);
    if (comment.pin.kind == ImagePoint) {
      row.markFile = static_cast<int>(comment.pin.attachment);
      row.markX = comment.pin.x / 10'000.0;
      row.markY = comment.pin.y / 10'000.0;
      row.number = QString::number(++marks);
    } else if (comment.pin.kind == TimeCode) {
      row.time = playTimeText(Duration{comment.pin.millis});
      row.timeFile = static_cast<int>(comment.pin.attachment);
      row.timeMs = static_cast<int>(comment.pin.millis);
    } else if (comment.pin.kind == CaptionRange) {
      row.from = static_cast<int>(comment.pin.from);
      row.to = static_cast<int>(comment.pin.to);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ReviewVerdictRow> verdictRows(const ReviewAnswer& answer, const Reader& reader) {
  std::vector<ReviewVerdictRow> rows;
  if (!answer.view) return rows;
  const replica::SubmissionView& view = *answer.view;
  const auto add = [&](const domain::Verdict& verdict, bool counts) {
    const StateWords words =
        reviewWords(verdict.kind == domain::VerdictKind::Approve ? domain::ReviewState::Approved
                                                                 : domain::ReviewState::ChangesRequested);
    ReviewVerdictRow row;
    row.key = toQt(verdict.meta.id);
    row.verdict = words.text;
    row.status = counts ? words.status : QStringLiteral("local");
    row.author = nameAmong(view.people, verdict.meta.author);
    const std::string zone = otherZone(view, verdict.meta.author, reader);
    row.when = bothText(verdict.meta.shownAt(), zone, reader);
    row.reason = toQt(verdict.reason);
    row.mine = verdict.meta.author == answer.me;
    if (counts) row.seal = sealText(view, verdict, reader);
    if (verdict.withdrawnAt)
      row.withdrawn = Review::tr("Withdrawn: %1", "Of a verdict; %1 a date")
                          .arg(bothText(*verdict.withdrawnAt, zone, reader));
    else if (!counts)
      row.withdrawn = Review::tr("Replaced by a later answer", "Of a verdict");
    if (const auto way = view.verdictDelivery.find(verdict.meta.id); way != view.verdictDelivery.end()) {
      row.delivery = deliveryText(way->second, reader);
      row.deliveryStatus = deliveryWords(way->second.state).status;
      if (way->second.seenAt)
        row.seen = Review::tr("On the creator’s device since %1", "Of a verdict; %1 a time")
                       .arg(bothClockText(*way->second.seenAt, creatorZone(view), reader));
      row.mayUndo = counts && way->second.state == store::Delivery::Local;
    }
    row.mayWithdraw = row.mine && counts && !row.mayUndo && !verdict.withdrawnAt;
    rows.push_back(std::move(row));
  };
  for (auto one = view.status.verdicts.rbegin(); one != view.status.verdicts.rend(); ++one)
    add(*one, true);
  for (auto one = view.status.replaced.rbegin(); one != view.status.replaced.rend(); ++one)
    add(*one, false);
  return rows;
}

std::vector<ReviewVersionRow> versionRows(const ReviewAnswer& answer, const Reader& reader) {
  std::vector<ReviewVersionRow> rows;
  for (const auto& one : answer.versions) {
    const auto& submission = one.status.submission;
    if (answer.view && submission.meta.id == answer.view->status.submission.meta.id) continue;
    const StateWords words = reviewWords(one.status.state);
    rows.push_back({toQt(submission.meta.id), versionText(submission.version),
                    bothText(submission.meta.shownAt(), creatorZone(one), reader), words.status, words.text});
  }
  std::ranges::reverse(rows);
  return rows;
}

std::vector<ReviewStatementRow> briefRows(const domain::IssuedBrief& brief, domain::Language content) {
  std::vector<ReviewStatementRow> rows;
  for (const auto part : domain::briefParts) {
    const QString text = laneText(brief.content.part(part), content);
    if (!text.isEmpty()) rows.push_back({toQt(domain::partName(part)), partTitle(part), text});
  }
  return rows;
}

std::vector<DateChoice> delayChoices(const replica::SubmissionView& view, const std::string& hubZone,
                                     const Reader& reader) {
  std::vector<DateChoice> choices;
  const auto& promise = view.status.promise;
  if (!promise.promise) return choices;
  const Instant due = promise.newDue.value_or(promise.promise->due);
  const auto local = domain::toLocal(due, hubZone);
  if (!local) return choices;
  const std::string there = creatorZone(view);
  LocalTime day = *local;
  while (choices.size() < delayDays) {
    day += std::chrono::days{1};
    const std::chrono::weekday name{std::chrono::floor<std::chrono::days>(day)};
    if (name == std::chrono::Saturday || name == std::chrono::Sunday) continue;
    const auto at = domain::toInstant(day, hubZone);
    if (!at) return choices;
    if (*at <= reader.now) continue;
    choices.push_back({QString::number(toMillis(*at)), bothText(*at, there, reader)});
  }
  return choices;
}

} // namespace meridian::app
