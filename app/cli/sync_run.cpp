#include "app/cli/sync_run.h"

#include <nlohmann/json.hpp>

#include "app/cli/file_state.h"
#include "app/cli/json_of.h"
#include "app/session/websocket_wire.h"

namespace meridian::cli {

void Loop::post(std::function<void()> work) {
  {
    const std::lock_guard lock(m_mutex);
    m_work.push_back(std::move(work));
  }
  m_wake.notify_one();
}

void Loop::postAfter(Duration delay, std::function<void()> work) {
  {
    const std::lock_guard lock(m_mutex);
    m_later.emplace(std::chrono::steady_clock::now() + delay, std::move(work));
  }
  m_wake.notify_one();
}

bool Loop::run(const std::function<bool()>& done, std::chrono::milliseconds atMost) {
  const auto end = std::chrono::steady_clock::now() + atMost;
  while (!done()) {
    std::function<void()> work;
    {
      std::unique_lock lock(m_mutex);
      const auto now = std::chrono::steady_clock::now();
      if (now >= end) return false;
      if (!m_later.empty() && m_later.begin()->first <= now) {
        work = std::move(m_later.begin()->second);
        m_later.erase(m_later.begin());
      } else if (!m_work.empty()) {
        work = std::move(m_work.front());
        m_work.pop_front();
      } else {
        const auto wake = m_later.empty() ? end : std::min(end, m_later.begin()->first);
        m_wake.wait_until(lock, wake);
        continue;
      }
    }
    work();
  }
  return true;
}

Result<SyncResult> syncOnce(replica::Replica& replica, const SpaceId& campaign,
                            std::chrono::milliseconds patience) {
  if (!replica::Access(replica, campaign).relay())
    return fail(ErrorCode::NoRelay, "the campaign names no relay yet: `relay set`");
  Loop loop;
  SyncResult result;
  app::SyncLink::Options options;
  options.reconnect = false;
  app::SyncLink link(replica, campaign, loop, app::webSocketWires(loop), options);
  std::optional<Error> problem;
  bool settled = false;
  auto look = [&] {
    const auto status = link.status();
    if (status.state == app::SyncStatus::State::Offline && status.problem) problem = status.problem;
    settled = status.state == app::SyncStatus::State::Synced && status.filesDone;
    if (!settled) return;
    const auto due = replica.nextDue();
    if (due && *due - replica.clock().now() <= patience) settled = false; // it leaves in a moment
  };
  link.onChange(look);
  link.start();
  // Progress, however slow, is waited for; silence is not.
  using Counts = std::pair<std::uint64_t, std::uint64_t>;
  auto progress = [&] {
    const auto c = link.status().counts;
    return Counts{c.changesSent + c.chunksSent, c.changesReceived + c.chunksReceived + c.changesStored};
  };
  auto done = [&] { return settled || problem; };
  for (Counts before = progress(); !loop.run(done, std::chrono::seconds{30});) {
    const auto now = progress();
    if (now == before) {
      problem = Error{ErrorCode::Timeout, "the relay went silent"};
      break;
    }
    before = now;
  }
  result.status = link.status();
  link.onChange({});
  link.stop();
  (void)loop.run([] { return false; }, std::chrono::milliseconds{1}); // what was dropped is taken apart
  if (problem) return std::unexpected(*problem);
  return result;
}

Json jsonOf(replica::Replica& replica, const SpaceId& campaign, const SyncResult& result) {
  const auto& counts = result.status.counts;
  Json rejected = Json::array();
  if (const auto rows = waitingRows(replica, campaign))
    for (const auto& row : *rows)
      if (row.delivery == store::Delivery::Rejected)
        rejected.push_back({{"change", row.change.hex()}, {"reason", row.reason}});
  for (const auto& file : replica::Reading(replica, campaign).refusedFiles())
    rejected.push_back({{"file", file.name}, {"reason", file.reason}});
  const auto me = replica.campaign(campaign);
  return {{"sent", counts.changesSent},
          {"stored", counts.changesStored},
          {"received", counts.changesReceived},
          {"filesSent", counts.chunksSent},
          {"filesReceived", counts.chunksReceived},
          {"waiting", result.status.waiting},
          {"rejected", rejected},
          {"membership", me ? nameOf(me->membership) : "unknown"}};
}

} // namespace meridian::cli
