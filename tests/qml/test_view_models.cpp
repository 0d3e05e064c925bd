// What the view models decide, without a screen.
#include <QAbstractItemModelTester>
#include <QtTest>

#include "app/text/error_sentences.h"
#include "app/text/review_words.h"
#include "app/translation.h"
#include "app/view_models/brief_desk_model.h"
#include "app/view_models/brief_model.h"
#include "app/view_models/creators_model.h"
#include "app/view_models/feedback_model.h"
#include "app/view_models/join_model.h"
#include "app/view_models/outbox_model.h"
#include "app/view_models/review_queue_model.h"
#include "app/view_models/review_rows.h"
#include "app/view_models/schedule_model.h"
#include "app/view_models/seal_model.h"
#include "app/view_models/submit_model.h"
#include "app/view_models/timeline_model.h"
#include "tests/qml/readers.h"

namespace test_view_models {

using namespace meridian;
using namespace meridian::app;
using namespace meridian::test;

namespace {

domain::SubmissionStatus sent() {
  domain::SubmissionStatus status;
  status.submission.meta.claimedAt = at("2027-03-10T13:00:00Z");
  return status;
}

} // namespace

class TestViewModels : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { installTranslation(domain::Language::En); }

  void rowsKeepTheirPlaceWhenOnlyOneChanges() {
    RowModel<LinkRow> rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setRows({{"a"}, {"b"}, {"c"}});
    QSignalSpy removed(&rows, &QAbstractItemModel::rowsRemoved);
    rows.setRows({{"a"}, {"b"}, {"c"}, {"d"}});
    QCOMPARE(removed.count(), 0);
    rows.setRows({{"a"}, {"x"}});
    QCOMPARE(rows.count(), 2);
    QCOMPARE(rows.data(rows.index(1), rows.roleNames().key("key")).toString(), "x");
  }

  void aPromiseIsSaidBeforeSendingWithTheOneAfterIt() {
    const std::vector<domain::AnswerSlot> slots_{{.cutoff = at("2027-03-11T22:00:00Z"),
                                                  .due = at("2027-03-12T22:00:00Z"),
                                                  .dueLocal = {},
                                                  .zone = "America/New_York"},
                                                 {.cutoff = at("2027-03-18T21:00:00Z"),
                                                  .due = at("2027-03-19T21:00:00Z"),
                                                  .dueLocal = {},
                                                  .zone = "America/New_York"}};
    QCOMPARE(
        read(promisePreview(slots_, maya())),
        "Received before Thu 11 Mar, 14:00 (17:00 New York): answer by Fri 12 Mar, 14:00 (17:00 New York). "
        "Later: Fri 19 Mar, 14:00 (17:00 New York).");
    QVERIFY(promisePreview({}, maya()).isEmpty());
  }

