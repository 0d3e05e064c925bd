// Videos of submissions in the real screens: played, commented at a time, missing, broken, and hostile.
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTcpServer>
#include <QtTest>

#include <fstream>

#include "app/video/clip_player.h"
#include "tests/qml/sent.h"
#include "tests/qml/window_words.h"
#include "tests/support/byte_scan.h"

using namespace meridian;
using app::ClipPlayer;
using test::DanasReview;
using test::Maya;
using test::named;
using test::press;
using test::reads;
using test::Sent;
using test::taken;

namespace {

const std::filesystem::path film = std::filesystem::path(MERIDIAN_SOURCE_DIR) / "tests/data/three-days.mp4";

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What a Repeater has made has its place among the items, not among the objects.
ClipPlayer* clipOf(QQuickWindow* window) {
  for (const QQuickItem* item : test::visibleItems(window))
    if (auto* clip = item->findChild<ClipPlayer*>(QString(), Qt::FindDirectChildrenOnly)) return clip;
  return nullptr;
}

// The mean brightness of the left and right half of the picture that is shown.
std::pair<int, int> halves(const ClipPlayer& clip) {
  QVideoFrame frame = qobject_cast<QVideoSink*>(clip.output())->videoFrame();
  if (!frame.map(QVideoFrame::ReadOnly)) return {-1, -1};
  std::array<qint64, 2> sum{}, count{};
  for (int y = 0; y < frame.height(); ++y)
    for (int x = 0; x < frame.width(); ++x) {
      const std::size_t half = x * 2 < frame.width() ? 0 : 1;
      sum[half] += frame.bits(0)[y * frame.bytesPerLine(0) + x];
      ++count[half];
    }
  frame.unmap();
  return {static_cast<int>(sum[0] / count[0]), static_cast<int>(sum[1] / count[1])};
}

// How many samples of the film's bytes lie in the files below the folders that the program may write to.
int samplesIn(const std::vector<std::filesystem::path>& folders, const std::string& bytes) {
  std::string all;
  for (const auto& folder : folders)
    all += test::contentsOf(folder);
  int found = 0;
  for (std::size_t at = 512; at + 32 <= bytes.size(); at += 1024)
    if (all.contains(std::string_view(bytes).substr(at, 32))) ++found;
  return found;
}

} // namespace

