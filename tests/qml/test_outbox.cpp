// What the outbox and its pill say of what was written, with a real replica behind them.
#include <QAnimationDriver>
#include <QQuickItem>
#include <QtTest>

#include "app/text/error_sentences.h"
#include "app/text/sentences.h"
#include "tests/core_replica/altered_client.h"
#include "tests/qml/maya.h"
#include "tests/qml/window_words.h"

namespace test_outbox {

using namespace meridian;
using test::Maya;
using test::nameOf;
using test::reads;
using test::taken;
using test::visibleItems;
using test::words;

namespace {

// The time of animations, in steps: however busy the machine is, nothing on the way is left out.
class Steps final : public QAnimationDriver {
 public:
  Steps() { install(); }
  qint64 elapsed() const override { return m_elapsed; }
  void step() {
    m_elapsed += 25;
    advance();
  }

 private:
  qint64 m_elapsed = 0;
};

} // namespace

class TestOutbox : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QQuickWindow::setDefaultAlphaBuffer(false); }

  void theOutboxSaysWhyNothingGoesOutUntilAPersonActs_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("mends");
    QTest::addColumn<QString>("pill");
    const QString attention("Needs attention, 1 waiting");
    QTest::newRow("another relay") << int(ErrorCode::RelayIdentityChanged) << false << attention;
    QTest::newRow("another certificate") << int(ErrorCode::RelayCertificateChanged) << false << attention;
    QTest::newRow("too old") << int(ErrorCode::UpdateNeeded) << false << attention;
    QTest::newRow("garbage, or a huge frame")
        << int(ErrorCode::ProtocolViolation) << false << "Trying again, 1 waiting";
    QTest::newRow("silence") << int(ErrorCode::Timeout) << false << "Trying again, 1 waiting";
    QTest::newRow("no network") << int(ErrorCode::RelayUnreachable) << true << QString();
  }
  void theOutboxSaysWhyNothingGoesOutUntilAPersonActs() {
    QFETCH(int, code);
    QFETCH(bool, mends);
    QFETCH(QString, pill);
    Maya story;
    story.readBrief();
    story.submit("Day 7, no filter.");
    Maya::App app(story, "maya", story.maya, {390, 844}, test::failingRelay(static_cast<ErrorCode>(code)));
    app.show("brief/OutboxPage");
    READS("Submission");
    const QString goesOut = "It goes out by itself when you’re online.";
    if (mends) {
      READS(goesOut);
      QVERIFY(!reads(app.window, "Needs attention"));
      return;
    }
    READS(app::errorSentence(static_cast<ErrorCode>(code)));
    READS(pill);
    QVERIFY(!reads(app.window, goesOut));
    app.session->setLanguage("ru");
    READS(app::errorSentence(static_cast<ErrorCode>(code)));
    READS(pill.startsWith("Trying") ? "Пробуем снова" : "Требует внимания");
  }

  void theOutboxOfACampaignWithoutARelaySaysSo() {
    Maya story;
    auto founder = story.world.person("founder", "Europe/Belgrade", domain::Language::En);
    taken(replica::Founding::create(*founder, "Alone", test::both("Alone", "Одна")));
    Maya::App app(story, "founder", founder, {390, 844}, test::failingRelay(ErrorCode::RelayUnreachable));
    QTRY_VERIFY(app.session->hasCampaign());
    app.push("OutboxPage", {});
    READS("No relay is set. Everything stays on this device until one is.");
  }

  // As from a profile that met the relay when it took more.
  void theOutboxSaysWhyAFileWasNotTakenUntilASmallerOneIsSent() {
    Maya story;
    story.readBrief();
    auto draft = story.draft("Day 7, no filter.");
    draft.attachments = {story.picture()};
    const OpId sent = taken(story.work(*story.maya).submit(draft));
    story.settle();
    taken(story.maya->file().blobs.setUploaded(draft.attachments.front().blob, false));
    taken(story.maya->file().blobs.setRefusal(draft.attachments.front().blob,
                                              errorName(ErrorCode::FileTooLarge)));
    {
      Maya::App app(story);
      app.show("brief/OutboxPage");
      READS("File not accepted");
      READS(app::errorSentence(ErrorCode::FileTooLarge));
      READS("1 needs attention");
      app.session->setLanguage("ru");
      READS("Файл не принят");
    }
    story.maya = story.world.reopen("maya");
    draft.attachments.clear();
    QVERIFY(taken(story.work(*story.maya).submit(draft)) != sent);
    Maya::App app(story);
    app.show("brief/OutboxPage");
    READS("Submission");
    QVERIFY(!reads(app.window, "needs attention"));
  }

  void theOutboxListsWhatIsKeptWithoutEffect() {
    Maya story;
    story.readBrief();
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    domain::Verdict verdict;
    verdict.submission = sent;
    verdict.manifest = story.statusOf(*story.maya, sent).submission.manifest;
    verdict.kind = domain::VerdictKind::Approve;
    const auto forged = test::forge(*story.maya, story.space,
                                    {test::create(domain::EntityKind::Verdict, domain::toValue(verdict))});
    taken(story.svetlana->receive({.changes = {test::bytesOf(forged)}, .cursor = {}}));
    Maya::App app(story, "svetlana", story.svetlana, {390, 844});
    QTRY_COMPARE(app.session->role(), "campaign-lead");
    app.show("campaign/OutboxPage");
    READS("Kept, and without effect");
    READS("Doesn’t count");
    READS("maya\nWhoever wrote it had no right to. It is kept, and changes nothing.");
    app.session->setLanguage("ru");
    READS("Не действует");
  }

  void whatGoesOutTogetherIsSeenToGo() {
    Maya story;
    story.readBrief();
    for (const char* question : {"Is 40 s enough?", "And 30?", "And 20?"})
      taken(story.work(*story.maya).ask(std::nullopt, std::nullopt, question));
    Steps steps;
    Maya::App app(story);
    app.session->preferences()->setReducedMotion(false);
    READS("3 waiting");
    const auto items = visibleItems(app.window);
    const auto found = std::ranges::find_if(
        items, [](const QQuickItem* item) { return item->property("counted").isValid(); });
    QVERIFY(found != items.end());
    const QQuickItem* pill = *found;
    app.session->core().post([&] { story.world.receipts(*app.session->core().replica()); });
    QTRY_COMPARE(app.session->waitingCount(), 0);
    QStringList seen;
    for (int i = 0; i < 30; ++i) {
      const QString text = pill->property("text").toString().replace(QChar(0x00A0), ' ');
      if (!seen.contains(text)) seen << text;
      steps.step();
    }
    QCOMPARE(seen.first(3), (QStringList{"3 waiting", "2 waiting", "1 waiting"}));
    QCOMPARE(seen.size(), 4);
    QVERIFY(!seen.last().contains("waiting"));
  }

  void theOutboxSaysWhatWaitsWhatArrivedAndWhatWasRefused() {
    Maya story;
    story.readBrief();
    story.submit("Day 7, no filter.");
    story.settle();
    const OpId question = taken(story.work(*story.maya).ask(std::nullopt, std::nullopt, "Is 40 s enough?"));
    const OpId refused = taken(story.work(*story.maya).ask(std::nullopt, std::nullopt, "And 30?"));
    taken(story.maya->file().outbox.setDelivery(refused.change, store::Delivery::Rejected, "quota-exceeded",
                                                std::nullopt));
    Maya::App app(story);
    app.show("brief/OutboxPage");
    const auto row = [&](const QString& title, const QString& state) {
      for (QQuickItem* item : visibleItems(app.window))
        if (nameOf(item).startsWith(title) && nameOf(item).endsWith(state)) return true;
      return false;
    };
    QTRY_VERIFY2(row("Submission, ", "Delivered 06:01"), qPrintable(words(app.window).join('\n')));
    QVERIFY(row("Question, ", "Signed. Not delivered yet."));
    QVERIFY(row("Question, ", app::deliveryWords(store::Delivery::Rejected).text));
    READS(app::reasonSentence("quota-exceeded"));
    READS("1 needs attention");
    READS("What was not accepted says why below.");
    QVERIFY(!reads(app.window, "goes out by itself"));
    app.session->setLanguage("ru");
    READS("Подписано. Ещё не доставлено.");
    QVERIFY(question != refused);
  }
};

QTEST_MAIN(TestOutbox)

} // namespace test_outbox
#include "test_outbox.moc"
