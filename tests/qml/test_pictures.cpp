// Pictures and other files of a submission, to whoever judges them and to the creator: those that show, and
// those that cannot be shown here.
#include <QAccessible>
#include <QTemporaryDir>

#include "app/view_models/preview.h"
#include "app/view_models/review_model.h"
#include "app/view_models/submit_model.h"
#include "tests/qml/sent.h"
#include "tests/qml/window_words.h"

namespace test_pictures {

using namespace meridian;
using app::ReviewModel;
using test::DanasReview;
using test::Maya;
using test::named;
using test::Sent;
using test::taken;

namespace {

const QString broken = "This picture can’t be shown here. Save a copy to look at it.";

QString first(const QString& file) {
  return QString("“%1” can’t be shown here. Save a copy and look at it first.").arg(file);
}

struct Folder {
  [[nodiscard]] std::filesystem::path operator/(const char* name) const {
    return std::filesystem::path(m_folder.path().toStdString()) / name;
  }
  // With this behind the first bytes of its kind.
  [[nodiscard]] std::filesystem::path file(const char* name, std::string_view begin, std::size_t size) const {
    std::ofstream(*this / name, std::ios::binary) << begin;
    std::filesystem::resize_file(*this / name, size);
    return *this / name;
  }
  [[nodiscard]] std::filesystem::path picture(const char* name, QSize size = {300, 200}) const {
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(200, 120, 40));
    if (!image.save(QString::fromStdString((*this / name).string()))) qFatal("%s was not written", name);
    return *this / name;
  }

 private:
  QTemporaryDir m_folder;
};

bool mayApprove(QQuickWindow* window) {
  const QQuickItem* button = named(window, "Approve");
  if (button == nullptr) qFatal("there is no Approve");
  return button->isEnabled();
}

// Into a file beside the profiles, as the file dialog is answered.
void save(const Sent& story, QQuickWindow* window, int file) {
  auto* model = test::modelOf<ReviewModel>(window);
  QSignalSpy done(model, &ReviewModel::done);
  const auto copy = story.world.root() / ("copy-" + std::to_string(file));
  model->saveFile(file, QUrl::fromLocalFile(QString::fromStdString(copy.string())));
  QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 20'000);
  QVERIFY(std::filesystem::exists(copy));
}

} // namespace