  void untilItIsReceivedASubmissionStandsAtSent() {
    const auto steps = feedbackSteps(sent(), std::nullopt, maya());
    QCOMPARE(steps.size(), std::size_t{4});
    QCOMPARE(steps[0].phase, "now");
    QCOMPARE(steps[0].stateText, "Signed. Not delivered yet.");
    QCOMPARE(steps[1].phase, "ahead");
    QVERIFY(steps[2].mine.isEmpty());
  }
  void aRefusedSubmissionSaysWhyAndThatItIsKept() {
    replica::DeliveryView refused;
    refused.state = store::Delivery::Rejected;
    refused.reason = "quota-exceeded";
    const auto steps = feedbackSteps(sent(), refused, maya());
    QCOMPARE(steps[0].status, "bad");
    QCOMPARE(steps[0].note, reasonSentence("quota-exceeded"));
  }
  void aReceivedSubmissionShowsItsPromiseInBothZones() {
    auto status = sent();
    status.promise.state = domain::PromiseState::OnTrack;
    status.promise.promise = domain::Promise{.received = at("2027-03-10T13:01:00Z"),
                                             .due = at("2027-03-12T22:00:00Z"),
                                             .dueLocal = {},
                                             .zone = "America/New_York",
                                             .scheduleRevision = {}};
    const auto steps = feedbackSteps(status, std::nullopt, maya());
    QCOMPARE(steps[1].phase, "now");
    QCOMPARE(read(steps[2].mine), "Fri 12 Mar, 14:00");
    QCOMPARE(read(steps[2].theirs), "17:00 in New York");
    QCOMPARE(read(steps[2].stateText), "in 2 days");
  }
  void aDelayedPromiseShowsTheNewDateAndTheReason() {
    auto status = sent();
    status.promise.state = domain::PromiseState::Delayed;
    status.promise.promise = domain::Promise{.received = at("2027-03-10T13:01:00Z"),
                                             .due = at("2027-03-12T22:00:00Z"),
                                             .dueLocal = {},
                                             .zone = "America/New_York",
                                             .scheduleRevision = {}};
    status.promise.newDue = at("2027-03-15T19:00:00Z");
    status.promise.delayReason = "holiday";
    const auto steps = feedbackSteps(status, std::nullopt, maya());
    QCOMPARE(read(steps[2].mine), "Mon 15 Mar, 12:00");
    QCOMPARE(read(steps[2].note), "New date: Mon 15 Mar, 12:00 (15:00 New York). Reason: holiday. "
                                  "Promised before: Fri 12 Mar, 14:00 (17:00 New York).");
  }
  void aPromiseAtRiskIsSaidInBothZones() {
    auto status = sent();
    status.promise.state = domain::PromiseState::AtRisk;
    status.promise.promise = domain::Promise{.received = at("2027-03-09T13:01:00Z"),
                                             .due = at("2027-03-10T22:00:00Z"),
                                             .dueLocal = {},
                                             .zone = "America/New_York",
                                             .scheduleRevision = {}};
    const auto steps = feedbackSteps(status, std::nullopt, maya());
    QCOMPARE(read(steps[2].note), "Answer due Wed 10 Mar, 14:00 (17:00 New York). Nobody has replied yet.");
  }
  void aDayOfAnswersSaysOnWhichDayItIsElsewhereAndWhoseClocksChangeOnce() {
    domain::FeedbackSchedule schedule;
    schedule.answerDay = std::chrono::Friday;
    schedule.answerBy = std::chrono::hours{17};
    schedule.cutoffDay = std::chrono::Thursday;
    schedule.cutoffAt = std::chrono::hours{17};
    schedule.zone = "America/New_York";
    const auto rows = slotRows(schedule, {"America/New_York", "Asia/Vladivostok"}, maya());
    QVERIFY(rows.size() >= 2);
    QVERIFY2(rows[0].zones[1].contains("(+1)"), qPrintable(rows[0].zones[1]));
    QCOMPARE(read(rows[1].note),
             "Clocks change before it: New York"); // 14 March; once, though creators live there
  }

  void whenABriefWasIssuedIsSaidInTheCreatorsZoneToo() {
    replica::BriefDesk desk;
    desk.creator.card.zone = "America/New_York";
    desk.live.current.emplace();
    desk.live.current->meta.claimedAt = at("2027-03-12T22:00:00Z");
    QCOMPARE(read(deskFacts(desk, maya()).issued),
             "Version 1, issued Fri 12 Mar, 14:00 (17:00 New York). Not opened yet.");
  }

