// A form being written, as a text for the device to keep until the next opening: what was typed, and what the
// form showed when it was taken, so that only what was typed is ever saved.
#pragma once

#include <QMetaObject>

#include <string>

namespace meridian::app {

[[nodiscard]] std::string draftText(const QMetaObject& type, const void* typed, const void* taken);
// False for a text that is no draft of this kind; nothing is changed then.
[[nodiscard]] bool readDraft(const std::string& text, const QMetaObject& type, void* typed, void* taken);

template <class Draft>
[[nodiscard]] std::string draftText(const Draft& typed, const Draft& taken) {
  return draftText(Draft::staticMetaObject, &typed, &taken);
}
template <class Draft>
[[nodiscard]] bool readDraft(const std::string& text, Draft& typed, Draft& taken) {
  return readDraft(text, Draft::staticMetaObject, &typed, &taken);
}

} // namespace meridian::app