class TestPictures : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  // One after the other: each is named, and none is passed over.
  void whatCannotBeShownIsApprovedOnlyOnceACopyWasSaved() {
    const Folder folder;
    const std::string_view png("\x89PNG\r\n\x1a\n", 8), heic("\0\0\0\x18"
                                                             "ftypheic",
                                                             12);
    const auto cut = folder.picture("short.png"), large = folder.picture("large.png");
    std::filesystem::resize_file(cut, 300);
    std::filesystem::resize_file(large, app::pictureBytesMax + 1);
    const QStringList names{"broken.png", "short.png", "large.png", "phone.heic", "rights.pdf", "frames.zip"};
    Sent story({folder.file("broken.png", png, 4'000), cut, large, folder.file("phone.heic", heic, 4'000),
                folder.file("rights.pdf", "%PDF-1.7\n", 4'000), folder.file("frames.zip", "PK", 4'000)});
    DanasReview app(story);
    const auto banners = [&] {
      return std::ranges::count_if(test::visibleItems(app.window), [](QQuickItem* item) {
        return test::nameOf(item) == broken && item->property("status").isValid();
      });
    };
    QTRY_COMPARE_WITH_TIMEOUT(banners(), 4, 20'000); // the pictures alone
    QVERIFY(test::pressable(app.window, "Comment on a point") == nullptr);
    for (int file = 0; file < names.size(); ++file) {
      READS(first(names[file]));
      if (file == 4) QTest::qWait(1200); // longer than it takes to count as seen
      QVERIFY(!mayApprove(app.window));
      save(story, app.window, file);
    }
    QTRY_VERIFY(mayApprove(app.window));
    QVERIFY(!test::reads(app.window, "Save a copy and look"));
  }

  // The window's own Escape leaves the page.
  void escapeEndsThePlacingOfAMarkAndNothingElse() {
    const Folder folder;
    Sent story(folder.picture("day-4.png"));
    DanasReview app(story);
    const auto pointing = [&] { return test::pressable(app.window, "Comment on a point"); };
    QTRY_VERIFY(pointing() != nullptr);
    QVERIFY(test::press(app.window, "Comment on a point"));
    QVERIFY(app.window->activeFocusItem() != pointing());
    QTest::keyClick(app.window, Qt::Key_Escape);
    QTest::qWait(100);
    QVERIFY(pointing() != nullptr);
    QCOMPARE(app.window->activeFocusItem(), pointing());
    QTest::keyClick(app.window, Qt::Key_Escape);
    QTRY_VERIFY(pointing() == nullptr);
  }

  void itIsSaidInRussianToo() {
    const Folder folder;
    Sent story(folder.file("broken.png", "\x89PNG\r\n\x1a\n", 4'000));
    DanasReview app(story);
    READS(broken);
    app.session->setLanguage("ru");
    READS("Файл «broken.png» здесь не открывается. Сначала сохраните копию и посмотрите её.");
    READS("Это изображение здесь не открывается. Сохраните копию, чтобы посмотреть его.");
    app.session->setLanguage("en");
  }

  // The system's plug-ins read it, but nobody offers it.
  void aPictureOfAnotherKindIsNotDecoded() {
    const Folder folder;
    Sent story(folder.picture("day-4.bmp"), "image/png");
    DanasReview app(story);
    READS(first("day-4.bmp"));
    READS(broken);
  }

  void aTallPictureKeepsItsShape() {
    const Folder folder;
    Sent story(folder.picture("story.png", {1'500, 9'000}));
    DanasReview app(story);
    QTRY_VERIFY(test::pressable(app.window, "Comment on a point") != nullptr);
    const QQuickItem* image = named(app.window, "story.png");
    const qreal width = image->property("paintedWidth").toReal();
    QVERIFY(std::abs(image->property("paintedHeight").toReal() / width - 6) < 0.1);
  }

  void aPictureThatShowsIsSeenAfterAMomentAndTakesComments_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("png") << "day-4.png";
    QTest::newRow("jpeg") << "day-4.jpg";
    QTest::newRow("webp") << "day-4.webp";
  }
  void aPictureThatShowsIsSeenAfterAMomentAndTakesComments() {
    QFETCH(QString, name);
    const Folder folder;
    Sent story(folder.picture(qPrintable(name)));
    DanasReview app(story);
    QTRY_VERIFY(test::pressable(app.window, "Comment on a point") != nullptr);
    QVERIFY(!mayApprove(app.window));
    READS("Look at the content first.");
    QTRY_VERIFY(mayApprove(app.window));
    QVERIFY(!test::reads(app.window, "can’t be shown here"));
    const QQuickItem* image = named(app.window, name);
    QVERIFY(image != nullptr && image->property("paintedWidth").toReal() > 100);
  }

  // From a device on which it shows.
  void aPointOnAPictureThatCannotBeShownIsNamedAndNotMarked() {
    const Folder folder;
    Sent story({folder.picture("day-1.png"), folder.file("day-7.png", "\x89PNG\r\n\x1a\n", 2'000)});
    for (const std::uint32_t file : {0U, 1U}) {
      const domain::CommentPin pin{
          .kind = domain::CommentPin::Kind::ImagePoint, .attachment = file, .x = 5'000, .y = 5'000};
      taken(story.reviewing(*story.svetlana)
                .comment(story.space, story.submission, pin, file == 0 ? "Lower." : "Brighter."));
    }
    story.settle();
    DanasReview app(story);
    READS("Brighter.");
    READS(broken);
    const auto marks = [&](int file) {
      return std::ranges::count_if(test::visibleItems(app.window), [&](const QQuickItem* item) {
        const QVariant of = item->property("markFile");
        return of.isValid() && of.toInt() == file;
      });
    };
    QTRY_COMPARE(marks(0), 1);
    QCOMPARE(marks(1), 0);
  }

  void theCreatorReadsThatHerPictureCannotBeShown() {
    const Folder folder;
    Sent story(folder.file("day-7.png", "\x89PNG\r\n\x1a\n", 2'000));
    Maya::App app(story);
    app.show("feedback");
    READS("This picture can’t be shown here.");
    QVERIFY(!test::reads(app.window, "Save a copy"));
    app.session->setLanguage("ru");
    READS("Это изображение здесь не открывается.");
    QVERIFY(!test::reads(app.window, "Сохраните копию"));
  }

  void whoeverPicksAPictureThatCannotBeShownIsTold() {
    const Folder folder;
    Maya story;
    story.readBrief();
    const auto heic = folder.file("day-4.heic",
                                  std::string_view("\0\0\0\x18"
                                                   "ftypheic",
                                                   12),
                                  2'000);
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Add a file, a link or a caption.");
    auto* model = test::modelOf<app::SubmitModel>(app.window);
    const auto add = [&](const std::filesystem::path& path) {
      model->addFile(QUrl::fromLocalFile(QString::fromStdString(path.string())));
    };
    add(folder.picture("day-1.webp"));
    READS("day-1.webp");
    add(folder.file("rights.pdf", "%PDF-1.7\n", 2'000));
    READS("rights.pdf");
    QVERIFY(!test::reads(app.window, "Not shown here"));
    add(heic);
    READS("Not shown here: day-4.heic. Your lead may have to save a copy to look at it");
    app.session->setLanguage("ru");
    READS("Здесь не открывается: day-4.heic.");
    app.session->setLanguage("en");
    READS("Remove: day-4.heic");
    QVERIFY(test::press(app.window, "Remove: day-4.heic"));
    QTRY_VERIFY(!test::reads(app.window, "Not shown here"));
  }
};

QTEST_MAIN(TestPictures)

} // namespace test_pictures
#include "test_pictures.moc"
