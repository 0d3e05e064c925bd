// The replica: everything this person may see, answered locally, and every write accepted locally.
//
// Replica is the engine (open, write, receive, what is new). What a person can do stands beside it, one
// small class per area, made from a Replica and a campaign and cheap to make: Reading, Editing, Briefing,
// CreatorWork, Reviewing, Access, Offline. All of them belong to one thread, the one that opened the replica.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/crdt/body.h"
#include "core/domain/submission.h"
#include "core/envelope/change.h"
#include "core/log/compose.h"
#include "core/replica/incarnation.h"
#include "core/replica/profile.h"
#include "core/store/blob_files.h"
#include "core/store/replica_file.h"

namespace meridian::replica {

struct CampaignState;

struct CampaignRef {
  SpaceId id;
  std::string title;
  store::Membership membership{};
  log::Role role = log::Role::Viewer; // the highest that I hold now
  std::string market;
  MemberId me;
};

// What changed, coarsely: enough for a screen to know whether to ask again.
struct Notice {
  SpaceId campaign;
  std::vector<SpaceId> spaces; // whose contents or authority changed
  bool outbox = false;         // a delivery state changed
  bool blobs = false;          // files arrived or left
  bool membership = false;
  bool brought = false; // a file did: whoever is connected compares anew what the relay lacks of it
};

struct WriteOptions {
  std::vector<BlobId> blobs = {};        // attachments that the change names
  std::optional<Instant> holdUntil = {}; // not sent before (Undo of a verdict)
};

// Ops for one space; several of them commit in one transaction.
struct SpaceWrite {
  SpaceId space;
  std::vector<crdt::Op> ops;
  WriteOptions options = {};
};

// What became of one change that came in.
enum class Received : std::uint8_t {
  Stored,  // here and durable: applied, or waiting for something that it names
  Known,   // was here already
  Gap,     // its predecessor is missing: ask from the tip
  Refused, // malformed, wrong signature, not of a space of mine: the sender is at fault
};
[[nodiscard]] constexpr bool fits(Received result) {
  return result == Received::Stored || result == Received::Known;
}

class Replica {
 public:
  // Makes a new profile (AlreadyExists), or opens one: WrongKey, ProfileInUse, Damaged, UpdateNeeded …
  [[nodiscard]] static Result<std::unique_ptr<Replica>> create(const OpenOptions& options,
                                                               const Unlock& unlock, const ProfileInfo& info);
  [[nodiscard]] static Result<std::unique_ptr<Replica>> open(const OpenOptions& options,
                                                             const Unlock& unlock);
  ~Replica();
  Replica(const Replica&) = delete;
  Replica& operator=(const Replica&) = delete;

  [[nodiscard]] const Clock& clock() const;
  [[nodiscard]] RandomSource& random();
  [[nodiscard]] store::ReplicaFile& file();
  [[nodiscard]] const std::filesystem::path& directory() const;

  [[nodiscard]] DeviceId device() const;
  [[nodiscard]] const signing::SigningKey& signingKey() const;
  [[nodiscard]] Incarnation incarnation() const;
  [[nodiscard]] ProfileInfo profile() const;
  // Also what it changes on the own cards, in every campaign where one's roles still allow it.
  [[nodiscard]] Result<void> setProfile(const ProfileInfo& info);

  [[nodiscard]] std::vector<CampaignRef> campaigns() const;
  [[nodiscard]] std::optional<CampaignRef> campaign(const SpaceId& campaign) const;
  [[nodiscard]] store::BlobFiles& blobFiles();

  // Who may do what in this space, which may be the campaign's own. What it says of the campaign's other
  // spaces is as far as they were asked for. REQUIRES: campaignOf(space).
  [[nodiscard]] const log::Authority& authority(const SpaceId& space) const;
  // The campaign that a space belongs to, if it is held here.
  [[nodiscard]] std::optional<SpaceId> campaignOf(const SpaceId& space) const;
  [[nodiscard]] std::vector<store::SpaceRow> spaces(const SpaceId& campaign) const;
  // Whether the contents of a space open here. A file may bring spaces that are only carried on.
  [[nodiscard]] bool readable(const SpaceId& space) const;

