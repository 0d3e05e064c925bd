// The campaign as a file, from one app to a lead and back, while there is no network.
#include <QAccessible>
#include <QtTest>

#include "app/session/bundles.h"
#include "app/view_models/handover_model.h"
#include "tests/qml/maya.h"
#include "tests/qml/window_words.h"

namespace test_handover {

using namespace meridian;
using app::HandoverModel;
using test::Maya;
using test::modelOf;
using test::reads;
using test::taken;

namespace {

QUrl urlOf(const std::filesystem::path& file) {
  return QUrl::fromLocalFile(QString::fromStdString(file.string()));
}

} // namespace

class TestHandover : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void aSubmissionGoesOutInAFileAndTheVerdictComesBackInOne() {
    Maya story;
    story.readBrief();
    auto draft = story.draft("Day 7, no filter.");
    draft.attachments = {story.picture()};
    const OpId sent = taken(story.work(*story.maya).submit(draft));
    const auto out = story.world.root() / "out.meridian", back = story.world.root() / "back.meridian";
    Maya::App app(story);
    app.show("brief/OutboxPage");
    READS("No network at all?");
    auto* model = modelOf<HandoverModel>(app.window);
    QVERIFY(model != nullptr);
    QCOMPARE(model->fileName(), QStringLiteral("Verba.meridian"));
    model->save(urlOf(out));
    QVERIFY(model->busy());
    READS("Send it to whoever is in the campaign: nobody else can read it.");
    QCOMPARE(model->progress(), 1.0);

    const auto in = taken(app::importBundle(*story.dana, out));
    QCOMPARE(in.blobs, std::uint64_t{1});
    MUST(story.reviewing(*story.dana).opened(story.space, sent));
    MUST(story.reviewing(*story.dana).approve(story.space, sent));
    story.world.clock->advance(std::chrono::minutes{1}); // what is held for Undo stays back until then
    MUST(app::exportBundle(*story.dana, story.campaign, back));
    model->take(urlOf(back));
    READS("Taken in:");
    app.show("feedback");
    READS("Version 1 is approved.");
    app.show("brief/OutboxPage");
    model = modelOf<HandoverModel>(app.window);
    model->take(urlOf(back));
    READS("Taken in: everything in it was here already.");
  }

  void aFileThatIsNoneOrNotWholeChangesNothingAndIsNamed() {
    Maya story;
    story.readBrief();
    const auto whole = story.world.root() / "whole.meridian", cut = story.world.root() / "cut.meridian",
               none = story.world.root() / "none.meridian", other = story.world.root() / "other.meridian";
    MUST(app::exportBundle(*story.dana, story.campaign, whole));
    std::filesystem::copy_file(whole, cut);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) - 40);
    std::ofstream(none) << "Dear Dana,";
    Maya elsewhere;
    MUST(app::exportBundle(*elsewhere.mila, elsewhere.campaign, other));
    Maya::App app(story);
    app.show("brief/OutboxPage");
    READS("No network at all?");
    auto* model = modelOf<HandoverModel>(app.window);
    model->take(urlOf(cut));
    READS("This file was cut short or altered on its way.");
    model->take(urlOf(none));
    READS("This is no exchange file of Meridian");
    model->take(urlOf(other));
    READS("This file is of another campaign.");
    model->save(urlOf(story.world.root() / "nowhere" / "out.meridian"));
    QTRY_VERIFY(!model->busy());
    QVERIFY(model->problem().startsWith("The folder isn’t there") && model->outcome().isEmpty());
    model->save(urlOf(story.world.root()));
    QTRY_VERIFY(!model->busy());
    QVERIFY(model->problem().startsWith("What has this name is not a file") && model->outcome().isEmpty());
    model->take(urlOf(whole));
    READS("Taken in:");
  }
};

QTEST_MAIN(TestHandover)

} // namespace test_handover
#include "test_handover.moc"
