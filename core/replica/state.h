// What a Replica holds, for the sources of this room alone.
#pragma once

#include <map>
#include <set>

#include "core/base/hlc.h"
#include "core/domain/rights.h"
#include "core/log/compose.h"
#include "core/replica/entity_cache.h"
#include "core/replica/incarnation.h"
#include "core/replica/replica.h"
#include "core/replica/waiting.h"
#include "core/store/blob_files.h"

namespace meridian::replica {

// Names in the setting table that more than one source uses.
namespace setting {
inline constexpr std::string_view profileName = "profile/name", profileZone = "profile/zone",
                                  profileLanguage = "profile/language", profileWork = "profile/work",
                                  hlc = "clock/hlc", incarnation = "device/incarnation",
                                  previousIncarnation = "device/previous-incarnation",
                                  writes = "device/writes", receipts = "device/receipts",
                                  setBack = "device/set-back", profileId = "profile/id",
                                  reads = "device/reads";
// "0" once nobody lacks a key that this replica could give.
[[nodiscard]] std::string keysDue(const SpaceId& campaign);
} // namespace setting

namespace secret {
inline constexpr std::string_view sign = "device/sign", box = "device/box";
[[nodiscard]] std::string invitation(const SpaceId& campaign);
} // namespace secret

struct CampaignState {
  store::CampaignRow row;
  std::map<SpaceId, store::SpaceRow> spaces;
  log::Authority authority;
  std::set<ChangeId> undetailed; // entries whose sealed part could not be read yet
  std::set<SpaceId> loaded;      // whose logs and keys were read
  Waiting waiting;               // stored and not applied
};

// Held for as long as the profile is open: no second process writes.
class ProfileLock {
 public:
  [[nodiscard]] static Result<ProfileLock> take(const std::filesystem::path& directory);
  ~ProfileLock();
  ProfileLock(ProfileLock&& other) noexcept;
  ProfileLock& operator=(ProfileLock&&) = delete;

 private:
  explicit ProfileLock(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor = -1;
};

// What its author had seen, and what its device wrote before it, said or not.
[[nodiscard]] std::vector<ChangeId> directlyBefore(const envelope::Change& change, const crdt::Body& body);

struct Replica::State {
  State(ProfileLock held, const OpenOptions& options, std::unique_ptr<store::ReplicaFile> openedFile,
        store::BlobFiles files, signing::SigningKey sign, sealing::BoxKey box,
        IncarnationMarker openedMarker);

  ProfileLock lock;
  std::filesystem::path directory;
  std::shared_ptr<const Clock> clock;
  std::shared_ptr<RandomSource> random;
  std::unique_ptr<store::ReplicaFile> file;
  store::BlobFiles blobs;
  signing::SigningKey signKey;
  sealing::BoxKey boxKey;
  IncarnationMarker marker;
  int reads = domain::vocabulary;
  HlcClock hlc;
  log::Keyring keyring;
  std::map<SpaceId, CampaignState> campaigns;
  std::map<SpaceId, SpaceId> campaignOf; // space → campaign
  std::map<SpaceId, EntityCache> caches;
  std::uint64_t authorityRevision = 0; // moves with every entry and detail of any campaign
  std::function<void(const Notice&)> listener;
  std::uint64_t contentsOpened = 0; // to apply them
  bool behind = false;              // the campaigns are to be read again
  std::optional<Error> failed;      // the first failure of a read, which has no other way to say so

  // Reads the campaigns' rows and spaces; authority and keys follow on first use.
  [[nodiscard]] Result<void> loadCampaigns();
  // The campaign with its own log: who is who in it. NoCampaign. A campaign may have a thousand spaces, so
  // the logs and keys of the others are read when somebody asks for them.
  [[nodiscard]] Result<CampaignState*> campaign(const SpaceId& id);
  // … with that of this space too.
  [[nodiscard]] Result<CampaignState*> campaignOfSpace(const SpaceId& space);
  [[nodiscard]] Result<void> loadLog(CampaignState& state, const SpaceId& space);
  [[nodiscard]] Result<void> readLog(CampaignState& state, std::span<const store::ChangeRow> entries);
  [[nodiscard]] EntityCache& cache(const SpaceId& space);
  [[nodiscard]] FactList::Authority authorityOver(const SpaceId& space); // facts, and when each was stored
  // For a read that cannot say so itself: takes note of what failed, once.
  void noteFailure(const Error& error) {
    if (!failed) failed = error;
  }
  // What was read, or nothing and a note: reads answer then as if nothing were there.
  template <class T>
  [[nodiscard]] T orNothing(Result<T> read) {
    if (read) return std::move(*read);
    noteFailure(read.error());
    return {};
  }
  // A note, or what the file itself had to say to whoever read it.
  [[nodiscard]] std::optional<Error> damage() const { return failed ? failed : file->connection().damage(); }
  // The campaign that a change belongs to, if it is one of mine.
  [[nodiscard]] std::optional<SpaceId> ownerOf(const envelope::Change& change) const;
  // After a rollback: what is in memory may be ahead of the file. Never throws.
  void forget(const SpaceId& campaign) noexcept;
  [[nodiscard]] Result<void> catchUp();

