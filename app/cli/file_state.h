// Questions to the replica's file that no reading answers.
#pragma once

#include "core/replica/replica.h"

namespace meridian::cli {

// Own changes of a campaign that its relay has not stored, in all its spaces.
[[nodiscard]] inline Result<std::vector<store::OutboxRow>> waitingRows(replica::Replica& replica,
                                                                       const SpaceId& campaign) {
  std::vector<store::OutboxRow> all;
  for (const auto& space : replica.spaces(campaign)) {
    auto rows = replica.file().outbox.waiting(space.id);
    if (!rows) return rows;
    all.insert(all.end(), rows->begin(), rows->end());
  }
  return all;
}

} // namespace meridian::cli
