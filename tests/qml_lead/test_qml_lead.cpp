// The leads' pages, loaded and used with a real replica behind them.
#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest>

#include "app/layout_guard.h"
#include "app/pictures.h"
#include "app/qt_convert.h"
#include "app/session_object.h"
#include "app/view_models/preflight_model.h"
#include "tests/qml_lead/courier.h"
#include "tests/qml_lead/disk.h"
#include "tests/qml_lead/lead_story.h"

namespace {

using namespace meridian;

std::unique_ptr<app::SessionObject> sessionOf(const test::World& world, const char* person) {
  app::SessionObject::Options options;
  options.directory = world.options(person).directory;
  options.incarnationDirectory = world.options(person).incarnationDirectory;
  options.keyFile = world.unlock(person).keyFile;
  options.clock = world.clock;
  options.demo = true;
  auto session = std::make_unique<app::SessionObject>(
      options, app::SessionWishes{
                   .language = QStringLiteral("en"), .theme = {}, .textScale = 0, .reducedMotion = true});
  session->start();
  return session;
}

// A row of Preflight for every place that a fix can be at, owned by Dana.
std::vector<app::RuleRow> everyFix(const test::LeadStory& story) {
  using enum domain::FixPlace;
  app::PreflightAnswer answer;
  replica::PersonView dana;
  dana.member = MemberId{{1}};
  dana.card.name = "Dana Brooks";
  answer.people = {dana};
  answer.me = dana.member;
  for (const auto place : {CampaignPage, Market, Schedule, Brief, Creator, Review, Conflict, Milestone,
                           Deliverable, Person, Tension}) {
    domain::PreflightRow row;
    row.state = domain::RuleState::Blocks;
    row.market = "US";
    row.owner = dana.member;
    row.creatorSpace = story.maya;
    row.fix = place;
    if (place == Review) row.fixTarget = story.mayasVideo;
    if (place == Milestone) row.fixTarget = std::get<OpId>(story.usLaunch.ref());
    answer.rows.push_back(std::move(row));
  }
  return app::ruleRows(answer, domain::RuleState::Blocks, {}, domain::Language::En);
}

} // namespace

class Setup : public QObject {
  Q_OBJECT

 public slots:
  void applicationAvailable() {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    m_layouts = std::make_unique<app::LayoutGuard>();
    m_story = std::make_unique<test::LeadStory>(MERIDIAN_SOURCE_DIR);
    m_story->close();
    m_dana = sessionOf(m_story->world, "Dana Brooks");
    m_svetlana = sessionOf(m_story->world, "Svetlana Orlova");
    m_mila = sessionOf(m_story->world, "Mila Petrović");
    m_courier = std::make_unique<test::Courier>(*m_mila, *m_svetlana);
    m_twoBriefs = std::make_unique<test::Story>();
    test::issueTwoBriefs(*m_twoBriefs);
    m_between = sessionOf(m_twoBriefs->world, "dana");
    m_everyFix.setRows(everyFix(*m_story));
  }
  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    app::addPictureProviders(*engine, *m_dana);
    QQmlContext* context = engine->rootContext();
    context->setContextProperty(QStringLiteral("dana"), m_dana.get());
    context->setContextProperty(QStringLiteral("svetlana"), m_svetlana.get());
    context->setContextProperty(QStringLiteral("mila"), m_mila.get());
    context->setContextProperty(QStringLiteral("courier"), m_courier.get());
    context->setContextProperty(QStringLiteral("disk"), &m_disk);
    context->setContextProperty(QStringLiteral("everyFix"), &m_everyFix);
    context->setContextProperty(QStringLiteral("usLaunch"), app::toQt(m_story->usLaunch));
    context->setContextProperty(QStringLiteral("betweenTwoBriefs"), m_between.get());
    context->setContextProperty(QStringLiteral("maya"), app::toQt(m_story->maya));
    context->setContextProperty(QStringLiteral("mayasVideo"), app::toQt(m_story->mayasVideo));
    context->setContextProperty(QStringLiteral("jordan"), app::toQt(m_story->jordan));
    context->setContextProperty(QStringLiteral("jordansVideo"), app::toQt(m_story->jordansVideo));
    context->setContextProperty(QStringLiteral("ben"), app::toQt(m_story->ben));
  }
  void cleanupTestCase() {
    m_between.reset();
    m_courier.reset();
    m_mila.reset();
    m_svetlana.reset();
    m_dana.reset();
  }

 private:
  std::unique_ptr<app::LayoutGuard> m_layouts;
  std::unique_ptr<test::LeadStory> m_story;
  std::unique_ptr<test::Story> m_twoBriefs;
  std::unique_ptr<app::SessionObject> m_dana, m_svetlana, m_mila, m_between;
  std::unique_ptr<test::Courier> m_courier;
  test::Disk m_disk;
  app::RowModel<app::RuleRow> m_everyFix;
};

QUICK_TEST_MAIN_WITH_SETUP(lead, Setup)
#include "test_qml_lead.moc"