  // Adds an authority entry that is already stored, and learns its keys. NotFound: a parent is missing.
  [[nodiscard]] Result<void> applyEntry(CampaignState& state, const envelope::Change& entry);
  [[nodiscard]] Result<void> learnKeys(CampaignState& state, const SpaceId& space, const ChangeId& entry);
  [[nodiscard]] Result<void> readDetails(CampaignState& state);
  // An entry is new: somebody may lack a key now.
  [[nodiscard]] Result<void> keysAreDue(const SpaceId& campaign);

  // What a content change seals, as this release reads it.
  [[nodiscard]] Result<crdt::Body> openContent(const envelope::Change& change) const;
  enum class Applied : std::uint8_t { Done, Waits, NoKey };
  // Judges a stored content change and lets it take effect. `body`: what it seals, if known already.
  [[nodiscard]] Result<Applied> applyContent(CampaignState& state, const envelope::Change& change,
                                             std::int64_t row, crdt::Body* body,
                                             domain::Judgement* judgement);
  [[nodiscard]] Result<domain::Judgement> judge(CampaignState& state, const envelope::Change& change,
                                                const crdt::Body& body, std::optional<Instant> receivedAt);
  // Whether anybody may count on the change: its author may write by the heads that it names. What is
  // nothing to any relay is nothing here, and nothing that counts may name it.
  [[nodiscard]] bool mayStand(const CampaignState& state, const envelope::Change& change) const;
  struct Lacks {
    bool forEver = false; // it names what cannot be named: nothing that comes makes it stand
    std::vector<ChangeId> missing = {};
    [[nodiscard]] bool anything() const { return forEver || !missing.empty(); }
  };
  [[nodiscard]] Result<Lacks> lacks(const envelope::Change& change, const crdt::Body& body);
  Applied waits(CampaignState& state, std::int64_t row, const Lacks& lacking);
  // Puts the ops of a change into the index; what stands there is given back.
  [[nodiscard]] Result<std::vector<store::OpRow>> index(const envelope::Change& change, std::int64_t row,
                                                        const crdt::Body& body, bool counts);
  [[nodiscard]] Result<bool> headsWentBack(const log::Authority& authority, const envelope::Change& change,
                                           const crdt::Body& body);
  // An entry has been applied: what was derived from authority as a whole is derived again.
  [[nodiscard]] Result<void> afterEntry(CampaignState& state, const envelope::Change& entry);
  // Stores a receipt of a change that is here; it asks for a witness only where the time counts.
  [[nodiscard]] Result<void> keepReceipt(const store::ReceiptRow& receipt, const store::ChangeRow& change);
  // waiting.cpp. Tries what waited for something that came since, and nothing else; returns the spaces that
  // moved. The first time all that waits is tried.
  [[nodiscard]] Result<std::set<SpaceId>> applyWaiting(const SpaceId& campaign);
  [[nodiscard]] Result<void> readWaiting(CampaignState& state, std::set<SpaceId>& moved);
  [[nodiscard]] Result<void> tryAgain(CampaignState& state, const store::ChangeRow& row,
                                      std::set<SpaceId>& moved);
  // An entry that is stored lacks a parent.
  void entryWaits(CampaignState& state, const envelope::Change& entry, std::int64_t row);
  // Checks the receipt of a `received` fact, if the op is one, and remembers that it holds.
  [[nodiscard]] Result<void> keepProof(const SpaceId& space, store::OpRow& row);
  // Judges held changes of a space again: a witness of their storage may have come.
  [[nodiscard]] Result<void> judgeHeldAgain(CampaignState& state, const SpaceId& space);