class TestVideo : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void itIsPlayedFromTheSealedFileAndApproveWaitsForIt() {
    Sent story(film);
    QVERIFY(story.files[0].playTime == Duration{6'000});
    DanasReview app(story);
    READS("three-days.mp4");
    READS("0:06, 34 KB");
    READS("Play the video first.");
    QTRY_VERIFY(named(app.window, "Approve") != nullptr);
    QTRY_VERIFY(clipOf(app.window) != nullptr && clipOf(app.window)->isReady());
    ClipPlayer& clip = *clipOf(app.window);
    QCOMPARE(clip.duration(), 6'000);
    READS("0:00 of 0:06");
    // The first picture stands there before it is started.
    QTRY_COMPARE(qobject_cast<QVideoSink*>(clip.output())->videoFrame().size(), QSize(270, 480));
    const auto first = halves(clip);
    QTest::qWait(1200);
    QVERIFY(!named(app.window, "Approve")->isEnabled());
    QCOMPARE(clip.position(), 0);

    QVERIFY(press(app.window, "Play: three-days.mp4"));
    QTRY_VERIFY(clip.isPlaying());
    QTRY_VERIFY(clip.position() > 700);
    QTRY_VERIFY(named(app.window, "Approve")->isEnabled());
    QVERIFY(press(app.window, "Pause: three-days.mp4"));
    QTRY_VERIFY(!clip.isPlaying());

    // Forwards and backwards, each to its own scene.
    clip.seek(5'000);
    QTRY_VERIFY(halves(clip) != first);
    const auto last = halves(clip);
    READS("0:05 of 0:06");
    clip.seek(2'500);
    QTRY_VERIFY(halves(clip) != first && halves(clip) != last);
    clip.seek(500);
    QTRY_COMPARE(halves(clip), first);

    // By the keyboard.
    QQuickItem* slider = named(app.window, "Position in the video");
    QVERIFY(slider != nullptr);
    slider->forceActiveFocus();
    QTest::keyClick(app.window, Qt::Key_Right);
    QTRY_COMPARE(clip.position(), 1'500);
    QTest::keyClick(app.window, Qt::Key_End);
    QTRY_COMPARE(clip.position(), 6'000);

    // To its end, and again from there.
    clip.seek(5'500);
    clip.play();
    QTRY_VERIFY(clip.isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!clip.isPlaying(), 5'000);
    clip.play();
    QTRY_VERIFY(clip.isPlaying() && clip.position() < 3'000);
    clip.seek(5'700);
    QTRY_VERIFY_WITH_TIMEOUT(!clip.isPlaying(), 5'000);
    clip.seek(2'500);
    QTRY_VERIFY(halves(clip) != first && halves(clip) != last);
  }

  void noPlaintextIsLeftOrWrittenWhileItPlays() {
    const std::string bytes = bytesOf(film);
    Sent story(film);
    // The profiles, and what main() made the only place for everything else.
    const std::vector<std::filesystem::path> ours{story.world.root(),
                                                  qEnvironmentVariable("TMPDIR").toStdString()};
    const auto copy = story.world.root() / "copy.mp4";
    std::filesystem::copy_file(film, copy);
    QVERIFY(samplesIn(ours, bytes) > 20); // the scan finds what is there
    std::filesystem::remove(copy);
    {
      DanasReview app(story);
      QTRY_VERIFY(clipOf(app.window) != nullptr && clipOf(app.window)->isReady());
      ClipPlayer& clip = *clipOf(app.window);
      clip.play();
      QTRY_VERIFY(clip.isPlaying() && clip.position() > 300);
      for (int i = 0; i < 4; ++i) {
        QTest::qWait(400);
        QCOMPARE(samplesIn(ours, bytes), 0);
      }
      clip.seek(100);
      QTest::qWait(400);
      QCOMPARE(samplesIn(ours, bytes), 0);
    }
    QCOMPARE(samplesIn(ours, bytes), 0);
  }

  void aLeadCommentsAtATimeAndItIsShownThere() {
    Sent story(film);
    DanasReview app(story);
    QTRY_VERIFY(clipOf(app.window) != nullptr && clipOf(app.window)->isReady());
    clipOf(app.window)->seek(4'000);
    QTRY_VERIFY(press(app.window, "Comment at 0:04"));
    QTRY_VERIFY(named(app.window, "Comment at 0:04") != nullptr);
    QTest::qWait(100);
    for (const char letter : {'n', 'i', 'c', 'e'})
      QTest::keyClick(app.window, letter);
    QTRY_VERIFY(press(app.window, "Add comment"));
    READS("At 0:04");
    clipOf(app.window)->seek(0);
    QTRY_COMPARE(clipOf(app.window)->position(), 0);
    QTRY_VERIFY(press(app.window, "Show the video at 0:04"));
    QTRY_COMPARE(clipOf(app.window)->position(), 4'000);
    QVERIFY(!clipOf(app.window)->isPlaying());
    QTRY_COMPARE(test::nameOf(app.window->activeFocusItem()), QString("Position in the video"));
  }

  void theCreatorSeesTheTimeAndGoesThere() {
    Sent story(film);
    const domain::CommentPin pin{
        .kind = domain::CommentPin::Kind::TimeCode, .attachment = 0, .millis = 2'500};
    taken(story.reviewing(*story.dana).comment(story.space, story.submission, pin, "Hold this longer."));
    taken(story.reviewing(*story.dana).requestChanges(story.space, story.submission, ""));
    story.settle();
    Maya::App app(story);
    app.show("feedback");
    READS("Hold this longer.");
    READS("0:06, 34 KB");
    QTRY_VERIFY(clipOf(app.window) != nullptr && clipOf(app.window)->isReady());
    QTRY_VERIFY(press(app.window, "Show the video at 0:02"));
    QTRY_COMPARE(clipOf(app.window)->position(), 2'500);
    // In the other language too.
    app.session->setLanguage("ru");
    READS("Показать видео на 0:02");
    READS("Что отправлено");
  }

  void aVideoThatIsNotHereIsSaidWithItsSizeAndCannotBeApproved() {
    Sent story(film, nullptr, false);
    REFUSED(story.reviewing(*story.dana).approve(story.space, story.submission),
            ErrorCode::AttachmentMissing);
    DanasReview app(story);
    READS("Video not on this device: 34 KB");
    QTest::qWait(1200);
    QVERIFY(!named(app.window, "Approve")->isEnabled());
    QVERIFY(clipOf(app.window) == nullptr);
    app.session->setLanguage("ru");
    READS("Видео ещё не на этом устройстве: 34 КБ");
  }

  void aFileThatCannotBePlayedSaysSoAndMayBeSavedInstead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hears");
    const std::string whole = bytesOf(film);
    QTest::newRow("no index") << QByteArray(whole.data(), 20'000) << false;
    QTest::newRow("a header alone") << QByteArray(whole.data(), 40) << false;
    std::string noise = whole.substr(0, 32);
    for (int i = 0; i < 60'000; ++i)
      noise += static_cast<char>((i * 7919) >> 3);
    QTest::newRow("noise behind a header")
        << QByteArray(noise.data(), static_cast<qsizetype>(noise.size())) << false;
    QTest::newRow("a play list that would call somebody") << QByteArray() << true;
  }
  void aFileThatCannotBePlayedSaysSoAndMayBeSavedInstead() {
    QFETCH(QByteArray, bytes);
    QFETCH(const bool, hears);
    QTcpServer somebody;
    QVERIFY(somebody.listen(QHostAddress::LocalHost));
    if (hears)
      bytes = QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:") +
              QByteArray::number(somebody.serverPort()) + "/a.ts\n#EXT-X-ENDLIST\n";
    QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/clip.mp4";
    std::ofstream(file, std::ios::binary).write(bytes.constData(), bytes.size());
    Sent story(file, "video/mp4");
    DanasReview app(story);
    READS("This video can’t be played here. The file is safe");
    QVERIFY(named(app.window, "Play: clip.mp4") == nullptr);
    QVERIFY(!named(app.window, "Approve")->isEnabled());
    QVERIFY(named(app.window, "Save a copy") != nullptr);
    QVERIFY(!somebody.hasPendingConnections() && !somebody.waitForNewConnection(300));
    app.session->setLanguage("ru");
    READS("Это видео здесь не воспроизводится. С файлом всё в порядке");
  }

  // Whatever the decoders make of it, the app goes on.
  void aBentFileNeitherHangsNorCrashes_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("every");
    QTest::newRow("index") << 30'128 << 37;
    QTest::newRow("index, often") << 30'140 << 3;
    QTest::newRow("pictures") << 100 << 61;
  }
  void aBentFileNeitherHangsNorCrashes() {
    QFETCH(const int, from);
    QFETCH(const int, every);
    std::string bent = bytesOf(film);
    for (auto at = static_cast<std::size_t>(from); at < bent.size(); at += static_cast<std::size_t>(every))
      bent[at] = static_cast<char>(bent[at] ^ 0x5A);
    QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/clip.mp4";
    std::ofstream(file, std::ios::binary) << bent;
    Sent story(file, "video/mp4");
    DanasReview app(story);
    QTRY_VERIFY(clipOf(app.window) != nullptr || reads(app.window, "This video can’t be played here"));
    QTRY_VERIFY(clipOf(app.window) == nullptr || clipOf(app.window)->isReady() ||
                !clipOf(app.window)->problem().isEmpty());
    if (auto* clip = clipOf(app.window)) {
      clip->play();
      clip->seek(3'000);
      QTest::qWait(500);
      clip->seek(0);
      QTest::qWait(300);
      QElapsedTimer watch;
      watch.start();
      clip->close();
      QVERIFY2(watch.elapsed() < 5'000, qPrintable(QString::number(watch.elapsed())));
    }
  }

  void aSealedFileThatWasTamperedWithIsNotShown() {
    Sent story(film);
    const auto path = story.dana->blobFiles().pathOf(story.files[0].blob);
    std::fstream sealed(path, std::ios::binary | std::ios::in | std::ios::out);
    sealed.seekp(5'000);
    sealed.write("tampered", 8);
    sealed.close();
    DanasReview app(story);
    READS("This video is damaged on this device");
    QVERIFY(!named(app.window, "Approve")->isEnabled());
  }

  void lockingEndsItAndLeavingThePageDoesNotWait() {
    Sent story(film);
    DanasReview app(story);
    QTRY_VERIFY(clipOf(app.window) != nullptr && clipOf(app.window)->isReady());
    QPointer<ClipPlayer> clip = clipOf(app.window);
    clip->play();
    QTRY_VERIFY(clip->isPlaying());
    QElapsedTimer watch;
    watch.start();
    clip->close();
    QVERIFY2(watch.elapsed() < 5'000, qPrintable(QString::number(watch.elapsed())));
    QVERIFY(!clip->isReady() && !clip->isPlaying());
    clip->open();
    QTRY_VERIFY(clip->isReady());
    clip->play();
    QTRY_VERIFY(clip->isPlaying());
    app.session->lock();
    QTRY_VERIFY(clip.isNull() || (!clip->isReady() && !clip->isPlaying()));
  }
};

int main(int argc, char** argv) {
  // Everything that the program and its libraries could write goes below one folder.
  QTemporaryDir ours;
  for (const char* name : {"TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                           "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
    qputenv(name, ours.path().toUtf8());
  if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle("Basic");
  TestVideo test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_video.moc"
