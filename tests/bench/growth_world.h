// A campaign that has been going on for a while: a campaign lead, a hub lead, three of her creators and more
// who have not joined, all of whom wrote its history and brought it to each other through a relay.
#pragma once

#include <filesystem>

#include "tests/app_session/exchange.h"
#include "tests/bench/bench_world.h"

namespace meridian::bench {

// The relay and whoever is connected to it, in this process, on the files of one folder.
class GrowthWorld {
 public:
  // Those of an existing folder.
  explicit GrowthWorld(std::filesystem::path root);
  GrowthWorld(const GrowthWorld&) = delete;
  // Makes the folder: everybody has joined, briefs are issued, and Dana's queue has something in it.
  static void found(const std::filesystem::path& root);
  // Until Dana holds so many changes: edits of texts and fields, comments, new versions and verdicts.
  static void grow(const std::filesystem::path& root, std::int64_t changes);

  [[nodiscard]] const std::filesystem::path& root() const { return m_root; }
  [[nodiscard]] std::unique_ptr<replica::Replica> open(const std::string& name) const;
  // Connected, and told everything that there is to tell.
  [[nodiscard]] std::unique_ptr<app::SyncLink> connect(replica::Replica& replica);
  [[nodiscard]] test::Exchange& exchange() { return m_exchange; }

  // For the exchange.
  signing::SigningKey relay;
  std::shared_ptr<Clock> clock = std::make_shared<SystemClock>();

 private:
  // Somebody new, by an invitation through the relay.
  [[nodiscard]] std::unique_ptr<replica::Replica> join(const std::string& name, replica::Replica& inviter,
                                                       app::SyncLink& inviters, log::Role role,
                                                       std::optional<SpaceId> space);

  std::filesystem::path m_root;
  test::Exchange m_exchange;
};

inline SpaceId campaignOf(replica::Replica& replica) { return replica.campaigns().front().id; }
// All changes that a replica holds.
[[nodiscard]] std::int64_t historyOf(replica::Replica& replica);
// Spaces of creators, ascending.
[[nodiscard]] std::vector<SpaceId> creatorSpaces(replica::Replica& replica);

// One edit each, of the `number`th: of the campaign's page, a milestone, a brief.
void editPage(replica::Replica& lead, int number);
void editMilestone(replica::Replica& lead, int number);
void editBrief(replica::Replica& hub, const SpaceId& space, int number);

} // namespace meridian::bench
