#include "app/view_models/review_model.h"

#include <algorithm>

#include "app/text/lane.h"
#include "app/text/review_words.h"
#include "core/replica/work.h"

namespace meridian::app {

namespace {

ReviewAnswer answerAbout(replica::Replica& replica, const SpaceId& campaign, const SpaceId& space,
                         const OpId& submission) {
  replica::Reading reading(replica, campaign);
  ReviewAnswer answer;
  answer.view = reading.submission(space, submission);
  if (!answer.view) return answer;
  answer.me = reading.me().member;
  const auto deliverable = answer.view->deliverable.id;
  for (auto& item : reading.reviewQueue(true))
    if (item.submission.space == space && item.submission.deliverable.id == deliverable)
      answer.versions.push_back(std::move(item.submission));
  std::ranges::sort(answer.versions, {},
                    [](const replica::SubmissionView& one) { return one.status.submission.version; });
  for (const auto& creator : reading.creators())
    if (creator.space == space) {
      answer.creator.emplace();
      answer.creator->card = creator.card;
    }
  for (const auto& contested : reading.contested())
    if (contested.submission.status.submission.meta.id == submission) {
      answer.decider = contested.decider;
      if (const auto person = reading.person(contested.decider)) answer.deciderName = person->card.name;
    }
  for (const auto& market : reading.page().markets)
    if (market.code == answer.view->market)
      answer.hubZone = market.schedule ? market.schedule->zone : market.zone;
  return answer;
}

// While it is asked of one submission, it can be asked of another.
QString askedOf(const QString& submission, const QString& what) { return what + u'/' + submission; }
const QString approving = QStringLiteral("approve"), savingFile = QStringLiteral("save-file");

// To whoever approves, a file that does not match is one that has not come.
Result<void> ofApproving(Result<void> outcome) {
  if (!outcome && outcome.error().code == ErrorCode::Damaged) return fail(ErrorCode::AttachmentMissing);
  return outcome;
}

} // namespace

void ReviewModel::setSpace(const QString& space) {
  if (space == m_space) return;
  m_space = space;
  emit subjectChanged();
  refreshSoon();
}

void ReviewModel::setSubmission(const QString& submission) {
  if (submission == m_submission) return;
  m_submission = submission;
  m_unseen = {};
  // Until this one shows, nothing counts as seen, and there is nothing to approve.
  m_facts.key.clear();
  m_facts.mayApprove = false;
  if (m_refused.contains(submission))
    setProblem(m_refused.take(submission));
  else
    dismissProblem();
  told({}, 0);
  emit changed();
  emit subjectChanged();
  refreshSoon();
}

void ReviewModel::refresh() {
  if (m_submission.isEmpty()) return fill({});
  query([space = idFromQt<SpaceId>(m_space), submission = opIdFromQt(m_submission)](
            replica::Replica& replica,
            const SpaceId& campaign) { return answerAbout(replica, campaign, space, submission); },
        [this, asked = m_submission](const ReviewAnswer& answer) {
          if (asked == m_submission) fill(answer);
        });
}

void ReviewModel::fill(const ReviewAnswer& answer) {
  const Reader reader = session()->reader();
  const auto content = session()->contentLane();
  m_facts = reviewFacts(answer, reader, content, m_unseen);
  const replica::SubmissionView none;
  const replica::SubmissionView& view = answer.view ? *answer.view : none;
  m_files.setRows(fileRows(view, reader.language));
  m_comments.setRows(commentRows(view, reader));
  auto verdicts = verdictRows(answer, reader);
  const auto undo = std::ranges::find(verdicts, true, &ReviewVerdictRow::mayUndo);
  if (undo != verdicts.end()) m_facts.undoKey = undo->key;
  m_verdicts.setRows(std::move(verdicts));
  m_history.setRows(versionRows(answer, reader));
  m_delays.setRows(delayChoices(view, answer.hubZone, reader));
  std::vector<ReviewStatementRow> ticks;
  for (const auto& tick : view.status.submission.content.ticks)
    ticks.push_back({toQt(tick.nonNegotiable), laneText(tick.text, content), {}});
  m_ticks.setRows(std::move(ticks));
  m_brief.setRows(view.madeFor ? briefRows(*view.madeFor, content) : std::vector<ReviewStatementRow>());
  emit changed();
}

template <class Work>
void ReviewModel::act(const QString& what, Work work) {
  if (!begin(askedOf(m_submission, what))) return;
  carryOut(
      [work = std::move(work), space = idFromQt<SpaceId>(m_space),
       submission = opIdFromQt(m_submission)](replica::Replica& replica, const SpaceId& campaign) {
        return work(replica::Reviewing(replica, campaign), space, submission);
      },
      [this, what, about = m_submission](const Result<void>& outcome) { answered(what, about, outcome); });
}

void ReviewModel::answered(const QString& what, const QString& submission, const Result<void>& outcome) {
  // What is done once at a time is named without its subject.
  end(askedOf(submission, what.section(u'/', 0, 0)));
  if (submission != m_submission) {
    if (!outcome)
      m_refused.insert(submission, outcome.error());
    else
      emit doneBefore(what, submission);
    return;
  }
  setProblem(outcome);
  if (outcome) emit done(what);
}

void ReviewModel::told(const QString& text, double share) {
  m_workText = text;
  m_workShare = share;
  emit workChanged();
}

bool ReviewModel::runs(const QString& what) const { return ViewModel::runs(askedOf(m_submission, what)); }

bool ReviewModel::saving() const { return runs(savingFile); }

using Reviewing = replica::Reviewing;

void ReviewModel::opened() {
  if (m_submission.isEmpty()) return;
  if (session() == nullptr || !session()->hasCampaign()) return;
  session()->core().ask(
      this,
      [campaign = session()->campaign(), space = idFromQt<SpaceId>(m_space),
       submission = opIdFromQt(m_submission)](replica::Replica& replica) {
        return Reviewing(replica, campaign).opened(space, submission).has_value();
      },
      [this](bool) { refreshSoon(); });
}

void ReviewModel::waitFor(int file, const QString& toDo) {
  if (Unseen unseen{file, toDo}; unseen != m_unseen) {
    m_unseen = std::move(unseen);
    refreshSoon();
  }
}

template <class Begin, class Last>
void ReviewModel::readFiles(const QString& what, Begin begin, Last last) {
  session()->core().askInPieces(
      this, std::move(begin),
      [this, about = m_submission](std::uint64_t done, std::uint64_t all) {
        if (about == m_submission && all > 0)
          told(partText(done, all, session()->reader().language),
               static_cast<double>(done) / static_cast<double>(all));
      },
      std::move(last),
      [this, what, about = m_submission](const Result<void>& outcome) {
        answered(what, about, what == approving ? ofApproving(outcome) : outcome);
        if (about == m_submission) told({}, 0);
      });
}

using Work = Result<std::unique_ptr<replica::FileWork>>;

// The files are read first, which may take a while; then approving only asks whether they were. It is written
// where they are read: whoever pressed and went on has approved.
void ReviewModel::approve() {
  if (!begin(askedOf(m_submission, approving))) return;
  const auto campaign = session()->campaign();
  const auto space = idFromQt<SpaceId>(m_space);
  const auto submission = opIdFromQt(m_submission);
  readFiles(
      approving,
      [campaign, space, submission](replica::Replica& replica) -> Work {
        const auto view = replica::Reading(replica, campaign).submission(space, submission);
        if (!view) return fail(ErrorCode::NotFound);
        return replica::Files(replica).checking(view->status.submission.content.attachments);
      },
      [campaign, space, submission](replica::Replica& replica, replica::FileWork&) -> Result<void> {
        const auto approved = Reviewing(replica, campaign).approve(space, submission);
        if (!approved) return std::unexpected(approved.error());
        return {};
      });
}

void ReviewModel::requestChanges(const QString& reason) {
  act(QStringLiteral("request-changes"),
      [reason = fromQt(reason)](Reviewing review, const SpaceId& space, const OpId& submission) {
        return review.requestChanges(space, submission, reason);
      });
}

void ReviewModel::say(const domain::CommentPin& pin, const QString& text) {
  act(QStringLiteral("comment"),
      [pin, text = fromQt(text.trimmed())](Reviewing review, const SpaceId& space, const OpId& submission) {
        return review.comment(space, submission, pin, text);
      });
}

void ReviewModel::comment(const QString& text) { say({}, text); }

void ReviewModel::commentOnCaption(const QString& text, int from, int to) {
  // QML counts UTF-16 units, a pin counts code points.
  const auto points = [this](int units) {
    return static_cast<std::uint32_t>(m_facts.caption.left(units).toUcs4().size());
  };
  domain::CommentPin pin;
  pin.kind = domain::CommentPin::Kind::CaptionRange;
  pin.from = points(std::max(0, from));
  pin.to = points(std::max(0, to));
  say(pin, text);
}

void ReviewModel::commentOnPicture(const QString& text, int file, double x, double y) {
  const auto share = [](double value) {
    return static_cast<std::uint32_t>(std::clamp(value, 0.0, 1.0) * 10'000);
  };
  domain::CommentPin pin;
  pin.kind = domain::CommentPin::Kind::ImagePoint;
  pin.attachment = static_cast<std::uint32_t>(std::max(0, file));
  pin.x = share(x);
  pin.y = share(y);
  say(pin, text);
}

void ReviewModel::commentOnVideo(const QString& text, int file, int ms) {
  domain::CommentPin pin;
  pin.kind = domain::CommentPin::Kind::TimeCode;
  pin.attachment = static_cast<std::uint32_t>(std::max(0, file));
  pin.millis = static_cast<std::uint32_t>(std::max(0, ms));
  say(pin, text);
}

void ReviewModel::withdraw(const QString& verdict, const QString& reason) {
  act(reason.isEmpty() ? QStringLiteral("undo") : QStringLiteral("withdraw"),
      [verdict = opIdFromQt(verdict), reason = fromQt(reason.trimmed())](Reviewing review,
                                                                         const SpaceId& space, const OpId&) {
        return review.withdraw(space, verdict, reason);
      });
}

void ReviewModel::announceDelay(const QString& date, const QString& reason) {
  act(QStringLiteral("delay"), [at = fromMillis(date.toLongLong()), reason = fromQt(reason.trimmed())](
                                   Reviewing review, const SpaceId& space, const OpId& submission) {
    return review.announceDelay(space, submission, at, reason);
  });
}

void ReviewModel::sendToDecider() {
  act(QStringLiteral("send-to-decider"), [](Reviewing review, const SpaceId& space, const OpId& submission) {
    return review.sendToDecider(space, submission);
  });
}

void ReviewModel::decide(bool approve, const QString& reason) {
  const auto kind = approve ? domain::VerdictKind::Approve : domain::VerdictKind::RequestChanges;
  act(QStringLiteral("decide"), [kind, reason = fromQt(reason.trimmed())](
                                    Reviewing review, const SpaceId& space, const OpId& submission) {
    return review.decide(space, submission, kind, reason);
  });
}

void ReviewModel::saveFile(int file, const QUrl& to) {
  if (!begin(askedOf(m_submission, savingFile))) return;
  readFiles(
      savingFile + u'/' + QString::number(file),
      [file, path = fromQt(to.toLocalFile()), campaign = session()->campaign(),
       space = idFromQt<SpaceId>(m_space),
       submission = opIdFromQt(m_submission)](replica::Replica& replica) -> Work {
        const auto view = replica::Reading(replica, campaign).submission(space, submission);
        if (!view) return fail(ErrorCode::NotFound);
        const auto& files = view->status.submission.content.attachments;
        const auto index = static_cast<std::size_t>(std::max(0, file));
        if (index >= files.size()) return fail(ErrorCode::NotFound);
        return replica::Files(replica).saving(files[index], path);
      },
      [](replica::Replica&, replica::FileWork&) -> Result<void> { return {}; });
  emit workChanged();
}

void ReviewModel::stillFine() {
  act(QStringLiteral("still-fine"), [](Reviewing review, const SpaceId& space, const OpId& submission) {
    return review.stillFine(space, submission);
  });
}

} // namespace meridian::app
