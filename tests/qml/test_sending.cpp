// What a creator sends, with a real replica behind it.
#include <QAccessible>
#include <QQuickItem>
#include <QtTest>

#include "app/text/error_sentences.h"
#include "app/text/sentences.h"
#include "app/view_models/submit_model.h"
#include "core/crypto/signing/blob_address.h"
#include "tests/qml/maya.h"
#include "tests/qml/window_words.h"

namespace test_sending {

using namespace meridian;
using test::Maya;
using test::modelOf;
using test::nameOf;
using test::press;
using test::pressRow;
using test::reads;
using test::taken;
using test::visibleItems;
using test::words;
using test::write;

class TestSending : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void anEmptySubmissionSaysWhatIsMissing() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Add a file, a link or a caption.\nReceived before Thu 11 Mar, 14:00 (17:00 New York): answer by "
          "Fri 12 Mar, 14:00 (17:00 New York). Later: Fri 19 Mar, 14:00 (17:00 New York).\n"
          "You’re offline. Connect before then.");
    READS("Show the same spot on day 1, 4 and 7.");
    READS("Because proof needs a comparison.");
  }

  void whatIsSentOfflineIsSavedAndWaits_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("russian");
    QTest::newRow("phone") << QSize(390, 844) << "Saved on this phone. It will go out when you’re online."
                           << "Сохранено на телефоне. Отправим, как только появится сеть.";
    QTest::newRow("laptop") << QSize(1280, 800) << "Saved on this device. It will go out when you’re online."
                            << "Сохранено на этом устройстве. Отправим, как только появится сеть.";
  }
  void whatIsSentOfflineIsSavedAndWaits() {
    QFETCH(QSize, size);
    QFETCH(QString, english);
    QFETCH(QString, russian);
    Maya story;
    story.readBrief();
    taken(story.work(*story.maya).keepDraft(story.deliverable, story.draft("Day 7, no filter.")));
    Maya::App app(story, size);
    app.show("brief/SubmitPage");
    READS("Received before Thu 11 Mar, 14:00 (17:00 New York): answer by Fri 12 Mar, 14:00 (17:00 New York). "
          "Later: Fri 19 Mar, 14:00 (17:00 New York).");
    READS("Connect before then.");
    QVERIFY(press(app.window, "Send for approval"));
    READS(english);
    app.session->setLanguage("ru");
    READS(russian);
    app.session->setLanguage("en");
    READS(english);
    QVERIFY(press(app.window, "See feedback"));
    READS("Signed. Not delivered yet.");
    app.show("brief/OutboxPage");
    READS("Submission");
  }

  void aRefusalStandsByTheButtonAndTakesTheFocus() {
    Maya story;
    story.readBrief();
    story.moveGoLive();
    auto draft = story.draft("");
    for (int line = 1; line <= 60; ++line)
      draft.caption += "Line " + std::to_string(line) + " of a long caption.\n";
    taken(story.work(*story.maya).keepDraft(story.deliverable, draft));
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Received before");
    QVERIFY(press(app.window, "Send for approval"));
    const QString refusal = app::errorSentence(ErrorCode::NotLatestBrief);
    READS(refusal);
    QTRY_COMPARE(nameOf(app.window->activeFocusItem()), refusal);
    const QQuickItem* said = app.window->activeFocusItem();
    const auto place = [&] { return said->mapRectToScene(QRectF(0, 0, said->width(), said->height())); };
    QTRY_VERIFY(QRectF(0, 0, app.window->width(), app.window->height()).contains(place()));
    QTest::keyClick(app.window, Qt::Key_Tab);
    QCOMPARE(nameOf(app.window->activeFocusItem()), "Send for approval");
    app.session->setLanguage("ru");
    QTRY_VERIFY(!reads(app.window, refusal));
    READS(app::errorSentence(ErrorCode::NotLatestBrief));
  }

  void aLinkThatIsStillInItsFieldGoesAlong() {
    Maya story;
    story.readBrief();
    taken(story.work(*story.maya).keepDraft(story.deliverable, story.draft("Day 7, no filter.")));
    {
      Maya::App app(story);
      app.show("brief/SubmitPage");
      READS("Received before");
      QVERIFY(press(app.window, "Link"));
      QVERIFY(write(app.window, "Link", "day-7 on my channel"));
      QVERIFY(press(app.window, "Add link"));
      READS("This can’t be opened as a link.");
      READS("day-7 on my channel");
      QTest::keyClick(app.window, Qt::Key_Backspace);
      QVERIFY(!reads(app.window, "This can’t be opened as a link."));
      QVERIFY(press(app.window, "Send for approval"));
      READS("This can’t be opened as a link.");
      QVERIFY(!reads(app.window, "Saved on this phone."));
      QTRY_COMPARE(nameOf(app.window->activeFocusItem()), "Link");
      QTest::keyClick(app.window, Qt::Key_A, Qt::ControlModifier);
      QVERIFY(write(app.window, "Link", "https://example.com/day-7"));
      QVERIFY(press(app.window, "Send for approval"));
      READS("Saved on this phone.");
    }
    story.reopenMaya();
    const auto sent = story.deliverableOf(*story.maya).submissions;
    QCOMPARE(sent.size(), std::size_t{1});
    QCOMPARE(sent[0].submission.content.links, std::vector<std::string>{"https://example.com/day-7"});
  }

  void aSecondPressWhileItIsBeingSentSendsNothingMore() {
    Maya story;
    story.readBrief();
    taken(story.work(*story.maya).keepDraft(story.deliverable, story.draft("Day 7, no filter.")));
    {
      Maya::App app(story);
      app.show("brief/SubmitPage");
      READS("Received before");
      QVERIFY(press(app.window, "Send for approval"));
      QVERIFY(press(app.window, "Send for approval"));
      READS("Saved on this phone.");
    }
    story.reopenMaya();
    QCOMPARE(story.deliverableOf(*story.maya).submissions.size(), std::size_t{1});
  }

  void aKeyThatIsHeldDownPressesOnce() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    app.show("timeline");
    READS("Questions from here");
    const auto named = [&](const QString& name) -> QQuickItem* {
      for (QQuickItem* item : visibleItems(app.window))
        if (nameOf(item) == name && item->metaObject()->indexOfMethod("press()") >= 0) return item;
      return nullptr;
    };
    QQuickItem* button = named("On this device");
    QVERIFY2(button != nullptr, qPrintable(words(app.window).join('\n')));
    button->forceActiveFocus(Qt::TabFocusReason);
    QSignalSpy clicked(button, SIGNAL(clicked()));
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, "\r", true);
    QCoreApplication::sendEvent(app.window, &held);
    QCOMPARE(clicked.count(), 0);
    QTest::keyClick(app.window, Qt::Key_Return);
    QCOMPARE(clicked.count(), 1);
  }

  void eachOfTwoMaterialsHasItsOwnWay() {
    Maya story;
    story.joinForBrief();
    const auto frames =
        taken(story.addMaterial(*story.dana, test::both("Story frames", "Кадры для истории")));
    taken(story.briefing(*story.dana).issue(story.space, false));
    story.settle();
    taken(story.work(*story.maya).opened());
    taken(story.work(*story.maya).acknowledge());
    const OpId video = story.submit("Day 7, no filter.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, video));
    taken(story.reviewing(*story.dana).requestChanges(story.space, video, "Say which filter."));
    story.settle();
    auto draft = story.draft("Three frames.");
    draft.deliverable = frames;
    taken(story.work(*story.maya).keepDraft(frames, draft));
    story.world.clock->advance(std::chrono::minutes{1});
    Maya::App app(story);
    READS("Goes live: Mon 15 Mar, 09:00");
    // The second one is sent, …
    QVERIFY(pressRow(app.window, "Story frames, Nothing sent yet"));
    READS("Story frames, version 1");
    READS("Three frames.");
    QVERIFY(press(app.window, "Send for approval"));
    READS("Saved on this phone.");
    QVERIFY(press(app.window, "See feedback"));
    READS("Signed. Not delivered yet.");
    // … and the answer to the first one still leads to its revision.
    QVERIFY(pressRow(app.window, "Video, 45–60 s, Changes requested"));
    READS("Version 1 needs changes.");
    QVERIFY(press(app.window, "Send revision"));
    READS("Video, 45–60 s, version 2");
    app.show("brief");
    QVERIFY(pressRow(app.window, "Video, 45–60 s, Changes requested"));
    READS("Say which filter.");
  }

  void aSealTellsAFileThatIsNotHereFromOneThatIsAnother_data() {
    QTest::addColumn<bool>("gone");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("not here") << true << "A file isn’t here yet, so it can’t be checked.";
    QTest::newRow("another") << false << "A file here isn’t the one that was signed";
  }
  void aSealTellsAFileThatIsNotHereFromOneThatIsAnother() {
    QFETCH(bool, gone);
    QFETCH(QString, sentence);
    Maya story;
    story.readBrief();
    auto draft = story.draft("Day 7, no filter.");
    draft.attachments = {story.picture()};
    const BlobId blob = draft.attachments.front().blob;
    const OpId sent = taken(story.work(*story.maya).submit(draft));
    story.settle();
    story.carryBlob(*story.maya, *story.dana, blob);
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    taken(story.reviewing(*story.dana).approve(story.space, sent));
    story.settle();
    const auto file = story.maya->blobFiles().pathOf(blob);
    if (gone) {
      QVERIFY(std::filesystem::remove(file));
    } else {
      std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
      stream.seekp(100);
      stream.put('!').put('?');
      QVERIFY(stream.good());
    }
    Maya::App app(story);
    app.show("feedback");
    READS("Version 1 is approved.");
    QVERIFY(!reads(app.window, sentence));
    QVERIFY(press(app.window, "Signed: dana"));
    READS(sentence);
    QVERIFY(!reads(app.window, "Checked on this phone"));
  }

  // What is asked and written meanwhile does not wait for a file that is being sealed.
  void whileALargeFileIsSealedQuestionsAreAnswered() {
    Maya story;
    story.readBrief();
    const auto file = story.world.root() / "day-7.mov";
    std::ofstream(file).put('7');
    std::filesystem::resize_file(file, 96u << 20);
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Show the same spot");
    auto* model = modelOf<app::SubmitModel>(app.window);
    QVERIFY(model != nullptr);
    QList<double> shares;
    QObject::connect(model, &app::SubmitModel::busyChanged, model, [&] { shares << model->progress(); });
    model->addFile(QUrl::fromLocalFile(QString::fromStdString(file.string())));
    QVERIFY(model->busy());
    int answered = 0;
    for (int i = 0; i < 5; ++i) {
      bool here = false;
      app.session->core().ask(
          model, [&](replica::Replica& replica) { return story.work(replica).opened().has_value(); },
          [&](bool) { here = true; });
      QTRY_VERIFY(here);
      if (model->busy()) ++answered;
    }
    QCOMPARE(answered, 5);
    QTRY_VERIFY_WITH_TIMEOUT(!model->busy(), 60'000);
    QVERIFY(std::ranges::is_sorted(shares.begin(), shares.end()));
    QVERIFY(std::ranges::count_if(shares, [](double one) { return one > 0 && one < 1; }) > 10);
    READS("day-7.mov");
  }

  void aFileThatVanishedBeforeItWasTakenIsSaidSoAndTheRestIsKept() {
    Maya story;
    story.readBrief();
    taken(story.work(*story.maya).keepDraft(story.deliverable, story.draft("Day 7, no filter.")));
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Day 7, no filter.");
    auto* model = modelOf<app::SubmitModel>(app.window);
    const auto file = story.world.root() / "day-7.txt";
    const QUrl url = QUrl::fromLocalFile(QString::fromStdString(file.string()));
    model->addFile(url);
    READS(app::errorSentence(ErrorCode::AttachmentVanished));
    QVERIFY(!model->busy());
    QVERIFY(!reads(app.window, "day-7.txt"));
    READS("Day 7, no filter.");
    app.session->setLanguage("ru");
    READS(app::errorSentence(ErrorCode::AttachmentVanished));
    app.session->setLanguage("en");
    std::ofstream(file) << "day 7";
    model->addFile(url);
    READS("day-7.txt");
    QVERIFY(!reads(app.window, app::errorSentence(ErrorCode::AttachmentVanished)));
  }

  void nothingIsSentBeforeEachNonNegotiableIsTicked() {
    Maya story;
    story.readBrief();
    auto draft = story.draft("Day 7, no filter.");
    draft.ticks.clear();
    taken(story.work(*story.maya).keepDraft(story.deliverable, draft));
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("1 non-negotiable left to tick.");
    auto* model = modelOf<app::SubmitModel>(app.window);
    QVERIFY(!model->ready());
    app.session->setLanguage("ru");
    READS("Осталось отметить 1 обязательный элемент.");
    app.session->setLanguage("en");
    READS("1 non-negotiable left to tick.");
    QQuickItem* send = test::pressable(app.window, "Send for approval");
    QVERIFY(send != nullptr && !send->isEnabled());
    QVERIFY(press(app.window, "Show the same spot on day 1, 4 and 7."));
    QTRY_VERIFY(model->ready() && send->isEnabled());
    QVERIFY(!reads(app.window, "left to tick"));
    QVERIFY(press(app.window, "Send for approval"));
    READS("Saved on this phone.");
  }

  void aFileThatTheRelayWouldNotTakeIsRefusedWhenItIsPicked() {
    Maya story;
    story.readBrief();
    taken(story.maya->noteBlobBytesMax(story.campaign, signing::sealedLength(5'000'000)));
    const auto file = story.world.root() / "day-7.mov";
    std::ofstream(file).put('7');
    std::filesystem::resize_file(file, 5'000'001);
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Show the same spot");
    auto* model = modelOf<app::SubmitModel>(app.window);
    QVERIFY(model != nullptr);
    model->addFile(QUrl::fromLocalFile(QString::fromStdString(file.string())));
    READS("the relay of your campaign takes files up to 5 MB. Pick a smaller one");
    QVERIFY(!reads(app.window, "day-7.mov"));
    app.session->setLanguage("ru");
    READS("сервер обмена вашей кампании принимает файлы до 5 МБ");
  }
};

QTEST_MAIN(TestSending)

} // namespace test_sending
#include "test_sending.moc"
