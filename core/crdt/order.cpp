#include "core/crdt/order.h"

#include <algorithm>

namespace meridian::crdt {

namespace {

bool less(ByteView a, ByteView b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
}

// The shortest string above `before`, in the smallest step: room is left for the next append.
Bytes keyAfter(ByteView before) {
  Bytes key;
  for (const std::uint8_t digit : before) {
    if (digit < 0xFF) {
      key.push_back(static_cast<std::uint8_t>(digit + 1));
      return key;
    }
    key.push_back(digit);
  }
  key.push_back(0x80);
  return key;
}

// The shortest string below `after`, in the smallest step, that no tie-break can lift above it.
Bytes keyBefore(ByteView after) {
  Bytes key;
  for (const std::uint8_t digit : after) {
    if (digit > 1) {
      key.push_back(static_cast<std::uint8_t>(digit - 1));
      return key;
    }
    key.push_back(0);
    if (digit == 1) break;
  }
  key.push_back(0xFF);
  return key;
}

// REQUIRES: before < after, after does not end in zero.
Bytes keyInside(ByteView before, ByteView after) {
  Bytes key;
  std::size_t i = 0;
  // Digits beyond the end of `before` count as zero, so a shared prefix may run past it.
  for (; i < after.size(); ++i) {
    const unsigned low = i < before.size() ? before[i] : 0u;
    if (low != after[i]) break;
    key.push_back(after[i]);
  }
  const unsigned low = i < before.size() ? before[i] : 0u;
  const unsigned high = i < after.size() ? after[i] : 0u; // before < after: i is inside
  if (high - low >= 2) {
    key.push_back(static_cast<std::uint8_t>((low + high) / 2));
    return key;
  }
  // No digit between: take the lower one, and then anything above the rest of `before`.
  key.push_back(static_cast<std::uint8_t>(low));
  const Bytes rest = keyAfter(i + 1 < before.size() ? before.subspan(i + 1) : ByteView{});
  key.insert(key.end(), rest.begin(), rest.end());
  return key;
}

} // namespace

bool isOrderKey(ByteView key) { return !key.empty() && key.back() != 0; }

Bytes orderKeyBetween(std::optional<ByteView> before, std::optional<ByteView> after, ByteView tieBreak) {
  const bool between = !before || (after && less(*before, *after));
  if (after && (!isOrderKey(*after) || !between)) after.reset();

  Bytes key;
  if (before && after)
    key = keyInside(*before, *after);
  else if (after)
    key = keyBefore(*after);
  else
    key = keyAfter(before.value_or(ByteView{}));
  key.insert(key.end(), tieBreak.begin(), tieBreak.end());
  if (key.back() == 0) key.push_back(0x80);
  return key;
}

} // namespace meridian::crdt
