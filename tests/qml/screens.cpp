// Photographs the creator's screens at every stage of the story:
//   screens OUT-DIR [WxH [TEXT-SCALE | video | ways]]   “video”: those of a video alone; “ways”: those where
//                                                       something is new, changed, refused or checked
#include <QGuiApplication>
#include <QQuickStyle>

#include <cstdio>
#include <fstream>

#include "app/qt_convert.h"
#include "app/view_models/submit_model.h"
#include "app/window_shot/window_shot.h"
#include "tests/qml/maya.h"
#include "tests/qml/window_words.h"

using namespace meridian;
using test::Maya;
using test::taken;

namespace {

struct Camera {
  QString folder;
  QSize size;
  double scale = 1;

  void shoot(Maya& story, const QString& stage, const QStringList& pages) const {
    Maya::App app(story, size);
    shoot(app, stage, pages);
  }
  void shoot(Maya::App& app, const QString& stage, const QStringList& pages) const {
    eachLook(app, [&](const QString& look) {
      for (const QString& page : pages) {
        app.show(page);
        write(app, QString("%1-%2-%3").arg(stage, page.section('/', -1), look));
      }
    });
  }
  // What is on the window now.
  void shootHere(Maya::App& app, const QString& name) const {
    eachLook(app, [&](const QString& look) { write(app, QString("%1-%2").arg(name, look)); });
  }

