#include "app/main_window.h"

#include "app/pictures.h"

namespace meridian::app {

MainWindow::MainWindow(SessionObject& session, QSize size) {
  addPictureProviders(m_engine, session);
  m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  QObject::connect(&session, &SessionObject::translationChanged, &m_engine, &QQmlEngine::retranslate);
  m_engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)},
                                 {QStringLiteral("width"), size.width()},
                                 {QStringLiteral("height"), size.height()}});
  m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Meridian/Main.qml")));
  if (!m_engine.rootObjects().isEmpty())
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
}

} // namespace meridian::app
