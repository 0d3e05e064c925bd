// Submissions, what was decided about them, and every status that follows. Nothing here is stored: status
// is a function of the facts and a given instant.
#pragma once

#include <functional>

#include "core/domain/brief.h"

namespace meridian::domain {

struct Attachment {
  BlobId blob;
  Bytes key;                // of the sealed file
  ContentHash content;      // BLAKE2b-256 of the plaintext
  std::uint64_t length = 0; // of the plaintext, bytes
  std::string mediaType, name;
  std::optional<Duration> playTime; // of a video, where known
};

struct Tick {
  crdt::EntityId nonNegotiable;
  Bilingual text; // as it read when it was ticked
};

struct SubmissionContent {
  crdt::EntityId deliverable;
  std::string caption;
  std::vector<std::string> links;
  std::vector<Attachment> attachments;
  std::vector<Tick> ticks;
  OpId issuedBrief; // the BriefIssued fact it was made for
};
// Hash of the canonical manifest (domain meridian/1/manifest, grammar in FORMAT.md §6): caption, links, for
// each attachment the plaintext's hash, length and media type, the brief version and the ticks. An
// approval binds to this.
[[nodiscard]] Bytes manifestBytes(const SubmissionContent& content);
[[nodiscard]] ContentHash manifestHash(const SubmissionContent& content);

struct Submission {
  FactMeta meta;
  SubmissionContent content;
  ContentHash manifest; // recomputed, never taken on trust
  int version = 1;      // per deliverable, by causality then id
  int briefVersion = 1;
};
[[nodiscard]] crdt::Value toValue(const SubmissionContent& content);
[[nodiscard]] Submission submissionFrom(const Fact& fact);

enum class VerdictKind : std::uint8_t { Approve = 1, RequestChanges = 2 };
struct Verdict {
  FactMeta meta;
  OpId submission;
  ContentHash manifest;
  VerdictKind kind = VerdictKind::Approve;
  std::string reason;
  std::vector<OpId> replaces; // the same author's earlier verdicts on this manifest
  std::optional<Instant> withdrawnAt;
  std::string withdrawReason;
};
[[nodiscard]] crdt::Value toValue(const Verdict& verdict);
// Nothing for a kind of a newer version. Whether it was withdrawn stands in another fact.
[[nodiscard]] std::optional<Verdict> verdictFrom(const Fact& fact);
[[nodiscard]] std::optional<VerdictKind> verdictKindFrom(const crdt::Value& value);
// How long a verdict is held back, so that it can be undone.
inline constexpr Duration undoPeriod = std::chrono::seconds{10};
// Taken back before it left, which needs no reason: both were stored in the same moment, one after the other,
// so that nobody has had it, and its creator is told of neither. If the connection broke between the two,
// somebody may have.
[[nodiscard]] bool wasUndone(const Verdict& verdict);

struct CommentPin {
  enum class Kind : std::uint8_t { None, CaptionRange, ImagePoint, TimeCode } kind = Kind::None;
  std::uint32_t from = 0, to = 0; // caption: code points
  std::uint32_t attachment = 0;   // index
  std::uint32_t x = 0, y = 0;     // 1/10,000 of width and height
  std::uint32_t millis = 0;       // time code
};
struct Comment {
  FactMeta meta;
  OpId submission;
  CommentPin pin;
  std::string text;
};
[[nodiscard]] crdt::Value toValue(const Comment& comment);
// A pin that is out of range becomes none.
[[nodiscard]] Comment commentFrom(const Fact& fact);

struct DelayNotice {
  FactMeta meta;
  std::optional<OpId> submission; // nothing: the whole hub
  std::optional<Instant> slotDue; // hub-wide: the due instant it moves
  std::string market;             // hub-wide: whose
  Instant newDue{};
  std::string reason;
};
[[nodiscard]] crdt::Value toValue(const DelayNotice& notice);
// Of a DelayNotice or a HubDelayNotice.
[[nodiscard]] DelayNotice delayNoticeFrom(const Fact& fact);

// The promise that a `received` fact fixed.
struct Promise {
  Instant received{}, due{};
  LocalTime dueLocal{};
  std::string zone;
  OpId scheduleRevision;
};
// What a Received fact rests on. The rooms above pass a fact on only if its proof holds: a receipt signed by
// a relay that the campaign names, or a bundle import on the author's own device.
enum class Evidence : std::uint8_t {
  Receipt = 1,       // the relay's, quoted
  LeadImport = 2,    // a submission in a file, imported by somebody other than the creator
  SeenByCreator = 3, // a verdict or notice in a file, seen by the creator's device
};
struct Received {
  FactMeta meta;
  ChangeId subject;
  Instant time{};
  Evidence evidence = Evidence::Receipt;
  Bytes receipt;
  std::optional<Promise> promise; // of a submission under a feedback schedule
};
[[nodiscard]] crdt::Value toValue(const Received& received);
[[nodiscard]] std::optional<Received> receivedFrom(const Fact& fact);

// Whether a due time is the one that follows here from the schedule that it names. Unknown: no schedule of
// the market is here. Where one is, a promise that names a write which is not differs, until that comes.
enum class DueCheck : std::uint8_t { Unknown, Agrees, Differs };

// Replaced: no answer, and a newer version was received before this one was due; the promise of the newer
// one stands. A delay stays Delayed once it is answered, and is Missed when its new date passes too.
enum class PromiseState : std::uint8_t { NotStarted, OnTrack, AtRisk, Kept, Delayed, Missed, Replaced };
struct PromiseStatus {
  PromiseState state = PromiseState::NotStarted;
  std::optional<Promise> promise;
  DueCheck dueCheck = DueCheck::Unknown; // the promise holds all the same: people are to see that it differs
  std::optional<Instant> dueHere;        // what follows here, if something does and it differs
  std::optional<Instant> newDue;         // of the delay notice that counts
  std::optional<OpId> notice;            // that notice
  std::string delayReason;
  bool signedInTimeDeliveredLate = false; // missed, though a verdict was signed before the due instant
};

enum class ReviewState : std::uint8_t { InReview, Approved, ChangesRequested, Contested, Superseded };
struct SubmissionStatus {
  Submission submission;
  ReviewState state = ReviewState::InReview;
  std::vector<Verdict> verdicts;         // those that count, latest last
  std::vector<Verdict> replaced;         // withdrawn or replaced ones
  std::optional<MemberId> sentToDecider; // the named decider
  PromiseStatus promise;
  bool latest = true; // the latest version of its deliverable known here
  bool madeForOlderBrief = false;
  bool needsLook = false; // the brief changed materially since, and no lead has said “still fine”
  std::vector<Comment> comments;
};

struct Published {
  FactMeta meta;
  OpId submission;
  ContentHash manifest;
  std::string link;
  bool linkConfirmed = false;
};
[[nodiscard]] crdt::Value toValue(const Published& published);
[[nodiscard]] Published publishedFrom(const Fact& fact);

enum class GoLiveBlock : std::uint8_t {
  None,
  NothingSubmitted,
  NotApproved,
  NewerVersion,
  Contested,
  NeedsLook,
  AdTokenMissing,
  LinkUnconfirmed,
  BriefNotAcknowledged,
  AlreadyLive
};
struct DeliverableStatus {
  Deliverable deliverable;
  std::vector<SubmissionStatus> submissions; // oldest first
  std::optional<Published> published;
  std::vector<GoLiveBlock> blocks; // empty: may go live now, with `approved`
  std::optional<OpId> approved;    // the approved submission that may go live
  int round = 0;                   // of changes: how often changes were requested
  // The approved content has links: their files are not covered by the approval. Going live then asks
  // for a confirmation (GoLiveBlock::LinkUnconfirmed without one), which stands in the Published fact.
  bool linkNeedsConfirmation = false;
  [[nodiscard]] bool mayGoLive() const { return blocks.empty(); }
};

// What the derivation needs besides the facts of the creator's space.
struct ReviewContext {
  std::vector<Deliverable> deliverables;
  std::vector<DelayNotice> hubNotices; // of the campaign space
  std::vector<Absence> absences;
  std::string market; // of the creator: hub-wide notices of other markets are passed over
  MemberId creator;
  MemberId approver;
  MemberId decider; // of a contested version, unless one is named: the brand lead
  std::optional<IssuedBrief> brief;
  bool needsAdToken = false;
  int riskLeadHours = 24;
  // The schedule as some write of it said, if that write is here and counts.
  std::function<std::optional<FeedbackSchedule>(const OpId&)> scheduleAt = {};
  bool scheduleHere = false; // some write of it is
  Instant now{};
  Precedes precedes;
};
// Status of every deliverable of one creator: those of the context in its order, then those that only
// submissions name. Pure and independent of the order of `facts`, which are all facts of the space that
// count (Received ones only if their proof holds).
//
// - A verdict counts for the submission and manifest it names together. It replaces those of the same
//   author that it names, and no other; a withdrawal counts if it is the author's own and was not made
//   after the submission went live.
// - A decision of the decider stands for every verdict in its causal past; what came beside or after it
//   can contest again.
// - Going live counts if, by the facts in its own causal past, the version was the latest, approved
//   and not contested. The first such fact holds.
[[nodiscard]] std::vector<DeliverableStatus> reviewStatus(std::span<const Fact> facts,
                                                          const ReviewContext& context);

struct Question {
  FactMeta meta;
  std::optional<BriefPart> part;
  std::optional<OpId> submission;
  std::string text;
  Instant replyBy{};
  struct Reply {
    FactMeta meta;
    std::string text;
  };
  std::vector<Reply> answers;
  [[nodiscard]] bool late(Instant now) const { return answers.empty() && now > replyBy; }
};
[[nodiscard]] crdt::Value toValue(const Question& question);
// Sorted by claimed time, then id.
[[nodiscard]] std::vector<Question> questions(std::span<const Fact> facts);

} // namespace meridian::domain
