// Photographs the leads' pages with the story of lead_story.h: sizes, languages and themes, for judging by
// eye.
//   lead_shots FOLDER [PART-OF-A-NAME]
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickStyle>
#include <QQuickWindow>

#include <cstdio>

#include "app/pictures.h"
#include "app/qt_convert.h"
#include "app/session_object.h"
#include "app/window_shot/window_shot.h"
#include "tests/qml_lead/lead_story.h"

namespace {

using namespace meridian;

struct Shot {
  const char* name;
  const char* page; // of the table, or opened above it
  QVariantMap properties;
};

int shoot(test::LeadStory& story, const char* person, const std::vector<Shot>& shots, const QString& folder,
          const QString& only) {
  app::SessionObject::Options options;
  options.directory = story.world.options(person).directory;
  options.incarnationDirectory = story.world.options(person).incarnationDirectory;
  options.keyFile = story.world.unlock(person).keyFile;
  options.clock = story.world.clock;
  options.demo = true;
  app::SessionObject session(
      options, {.language = QStringLiteral("en"), .theme = {}, .textScale = 0, .reducedMotion = true});
  QQmlApplicationEngine engine;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  app::addPictureProviders(engine, session);
  QObject::connect(&session, &app::SessionObject::translationChanged, &engine, &QQmlEngine::retranslate);
  engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)},
                               {QStringLiteral("width"), 390},
                               {QStringLiteral("height"), 844}});
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Meridian/Main.qml")));
  if (engine.rootObjects().isEmpty()) return 1;
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  // Untyped functions, so that they can be called with plain values.
  QQmlComponent guide(&engine);
  guide.setData("import QtQuick\nimport Meridian.Navigation\nQtObject {\n"
                "  function go(key) { Navigation.goTo(key); }\n"
                "  function open(page, properties) { Navigation.open(page, properties); }\n"
                "  function back() { Navigation.back(); }\n}\n",
                QUrl());
  const std::unique_ptr<QObject> navigation(guide.create());
  if (!navigation) {
    std::fprintf(stderr, "%s\n", qPrintable(guide.errorString()));
    return 1;
  }
  session.start();
  window->show();
  for (const QSize size : {QSize(390, 844), QSize(1280, 800)}) {
    window->resize(size);
    static_cast<void>(app::waitUntilSettled(*window));
    for (const auto& language : {QStringLiteral("en"), QStringLiteral("ru")}) {
      session.setLanguage(language);
      session.setContentLanguage(language);
      for (const auto& theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
        // Dark is looked at once, in the language with the longer words.
        if (theme == QStringLiteral("dark") && language == QStringLiteral("en")) continue;
        session.preferences()->setTheme(theme);
        static_cast<void>(app::waitUntilSettled(*window));
        for (const auto& shot : shots) {
          const QString name =
              QStringLiteral("%1-%2-%3-%4").arg(shot.name).arg(size.width()).arg(language, theme);
          if (!only.isEmpty() && !name.contains(only)) continue;
          const bool opened = QString::fromLatin1(shot.page).endsWith(QStringLiteral("Page"));
          if (opened)
            QMetaObject::invokeMethod(navigation.get(), "open",
                                      Q_ARG(QVariant, QString::fromLatin1(shot.page)),
                                      Q_ARG(QVariant, shot.properties));
          else
            QMetaObject::invokeMethod(navigation.get(), "go",
                                      Q_ARG(QVariant, QString::fromLatin1(shot.page)));
          if (!app::shootWindow(*window, folder + u'/' + name + QStringLiteral(".png"),
                                {std::chrono::milliseconds{700}, std::chrono::seconds{8}}))
            return 1;
          if (opened) QMetaObject::invokeMethod(navigation.get(), "back");
        }
      }
    }
  }
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  if (argc < 2) {
    std::fprintf(stderr, "lead_shots FOLDER [PART-OF-A-NAME]\n");
    return 2;
  }
  const QString folder = QString::fromLocal8Bit(argv[1]),
                only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
  test::LeadStory story(MERIDIAN_SOURCE_DIR);
  story.close();
  const auto key = [](const auto& id) { return app::toQt(id); };
  const QVariantMap jordan{{"space", key(story.jordan)}, {"submission", key(story.jordansVideo)}};
  const QVariantMap maya{{"space", key(story.maya)}, {"submission", key(story.mayasVideo)}};
  const int ended = shoot(story, "Dana Brooks",
                          {{"queue", "review", {}},
                           {"review", "ReviewPage", maya},
                           {"conflict", "ReviewPage", jordan},
                           {"briefs", "briefs", {}},
                           {"brief", "BriefDeskPage", {{"space", key(story.ben)}}},
                           {"creators", "creators", {}},
                           {"schedule", "SchedulePage", {}}},
                          folder, only);
  if (ended != 0) return ended;
  return shoot(story, "Svetlana Orlova",
               {{"preflight", "preflight", {}},
                {"campaign-edit", "CampaignEditPage", {}},
                {"campaign", "campaign", {}}},
               folder, only);
}