  void whatStandsOnALeadsDeskIsSaidInTheOtherPersonsZoneToo() {
    const MemberId creator{{1}}, dana{{2}}, anna{{3}};
    const Reader reader = danaReader();
    replica::PersonView person;
    replica::SubmissionView view;
    const auto add = [&](const MemberId& member, const char* zone) {
      person.member = member;
      person.card.zone = zone;
      view.people.push_back(person);
    };
    add(creator, "America/Los_Angeles");
    add(dana, "America/New_York");
    add(anna, "Europe/Moscow");
    view.status = sent();
    view.status.submission.meta.author = creator;
    view.status.promise.state = domain::PromiseState::Missed;
    view.status.promise.promise.emplace().due = at("2027-03-12T22:00:00Z");
    view.deliverable.zone = "America/Los_Angeles";
    // One of the reader's own, one of somebody in a third city, who has taken it back.
    domain::Verdict mine, theirs;
    mine.meta.id.index = 1;
    mine.meta.author = dana;
    mine.meta.claimedAt = at("2027-03-12T22:00:00Z");
    theirs.meta.author = anna;
    theirs.meta.claimedAt = at("2027-03-12T22:30:00Z");
    theirs.withdrawnAt = at("2027-03-13T08:00:00Z");
    view.status.verdicts = {mine, theirs};
    view.verdictDelivery[mine.meta.id].seenAt = at("2027-03-10T13:30:00Z");
    view.status.comments.resize(2);
    view.status.comments[0].meta = mine.meta;
    view.status.comments[0].meta.claimedAt = at("2027-03-10T13:30:00Z");
    view.status.comments[1].meta = theirs.meta;
    ReviewAnswer answer;
    answer.view = view;
    answer.me = dana;
    QCOMPARE(read(reviewFacts(answer, reader, domain::Language::En).sent),
             "Wed 10 Mar, 08:00 (05:00 Los Angeles)");
    QCOMPARE(read(reviewFacts(answer, reader, domain::Language::En).promiseName),
             "Promise: missed, due Fri 12 Mar, 17:00 (14:00 Los Angeles)");
    const auto verdicts = verdictRows(answer, reader);
    QVERIFY2(read(verdicts.at(0).seal).contains("When: Fri 12 Mar, 17:30 (Sat, 01:30 Moscow)"),
             qPrintable(verdicts.at(0).seal));
    QVERIFY2(read(verdicts.at(1).seal).contains("When: Fri 12 Mar, 17:00 (14:00 Los Angeles)"),
             qPrintable(verdicts.at(1).seal));
    QCOMPARE(read(verdicts.at(0).when), "Fri 12 Mar, 17:30 (Sat, 01:30 Moscow)");
    QCOMPARE(read(verdicts.at(0).withdrawn), "Withdrawn: Sat 13 Mar, 03:00 (11:00 Moscow)");
    QCOMPARE(read(verdicts.at(1).when), "Fri 12 Mar, 17:00 (14:00 Los Angeles)");
    QCOMPARE(read(verdicts.at(1).seen), "On the creator’s device since 08:30 (05:30 Los Angeles)");
    const auto comments = commentRows(view, reader);
    QCOMPARE(read(comments.at(0).when), "08:30 (05:30 Los Angeles)");
    QCOMPARE(read(comments.at(1).when), "Fri 12 Mar, 17:30 (Sat, 01:30 Moscow)");
    answer.versions = {view};
    answer.view->status.submission.meta.id.index = 7;
    QCOMPARE(read(versionRows(answer, reader).at(0).detail), "Wed 10 Mar, 08:00 (05:00 Los Angeles)");

    replica::BriefConflict conflict;
    conflict.space = SpaceId{{9}};
    conflict.counts.meta = mine.meta;
    conflict.held.meta = theirs.meta;
    person.member = creator;
    person.card.zone = "America/Los_Angeles";
    person.creatorSpace = conflict.space;
    view.people[0] = person;
    const auto card = conflictRow(conflict, view.people, reader, domain::Language::En);
    QVERIFY2(read(card.firstBy).endsWith("Fri 12 Mar, 17:00 (14:00 Los Angeles)"), qPrintable(card.firstBy));
    QVERIFY2(read(card.secondBy).endsWith("Fri 12 Mar, 17:30 (Sat, 01:30 Moscow)"),
             qPrintable(card.secondBy));
  }
  void aChipOfTheQueueNamesTheCreatorsTimeToo_data() {
    QTest::addColumn<domain::PromiseState>("state");
    QTest::addColumn<bool>("moved");
    QTest::addColumn<QString>("chip");
    QTest::addColumn<QString>("russian");
    const QString date = "Fri 12 Mar, 17:00 (14:00 Los Angeles)";
    const QString russian = QString::fromUtf8("пт, 12 марта, 17:00 (14:00, Лос-Анджелес)");
    using enum domain::PromiseState;
    QTest::newRow("on track") << OnTrack << false << date << russian;
    QTest::newRow("overdue") << AtRisk << false << date << russian;
    QTest::newRow("delayed") << Delayed << true << "New date: Mon 15 Mar, 20:00 (17:00 Los Angeles)"
                             << QString::fromUtf8("Новый срок: пн, 15 марта, 20:00 (17:00, Лос-Анджелес)");
  }
  void aChipOfTheQueueNamesTheCreatorsTimeToo() {
    QFETCH(domain::PromiseState, state);
    QFETCH(bool, moved);
    QFETCH(QString, chip);
    QFETCH(QString, russian);
    const MemberId creator{{1}};
    replica::QueueItem item;
    auto& view = item.submission;
    replica::PersonView person;
    person.member = creator;
    person.card.zone = "America/Los_Angeles";
    view.people = {person};
    view.status = sent();
    view.status.submission.meta.author = creator;
    view.status.promise.state = state;
    view.status.promise.promise.emplace().due = at("2027-03-12T22:00:00Z");
    if (moved) view.status.promise.newDue = at("2027-03-16T00:00:00Z");
    Reader reader = danaReader();
    reader.now = at("2027-03-12T22:30:00Z");
    // Her own city, whatever the material says of where it goes out.
    for (const char* zone : {"", "Europe/Moscow"}) {
      view.deliverable.zone = zone;
      QCOMPARE(read(queueRow(item, reader, domain::Language::En).chip), chip);
      installTranslation(domain::Language::Ru);
      reader.language = domain::Language::Ru;
      const QString said = read(queueRow(item, reader, domain::Language::Ru).chip);
      installTranslation(domain::Language::En);
      reader.language = domain::Language::En;
      QCOMPARE(said, russian);
    }
  }
  void anOpenInvitationEndsInTheInvitedOnesZoneToo() {
    CreatorsAnswer answer;
    domain::Market russia;
    russia.code = "RU";
    russia.zone = "Europe/Moscow";
    answer.markets = {russia};
    domain::CreatorOverview oleg;
    oleg.market = "RU";
    oleg.card.name = "Oleg Kim";
    oleg.card.zone = "Asia/Vladivostok";
    answer.creators = {oleg};
    replica::InvitationView open;
    open.expiry = at("2027-03-17T22:00:00Z");
    open.storedAt = at("2027-03-10T14:00:00Z");
    for (const auto& [role, market, name] : {std::tuple(log::Role::Creator, "RU", "Oleg Kim"),
                                             std::tuple(log::Role::Creator, "RU", "Somebody else"),
                                             std::tuple(log::Role::HubLead, "RU", "Anna Volkova"),
                                             std::tuple(log::Role::CampaignLead, "", "Svetlana Orlova")}) {
      open.role = role;
      open.market = market;
      open.name = name;
      answer.invitations.push_back(open);
    }
    QStringList until;
    for (const auto& row : invitationRows(answer, danaReader()))
      until << read(row.stateText);
    QCOMPARE(until, (QStringList{"Valid until Wed 17 Mar, 18:00 (Thu, 08:00 Vladivostok)",
                                 "Valid until Wed 17 Mar, 18:00 (Thu, 01:00 Moscow)",
                                 "Valid until Wed 17 Mar, 18:00 (Thu, 01:00 Moscow)",
                                 "Valid until Wed 17 Mar, 18:00"}));
  }
  void aMissedPromiseIsSaidOnceInRussian() {
    installTranslation(domain::Language::Ru);
    auto reader = danaReader();
    reader.language = domain::Language::Ru;
    replica::SubmissionView view;
    view.status.promise.state = domain::PromiseState::Missed;
    view.status.promise.promise.emplace().due = at("2027-03-12T22:00:00Z");
    const auto name = promiseLook(view, reader).name;
    installTranslation(domain::Language::En);
    QCOMPARE(read(name), "Срок ответа: пропущен, до: пт, 12 марта, 17:00");
  }
  void aQuestionIsDueInTheCreatorsZoneToo() {
    domain::Question question;
    question.replyBy = at("2027-03-12T22:00:00Z");
    const auto row = deskQuestion(question, "America/Los_Angeles", danaReader());
    QCOMPARE(read(row.detail), "Answer by Fri 12 Mar, 17:00 (14:00 Los Angeles)");
  }

