// Photographs every page that this profile has, in both languages, for the README and for judging by eye.
#pragma once

#include <QQuickWindow>
#include <QString>

#include "app/session_object.h"

namespace meridian::app {

// Waits until the profile is open, locked or known to be missing, then visits each main page, the pages and
// sheets above it, in both languages, light and dark, and writes FOLDER/PAGE-LANGUAGE-THEME-WIDTH.png. A page
// about one thing is shown for one thing of each state (ReviewPage, ReviewPage2 …). Returns what the program
// ends with: 0, or 1 with a line on standard error if the profile did not open or a picture could not be
// taken.
[[nodiscard]] int playStory(QQuickWindow& window, SessionObject& session, const QString& folder);

} // namespace meridian::app
