#include "app/view_models/kept_text.h"

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
  if (m_name.isEmpty() || home().isZero()) return;
  const std::string setting = settingOf(m_name);
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

void KeptText::give() { m_given.insert_or_assign(m_setting, m_text); }

void KeptText::forget(const QString& name) {
  std::string setting = name.isEmpty() ? m_setting : settingOf(name);
  if (name.isEmpty() && !m_given.contains(setting) && m_given.size() == 1) setting = m_given.begin()->first;
  const auto given = m_given.extract(setting);
  if (!given) return;
  if (setting != m_setting) return forgetTyped(setting, fromQt(given.mapped()));
  if (given.mapped() != m_text) return;
  type({});
  keep();
}

std::string KeptText::settingOf(const QString& name) const {
  return "typed/" + home().hex() + "/" + fromQt(name);
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