  void aSealAccusesNobodyOfWhatIsOnlyNotHere() {
    QCOMPARE(sealWords({}, true).status, "good");
    QCOMPARE(sealWords(fail(ErrorCode::AttachmentMissing), true).status, "local");
    QCOMPARE(sealWords(fail(ErrorCode::Io), true).status, "local");
    QCOMPARE(sealWords(fail(ErrorCode::Damaged), true).status, "bad");
    QCOMPARE(sealWords(fail(ErrorCode::BadSignature), true).status, "bad");
  }

  void aPinnedRangeCountsCharactersAndStaysInsideTheCaption() {
    const QString caption = QString::fromUtf8("🙂 день 7");
    QCOMPARE(captionRange(caption, 0, 1), QString::fromUtf8("🙂"));
    QCOMPARE(captionRange(caption, 2, 6), QString::fromUtf8("день"));
    QCOMPARE(captionRange(caption, 7, 99), "7");
    QVERIFY(captionRange(caption, 99, 100).isEmpty());
    QVERIFY(captionRange(caption, 5, 5).isEmpty());
  }

  void theNextDateOfATimelineIsNow() {
    std::vector<replica::TimelineEntry> entries(3);
    entries[0].at = at("2027-03-09T10:00:00Z");
    entries[1].at = at("2027-03-12T22:00:00Z");
    entries[2].at = at("2027-03-15T13:00:00Z");
    const auto rows = timelineRows(entries, maya(), domain::Language::En);
    QCOMPARE(rows[0].phase, "past");
    QCOMPARE(rows[1].phase, "now");
    QCOMPARE(rows[2].phase, "ahead");
  }

