// What a person reads, hears and presses on a window.
#pragma once

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QtTest>

#include <algorithm>

namespace meridian::test {

inline QString nameOf(QObject* object) {
  QAccessibleInterface* node = QAccessible::queryAccessibleInterface(object);
  return node == nullptr ? QString() : node->text(QAccessible::Name).replace(QChar(0x00A0), ' ');
}

// Every visible item below `root`.
inline void collect(QQuickItem* root, QList<QQuickItem*>& items) {
  if (!root->isVisible()) return;
  items << root;
  for (QQuickItem* child : root->childItems())
    collect(child, items);
}

inline QList<QQuickItem*> visibleItems(QQuickWindow* window) {
  QList<QQuickItem*> items;
  collect(window->contentItem(), items);
  return items;
}

// What a person reads or hears on the window now.
inline QStringList words(QQuickWindow* window) {
  QStringList found;
  for (QQuickItem* item : visibleItems(window)) {
    const QString name = nameOf(item);
    if (!name.isEmpty()) found << name;
    const QString text = item->property("text").toString().replace(QChar(0x00A0), ' ');
    if (!text.isEmpty() && !found.contains(text)) found << text;
  }
  return found;
}

inline bool reads(QQuickWindow* window, QString part) {
  part.replace(QChar(0x00A0), ' ');
  const QStringList all = words(window);
  return std::any_of(all.begin(), all.end(), [&](const QString& one) { return one.contains(part); });
}

inline QQuickItem* named(QQuickWindow* window, const QString& name) {
  for (QQuickItem* item : visibleItems(window))
    if (nameOf(item) == name) return item;
  return nullptr;
}

inline QQuickItem* pressable(QQuickWindow* window, const QString& name) {
  for (QQuickItem* item : visibleItems(window))
    if (nameOf(item) == name && item->metaObject()->indexOfMethod("press()") >= 0) return item;
  return nullptr;
}
inline bool press(QQuickWindow* window, const QString& name) {
  QQuickItem* item = pressable(window, name);
  return item != nullptr && QMetaObject::invokeMethod(item, "press");
}

// The same for a row, whose name goes on with its state.
inline bool pressRow(QQuickWindow* window, const QString& begin) {
  for (QQuickItem* item : visibleItems(window)) {
    if (!nameOf(item).startsWith(begin) || item->metaObject()->indexOfMethod("press()") < 0) continue;
    return QMetaObject::invokeMethod(item, "press");
  }
  return false;
}

// Qt Quick 6.4 keeps the name of a field with hidden text to itself (QQuickAccessibleAttached::name).
inline bool isPassword(QObject* object) {
  QAccessibleInterface* node = QAccessible::queryAccessibleInterface(object);
  return node != nullptr && node->state().passwordEdit;
}

// Once round with the Tab key, as far as it goes.
struct TabWalk {
  int stops = 0;
  QString nameless; // the first stop that a screen reader could not tell
};
inline TabWalk walkWithTab(QQuickWindow* window) {
  TabWalk walk;
  QSet<QObject*> met;
  for (int i = 0; i < 300; ++i) {
    QTest::keyClick(window, Qt::Key_Tab);
    QQuickItem* stop = window->activeFocusItem();
    if (stop == nullptr || stop == window->contentItem() || met.contains(stop)) break;
    met.insert(stop);
    ++walk.stops;
    if (walk.nameless.isEmpty() && nameOf(stop).isEmpty() && !isPassword(stop))
      walk.nameless = QDebug::toString(stop) + " has no name";
  }
  return walk;
}

// A model that a page on the window made for itself.
template <class Model>
Model* modelOf(QQuickWindow* window) {
  for (QQuickItem* item : visibleItems(window))
    if (auto* found = item->findChild<Model*>(QString(), Qt::FindDirectChildrenOnly)) return found;
  return nullptr;
}

// Words that are cut off, or stand beyond the sides of the window; of the sheet alone while there is one.
inline QStringList lostWords(QQuickWindow* window) {
  QList<QQuickItem*> items = visibleItems(window);
  for (QQuickItem* item : visibleItems(window))
    if (item->inherits("QQuickPopupItem")) {
      items.clear();
      collect(item, items);
    }
  QStringList lost;
  for (QQuickItem* item : items) {
    const QString text = item->property("text").toString();
    if (text.isEmpty() || !item->property("truncated").isValid()) continue;
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const bool cut = item->property("truncated").toBool() ||
                     item->property("contentWidth").toReal() > item->width() + 1 ||
                     item->property("contentHeight").toReal() > item->height() + 1;
    if (cut || place.left() < -1 || place.right() > window->width() + 1) lost << text;
  }
  return lost;
}

inline QQuickItem* fieldOf(QQuickWindow* window, const QString& label) {
  for (QQuickItem* item : visibleItems(window))
    if (item->property("label").toString() == label && item->metaObject()->indexOfMethod("focusField()") >= 0)
      return item;
  return nullptr;
}

// Types into the field with that label, as a keyboard does.
inline bool write(QQuickWindow* window, const QString& label, const QString& text) {
  QQuickItem* field = fieldOf(window, label);
  if (field == nullptr) return false;
  QMetaObject::invokeMethod(field, "focusField");
  for (const QChar letter : text)
    QTest::keyClick(window, letter.toLatin1());
  return field->property("text").toString() == text;
}

// What stands in the field with that label.
inline QString written(QQuickWindow* window, const QString& label) {
  const QQuickItem* field = fieldOf(window, label);
  return field == nullptr ? QStringLiteral("there is no such field") : field->property("text").toString();
}

} // namespace meridian::test

#define READS(part)                                                                                          \
  QTRY_VERIFY2(meridian::test::reads(app.window, part),                                                      \
               qPrintable(meridian::test::words(app.window).join("\n")))
