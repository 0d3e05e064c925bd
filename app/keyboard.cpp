#include "app/keyboard.h"

namespace meridian::app {

using namespace std::chrono_literals;

Keyboard::Keyboard(QObject* parent) : QObject(parent) {
  // The layout changes without a key that the field would see.
  m_timer.setInterval(250ms);
  connect(&m_timer, &QTimer::timeout, this, &Keyboard::look);
}

void Keyboard::setWatching(bool watching) {
  if (watching == m_timer.isActive()) return;
  if (watching)
    m_timer.start();
  else
    m_timer.stop();
  look();
  emit changed();
}

void Keyboard::look() {
  const auto now = ofX11();
  // Letters that were typed since know better (an input method is above the server's layout).
  if (!now || now == m_asked) return;
  m_asked = now;
  set(*now);
}

void Keyboard::typed(const QString& text, bool shift) {
  look();
  if (text.size() != 1 || !text.at(0).isLetter()) return;
  const QChar letter = text.at(0);
  KeyboardState state = m_state;
  const bool cyrillic = letter.script() == QChar::Script_Cyrillic;
  if (cyrillic && state.layout != QStringLiteral("RU") && state.layout != QStringLiteral("UA"))
    state.layout = QStringLiteral("RU");
  else if (letter.script() == QChar::Script_Latin &&
           (state.layout.isEmpty() || state.layout == QStringLiteral("RU")))
    state.layout = QStringLiteral("EN");
  // A capital without Shift, or a small letter with it.
  if (!m_asked && letter.isUpper() != letter.isLower()) state.capsLock = letter.isUpper() != shift;
  set(state);
}

void Keyboard::set(const KeyboardState& state) {
  if (state == m_state) return;
  m_state = state;
  emit changed();
}

QString Keyboard::layoutText(const QString& xkbLayout) {
  static const QStringList english{QStringLiteral("us"), QStringLiteral("gb"), QStringLiteral("au"),
                                   QStringLiteral("nz"), QStringLiteral("ie"), QStringLiteral("za")};
  return english.contains(xkbLayout) ? QStringLiteral("EN") : xkbLayout.toUpper();
}

} // namespace meridian::app
