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
  // How many rows were ever written, once what was asked before is done.
  Q_INVOKABLE int
  writes(meridian::app::SessionObject* session) { // NOLINT(readability-convert-member-functions-to-static)
    std::promise<int> count;
    session->core().post([&] {
      auto& connection = session->core().replica()->file().connection();
      count.set_value(static_cast<int>(connection.queryInt("SELECT total_changes()").value_or(-1)));
    });
    return count.get_future().get();
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
