// What a verdict and a saved file do while whoever asked for them goes on: to another submission, or away.
#include <QtTest>

#include "app/qt_convert.h"
#include "app/text/error_sentences.h"
#include "app/text/sentences.h"
#include "app/view_models/review_model.h"
#include "tests/qml/dana.h"

namespace test_reviewing {

using namespace meridian;
using app::ReviewModel;
using test::Dana;
using test::taken;

namespace {

// Two materials, each sent once, with their files at Dana's.
struct TwoSubmissions : Dana {
  OpId video, frames;
  std::vector<domain::Attachment> files;

  TwoSubmissions() {
    joinForBrief();
    const auto second = taken(addMaterial(*dana, test::both("Story frames", "Кадры для истории")));
    taken(briefing(*dana).issue(space, false));
    settle();
    taken(work(*maya).opened());
    taken(work(*maya).acknowledge());
    video = send(deliverable, {"day-1.mov", "day-7.mov"});
    frames = send(second, {});
    settle();
    for (const auto& file : files)
      carryBlob(*maya, *dana, file.blob);
    for (const OpId& one : {video, frames})
      taken(reviewing(*dana).opened(space, one));
  }
  void show(ReviewModel& model, const OpId& submission) const {
    model.setSpace(app::toQt(space));
    model.setSubmission(app::toQt(submission));
  }
  domain::ReviewState stateOf(const OpId& submission) {
    return answer([&](replica::Replica& replica) { return statusOf(replica, submission).state; });
  }

 private:
  OpId send(const crdt::EntityId& material, std::initializer_list<const char*> names) {
    auto sent = draft("Day 7, no filter.");
    sent.deliverable = material;
    for (const char* name : names) {
      const auto path = world.root() / name;
      std::ofstream(path) << name;
      std::filesystem::resize_file(path, 8u << 20);
      sent.attachments.push_back(attached(path));
      files.push_back(sent.attachments.back());
    }
    return taken(work(*maya).submit(sent));
  }
};

} // namespace

class TestReviewing : public QObject {
  Q_OBJECT