 private:
  template <class Shoot>
  void eachLook(Maya::App& app, Shoot shoot) const {
    app.session->preferences()->setTextScale(scale);
    for (const char* language : {"en", "ru"}) {
      app.session->setLanguage(language);
      app.session->setContentLanguage(language);
      for (const char* theme : {"light", "dark"}) {
        app.session->preferences()->setTheme(theme);
        shoot(QString("%1-%2-%3").arg(language, theme).arg(size.width()));
      }
    }
  }
  void write(Maya::App& app, const QString& name) const {
    const QString file = folder + '/' + name + ".png";
    if (!app::shootWindow(*app.window, file)) std::fprintf(stderr, "not written: %s\n", qPrintable(file));
  }
};

// A video under review, with a comment at a time of it; on its way, and one that cannot be played.
void shootVideo(const Camera& camera) {
  const std::filesystem::path file = std::filesystem::path(MERIDIAN_SOURCE_DIR) / "tests/data/three-days.mp4";
  Maya story;
  story.readBrief();
  auto draft = story.draft("Day 1, day 4, day 7. Same sink, same light, no filter.");
  draft.attachments = {story.attached(file)};
  const auto broken = story.world.root() / "day-7.mp4";
  std::ofstream(broken, std::ios::binary) << std::string("\0\0\0\x18", 4) << "ftypisom and nothing else";
  draft.attachments.push_back(story.attached(broken));
  const auto submission = taken(story.work(*story.maya).submit(draft));
  story.settle();
  const QVariantMap page{{"space", app::toQt(story.space)}, {"submission", app::toQt(submission)}};
  {
    Maya::App app(story, "dana", story.dana, {390, 844});
    app.window->resize(camera.size);
    app.settle();
    app.push("ReviewPage", page);
    camera.shootHere(app, "8-video-missing");
  }
  story.dana = story.world.reopen("dana");
  for (const auto& attachment : draft.attachments)
    story.carryBlob(*story.maya, *story.dana, attachment.blob);
  const domain::CommentPin pin{.kind = domain::CommentPin::Kind::TimeCode, .attachment = 0, .millis = 2'500};
  taken(story.reviewing(*story.dana).comment(story.space, submission, pin, "Hold the loaf a second longer."));
  taken(story.reviewing(*story.dana).requestChanges(story.space, submission, ""));
  story.settle();
  {
    Maya::App app(story, "dana", story.dana, {390, 844});
    app.window->resize(camera.size);
    app.settle();
    app.push("ReviewPage", page);
    camera.shootHere(app, "8-video-review");
  }
  Maya::App app(story);
  app.window->resize(camera.size);
  app.settle();
  app.show("feedback");
  app.settle();
  (void)test::press(app.window, "Show the video at 0:02");
  camera.shootHere(app, "8-video-feedback");
}

// A brief that nobody has acknowledged yet, one that only dates changed in, two materials, a refusal, a relay
// that is another, and a seal that is open.
void shootWays(const Camera& camera) {
  {
    Maya story;
    story.joinForBrief();
    camera.shoot(story, "9-new", {"brief"});
  }
  Maya story;
  story.joinForBrief();
  (void)taken(story.addMaterial(*story.dana, test::both("Story frames", "Кадры для истории")));
  taken(story.briefing(*story.dana).issue(story.space, false));
  story.settle();
  taken(story.work(*story.maya).opened());
  taken(story.work(*story.maya).acknowledge());
  auto draft = story.draft("Day 1, day 4, day 7. Same sink, same light, no filter.");
  draft.attachments.push_back(story.picture());
  const auto submission = taken(story.work(*story.maya).submit(draft));
  story.settle();
  story.carryBlob(*story.maya, *story.dana, draft.attachments.front().blob);
  taken(story.reviewing(*story.dana).opened(story.space, submission));
  taken(story.reviewing(*story.dana).approve(story.space, submission));
  story.world.clock->advance(std::chrono::minutes{1});
  story.settle();
  {
    Maya::App app(story);
    app.window->resize(camera.size);
    app.show("feedback");
    app.settle();
    (void)test::press(app.window, "Signed: dana");
    app.settle();
    camera.shootHere(app, "9-seal");
  }
  story.reopenMaya();
  story.moveGoLive();
  camera.shoot(story, "9-dates", {"brief", "brief/BriefChangesPage"});
  story.reopenMaya();
  {
    Maya::App app(story);
    app.window->resize(camera.size);
    app.show("brief/SubmitPage");
    app.settle();
    if (auto* model = test::modelOf<app::SubmitModel>(app.window)) {
      model->setCaption("Three frames.");
      for (const auto& tick : draft.ticks)
        model->tick(app::toQt(tick), true);
      model->send();
    }
    app.settle();
    camera.shootHere(app, "9-refused");
  }
  story.reopenMaya();
  Maya::App app(story, "maya", story.maya, camera.size, test::failingRelay(ErrorCode::RelayIdentityChanged));
  camera.shoot(app, "9-another-relay", {"brief/OutboxPage", "brief"});
}

} // namespace

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle("Basic");
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) {
    std::fputs("screens OUT-DIR [WxH [TEXT-SCALE | video | ways]]\n", stderr);
    return 2;
  }
  const QStringList sides = arguments.value(2, "390x844").split('x');
  const bool videoAlone = arguments.value(3) == "video";
  const Camera camera{arguments.at(1), QSize(sides.value(0).toInt(), sides.value(1).toInt()),
                      std::max(1.0, arguments.value(3).toDouble())};
  if (arguments.value(3) == "ways") {
    shootWays(camera);
    return 0;
  }
  if (videoAlone) {
    shootVideo(camera);
    return 0;
  }
  {
    QTemporaryDir empty;
    Maya::Session::Options options;
    options.directory = empty.path().toStdString() + "/profile";
    options.incarnationDirectory = empty.path().toStdString() + "/state";
    Maya::App app(options, camera.size);
    camera.shoot(app, "0-welcome", {"welcome"});
  }
  Maya story;
  story.readBrief();
  camera.shoot(story, "1-brief", {"brief", "feedback", "timeline", "campaign", "brief/SettingsPage"});
  story.reopenMaya();
  auto draft = story.draft("Day 7, no filter. I still don’t believe the hype, but the dry patch is gone.");
  draft.attachments.push_back(story.picture());
  taken(story.work(*story.maya).keepDraft(story.deliverable, draft));
  camera.shoot(story, "2-submit", {"brief/SubmitPage"});
  story.reopenMaya();
  auto first = taken(story.work(*story.maya).submit(draft));
  camera.shoot(story, "3-sent", {"feedback", "brief/OutboxPage"});
  story.reopenMaya();
  story.settle();
  camera.shoot(story, "4-received", {"brief", "feedback"});
  story.reopenMaya();
  {
    // A second story, in which the hub moves its answers and somebody else takes Maya's questions.
    Maya moved;
    moved.readBrief();
    moved.submit("Day 7, no filter.");
    moved.settle();
    taken(moved.briefing(*moved.dana)
              .announceHubDelay("US", *parseInstant("2027-03-12T22:00:00Z"),
                                *parseInstant("2027-03-15T21:00:00Z"), "A holiday."));
    const crdt::KeyedEntity card{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}};
    taken(replica::Editing(*moved.dana)
              .set({moved.space, card}, {{domain::field::person::contact,
                                          domain::idValue(moved.reading(*moved.svetlana).me().member)}}));
    moved.settle();
    camera.shoot(moved, "4-delayed", {"brief", "feedback"});
  }
  story.carryBlob(*story.maya, *story.dana, draft.attachments.front().blob);
  story.world.clock->advance(std::chrono::hours{26});
  taken(story.reviewing(*story.dana).opened(story.space, first));
  domain::CommentPin words{.kind = domain::CommentPin::Kind::CaptionRange, .from = 7, .to = 16};
  taken(
      story.reviewing(*story.dana).comment(story.space, first, words, "Say which filter. People will ask."));
  domain::CommentPin point{
      .kind = domain::CommentPin::Kind::ImagePoint, .attachment = 0, .x = 6200, .y = 3800};
  taken(
      story.reviewing(*story.dana).comment(story.space, first, point, "Is this the same spot as on day 1?"));
  taken(
      story.reviewing(*story.dana).requestChanges(story.space, first, "Close, one thing is missing: day 1."));
  story.settle();
  camera.shoot(story, "5-changes", {"feedback"});
  story.reopenMaya();
  const auto second = taken(story.work(*story.maya).submit(draft));
  story.settle();
  taken(story.reviewing(*story.dana).opened(story.space, second));
  taken(story.reviewing(*story.dana).approve(story.space, second));
  story.world.clock->advance(std::chrono::minutes{1});
  story.settle();
  camera.shoot(story, "6-approved", {"brief", "feedback", "feedback/GoLivePage"});
  story.reopenMaya();
  story.changeBrief();
  camera.shoot(story, "7-changed", {"brief", "brief/BriefChangesPage", "feedback/GoLivePage"});
  shootVideo(camera);
  return 0;
}
