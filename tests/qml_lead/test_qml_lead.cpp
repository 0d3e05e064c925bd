// The leads' pages, loaded and used with a real replica behind them.
#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest>

#include "app/pictures.h"
#include "app/qt_convert.h"
#include "app/session_object.h"
#include "tests/qml_lead/lead_story.h"

namespace {

using namespace meridian;

std::unique_ptr<app::SessionObject> sessionOf(const test::LeadStory& story, const char* person) {
  app::SessionObject::Options options;
  options.directory = story.world.options(person).directory;
  options.incarnationDirectory = story.world.options(person).incarnationDirectory;
  options.keyFile = story.world.unlock(person).keyFile;
  options.clock = story.world.clock;
  options.demo = true;
  auto session = std::make_unique<app::SessionObject>(
      options, app::SessionWishes{
                   .language = QStringLiteral("en"), .theme = {}, .textScale = 0, .reducedMotion = true});
  session->start();
  return session;
}

} // namespace

class Setup : public QObject {
  Q_OBJECT

 public slots:
  void applicationAvailable() {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    m_story = std::make_unique<test::LeadStory>(MERIDIAN_SOURCE_DIR);
    m_story->close();
    m_dana = sessionOf(*m_story, "Dana Brooks");
    m_svetlana = sessionOf(*m_story, "Svetlana Orlova");
  }
  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    app::addPictureProviders(*engine, *m_dana);
    QQmlContext* context = engine->rootContext();
    context->setContextProperty(QStringLiteral("dana"), m_dana.get());
    context->setContextProperty(QStringLiteral("svetlana"), m_svetlana.get());
    context->setContextProperty(QStringLiteral("maya"), app::toQt(m_story->maya));
    context->setContextProperty(QStringLiteral("mayasVideo"), app::toQt(m_story->mayasVideo));
    context->setContextProperty(QStringLiteral("jordan"), app::toQt(m_story->jordan));
    context->setContextProperty(QStringLiteral("jordansVideo"), app::toQt(m_story->jordansVideo));
    context->setContextProperty(QStringLiteral("ben"), app::toQt(m_story->ben));
  }
  void cleanupTestCase() {
    m_svetlana.reset();
    m_dana.reset();
  }

 private:
  std::unique_ptr<test::LeadStory> m_story;
  std::unique_ptr<app::SessionObject> m_dana, m_svetlana;
};

QUICK_TEST_MAIN_WITH_SETUP(lead, Setup)
#include "test_qml_lead.moc"
