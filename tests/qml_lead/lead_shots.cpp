// Photographs the leads' pages with the story of lead_story.h: sizes, languages and themes, for judging by
// eye.
//   lead_shots FOLDER [PART-OF-A-NAME [TALL]]     TALL: a phone so high that whole pages are seen
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>

#include <cstdio>

#include "app/main_window.h"
#include "app/qt_convert.h"
#include "app/session_object.h"
#include "app/window_shot/window_shot.h"
#include "core/replica/tensions.h"
#include "tests/qml_lead/lead_story.h"

namespace {

using namespace meridian;

struct Shot {
  const char* name;
  const char* page; // of the table, or opened above it
  QVariantMap properties;
  // Buttons that are pressed first, by their words: a sheet, a refusal. Without Russian ones as many, it is
  // looked at in English alone.
  std::vector<const char*> presses = {}, russianPresses = {};
};

struct Wish {
  QString folder, only; // where to, and a part of the names
  bool tall = false;
};

// Presses the first button with these words in the window, sheets first.
bool press(QQuickItem* below, const QString& words) {
  const auto children = below->childItems();
  for (auto child = children.rbegin(); child != children.rend(); ++child)
    if ((*child)->isVisible() && press(*child, words)) return true;
  if (below->metaObject()->indexOfMethod("press()") < 0 ||
      below->property("text").toString().replace(QChar(0x00A0), u' ') != words)
    return false;
  return QMetaObject::invokeMethod(below, "press");
}

// One that Svetlana has decided, and one that is open.
void goalTensions(test::Story& story) {
  const auto both = test::both;
  replica::Tensions tensions(*story.svetlana, story.campaign);
  const auto decided = test::taken(
      tensions.open({.first = both("The US: growth in month 1", "США: рост в первый месяц"),
                     .second = both("Russia: trust before reach", "Россия: сначала доверие, потом охват"),
                     .why = both("One hero video cannot sell and prove at once.",
                                 "Один ролик не может сразу и продавать, и доказывать."),
                     .markets = {"US", "RU"}}));
  test::taken(tensions.resolve(decided, both("Profitability in month 3 decides between them.",
                                             "Спор решает прибыльность третьего месяца.")));
  test::taken(
      tensions.open({.first = both("A discount code in the hero video", "Промокод в главном ролике"),
                     .second = both("No discount in the first 30 days", "Без скидок в первые 30 дней"),
                     .why = both("Three deliverables wait for the script.", "Сценария ждут три материала."),
                     .markets = {}}));
  for (auto* one : {&story.mila, &story.svetlana, &story.dana})
    one->reset();
}

template <class Story>
int shoot(Story& story, const char* person, const std::vector<Shot>& shots, const Wish& wish) {
  app::SessionObject::Options options;
  options.directory = story.world.options(person).directory;
  options.incarnationDirectory = story.world.options(person).incarnationDirectory;
  options.keyFile = story.world.unlock(person).keyFile;
  options.clock = story.world.clock;
  options.demo = true;
  app::SessionObject session(
      options, {.language = QStringLiteral("en"), .theme = {}, .textScale = 0, .reducedMotion = true});
  app::MainWindow mainWindow(session, QSize(390, 844));
  QQuickWindow* window = mainWindow.window();
  if (window == nullptr) return 1;
  // Untyped functions, so that they can be called with plain values.
  QQmlComponent guide(&mainWindow.engine());
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
  struct Look {
    QSize size;
    double scale;
    const char* name;
  };
  const std::vector<Look> usual{
      {QSize(390, 844), 1, "390"}, {QSize(1280, 800), 1, "1280"}, {QSize(390, 844), 2, "200%"}};
  const std::vector<Look> tall{{QSize(390, 3000), 1, "tall"}, {QSize(1280, 3000), 1, "tall1280"}};
  for (const Look& look : wish.tall ? tall : usual) {
    window->resize(look.size);
    session.preferences()->setTextScale(look.scale);
    static_cast<void>(app::waitUntilSettled(*window));
    for (const auto& language : {QStringLiteral("en"), QStringLiteral("ru")}) {
      session.setLanguage(language);
      session.setContentLanguage(language);
      for (const auto& theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
        if (theme == QStringLiteral("dark") && look.scale > 1) continue;
        session.preferences()->setTheme(theme);
        static_cast<void>(app::waitUntilSettled(*window));
        for (const auto& shot : shots) {
          const QString name = QStringLiteral("%1-%2-%3-%4").arg(shot.name, look.name, language, theme);
          if (!wish.only.isEmpty() && !name.contains(wish.only)) continue;
          const auto& presses = language == QStringLiteral("en") ? shot.presses : shot.russianPresses;
          if (presses.size() != shot.presses.size()) continue;
          const bool opened = QString::fromLatin1(shot.page).endsWith(QStringLiteral("Page"));
          if (opened)
            QMetaObject::invokeMethod(navigation.get(), "open",
                                      Q_ARG(QVariant, QString::fromLatin1(shot.page)),
                                      Q_ARG(QVariant, shot.properties));
          else
            QMetaObject::invokeMethod(navigation.get(), "go",
                                      Q_ARG(QVariant, QString::fromLatin1(shot.page)));
          for (const char* words : presses) {
            static_cast<void>(app::waitUntilSettled(*window));
            if (!press(window->contentItem(), QString::fromUtf8(words)))
              std::fprintf(stderr, "%s: no button “%s”\n", qPrintable(name), words);
          }
          if (!app::shootWindow(*window, wish.folder + u'/' + name + QStringLiteral(".png"),
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
    std::fprintf(stderr, "lead_shots FOLDER [PART-OF-A-NAME [TALL]]\n");
    return 2;
  }
  const Wish wish{QString::fromLocal8Bit(argv[1]), argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString(),
                  argc > 3};
  test::LeadStory story(MERIDIAN_SOURCE_DIR);
  story.close();
  const auto key = [](const auto& id) { return app::toQt(id); };
  const QVariantMap jordan{{"space", key(story.jordan)}, {"submission", key(story.jordansVideo)}};
  const QVariantMap maya{{"space", key(story.maya)}, {"submission", key(story.mayasVideo)}};
  const QVariantMap ben{{"space", key(story.ben)}};
  int ended =
      shoot(story, "Dana Brooks",
            {{"queue", "review", {}},
             {"review", "ReviewPage", maya},
             {"conflict", "ReviewPage", jordan},
             {"changes-sheet", "ReviewPage", maya, {"Request changes"}, {"Запросить правки"}},
             {"launch", "MilestonePage", {{"milestone", key(story.usLaunch)}}},
             {"briefs", "briefs", {}},
             {"brief", "BriefDeskPage", ben},
             {"deliverable-sheet", "BriefDeskPage", ben, {"Add deliverable"}, {"Добавить материал"}},
             {"deliverable-calendar",
              "BriefDeskPage",
              ben,
              {"Add deliverable", "Calendar: Rough cut due"},
              {"Добавить материал", "Календарь: Срок чернового монтажа"}},
             {"outbox", "OutboxPage", {}},
             {"delay-sheet", "ReviewPage", maya, {"Announce delay"}, {"Предупредить о задержке"}},
             {"day-off", "SchedulePage", {}, {"Calendar: Another day off"}, {"Календарь: Ещё один выходной"}},
             {"creators", "creators", {}},
             {"schedule", "SchedulePage", {}},
             {"move-sheet", "SchedulePage", {}, {"Not this day"}, {"Не в этот день"}},
             {"campaign-edit-hub", "CampaignEditPage", {}},
             {"settings", "SettingsPage", {}},
             {"campaigns", "CampaignsPage", {}}},
            wish);
  if (ended != 0) return ended;
  ended = shoot(story, "Svetlana Orlova",
                {{"preflight", "preflight", {}},
                 {"preflight-open", "preflight", {}, {"Show 3"}, {"Показать (3)"}},
                 {"calendar",
                  "MilestonePage",
                  {{"milestone", key(story.usLaunch)}},
                  {"Calendar: Date and time"},
                  {"Календарь: Дата и время"}},
                 {"timeline", "timeline", {}},
                 {"milestones", "MilestonesPage", {}},
                 {"milestone-new", "MilestonePage", {}},
                 {"milestone", "MilestonePage", {{"milestone", key(story.usLaunch)}}},
                 {"campaign-edit", "CampaignEditPage", {{"market", "RU"}}},
                 {"charter-sheet", "CampaignEditPage", {}, {"Add"}, {"Добавить"}},
                 {"campaign", "campaign", {}}},
                wish);
  if (ended != 0) return ended;
  ended = shoot(story, "Maya Collins",
                {{"creator-brief", "brief", {}},
                 {"creator-go-live", "GoLivePage", {}},
                 {"creator-campaigns", "CampaignsPage", {}}},
                wish);
  if (ended != 0) return ended;
  test::Story twice;
  test::issueTwoBriefs(twice);
  ended = shoot(twice, "dana", {{"two-briefs", "review", {}}}, wish);
  if (ended != 0) return ended;
  test::Story pulled;
  goalTensions(pulled);
  ended = shoot(
      pulled, "svetlana",
      {{"tensions", "TensionsPage", {}},
       {"tension-sheet", "TensionsPage", {}, {"Write down a goal tension"}, {"Записать противоречие целей"}},
       {"tension-resolve", "TensionsPage", {}, {"Resolve"}, {"Разрешить"}},
       {"tension-preflight", "preflight", {}}},
      wish);
  if (ended != 0) return ended;
  test::EmptyStory nothing;
  nothing.close();
  ended = shoot(nothing, "Dana Brooks",
                {{"empty-queue", "review", {}},
                 {"empty-briefs", "briefs", {}},
                 {"empty-creators", "creators", {}},
                 {"empty-schedule", "SchedulePage", {}},
                 {"empty-timeline", "timeline", {}}},
                wish);
  if (ended != 0) return ended;
  return shoot(nothing, "Svetlana Orlova",
               {{"empty-preflight", "preflight", {}},
                {"empty-campaign", "campaign", {}},
                {"empty-milestones", "MilestonesPage", {}},
                {"empty-tensions", "TensionsPage", {}},
                {"empty-campaign-edit", "CampaignEditPage", {}}},
               wish);
}
