// What tests/bench/measure.py asks of the real program (`--measure SECONDS`): when there was something to
// see, and for how long the window's thread was kept from its event loop, and by what.
#pragma once

#include <QElapsedTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QQuickWindow>

#include <map>

namespace meridian::app {

class SessionObject;

// The application, which can time the events that it hands on. Costs nothing until it is asked to.
class TimedApplication final : public QGuiApplication {
  Q_OBJECT

 public:
  using QGuiApplication::QGuiApplication;
  bool notify(QObject* receiver, QEvent* event) override;

  // Says on standard output, a line each: first-frame, when the window was first painted; opened-frame, when
  // it was first painted with an open profile; and after `seconds` more, as JSON, the longest event of each
  // type while starting and since. Then it leaves.
  //
  // Of each, how long it took, and how long of that the thread stood still: for the disk, a lock or the core.
  //
  // MetaCall is what the core thread's answers and all other calls between threads take, with everything that
  // QML does in consequence; UpdateRequest and Expose are painting.
  void measure(QQuickWindow& window, const SessionObject& session, int seconds);

 private:
  struct Longest {
    double ms = 0, waitedMs = 0;  // of any one
    int count = 0, overFrame = 0; // … that took longer than a frame
  };
  using Types = std::map<QEvent::Type, Longest>;
  static QByteArray json(const Types& types);

  bool m_timing = false;
  int m_depth = 0; // an event may cause others at once
  Types m_starting, m_since;
  bool m_opened = false, m_started = false;
};

} // namespace meridian::app
