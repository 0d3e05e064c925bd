// What the screens and the shell read: plain values, in both languages, with instants and zones; nothing
// here is stored. Times are turned into words by whoever shows them.
#pragma once

#include "core/domain/next_event.h"
#include "core/domain/preflight.h"
#include "core/store/outbox_table.h"

namespace meridian::replica {

struct PersonView {
  MemberId member;
  log::Role role{};
  std::string market;
  domain::PersonCard card;
  bool joined = true;                     // false: a creator who has only been invited
  std::optional<SpaceId> creatorSpace;    // of a creator
  std::optional<domain::Absence> absence; // that covers now
  std::optional<Instant> from, to;        // of a dated grant
};

struct CampaignPageView {
  SpaceId campaign;
  domain::Campaign page;
  std::vector<domain::Market> markets; // by order
  std::vector<domain::CharterElement> nonNegotiables, negotiables;
  std::vector<domain::CharterElement> checklist; // go-live checks of the markets
  std::optional<domain::PriorityDecision> decision;
  std::vector<domain::PriorityDecision> contestedDecisions; // concurrent with it
  std::vector<domain::Milestone> milestones;                // by time
  bool mayEdit = false;                                     // thesis, goals and decision
  std::vector<std::string> mayEditMarkets;                  // market codes
};

// A line of a timeline.
struct TimelineEntry {
  enum class Kind : std::uint8_t { Milestone, Launch, RoughCut, GoLive, Promise, Feedback } kind{};
  Instant at{};
  std::string zone;   // of the place concerned
  std::string market; // empty: all
  domain::Bilingual title, why;
  bool mine = false; // my own deadline
  bool past = false;
  std::optional<crdt::EntityId> entity;
};

// How an own fact travels: for “Signed. Not delivered yet.”, “Delivered 14:32”.
struct DeliveryView {
  store::Delivery state{};
  std::optional<Instant> storedAt;  // the relay has it
  std::optional<Instant> seenAt;    // the other person's device has named it
  std::optional<Instant> holdUntil; // Undo is possible until it leaves
  std::string reason;
};

struct SubmissionView {
  SpaceId space;
  std::string creatorName;
  std::string market;
  domain::Deliverable deliverable;
  domain::SubmissionStatus status;
  std::optional<DeliveryView> delivery;         // of the submission, if it is mine
  std::map<OpId, DeliveryView> verdictDelivery; // of verdicts of mine
  std::vector<std::uint64_t> missingBytes;      // per attachment, 0: here
  bool opened = false;                          // its content was opened on this device
  bool mayDecide = false;                       // I may approve it
  std::optional<domain::IssuedBrief> madeFor;
  std::vector<PersonView> people; // everybody named in it
};

struct QueueItem {
  enum class Group : std::uint8_t { Overdue, Today, ThisWeek, Later, Done } group{};
  SubmissionView submission;
  bool contested = false;
  bool newerArrived = false; // I approved an older version; this one wants a look
};

// Two briefs issued to one creator: leads decide, the creator never sees it.
struct BriefConflict {
  SpaceId space;
  std::string creatorName;
  domain::IssuedBrief counts, held;
};

struct ContestedSubmission {
  SubmissionView submission;
  MemberId decider;
};

struct CreatorHome {
  SpaceId space;
  domain::PersonCard me;
  std::string market;
  domain::LiveBrief brief;
  std::optional<domain::IssuedBrief> known; // what I acknowledged, where a later issue counts by now
  std::vector<domain::PartChange> changed;  // since then
  std::optional<PersonView> contact, approver;
  // C1: whom the issued brief still names, where somebody else has taken over since.
  std::optional<PersonView> contactBefore, approverBefore;
  std::optional<domain::Absence> contactAbsence; // “Until 14 Mar: …”
  std::optional<PersonView> deputy;
  struct NextDate {
    TimelineEntry entry;
    std::optional<domain::PromiseState> promise;
  };
  std::optional<NextDate> next;
  std::vector<domain::DeliverableStatus> deliverables;
  std::vector<domain::Question> questions;
  std::vector<domain::AnswerSlot> answerSlots; // next answers if received now
};

struct BriefDesk {
  SpaceId space;
  PersonView creator;
  MemberId contact, approver; // who they are now, also where the card names nobody
  std::optional<domain::BriefDraft> draft;
  std::vector<domain::Deliverable> deliverables;
  domain::Completeness completeness;
  domain::LiveBrief live;
  bool draftDiffers = false; // from the latest issue
  domain::Inherited inherited;
  bool mayEdit = false;
  std::vector<domain::Question> questions;
};

struct OutboxItem {
  ChangeId change;
  SpaceId space;
  store::Delivery delivery{};
  std::string reason;
  Instant at{};
  std::optional<Instant> storedAt;
  // What it is, for a sentence: entity kind and verb of its first op that people know.
  domain::EntityKind kind{};
  domain::VerdictKind verdict{};
  std::string authority;   // of an entry about people and keys: see LogLine
  std::string field;       // of an edit
  std::string subject;     // a creator's or person's name, or a market's code
  bool background = false; // written by itself (receipts, keys, confirmations): no person waits for it
  std::uint64_t blobBytes = 0, blobBytesSent = 0; // of sealed files
  std::string filesRefusal;                       // why the relay did not take one of them, a stable name
  std::optional<Instant> holdUntil;               // Undo is possible until then
};

// A file of what I sent last for a deliverable that the relay did not take.
struct RefusedFile {
  std::string name;   // of the file
  std::string reason; // a stable name
};

struct LogLine {
  ChangeId change;
  SpaceId space;
  Instant at{}; // claimed
  std::optional<Instant> storedAt;
  MemberId author;
  std::string authorName;
  domain::EntityKind kind{};
  domain::VerdictKind verdict{};
  // Of an entry about people and keys, by stable names: "genesis", "invitation", "join", "confirmation",
  // "withdrawal", "grant", "device", "relay", "member", "keys". Empty: contents.
  std::string authority;
  std::string field; // of an edit
  std::string subject;
  bool background = false;
  std::uint8_t effect = 0; // domain::Effect; 0: waits for something, or its key is not here
  std::string reason;
};

struct OfflineCopy {
  int submissions = 0;
  std::uint64_t bytes = 0, missingBytes = 0;
  int missingFiles = 0;
  std::optional<Instant> completeAt; // when everything was last here
  bool arrived = false;              // before the first sync of who joins, nobody can say what there is
  bool damaged = false;              // some of it cannot be read, and nobody knows how much
  [[nodiscard]] bool complete() const { return arrived && missingFiles == 0 && !damaged; }
};

struct InvitationView {
  envelope::ItemId id;
  log::Role role{};
  std::string market, name;
  Instant expiry{};
  enum class State : std::uint8_t { Open, Joined, Confirmed, Expired, Withdrawn, Contested } state{};
  std::optional<Instant> storedAt; // the link works once the entry has reached the relay
};

} // namespace meridian::replica
