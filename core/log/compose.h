// Makes changes: seals and signs what the rooms above decided to say, and opens what others sealed.
#pragma once

#include "core/crdt/body.h"
#include "core/log/authority.h"
#include "core/log/keyring.h"

namespace meridian::log {

// Who writes, and where in its chain.
struct Author {
  const signing::SigningKey& key;
  Incarnation incarnation;
  envelope::ChainPosition
      tip; // the last change of this chain; for seq 1 its id may name an old incarnation's
};

// A content change. `body.frontier` is set by the caller. TooLarge if it breaks a limit.
[[nodiscard]] Result<envelope::Change> sealContent(const Author& author, const SpaceId& space,
                                                   const std::vector<ChangeId>& heads,
                                                   std::vector<BlobId> blobs, const crdt::Body& body,
                                                   const Keyring::Current& key, RandomSource& random);
// Opens a content change: WrongKey if the ring lacks the key, Damaged if it does not open or decode.
[[nodiscard]] Result<crdt::Body> openContent(const envelope::Change& change, const Keyring& keys);

// An authority entry (kind 2), or a genesis (kind 1: `space` zero, `parents` empty).
[[nodiscard]] Result<envelope::Change> sealEntry(const Author& author, envelope::Kind kind,
                                                 const SpaceId& space, std::vector<ChangeId> parents,
                                                 const std::vector<envelope::Item>& items,
                                                 const EntryDetail& detail, const KeyId& keyId,
                                                 const SecretBytes& key, RandomSource& random);
// Opens the sealed part of an entry or a genesis: errors as openContent; NotFound for a join, which seals
// nothing.
[[nodiscard]] Result<EntryDetail> openEntry(const envelope::Change& entry, const Keyring& keys);

// A fresh epoch of a chain with its key sealed to every recipient; one with a key of small order, to which
// nothing can be sealed, is left out.
struct NewEpoch {
  envelope::Epoch item;
  SecretBytes key;
};
struct KeyRecipient {
  DeviceId id;
  envelope::BoxPublicKey box{};
};
[[nodiscard]] NewEpoch newEpoch(KeyChain chain, const std::vector<KeyRecipient>& recipients,
                                RandomSource& random);
// Shares of keys that are in the ring, one item per key. Lacking: only what no item seals to the recipient
// yet. Whether such an item holds the key, the recipient alone can tell, so that somebody who is let in is
// given all.
enum class Shares { All, Lacking };
[[nodiscard]] std::vector<envelope::Item> shareKeys(const Keyring& keys, const SpaceId& space,
                                                    const std::vector<KeyRecipient>& recipients,
                                                    Shares which = Shares::All);

// Invitation keys from the one-time secret (32 bytes).
struct InvitationKeys {
  signing::SigningKey sign;
  sealing::BoxKey box;
};
[[nodiscard]] InvitationKeys invitationKeys(ByteView secret);
// The join (kind 3) of a new device; `author.key` is the new device's.
[[nodiscard]] Result<envelope::Change> makeJoin(const Author& author, const SpaceId& campaign,
                                                std::vector<ChangeId> parents, const envelope::ItemId& invite,
                                                const InvitationKeys& invitation,
                                                const envelope::BoxPublicKey& deviceBox,
                                                RandomSource& random);

} // namespace meridian::log
