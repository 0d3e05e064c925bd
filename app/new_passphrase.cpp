#include "app/new_passphrase.h"

#include "app/qt_convert.h"
#include "core/replica/passphrase.h"

namespace meridian::app {

void NewPassphrase::setTyped(const QString& typed) {
  if (typed == m_typed) return;
  m_typed = typed;
  emit typedChanged();
}

bool NewPassphrase::fits() const { return replica::newPassphrase(fromQt(m_typed)).has_value(); }

} // namespace meridian::app
