// A profile that takes no more writes, as when its folder no longer allows them. In the order of what is
// asked of it, before and after.
#pragma once

#include "app/session_object.h"

namespace meridian::test {

inline void makeReadOnly(app::SessionObject& session, bool readOnly = true) {
  session.core().post([&session, readOnly] {
    auto& connection = session.core().replica()->file().connection();
    if (!connection.execute(readOnly ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF"))
      qFatal("the profile's file did not follow");
  });
}

} // namespace meridian::test
