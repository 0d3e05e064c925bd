// The window of a session, with the QML engine behind it.
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include "app/layout_guard.h"
#include "app/session_object.h"

namespace meridian::app {

class MainWindow {
 public:
  // Loads the window; it is not shown yet. The session outlives it.
  MainWindow(SessionObject& session, QSize size);

  // nullptr if Main.qml could not be loaded; Qt has said why on standard error.
  [[nodiscard]] QQuickWindow* window() const { return m_window; }
  [[nodiscard]] QQmlEngine& engine() { return m_engine; }

 private:
  LayoutGuard m_layouts;
  QQmlApplicationEngine m_engine;
  QQuickWindow* m_window = nullptr;
};

} // namespace meridian::app