  // Somebody caught std::bad_alloc out of a call of this replica: what is in memory may be ahead of the file
  // or half of it, and is read again. Every pointer is void. Changes nothing that was kept.
  void outOfMemory();

  // Seals, signs, judges, applies and queues changes, all in one transaction; the first id is returned
  // per write, in order. NotAllowed (or a nearer reason) if the own rights do not cover an op: nothing is
  // written then. DiskFull and Io leave everything as it was.
  [[nodiscard]] Result<std::vector<ChangeId>> write(std::vector<SpaceWrite> writes);
  // Authority entries, in one transaction with contents. Used by Access and Founding.
  class Transaction;

  // Entities as they count now. Loaded on first use, then kept up with every change; the pointers hold
  // until the next write or receive.
  [[nodiscard]] const crdt::EntityState* entity(const SpaceId& space, const crdt::EntityId& id);
  [[nodiscard]] std::vector<const crdt::EntityState*> entities(const SpaceId& space, domain::EntityKind kind);
  // The facts of a space that count, in a causal order.
  [[nodiscard]] const std::vector<domain::Fact>& facts(const SpaceId& space);
  [[nodiscard]] bool precedes(const ChangeId& a, const ChangeId& b);
  // What a change says, for lists that people read: WrongKey while its key is not here.
  [[nodiscard]] Result<crdt::Body> body(const envelope::Change& change) const;
  // The same of an authority entry; a join seals nothing (NotFound).
  [[nodiscard]] Result<log::EntryDetail> detail(const envelope::Change& entry) const;
  // Where an own change has got to; nothing for somebody else's.
  [[nodiscard]] std::optional<store::OutboxRow> delivery(const ChangeId& change);

  // Runs of one chain or several, as they came from a relay or a bundle; one transaction. Judged by
  // envelope::judgeRuns: the last change of each chain's run must carry a valid signature. Results stand in
  // the order of `changes`. A submission that comes in a file, not from a relay, is witnessed here if this is
  // not its author's side: its promise starts now.
  struct Incoming {
    std::vector<Bytes> changes;
    // Moved in the same transaction if all of them fit; back to the beginning in any case.
    std::optional<store::CursorRow> cursor = {};
    bool fromRelay = true;
    std::vector<store::ReceiptRow> receipts = {}; // that came with them; those of what is not here are left
  };
  [[nodiscard]] Result<std::vector<Received>> receive(const Incoming& incoming);

  // Receipts and refusals from the relay.
  [[nodiscard]] Result<void> noteSent(std::span<const ChangeId> changes);
  // All in one transaction; those for changes that are not here, and those of a relay that the campaign does
  // not name, are passed over. BadSignature: none is noted.
  [[nodiscard]] Result<void> noteReceipts(std::span<const store::ReceiptRow> receipts);
  // For good: its chain ends with it. With a join all that rests on it goes the same way, and the person may
  // be invited and join again. NotFound unless it is an own one.
  [[nodiscard]] Result<void> noteRejected(const ChangeId& change, std::string_view reason);
  // Not yet: why the relay leaves own changes waiting, until it takes them. Others are passed over.
  struct WaitingFor {
    ChangeId change;
    std::string_view reason; // a stable name
  };
  [[nodiscard]] Result<void> noteWaiting(std::span<const WaitingFor> changes);
  // Names of changes and keys that are not here though something in a campaign waits for them, by the spaces
  // that may hold them. Whoever is here and waits itself is none. Nobody may ever bring them.
  using Lacking = std::map<SpaceId, std::set<Bytes>>;
  [[nodiscard]] Result<Lacking> lacking(const SpaceId& campaign);
  // The largest blob that the relay of a campaign takes, as it last said; until then what relays usually
  // take.
  [[nodiscard]] Result<void> noteBlobBytesMax(const SpaceId& campaign, std::uint64_t bytes);
  [[nodiscard]] std::uint64_t blobBytesMax(const SpaceId& campaign) const;
  // Writes what is due: `received` facts for receipts that have none, confirmations of joins that this
  // member may confirm, keys for who lacks them. Returns whether anything was written.
  [[nodiscard]] Result<bool> housekeep();
  // Idle work: checks the own signatures of up to `limit` changes that a later one of their chain vouched
  // for. One that does not hold becomes absent; its change keeps its place, which the chain proves.
  // Returns how many were looked at: zero when none is left.
  [[nodiscard]] Result<std::size_t> checkVouched(std::size_t limit);

