// Changes composed by hand, with the keys that a person really has: what an altered client, or a newer
// version, would send. They come into the world in a file.
#pragma once

#include "tests/simulation/acts.h"

namespace meridian::sim {

// A content change of this device in an incarnation of its own. WrongKey: the space has no key here.
[[nodiscard]] Result<envelope::Change> compose(Scene& scene, const SpaceId& space, std::vector<crdt::Op> ops);
// One of a format or kind that this version does not know.
[[nodiscard]] envelope::Change composeNewer(Scene& scene, const SpaceId& space, std::uint8_t format,
                                            std::uint8_t kind);
// Takes the change in here, from a file; the relay is asked to compare afterwards.
[[nodiscard]] Result<void> smuggle(Scene& scene, const envelope::Change& change);

} // namespace meridian::sim
