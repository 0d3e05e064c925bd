// The keys of the spaces that this device holds, learnt from epochs and key shares.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/crypto/sealing/box.h"
#include "core/envelope/clear_items.h"

namespace meridian::log {

enum class KeyChain : std::uint8_t { Content = 0, Authority = 1 };

// Not thread-safe. Keys never leave it but by reference.
class Keyring {
 public:
  // Takes what the items of a valid authority entry of `space` hold for `self`, opened with `box`; also
  // parents' keys sealed under a key that is here. Returns the ids of the keys that are new.
  std::vector<KeyId> learn(const SpaceId& space, const std::vector<envelope::Item>& items,
                           const DeviceId& self, const sealing::BoxKey& box);
  [[nodiscard]] const SecretBytes* find(const KeyId& key) const;
  // The key that members write under now: the newest epoch's, or one derived from all of several newest
  // ones, by ascending id (DESIGN §6). Nothing if none of the newest is here.
  struct Current {
    KeyId id;
    const SecretBytes* key = nullptr;
  };
  [[nodiscard]] std::optional<Current> current(const SpaceId& space, KeyChain chain) const;
  // All keys of the space that are here: what a newcomer is given.
  [[nodiscard]] std::vector<KeyId> keysOf(const SpaceId& space) const;
  // Adds a key known from elsewhere (a new epoch of our own, a file that opens the replica).
  void insert(const SpaceId& space, KeyChain chain, const KeyId& id, SecretBytes key,
              const std::vector<KeyId>& parents);

 private:
  struct Entry {
    SpaceId space;
    KeyChain chain = KeyChain::Content;
    SecretBytes key;
    std::vector<KeyId> parents;
  };
  std::map<KeyId, Entry> m_keys;
  mutable std::map<KeyId, SecretBytes> m_combined;
};

} // namespace meridian::log
