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

namespace {

// What moved between two looks at one link.
client::SessionCounts since(const client::SessionCounts& now, const client::SessionCounts& before) {
  client::SessionCounts moved;
  moved.changesSent = now.changesSent - before.changesSent;
  moved.changesStored = now.changesStored - before.changesStored;
  moved.changesReceived = now.changesReceived - before.changesReceived;
  moved.chunksSent = now.chunksSent - before.chunksSent;
  moved.chunksReceived = now.chunksReceived - before.chunksReceived;
  return moved;
}

bool isNothing(const client::SessionCounts& moved) {
  return moved.changesSent + moved.changesStored + moved.changesReceived + moved.chunksSent +
             moved.chunksReceived ==
         0;
}

} // namespace

Error watch(replica::Replica& replica, const SpaceId& campaign, const std::function<void(const Json&)>& say) {
  if (!replica::Access(replica, campaign).relay())
    return {ErrorCode::NoRelay, "the campaign names no relay yet: `relay set`"};
  Loop loop;
  app::SyncLink link(replica, campaign, loop, app::webSocketWires(loop));
  std::optional<Error> final;
  client::SessionCounts told;
  std::string last; // said: of a connection that stays as it is, nothing is said again
  auto look = [&] {
    using enum app::SyncStatus::State;
    SyncResult result{link.status()};
    auto& status = result.status;
    if (status.state == Offline && status.problem) {
      if (errorClass(status.problem->code) != ErrorClass::NoConnection) {
        final = *status.problem;
        return;
      }
      const Json line = {{"offline", errorName(status.problem->code)}};
      if (line.dump() == last) return;
      last = line.dump();
      return say(line);
    }
    if (status.state != Synced || !status.filesDone) return;
    const auto all = status.counts;
    status.counts = since(all, told);
    const bool moved = !isNothing(status.counts);
    // Beside what moved: how it is now, which may be news without a count.
    SyncResult still = result;
    still.status.counts = {};
    const auto now = jsonOf(replica, campaign, still).dump();
    if (!moved && now == last) return;
    told = all;
    last = now;
    say(jsonOf(replica, campaign, result));
  };
  link.onChange(look);
  link.start();
  while (!loop.run([&] { return final.has_value(); }, std::chrono::hours{1})) {
  }
  link.onChange({});
  link.stop();
  (void)loop.run([] { return false; }, std::chrono::milliseconds{1});
  return *final;
}

Json jsonOf(replica::Replica& replica, const SpaceId& campaign, const SyncResult& result) {
  const auto& counts = result.status.counts;
  Json rejected = Json::array();
  std::map<std::string, int> waitingFor;
  if (const auto rows = waitingRows(replica, campaign))
    for (const auto& row : *rows) {
      if (row.delivery == store::Delivery::Rejected)
        rejected.push_back({{"change", row.change.hex()}, {"reason", row.reason}});
      else if (!row.reason.empty())
        ++waitingFor[row.reason];
    }
  for (const auto& file : replica::Reading(replica, campaign).refusedFiles())
    rejected.push_back({{"file", file.name}, {"reason", file.reason}});
  const auto me = replica.campaign(campaign);
  return {{"sent", counts.changesSent},
          {"stored", counts.changesStored},
          {"received", counts.changesReceived},
          {"filesSent", counts.chunksSent},
          {"filesReceived", counts.chunksReceived},
          {"waiting", result.status.waiting},
          {"waitingFor", waitingFor},
          {"rejected", rejected},
          {"membership", me ? nameOf(me->membership) : "unknown"}};
}

} // namespace meridian::cli
