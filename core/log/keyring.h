// The keys of the spaces that this device holds, learnt from epochs and key shares.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/crypto/sealing/box.h"
#include "core/envelope/clear_items.h"

namespace meridian::log {

enum class KeyChain : std::uint8_t { Content = 0, Authority = 1 };

// Not thread-safe. Move-only. Keys never leave it but by reference, which stays valid as long as the ring.
class Keyring {
 public:
  // Takes what the items of a valid authority entry of `space` hold for `self`, opened with `box`; also
  // parents' keys sealed under a key that is here. Returns the ids of the keys that are new. A sealed key
  // that does not open, or is not the key that its id names, is passed over. A share of a key whose epoch
  // was not learnt yet is passed over too: entries are learnt in causal order.
  std::vector<KeyId> learn(const SpaceId& space, const std::vector<envelope::Item>& items,
                           const DeviceId& self, const sealing::BoxKey& box);
  // Also finds keys combined of concurrent epochs, of up to four at once.
  [[nodiscard]] const SecretBytes* find(const KeyId& key) const;
  // The key that members write under now: the newest epoch's that is here, or one derived from all of
  // several newest ones, by ascending id (DESIGN §6). Nothing if no key is here.
  struct Current {
    KeyId id;
    const SecretBytes* key = nullptr;
  };
  [[nodiscard]] std::optional<Current> current(const SpaceId& space, KeyChain chain) const;
  // All keys of the space that are here, ascending: what a newcomer is given.
  [[nodiscard]] std::vector<KeyId> keysOf(const SpaceId& space) const;
  // Whether everything that members write there opens here: the key of each epoch learnt so far.
  [[nodiscard]] bool opensAll(const SpaceId& space, KeyChain chain) const;
  // Whether some item learnt so far seals the key to this device or invitation.
  [[nodiscard]] bool isSealedTo(const KeyId& key, const DeviceId& recipient) const;
  // Where a key belongs; nothing if its epoch is not known.
  struct Place {
    SpaceId space;
    KeyChain chain = KeyChain::Content;
    std::vector<KeyId> parents;
  };
  [[nodiscard]] std::optional<Place> about(const KeyId& key) const;
  // What was learnt of the space's recipients did not become durable: it is learnt again.
  void forgetRecipients(const SpaceId& space);
  // Adds a key known from elsewhere (a new epoch of our own, a file that opens the replica).
  void insert(const SpaceId& space, KeyChain chain, const KeyId& id, SecretBytes key,
              const std::vector<KeyId>& parents);

 private:
  bool take(const KeyId& id, SecretBytes key);
  void unsealParents(const envelope::Epoch& epoch, std::vector<KeyId>& taken);
  [[nodiscard]] bool isAncestor(const KeyId& older, const KeyId& newer) const;
  // Held keys of one chain, ascending.
  [[nodiscard]] std::vector<KeyId> held(const SpaceId& space, KeyChain chain) const;
  Current combined(const std::vector<KeyId>& ids) const;
  void combineConcurrent(const std::vector<KeyId>& held, std::size_t next, std::vector<KeyId>& chosen) const;

  std::map<KeyId, Place> m_epochs; // whether their keys are here or not
  std::map<KeyId, SecretBytes> m_keys;
  std::map<KeyId, std::set<DeviceId>> m_sealedTo;
  mutable std::map<KeyId, SecretBytes> m_combined;
  mutable std::map<std::vector<KeyId>, KeyId> m_combinedOf;
  mutable bool m_allCombined = true;
};

// What the AEAD authenticates beside a parent's key sealed under a new epoch's: both ids.
[[nodiscard]] Bytes parentKeyContext(const KeyId& epoch, const KeyId& parent);

} // namespace meridian::log