 private slots:
  void whoeverApprovesAndGoesHasApproved() {
    TwoSubmissions story;
    story.openDana();
    auto model = std::make_unique<ReviewModel>();
    model->setSession(story.session.get());
    story.show(*model, story.video);
    model->approve();
    model.reset(); // the page is left while the files are read
    QTRY_COMPARE_WITH_TIMEOUT(story.stateOf(story.video), domain::ReviewState::Approved, 20'000);
  }

  void anAnswerAboutOneSubmissionIsNotGivenOnAnother() {
    TwoSubmissions story;
    story.openDana();
    ReviewModel model;
    model.setSession(story.session.get());
    QStringList done;
    connect(&model, &ReviewModel::done, this,
            [&](const QString& what) { done << model.submission() + what; });
    QStringList told;
    connect(&model, &ReviewModel::workChanged, this, [&] {
      if (model.submission() == app::toQt(story.frames)) told << model.workText();
    });
    story.show(model, story.video);
    model.approve();
    story.show(model, story.frames);
    // The same can be asked of the one that shows now.
    model.approve();
    QTRY_COMPARE_WITH_TIMEOUT(story.stateOf(story.video), domain::ReviewState::Approved, 20'000);
    QTRY_COMPARE(story.stateOf(story.frames), domain::ReviewState::Approved);
    QTRY_COMPARE(done, QStringList{app::toQt(story.frames) + "approve"});
    test::answered(*story.session);
    QCOMPARE(done.size(), 1);
    QVERIFY(std::ranges::all_of(told, &QString::isEmpty));
  }

  void aRefusalWaitsForWhoeverWentToAnotherSubmission() {
    TwoSubmissions story;
    QVERIFY(std::filesystem::remove(story.dana->blobFiles().pathOf(story.files[1].blob)));
    story.openDana();
    ReviewModel model;
    model.setSession(story.session.get());
    story.show(model, story.video);
    model.approve();
    story.show(model, story.frames);
    // Somebody who asks the same and stays, a piece of the files behind: once they know, it is over here too.
    ReviewModel behind;
    behind.setSession(story.session.get());
    story.show(behind, story.video);
    behind.approve();
    QTRY_COMPARE_WITH_TIMEOUT(behind.problem(), app::errorSentence(ErrorCode::AttachmentMissing), 20'000);
    QCOMPARE(story.stateOf(story.video), domain::ReviewState::InReview);
    QCOMPARE(model.problem(), "");
    story.show(model, story.video);
    QCOMPARE(model.problem(), app::errorSentence(ErrorCode::AttachmentMissing));
    model.requestChanges("Send the second file again.");
    QTRY_COMPARE(story.stateOf(story.video), domain::ReviewState::ChangesRequested);
    QTRY_COMPARE(model.problem(), "");
    story.show(model, story.frames);
    story.show(model, story.video);
    QCOMPARE(model.problem(), "");
  }

  void aRefusedApprovalSaysWhatIsWrongInTheLanguageOfTheMoment_data() {
    QTest::addColumn<bool>("damaged");
    QTest::newRow("another file") << true;
    QTest::newRow("no room to write") << false;
  }
  void aRefusedApprovalSaysWhatIsWrongInTheLanguageOfTheMoment() {
    QFETCH(bool, damaged);
    TwoSubmissions story;
    if (damaged) {
      std::fstream file(story.dana->blobFiles().pathOf(story.files[0].blob),
                        std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(100);
      file.put('!').put('?');
      QVERIFY(file.good());
    }
    story.openDana();
    if (!damaged) test::makeReadOnly(*story.session);
    const auto expected = damaged ? ErrorCode::AttachmentMissing : ErrorCode::ReadOnly;
    ReviewModel model;
    model.setSession(story.session.get());
    story.show(model, story.video);
    model.approve();
    QTRY_COMPARE_WITH_TIMEOUT(model.problem(), app::errorSentence(expected), 20'000);
    const QString english = model.problem();
    story.session->setLanguage("ru");
    QCOMPARE(model.problem(), app::errorSentence(expected));
    QVERIFY(model.problem() != english);
    story.session->setLanguage("en");
  }

  void anOlderVersionIsNotApprovedAndLeadsToTheNewest() {
    Dana story;
    story.readBrief();
    const OpId first = story.submit("Day 7, no filter.");
    const OpId second = story.submit("Day 7, shorter.");
    const OpId third = story.submit("Day 7, shortest.");
    story.settle();
    for (const OpId& one : {first, second, third})
      taken(story.reviewing(*story.dana).opened(story.space, one));
    story.openDana();
    ReviewModel model;
    model.setSession(story.session.get());
    model.setSpace(app::toQt(story.space));
    const auto newer = [&] { return model.facts().newer.replace(QChar(0x00A0), ' '); };
    for (const OpId& older : {first, second}) {
      model.setSubmission(app::toQt(older));
      QTRY_COMPARE(newer(), "Version 3 arrived. Open that one.");
      QCOMPARE(model.facts().newerKey, app::toQt(third));
      model.approve();
      QTRY_COMPARE_WITH_TIMEOUT(model.problem(), app::errorSentence(ErrorCode::NewerVersionKnown), 20'000);
      model.requestChanges("Say which filter.");
      QTRY_COMPARE_WITH_TIMEOUT(model.problem(), app::errorSentence(ErrorCode::NewerVersionKnown), 20'000);
      story.session->setLanguage("ru");
      QTRY_COMPARE(newer(), "Пришла версия 3. Откройте её.");
      QCOMPARE(model.problem(), app::errorSentence(ErrorCode::NewerVersionKnown));
      story.session->setLanguage("en");
      QVERIFY(story.answer([&](replica::Replica& replica) { return story.statusOf(replica, older); })
                  .verdicts.empty());
    }
    model.setSubmission(model.facts().newerKey);
    QTRY_COMPARE(model.facts().version, "Version\u00A03");
    QCOMPARE(newer(), "");
    model.approve();
    QTRY_COMPARE_WITH_TIMEOUT(
        story.answer([&](replica::Replica& replica) { return story.statusOf(replica, third).state; }),
        domain::ReviewState::Approved, 20'000);
  }

  void nothingIsApprovedThatDoesNotShowYet() {
    TwoSubmissions story;
    story.openDana();
    ReviewModel model;
    model.setSession(story.session.get());
    for (const OpId& one : {story.video, story.frames}) {
      story.show(model, one);
      QVERIFY(!model.facts().mayApprove && model.facts().key.isEmpty());
      QTRY_VERIFY(model.facts().mayApprove);
      QCOMPARE(model.facts().key, app::toQt(one));
    }
  }

  void eachSavedFileIsNamedAndTheNextOneWaits() {
    TwoSubmissions story;
    story.openDana();
    ReviewModel model;
    model.setSession(story.session.get());
    story.show(model, story.video);
    QStringList done;
    connect(&model, &ReviewModel::done, this, [&](const QString& what) { done << what; });
    const auto path = [&](const char* name) { return story.world.root() / name; };
    const auto save = [&](int file, const char* to) {
      model.saveFile(file, QUrl::fromLocalFile(QString::fromStdString(path(to).string())));
    };
    save(0, "first");
    QVERIFY(model.saving());
    save(1, "second");
    QTRY_VERIFY_WITH_TIMEOUT(!model.saving(), 20'000);
    QCOMPARE(done, QStringList{"save-file/0"});
    QVERIFY(std::filesystem::exists(path("first")) && !std::filesystem::exists(path("second")));
    save(1, "second");
    QTRY_VERIFY_WITH_TIMEOUT(!model.saving(), 20'000);
    QCOMPARE(done.last(), "save-file/1");
    QVERIFY(std::filesystem::exists(path("second")));
  }
};

QTEST_MAIN(TestReviewing)

} // namespace test_reviewing
#include "test_reviewing.moc"
