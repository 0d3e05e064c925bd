// Photographs coming in and the settings, in both languages, at a size of text:
//   profile_shots OUT-DIR [WxH] [PERCENT] [light|dark]
#include <QGuiApplication>
#include <QQuickStyle>

#include <cstdio>

#include "app/session/invitation_file.h"
#include "app/view_models/join_model.h"
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
  QString theme;

  void shoot(Maya::App& app, const QString& name, const QString& page = {}) const {
    for (const char* language : {"en", "ru"}) {
      app.session->setLanguage(language);
      app.session->preferences()->setTheme(theme);
      app.session->preferences()->setTextScale(scale);
      if (!page.isEmpty()) app.show(page);
      QTest::qWait(300);
      const QString file = QString("%1/%2-%3-%4-%5-%6.png")
                               .arg(folder, name, language, theme)
                               .arg(size.width())
                               .arg(qRound(scale * 100));
      if (!app::shootWindow(*app.window, file)) std::fprintf(stderr, "not written: %s\n", qPrintable(file));
    }
  }
};

} // namespace

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle("Basic");
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) {
    std::fputs("profile_shots OUT-DIR [WxH] [PERCENT] [light|dark]\n", stderr);
    return 2;
  }
  const QStringList sides = arguments.value(2, "390x844").split('x');
  const Camera camera{arguments.at(1), QSize(sides.value(0).toInt(), sides.value(1).toInt()),
                      arguments.value(3, "100").toDouble() / 100, arguments.value(4, "light")};

  Maya story;
  story.writeBrief();
  taken(story.briefing(*story.dana).issue(story.space, false));
  const auto invitation = story.invitationForMaya();
  const auto file = story.world.root() / "maya.meridian";
  taken(app::writeInvitationFile(*story.dana, invitation, file));
  const auto options = [&](const char* name, bool keyFile) {
    Maya::Session::Options made;
    made.directory = story.world.root() / name;
    if (keyFile) made.keyFile = story.world.root() / (std::string(name) + ".key");
    made.incarnationDirectory = story.world.root() / "state";
    made.clock = story.world.clock;
    made.keychain = !keyFile;
    made.keychainPatience = std::chrono::seconds{1};
    return made;
  };
  {
    Maya::App app(options("new", false), camera.size);
    camera.shoot(app, "1-welcome", "welcome");
    camera.shoot(app, "2-create", "welcome/CreateProfilePage");
    camera.shoot(app, "3-join", "welcome/JoinPage");
    auto* join = test::modelOf<app::JoinModel>(app.window);
    join->readFile(QUrl::fromLocalFile(QString::fromStdString(file.string())));
    QTest::qWait(500);
    camera.shoot(app, "4-before");
  }
  {
    auto waiting = options("waiting", true);
    auto maya = story.world.person("waiting", "America/Los_Angeles", domain::Language::En);
    taken(replica::Access::join(*maya, invitation));
    maya.reset();
    Maya::App app(waiting, camera.size);
    camera.shoot(app, "5-waiting");
  }
  {
    auto locked = options("locked", false);
    replica::Unlock unlock, key;
    unlock.passphrase = "amber kitten orbit velvet noon";
    taken(replica::Replica::create({.directory = locked.directory,
                                    .incarnationDirectory = locked.incarnationDirectory,
                                    .clock = locked.clock,
                                    .random = {},
                                    .sqlite = {}},
                                   unlock, {.name = "Maya Collins", .zone = "America/Los_Angeles"}));
    key.with = replica::Unlock::With::RawKey;
    key.rawKey = SecretBytes::copyOf(Bytes(32, 7));
    taken(replica::addUnlock(locked.directory, unlock, key));
    Maya::App app(locked, camera.size);
    QTest::qWait(1500);
    camera.shoot(app, "6-locked-due");
    app.session->unlock("wrong words here");
    app.settle();
    camera.shoot(app, "7-locked-wrong");
    app.session->unlock("amber kitten orbit velvet noon");
    app.settle();
  }
  {
    qputenv("TZ", "Europe/Moscow");
    auto mila = options("mila", true);
    story.mila.reset();
    Maya::App app(mila, camera.size);
    camera.shoot(app, "8-settings", "preflight/SettingsPage");
    qputenv("TZ", "UTC");
  }
  {
    auto dana = options("dana", true);
    story.dana.reset();
    Maya::App app(dana, camera.size);
    app.show("creators");
    test::pressRow(app.window, "Invite: ");
    QTest::qWait(300);
    camera.shoot(app, "9-invite");
    test::press(app.window, QCoreApplication::translate("InviteSheet", "Make invitation", "Button"));
    QTest::qWait(600);
    camera.shoot(app, "A-invited");
  }
  return 0;
}
