// Which keyboard layout is in use and whether Caps Lock is on, for the passphrase field: a Russian layout is
// the commonest wrong passphrase. On X11 it is known before the first letter; elsewhere the letters typed
// tell it, and until then nothing is claimed.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <optional>

namespace meridian::app {

struct KeyboardState {
  QString layout; // "EN", "RU", "DE" …; empty: not known
  bool capsLock = false;
  bool operator==(const KeyboardState&) const = default;
};

class Keyboard : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString layout READ layout NOTIFY changed)
  Q_PROPERTY(bool capsLock READ capsLock NOTIFY changed)
  // While the field has the focus.
  Q_PROPERTY(bool watching READ watching WRITE setWatching NOTIFY changed)

 public:
  explicit Keyboard(QObject* parent = nullptr);
  [[nodiscard]] QString layout() const { return m_state.layout; }
  [[nodiscard]] bool capsLock() const { return m_state.capsLock; }
  [[nodiscard]] bool watching() const { return m_timer.isActive(); }
  void setWatching(bool watching);
  // A key gave this text; what is no letter tells nothing.
  Q_INVOKABLE void typed(const QString& text, bool shift);

  // As the X server says it; nothing under any other window system.
  [[nodiscard]] static std::optional<KeyboardState> ofX11();
  // “EN” for an XKB layout of the English-speaking world, otherwise its code in capitals.
  [[nodiscard]] static QString layoutText(const QString& xkbLayout);

 signals:
  void changed();

 private:
  void look();
  void set(const KeyboardState& state);

  KeyboardState m_state;
  std::optional<KeyboardState> m_asked; // the server's last answer
  QTimer m_timer;
};

} // namespace meridian::app
