#include "core/log/keyring.h"

#include <algorithm>

#include "core/crypto/sealing/space_key.h"

namespace meridian::log {

namespace {

constexpr std::size_t concurrentMax = 4;      // newest epochs at once
constexpr std::size_t combinationsMax = 4096; // a hostile history cannot make us derive for ever

} // namespace

Bytes parentKeyContext(const KeyId& epoch, const KeyId& parent) {
  ByteWriter out;
  out.raw(epoch.view());
  out.raw(parent.view());
  return out.take();
}

bool Keyring::take(const KeyId& id, SecretBytes key) {
  if (key.size() != sealing::keyBytes || sealing::keyId(key) != id) return false;
  if (!m_keys.emplace(id, std::move(key)).second) return false;
  m_allCombined = false;
  return true;
}

std::vector<KeyId> Keyring::learn(const SpaceId& space, const std::vector<envelope::Item>& items,
                                  const DeviceId& self, const sealing::BoxKey& box) {
  std::vector<KeyId> taken;
  const auto open = [&](const KeyId& id, const std::vector<envelope::Recipient>& recipients) {
    for (const auto& recipient : recipients) {
      m_sealedTo[id].insert(recipient.id);
      if (recipient.id != self || m_keys.contains(id)) continue;
      auto key = box.open(recipient.sealedKey);
      if (key && take(id, std::move(*key))) taken.push_back(id);
    }
  };
  for (const auto& item : items) {
    if (const auto* epoch = std::get_if<envelope::Epoch>(&item)) {
      Place known{space, KeyChain{epoch->chain}, {}};
      for (const auto& parent : epoch->parents)
        known.parents.push_back(parent.key);
      m_epochs.try_emplace(epoch->key, std::move(known));
      open(epoch->key, epoch->recipients);
      unsealParents(*epoch, taken);
    } else if (const auto* share = std::get_if<envelope::KeyShare>(&item)) {
      const auto known = m_epochs.find(share->key);
      if (known != m_epochs.end() && known->second.space == space) open(share->key, share->recipients);
    }
  }
  return taken;
}

void Keyring::unsealParents(const envelope::Epoch& epoch, std::vector<KeyId>& taken) {
  const auto key = m_keys.find(epoch.key);
  if (key == m_keys.end()) return;
  for (const auto& parent : epoch.parents) {
    if (m_keys.contains(parent.key) || !m_epochs.contains(parent.key)) continue;
    auto opened = sealing::openSecret(key->second, parent.nonce, parent.sealed,
                                      parentKeyContext(epoch.key, parent.key));
    if (opened && take(parent.key, std::move(*opened))) taken.push_back(parent.key);
  }
}

void Keyring::insert(const SpaceId& space, KeyChain chain, const KeyId& id, SecretBytes key,
                     const std::vector<KeyId>& parents) {
  m_epochs.try_emplace(id, Place{space, chain, parents});
  take(id, std::move(key));
}

bool Keyring::isAncestor(const KeyId& older, const KeyId& newer) const {
  std::vector<KeyId> open{newer};
  std::map<KeyId, bool> seen;
  while (!open.empty()) {
    const KeyId id = open.back();
    open.pop_back();
    const auto epoch = m_epochs.find(id);
    if (epoch == m_epochs.end() || !seen.emplace(id, true).second) continue;
    for (const auto& parent : epoch->second.parents) {
      if (parent == older) return true;
      open.push_back(parent);
    }
  }
  return false;
}

std::vector<KeyId> Keyring::held(const SpaceId& space, KeyChain chain) const {
  std::vector<KeyId> ids;
  for (const auto& [id, epoch] : m_epochs)
    if (epoch.space == space && epoch.chain == chain && m_keys.contains(id)) ids.push_back(id);
  return ids;
}

std::vector<KeyId> Keyring::keysOf(const SpaceId& space) const {
  std::vector<KeyId> ids;
  for (const auto& [id, epoch] : m_epochs)
    if (epoch.space == space && m_keys.contains(id)) ids.push_back(id);
  return ids;
}

bool Keyring::opensAll(const SpaceId& space, KeyChain chain) const {
  bool any = false;
  for (const auto& [id, epoch] : m_epochs) {
    if (epoch.space != space || epoch.chain != chain) continue;
    if (!m_keys.contains(id)) return false;
    any = true;
  }
  return any;
}

bool Keyring::isSealedTo(const KeyId& key, const DeviceId& recipient) const {
  const auto found = m_sealedTo.find(key);
  return found != m_sealedTo.end() && found->second.contains(recipient);
}

void Keyring::forgetRecipients(const SpaceId& space) {
  std::erase_if(m_sealedTo, [&](const auto& sealed) {
    const auto epoch = m_epochs.find(sealed.first);
    return epoch != m_epochs.end() && epoch->second.space == space;
  });
}

Keyring::Current Keyring::combined(const std::vector<KeyId>& ids) const {
  auto found = m_combinedOf.find(ids);
  if (found == m_combinedOf.end()) {
    std::vector<const SecretBytes*> keys;
    for (const auto& id : ids)
      keys.push_back(&m_keys.at(id));
    auto key = sealing::combine(keys);
    const KeyId id = sealing::keyId(key);
    m_combined.try_emplace(id, std::move(key));
    found = m_combinedOf.emplace(ids, id).first;
  }
  return {found->second, &m_combined.at(found->second)};
}

std::optional<Keyring::Current> Keyring::current(const SpaceId& space, KeyChain chain) const {
  const auto ids = held(space, chain);
  std::vector<KeyId> newest;
  std::ranges::copy_if(ids, std::back_inserter(newest), [&](const KeyId& id) {
    return std::ranges::none_of(ids, [&](const KeyId& other) { return isAncestor(id, other); });
  });
  if (newest.empty()) return std::nullopt;
  if (newest.size() == 1) return Current{newest.front(), &m_keys.at(newest.front())};
  // Readers look for no larger combinations; the greatest ids are as good a choice as any other.
  if (newest.size() > concurrentMax) newest.erase(newest.begin(), newest.end() - concurrentMax);
  return combined(newest);
}

// Derives the key of every set of concurrent epochs from held[next] on, since others may have written
// under a set that was never the newest one here.
void Keyring::combineConcurrent(const std::vector<KeyId>& held, std::size_t next,
                                std::vector<KeyId>& chosen) const {
  if (chosen.size() >= 2) (void)combined(chosen);
  if (chosen.size() == concurrentMax) return;
  for (std::size_t i = next; i < held.size() && m_combinedOf.size() < combinationsMax; ++i) {
    const bool concurrent = std::ranges::none_of(
        chosen, [&](const KeyId& id) { return isAncestor(id, held[i]) || isAncestor(held[i], id); });
    if (!concurrent) continue;
    chosen.push_back(held[i]);
    combineConcurrent(held, i + 1, chosen);
    chosen.pop_back();
  }
}

std::optional<Keyring::Place> Keyring::about(const KeyId& key) const {
  const auto epoch = m_epochs.find(key);
  if (epoch == m_epochs.end()) return std::nullopt;
  return epoch->second;
}

const SecretBytes* Keyring::find(const KeyId& key) const {
  if (const auto own = m_keys.find(key); own != m_keys.end()) return &own->second;
  if (!m_allCombined) {
    std::map<std::pair<SpaceId, KeyChain>, std::vector<KeyId>> chains;
    for (const auto& [id, epoch] : m_epochs)
      if (m_keys.contains(id)) chains[{epoch.space, epoch.chain}].push_back(id);
    for (const auto& [chain, ids] : chains) {
      std::vector<KeyId> chosen;
      combineConcurrent(ids, 0, chosen);
    }
    m_allCombined = true;
  }
  const auto found = m_combined.find(key);
  return found == m_combined.end() ? nullptr : &found->second;
}

} // namespace meridian::log
