// The counters as Prometheus text.
#pragma once

#include <string>

#include "sync/relay/mailbox.h"

namespace meridian::relay {

[[nodiscard]] std::string metricsText(const MailboxCounters& counters, std::size_t openConnections);

} // namespace meridian::relay
