// A way around a crash of Qt 6.4: a layout goes on pointing at a child that was taken away until it is
// polished, and reads it if something resizes it before that, as a Card does whose outer layout is polished
// first. By then a view's old rows are deleted. With this guard on the application they are deleted only
// after every layout has looked at its children again.
#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <vector>

namespace meridian::app {

// Lives on the GUI thread, from before the first window until after the last. Installs itself.
class LayoutGuard final : public QObject {
  Q_OBJECT

 public:
  LayoutGuard();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void settle();

  std::vector<QPointer<QQuickItem>> m_gone; // taken out of sight, to be deleted
};

} // namespace meridian::app
