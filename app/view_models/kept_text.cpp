#include "app/view_models/kept_text.h"

#include "app/qt_convert.h"

namespace meridian::app {

std::string KeptText::setting() const {
  return "typed/" + session()->campaign().hex() + "/" + fromQt(m_name);
}

void KeptText::setName(const QString& name) {
  if (name == m_name) return;
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
    if (asked == m_name && m_text.isEmpty()) setText(toQt(text));
  });
}

void KeptText::keep(const QString& text) {
  if (session() == nullptr || m_name.isEmpty() || text == m_text) return;
  keepTyped(setting(), fromQt(text));
  setText(text);
}

void KeptText::setText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  emit textChanged();
}

} // namespace meridian::app
