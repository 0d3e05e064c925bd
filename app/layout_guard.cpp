#include "app/layout_guard.h"

#include <QEvent>
#include <QGuiApplication>
#include <QQuickWindow>

#include <utility>

namespace meridian::app {

namespace {

// Inner layouts first, so that none is resized by one around it before its own turn.
void polishFromInside(QQuickItem* item) {
  const auto children = item->childItems();
  for (QQuickItem* child : children)
    polishFromInside(child);
  if (item->inherits("QQuickLayout")) item->ensurePolished();
}

} // namespace

LayoutGuard::LayoutGuard() { QCoreApplication::instance()->installEventFilter(this); }

bool LayoutGuard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::DeferredDelete) return false;
  auto* item = qobject_cast<QQuickItem*>(watched);
  if (item == nullptr) return false;
  // Layouts are to forget it while it still exists.
  item->setParentItem(nullptr);
  if (m_gone.empty()) QMetaObject::invokeMethod(this, &LayoutGuard::settle, Qt::QueuedConnection);
  m_gone.emplace_back(item);
  return true;
}

void LayoutGuard::settle() {
  const auto gone = std::exchange(m_gone, {});
  for (QWindow* one : QGuiApplication::topLevelWindows())
    if (auto* window = qobject_cast<QQuickWindow*>(one)) polishFromInside(window->contentItem());
  for (const auto& item : gone)
    delete item.data();
}

} // namespace meridian::app