  // When the subject of a claim in this space was stored; nothing if the claim does not count.
  [[nodiscard]] std::optional<Instant> witnessed(const SpaceId& space, const StorageClaim& claim);
  // refusing.cpp. The relay will never have this own join: neither it nor what rests on it has effect here
  // any longer, and what is written next stands in chains of its own. Inside a transaction, after which the
  // campaign is to be forgotten and marker.written(), or marker.takeBack() if it is rolled back.
  [[nodiscard]] Result<void> withdrawJoin(CampaignState& state, const store::ChangeInfo& join,
                                          std::string_view reason);
  // Whether this row waits because of that: nothing else makes an own change wait.
  [[nodiscard]] Result<bool> isWithdrawn(const store::ChangeRow& row);

  // updating.cpp. After an update: what an older version kept unread is judged and takes its place. Nothing
  // to do unless the vocabulary has grown.
  [[nodiscard]] Result<void> readWhatWasKept();
  [[nodiscard]] Result<void> readAgain(CampaignState& state, const SpaceId& space);

  // forking.cpp. Whether a change that came in shows that this profile lives twice.
  [[nodiscard]] Result<bool> isTwins(const envelope::Change& change);
  // Goes on under a new incarnation, with all that never left this device; returns the spaces that moved.
  // Inside a transaction: marker.takeBack() and the caches' renewal if it is rolled back.
  [[nodiscard]] Result<std::set<SpaceId>> leaveIncarnation();
  [[nodiscard]] Result<void> moveToOwnChain(const store::ChangeRow& row, std::set<envelope::ChainKey>& left,
                                            std::map<ChangeId, ChangeId>& names);

  [[nodiscard]] Result<void> saveHlc();
  [[nodiscard]] MemberId me(const CampaignState& state) const;
  // What was committed stays so: where memory ends while it is told, it is told with the next notice.
  void notify(const Notice& notice) const noexcept;
};

// Several own changes that commit together or not at all. What it did to memory is undone by reading
// again from the file.
class Replica::Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Replica& replica);
  ~Transaction();
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) = delete;

  // What the profile keeps of a campaign for itself: title, membership, address. In memory once committed.
  [[nodiscard]] Result<void> campaign(const store::CampaignRow& row);
  // Judged before it is sealed: NotAllowed (or a nearer reason) and nothing written.
  [[nodiscard]] Result<ChangeId> content(const SpaceId& space, std::vector<crdt::Op> ops,
                                         const WriteOptions& options = {});
  // An authority entry in the log of `space`, under its authority key.
  [[nodiscard]] Result<ChangeId> entry(const SpaceId& space, std::vector<envelope::Item> items,
                                       const log::EntryDetail& detail);
  // A new space with fresh keys for `recipients` (this device included by the caller); without a campaign
  // it founds one.
  [[nodiscard]] Result<SpaceId> genesis(const std::optional<SpaceId>& campaign, log::SpaceKind kind,
                                        std::string_view market, std::vector<envelope::Item> items,
                                        log::EntryDetail detail,
                                        const std::vector<log::KeyRecipient>& recipients);
  // This device's join by an invitation.
  [[nodiscard]] Result<ChangeId> join(const SpaceId& campaign, const envelope::ItemId& invite,
                                      const log::InvitationKeys& keys);
  [[nodiscard]] Result<void> commit();

 private:
  struct Work;
  [[nodiscard]] Result<void> joinHeads(const SpaceId& space);   // of contents and of entries
  [[nodiscard]] Result<void> joinEntries(const SpaceId& space); // of the space's log and of the campaign's
  [[nodiscard]] Result<ChangeId> writeEntry(const SpaceId& space, std::vector<envelope::Item> items,
                                            const log::EntryDetail& detail);
  [[nodiscard]] bool mayWriteEntry(const SpaceId& space) const; // one that asks for `write` alone
  [[nodiscard]] Result<ChangeId> put(const SpaceId& space, std::vector<ChangeId> frontier,
                                     std::vector<crdt::Op> ops, const WriteOptions& options);
  explicit Transaction(std::unique_ptr<Work> work);
  std::unique_ptr<Work> m_work;
};

} // namespace meridian::replica
