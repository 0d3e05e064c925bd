// Says when nobody has touched the program for a while. Time asleep counts: a laptop that wakes up the next
// morning is locked before anybody looks at it.
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>

namespace meridian::app {

class AutoLock final : public QObject {
  Q_OBJECT

 public:
  explicit AutoLock(QObject* parent = nullptr);

  // Zero: never. Counts from now.
  void setAfter(std::chrono::milliseconds idle);

 signals:
  void due();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void look();

  std::chrono::milliseconds m_idle{0};
  std::chrono::nanoseconds m_touched{0};
  QTimer m_timer;
};

} // namespace meridian::app