  void aDeliveredRowSaysWhen() {
    replica::OutboxItem item;
    item.kind = domain::EntityKind::Submission;
    item.at = at("2027-03-10T13:00:00Z");
    item.delivery = store::Delivery::Local;
    QCOMPARE(outboxRow(item, maya()).stateText, "Signed. Not delivered yet.");
    item.delivery = store::Delivery::Stored;
    item.storedAt = at("2027-03-10T13:32:00Z");
    QCOMPARE(outboxRow(item, maya()).stateText, "Delivered 05:32");
  }

  void aRowWhoseFileTheRelayDidNotTakeSaysWhy() {
    replica::OutboxItem item;
    item.kind = domain::EntityKind::Submission;
    item.at = item.storedAt.emplace(at("2027-03-10T13:32:00Z"));
    item.delivery = store::Delivery::Stored;
    item.blobBytes = 200'000'000;
    item.filesRefusal = errorName(ErrorCode::FileTooLarge);
    auto row = outboxRow(item, maya());
    QCOMPARE(row.stateText, "File not accepted");
    QCOMPARE(row.status, "bad");
    QVERIFY(row.detail.endsWith(errorSentence(ErrorCode::FileTooLarge)));
    item.filesRefusal = errorName(ErrorCode::QuotaExceeded);
    row = outboxRow(item, maya());
    QCOMPARE(row.stateText, "File not sent yet");
    QCOMPARE(row.status, "risk");
    item.blobBytesSent = item.blobBytes; // it was taken after all
    QCOMPARE(outboxRow(item, maya()).stateText, "Delivered 05:32");

    item.filesRefusal.clear();
    item.delivery = store::Delivery::Sent;
    item.reason = errorName(ErrorCode::QuotaExceeded); // the relay has no room for the text
    row = outboxRow(item, maya());
    QCOMPARE(row.stateText, "Not sent yet");
    QCOMPARE(row.status, "risk");
    QVERIFY(row.waiting && row.detail.endsWith(errorSentence(ErrorCode::QuotaExceeded)));
    item.reason = "authority-missing";
    QVERIFY(outboxRow(item, maya()).detail.contains("It will be tried again by itself; nothing is lost."));
    QCOMPARE(outboxRow(item, maya()).status, "local"); // it mends by itself
  }

