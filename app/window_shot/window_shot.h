// A picture of a window once it stands still, for screenshots and for the app without a display.
#pragma once

#include <QString>

#include <chrono>

class QQuickWindow;

namespace meridian::app {

// How long no frame may have been drawn for a window to count as settled, and how long to wait at most.
struct SettleTimes {
  std::chrono::milliseconds quiet{200};
  std::chrono::milliseconds limit{5000};
};

// Runs the event loop until the window has drawn and then stood still. GUI thread only. False if it was
// not exposed within the limit; a window that never rests (an endless animation) is settled at the limit.
[[nodiscard]] bool waitUntilSettled(QQuickWindow& window, SettleTimes times = {});

// Writes the settled window to a PNG file, making the file's folder if needed. False if the window never
// showed, drew nothing, or the file cannot be written.
[[nodiscard]] bool shootWindow(QQuickWindow& window, const QString& file, SettleTimes times = {});

} // namespace meridian::app
