// Syncing from a command: a loop on this thread, and a link that runs in it until nothing is left to do.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>

#include "app/cli/program.h"
#include "app/session/sync_link.h"

namespace meridian::cli {

// Work on the thread that calls run(). post() and postAfter() from any thread.
class Loop final : public app::Executor {
 public:
  void post(std::function<void()> work) override;
  void postAfter(Duration delay, std::function<void()> work) override;
  // Works until `done` says so or the time is over; whether it said so.
  [[nodiscard]] bool run(const std::function<bool()>& done, std::chrono::milliseconds atMost);

 private:
  using RealTime = std::chrono::steady_clock::time_point;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<std::function<void()>> m_work;
  std::multimap<RealTime, std::function<void()>> m_later;
};

struct SyncResult {
  app::SyncStatus status;
};

// Connects, exchanges everything in both directions, files too, and ends. A verdict that is still held
// back for Undo is waited for if that is at most `patience` away. RelayUnreachable and its like; what was
// written stays queued.
[[nodiscard]] Result<SyncResult> syncOnce(replica::Replica& replica, const SpaceId& campaign,
                                          std::chrono::milliseconds patience = std::chrono::seconds{15});
// Stays connected, and comes back by itself after a break: the relay pushes what comes in. `say` gets what
// moved since it was last told, whenever nothing more is on its way, and {"offline": …} when the connection
// is lost. Returns only with what no other try mends.
[[nodiscard]] Error watch(replica::Replica& replica, const SpaceId& campaign,
                          const std::function<void(const Json&)>& say);
[[nodiscard]] Json jsonOf(replica::Replica& replica, const SpaceId& campaign, const SyncResult& result);

} // namespace meridian::cli
