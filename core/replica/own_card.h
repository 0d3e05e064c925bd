// A lead's own card, written from the profile.
#pragma once

#include <vector>

#include "core/crdt/entity.h"
#include "core/replica/profile.h"

namespace meridian::replica {

// Ops that bring the member's card in line with the profile: name, zone, working hours, language. `known`
// is the card as it is (nullptr: none yet); no ops if it says the same.
[[nodiscard]] std::vector<crdt::Op> ownCard(const MemberId& member, const ProfileInfo& profile,
                                            const crdt::EntityState* known);
// The same for the creator whose space it is.
[[nodiscard]] std::vector<crdt::Op> ownCreatorCard(const ProfileInfo& profile,
                                                   const crdt::EntityState* known);

} // namespace meridian::replica
