// The own card, written from the profile.
#pragma once

#include <vector>

#include "core/crdt/entity.h"
#include "core/replica/profile.h"

namespace meridian::replica {

// Ops that bring the member's card in line with the profile: name, zone, working hours, language. `known`
// is the card as it is (nullptr: none yet); no ops if it says the same. With `was`, the profile before an
// edit, only what the edit changed: the rest of the card may be another's word. Of values that stand side by
// side the profile's is the one.
[[nodiscard]] std::vector<crdt::Op> ownCard(const MemberId& member, const ProfileInfo& profile,
                                            const crdt::EntityState* known, const ProfileInfo* was = nullptr);
// The same for the creator whose space it is.
[[nodiscard]] std::vector<crdt::Op> ownCreatorCard(const ProfileInfo& profile, const crdt::EntityState* known,
                                                   const ProfileInfo* was = nullptr);

} // namespace meridian::replica