  void theOutboxSaysWhomARowConcernsAndEachTimeOnce() {
    const auto written = [](domain::EntityKind kind, const char* subject, const char* iso) {
      replica::OutboxItem item;
      item.kind = kind;
      item.verdict = domain::VerdictKind::Approve;
      item.subject = subject;
      item.at = at(iso);
      item.delivery = store::Delivery::Local;
      return item;
    };
    std::vector<replica::OutboxItem> items{
        written(domain::EntityKind::BriefIssued, "Maya Collins", "2027-03-10T13:00:00Z"),
        written(domain::EntityKind::Verdict, "Jordan Reyes", "2027-03-10T13:32:00Z"),
        written(domain::EntityKind::Seen, "Jordan Reyes", "2027-03-10T13:32:10Z"),
        written(domain::EntityKind::Comment, "Jordan Reyes", "2027-03-10T13:32:40Z"),
        written(domain::EntityKind::Market, "US", "2027-03-09T13:32:00Z")};
    items[2].background = true;
    replica::OutboxItem invited;
    invited.authority = "invitation";
    invited.subject = "Oleg Kim";
    items.push_back(invited);
    const auto said = [&] {
      QStringList lines;
      for (const auto& row : outboxRows(items, maya()))
        lines << read(row.heading + "|" + row.title + "|" + row.detail);
      return lines;
    };
    QCOMPARE(said(),
             (QStringList{"05:32|Comment|Submission by Jordan Reyes", "|Approval|Submission by Jordan Reyes",
                          "05:00|Brief issued|Brief of Maya Collins",
                          "Tue 9 Mar, 05:32|Edit of a market|Market: US", "|Invitation|Person: Oleg Kim"}));
    installTranslation(domain::Language::Ru);
    const auto russian = said();
    installTranslation(domain::Language::En);
    QVERIFY(russian[1].endsWith(QString::fromUtf8("|Отправка. Автор: Jordan Reyes")));
    QVERIFY(russian[2].endsWith(QString::fromUtf8("|Бриф: Maya Collins")));
  }

  void aVideoSaysHowMuchOfItIsHereAndWhereItsCommentsAre() {
    replica::SubmissionView view;
    domain::Attachment video;
    video.mediaType = "video/mp4";
    video.name = "day-7.mp4";
    video.length = 40'000'000;
    video.playTime = std::chrono::seconds{52};
    view.status.submission.content.attachments = {video, video};
    view.missingBytes = {10'000'000, 0};
    view.status.comments.resize(3);
    view.status.comments[0].pin = {
        .kind = domain::CommentPin::Kind::TimeCode, .attachment = 1, .millis = 12'400};
    view.status.comments[2].pin = {
        .kind = domain::CommentPin::Kind::TimeCode, .attachment = 1, .millis = 3'000};
    const auto rows = fileRows(view, domain::Language::En);
    QCOMPARE(read(rows[0].missing), "Video not on this device: 10 MB");
    QCOMPARE(rows[0].progress, 0.75);
    QCOMPARE(read(rows[0].detail), "0:52, 40 MB");
    QVERIFY(rows[0].times.isEmpty());
    QVERIFY(rows[1].missing.isEmpty());
    QCOMPARE(rows[1].progress, 1.0);
    QCOMPARE(rows[1].times, (QList<double>{12'400, 3'000}));
    QVERIFY(rows[0].key != rows[1].key);
    const auto said = commentRows(view, maya());
    QCOMPARE(said[0].time, "0:12");
    QCOMPARE(said[0].timeFile, 1);
    QCOMPARE(said[0].timeMs, 12'400);
    QCOMPARE(said[0].pin, "On the video, at 0:12");
    QCOMPARE(said[1].time, "");
  }

  void aPictureWithoutACodeHasNoInvitation() {
    QTemporaryDir folder;
    const QString blank = folder.filePath("blank.png");
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QVERIFY(image.save(blank));
    QVERIFY(!qrTextIn(blank));
    QVERIFY(!qrTextIn(folder.filePath("none.png")));
  }
};

QTEST_GUILESS_MAIN(TestViewModels)

} // namespace test_view_models
#include "test_view_models.moc"
