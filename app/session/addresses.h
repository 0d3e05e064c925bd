// What a relay says of itself and gives, as the wire spells it and as a replica keeps it.
#pragma once

#include "core/envelope/receipt.h"
#include "core/replica/access.h"
#include "sync/protocol/relay_address.h"

namespace meridian::app {

[[nodiscard]] replica::RelayAddress toReplica(const protocol::RelayAddress& address);
// A receipt as it came and as a replica keeps it.
[[nodiscard]] store::ReceiptRow toReplica(const envelope::Receipt& receipt);
// InvalidArgument if what is kept is no address (a damaged row, an invitation made by another program).
[[nodiscard]] Result<protocol::RelayAddress> toProtocol(const replica::RelayAddress& address);

} // namespace meridian::app
