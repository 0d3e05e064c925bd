#include "app/view_models/kept_text.h"

#include <utility>

#include "app/qt_convert.h"

namespace meridian::app {

KeptText::KeptText(QObject* parent) : ViewModel(parent) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &KeptText::keep);
}

KeptText::~KeptText() { keep(); }

void KeptText::setName(const QString& name) {
  if (name == m_name) return;
  m_name = name;
  emit nameChanged();
  if (session() != nullptr) refresh();
}

void KeptText::refresh() {
  if (m_name.isEmpty() || !session()->hasCampaign()) return;
  const std::string setting = "typed/" + session()->campaign().hex() + "/" + fromQt(m_name);
  if (setting == m_setting) return;
  keep();
  m_setting = setting;
  dismissProblem();
  setText({});
  readTyped(setting, [this, setting](const std::string& text) {
    // What was typed since is not overwritten.
    if (setting != m_setting || m_unkept || !m_text.isEmpty()) return;
    setText(toQt(text));
    if (!problem().isEmpty()) m_pause.start();
  });
}

void KeptText::type(const QString& text) {
  if (text == m_text) return;
  setText(text);
  if (m_setting.empty()) return;
  m_unkept = true;
  m_pause.start();
}

void KeptText::give() { m_given = Given{m_setting, m_text}; }

void KeptText::forget() {
  const auto given = std::exchange(m_given, std::nullopt);
  if (!given) return;
  if (given->setting != m_setting) return forgetTyped(given->setting);
  if (given->text != m_text) return;
  type({});
  keep();
}

void KeptText::keep() {
  // What was refused is tried again.
  if (!m_unkept && problem().isEmpty()) return;
  m_unkept = false;
  m_pause.stop();
  keepTyped(m_setting, fromQt(m_text));
}

void KeptText::setText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  emit textChanged();
}

} // namespace meridian::app