  // Devices that wrote two changes with one number, which a copied disk does: both count, and both
  // signatures are the proof.
  [[nodiscard]] Result<std::vector<store::ChangeTable::Fork>> forks(const SpaceId& space);

  // How many contents were decrypted to be applied, since the replica was opened: most of what receiving
  // costs.
  [[nodiscard]] std::uint64_t contentsOpened() const;

  // The first read that failed since the replica was opened (a damaged page, a disk that went away): reads
  // themselves then answer as if nothing were there. Nothing is signed from then on: writes fail with it.
  [[nodiscard]] std::optional<Error> damage() const;
  // Why something was refused: damage() rather than a rule that was judged by what could not be read.
  [[nodiscard]] Error reasonOf(Error refusal) const;

  // The profile lacks what it held before: an older copy of its folder was put back, or its file lost its
  // end. What the relay or others got comes back by itself; nothing else does. Kept until toldOfSetBack()
  // says that the person knows.
  [[nodiscard]] std::optional<SetBack> setBack() const;
  [[nodiscard]] Result<void> toldOfSetBack();

  // The time of the next thing that happens by itself (a held verdict leaves), if any.
  [[nodiscard]] std::optional<Instant> nextDue();

  // Called after each commit, on the replica's thread, if there is memory to tell it. One listener.
  void onNotice(std::function<void(const Notice&)> listener);

  // Signatures, chains, and the view recomputed from the log equals the view in use.
  struct Verification {
    std::uint64_t changes = 0, signaturesChecked = 0, vouched = 0, waiting = 0, unreadable = 0;
    std::vector<std::string> problems; // empty: everything holds
  };
  [[nodiscard]] Result<Verification> verify();
  // Hash of the canonical state of a space that counts, with the ids of void, contested and held items: a
  // function of the space's changes and the campaign's authority alone. REQUIRES: readable(space).
  [[nodiscard]] Result<ContentHash> digest(const SpaceId& space);

 private:
  friend class Access;
  friend class Founding;
  struct State;
  explicit Replica(std::unique_ptr<State> state);

  class Reception;
  struct Witness;
  [[nodiscard]] Result<std::optional<Witness>> witnessOf(const store::ReceiptRow& receipt,
                                                         const store::ChangeRow& row);
  [[nodiscard]] Result<bool> writeWitnesses(Transaction& transaction, const SpaceId& space,
                                            std::vector<crdt::Op> facts);
  [[nodiscard]] Result<bool> witnessReceipts();
  [[nodiscard]] Result<void> witnessImports(const std::vector<ChangeId>& changes);
  [[nodiscard]] Result<bool> confirmJoins();
  [[nodiscard]] Result<bool> joinedInTime(const CampaignState& campaign,
                                          const envelope::Invitation& invitation);
  [[nodiscard]] Result<bool> shareMissingKeys();
  [[nodiscard]] Result<bool> keepOwnCard();
  [[nodiscard]] Result<void> carryToOwnCards(const ProfileInfo& info);
  [[nodiscard]] Result<std::optional<domain::Promise>> promiseFor(const CampaignState& campaign,
                                                                  const SpaceId& space, Instant received);
  [[nodiscard]] sealing::BoxPublicKey boxPublicKey() const;
  [[nodiscard]] Result<std::vector<envelope::Item>> keyShares(const SpaceId& space,
                                                              const std::vector<log::KeyRecipient>& to) const;

  std::unique_ptr<State> m_state;
};

} // namespace meridian::replica
