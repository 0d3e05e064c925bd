// What happens to the profile of an open session: its disk takes no writes, or its thread stands still.
#pragma once

#include <QObject>

#include <future>

#include "tests/qml/read_only.h"

namespace meridian::test {

class Disk : public QObject {
  Q_OBJECT

 public:
  Q_INVOKABLE void setReadOnly(meridian::app::SessionObject* session, bool readOnly) {
    makeReadOnly(*session, readOnly);
  }
  // Until release(), what is asked of it waits in order.
  Q_INVOKABLE void hold(meridian::app::SessionObject* session) {
    m_held = std::make_shared<std::promise<void>>();
    session->core().post([held = m_held] { held->get_future().wait(); });
  }
  Q_INVOKABLE void release() { m_held->set_value(); }

 private:
  std::shared_ptr<std::promise<void>> m_held;
};

} // namespace meridian::test
