// The relay's address as the wire spells it and as a replica keeps it.
#pragma once

#include "core/replica/access.h"
#include "sync/protocol/relay_address.h"

namespace meridian::app {

[[nodiscard]] replica::RelayAddress toReplica(const protocol::RelayAddress& address);
// InvalidArgument if what is kept is no address (a damaged row, an invitation made by another program).
[[nodiscard]] Result<protocol::RelayAddress> toProtocol(const replica::RelayAddress& address);

} // namespace meridian::app
