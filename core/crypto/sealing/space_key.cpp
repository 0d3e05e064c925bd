#include "core/crypto/sealing/space_key.h"

#include <cassert>
#include <vector>

#include <sodium.h>

#include "core/crypto/signing/hash.h"

namespace meridian::sealing {

namespace domains = signing::domains;

SecretBytes newSpaceKey(RandomSource& random) { return SecretBytes::random(keyBytes, random); }

KeyId keyId(const SecretBytes& key) {
  assert(key.size() == keyBytes);
  return signing::hashAs<KeyId>(domains::keyId, {key.view()});
}

SecretBytes combine(std::span<const SecretBytes* const> keys) {
  assert(!keys.empty());
  std::vector<std::pair<KeyId, const SecretBytes*>> sorted;
  for (const SecretBytes* key : keys)
    sorted.emplace_back(keyId(*key), key);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

  ByteWriter head;
  head.u8(static_cast<std::uint8_t>(domains::keyCombine.size()));
  head.raw(asBytes(domains::keyCombine));
  head.u32(static_cast<std::uint32_t>(sorted.size()));

  SecretBytes combined(keyBytes);
  crypto_generichash_state state;
  crypto_generichash_init(&state, sorted.front().second->data(), keyBytes, combined.size());
  crypto_generichash_update(&state, head.bytes().data(), head.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    assert(i == 0 || sorted[i - 1].first != sorted[i].first);
    crypto_generichash_update(&state, sorted[i].second->data(), keyBytes);
  }
  crypto_generichash_final(&state, combined.data(), combined.size());
  sodium_memzero(&state, sizeof state);
  return combined;
}

} // namespace meridian::sealing
