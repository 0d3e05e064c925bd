#include "app/view_models/kept_text.h"

#include "app/qt_convert.h"

namespace meridian::app {

KeptText::KeptText(QObject* parent) : ViewModel(parent) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &KeptText::keep);
}

KeptText::~KeptText() { keep(); }

std::string KeptText::setting() const {
  return "typed/" + session()->campaign().hex() + "/" + fromQt(m_name);
}

void KeptText::setName(const QString& name) {
  if (name == m_name) return;
  keep();
  m_name = name;
  m_read = false;
  setText({});
  emit nameChanged();
  refreshSoon();
}

void KeptText::refresh() {
  if (m_read || m_name.isEmpty() || !session()->hasCampaign()) return;
  m_read = true;
  readTyped(setting(), [this, asked = m_name](const std::string& text) {
    if (asked != m_name || m_pause.isActive() || !m_text.isEmpty()) return;
    m_setting = setting();
    setText(toQt(text));
  });
}

void KeptText::type(const QString& text) {
  if (text == m_text) return;
  m_read = true;
  setText(text);
  if (session() == nullptr || m_name.isEmpty() || !session()->hasCampaign()) return;
  m_setting = setting();
  m_pause.start();
}

void KeptText::forget() {
  type({});
  keep();
}

void KeptText::keep() {
  // What was refused is tried again.
  if (!m_pause.isActive() && problem().isEmpty()) return;
  m_pause.stop();
  keepTyped(m_setting, fromQt(m_text));
}

void KeptText::setText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  emit textChanged();
}

} // namespace meridian::app
