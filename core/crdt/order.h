// Fractional index: an item's place in a list as a byte string, compared byte by byte. A move or an
// insertion writes one key and touches no other item.
#pragma once

#include <optional>

#include "core/base/bytes.h"

namespace meridian::crdt {

// Keys are not empty and do not end in a zero byte: then there is room between any two. Lists sort by
// (key, id of the item), so that equal keys are no harm.
[[nodiscard]] bool isOrderKey(ByteView key);

// A key strictly between the neighbours; none stands for the beginning or the end. `tieBreak` (a few
// bytes that differ between replicas, e.g. of the device's id) is appended, so that two people who insert at
// one place offline get different keys. Appending or prepending costs a byte per hundred items or so, and
// inserting ever again at one place a byte per 8 items at most. Where nothing lies between (equal or
// disordered neighbours, or a neighbour that is no key), the result lies after `before`.
[[nodiscard]] Bytes orderKeyBetween(std::optional<ByteView> before, std::optional<ByteView> after,
                                    ByteView tieBreak);

} // namespace meridian::crdt
