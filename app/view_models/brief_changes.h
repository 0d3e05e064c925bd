// What is different in a brief since its creator acknowledged it: the six parts word by word, and whatever
// else they go by — materials with their dates and labels, what must be in them, the campaign's angles.
#pragma once

#include <vector>

#include "app/text/when.h"
#include "app/view_models/diff_part.h"
#include "core/replica/views.h"

namespace meridian::app {

// In the lane that the reader has chosen; empty if nothing differs there, as after work on the other lane.
[[nodiscard]] std::vector<DiffPart> briefChanges(const replica::CreatorHome& home, domain::Language lane,
                                                 const Reader& reader);

} // namespace meridian::app
