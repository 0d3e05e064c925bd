#include "sync/relay/metrics.h"

#include <string_view>

namespace meridian::relay {

std::string metricsText(const MailboxCounters& counters, std::size_t openConnections) {
  std::string out;
  const auto metric = [&](std::string_view name, std::string_view type, std::uint64_t value) {
    out.append("# TYPE meridian_relay_").append(name).append(" ").append(type).append("\nmeridian_relay_");
    out.append(name).append(" ").append(std::to_string(value)).append("\n");
  };
  metric("open_connections", "gauge", openConnections);
  metric("connections_total", "counter", counters.connections);
  metric("logins_total", "counter", counters.logins);
  metric("protocol_violations_total", "counter", counters.violations);
  metric("changes_stored_total", "counter", counters.changesStored);
  metric("changes_duplicate_total", "counter", counters.changesDuplicate);
  metric("changes_sent_total", "counter", counters.changesSent);
  metric("refused_wait_total", "counter", counters.refusedWait);
  metric("refused_final_total", "counter", counters.refusedFinal);
  metric("commits_total", "counter", counters.commits);
  metric("commit_failures_total", "counter", counters.commitFailures);
  metric("blob_chunks_stored_total", "counter", counters.blobChunksStored);
  metric("blobs_durable_total", "counter", counters.blobsDurable);
  return out;
}

} // namespace meridian::relay
