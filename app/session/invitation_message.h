// What is sent through a messenger, the same from the app and from the shell.
#pragma once

#include "core/replica/access.h"

namespace meridian::app {

// In the invitation's language, whatever the sender's is: who invites to what, the two steps, the code, and
// the last day in `zone`.
[[nodiscard]] std::string invitationMessage(const replica::Invitation& invitation, std::string_view zone);

} // namespace meridian::app
