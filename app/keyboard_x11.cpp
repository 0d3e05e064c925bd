// The X server's answer, alone in its file: Xlib's macros take common words.
#include <QGuiApplication>
#include <QStringList>

#include "app/keyboard.h"

#if defined(MERIDIAN_X11) && QT_CONFIG(xcb)

#include <QtGui/qguiapplication_platform.h>

#include <X11/XKBlib.h>
#include <X11/Xatom.h>

namespace meridian::app {

namespace {

// "evdev\0pc105\0us,ru\0,\0…": rules, model, layouts by group.
QStringList layoutsByGroup(Display* display) {
  const Atom property = XInternAtom(display, "_XKB_RULES_NAMES", True);
  if (property == 0) return {};
  Atom type = 0;
  int bits = 0;
  unsigned long count = 0, rest = 0;
  unsigned char* bytes = nullptr;
  constexpr long wordsMax = 256;
  if (XGetWindowProperty(display, DefaultRootWindow(display), property, 0, wordsMax, False, XA_STRING, &type,
                         &bits, &count, &rest, &bytes) != 0 ||
      bytes == nullptr)
    return {};
  const QByteArray names(reinterpret_cast<const char*>(bytes), bits == 8 ? static_cast<int>(count) : 0);
  XFree(bytes);
  const auto parts = names.split('\0');
  return parts.size() > 2 ? QString::fromLatin1(parts.at(2)).split(u',') : QStringList();
}

} // namespace

std::optional<KeyboardState> Keyboard::ofX11() {
  const auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance());
  auto* x11 = application ? application->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
  Display* display = x11 != nullptr ? x11->display() : nullptr;
  XkbStateRec state{};
  if (display == nullptr || XkbGetState(display, XkbUseCoreKbd, &state) != 0) return std::nullopt;
  KeyboardState found;
  const QStringList layouts = layoutsByGroup(display);
  if (state.group < layouts.size()) found.layout = layoutText(layouts.at(state.group));
  found.capsLock = (state.locked_mods & LockMask) != 0;
  return found;
}

} // namespace meridian::app

#else

namespace meridian::app {

std::optional<KeyboardState> Keyboard::ofX11() { return std::nullopt; }

} // namespace meridian::app

#endif
