// What people do in a campaign beyond editing: each call checks PRODUCT's rules, then writes facts.
#pragma once

#include "core/replica/attaching.h"
#include "core/replica/editing.h"
#include "core/replica/file_reader.h"
#include "core/replica/views.h"

namespace meridian::replica {

// The own hub's briefs (G3).
class Briefing {
 public:
  Briefing(Replica& replica, const SpaceId& campaign) : m_replica(replica), m_campaign(campaign) {}

  // Makes the creator's space with card, empty brief draft and roster entry.
  struct NewCreator {
    std::string name, market, zone, handle, tier;
    std::int64_t followers = 0;
    domain::Language language{};
    std::optional<Instant> briefExpected;
  };
  [[nodiscard]] Result<SpaceId> addCreator(const NewCreator& creator);
  // The draft of a creator's brief, made if there is none yet.
  [[nodiscard]] Result<crdt::EntityId> draft(const SpaceId& space);
  struct NewDeliverable {
    domain::Bilingual title, labels;
    std::string format, zone, adToken;
    std::optional<Instant> roughCutDue, goLiveAt;
  };
  [[nodiscard]] Result<crdt::EntityId> addDeliverable(const SpaceId& space,
                                                      const NewDeliverable& deliverable);
  // Freezes the draft for the creator. BriefIncomplete, NoPriorityDecision, UnresolvedTension,
  // SecondLiveBrief (another brief is live: withdraw it first), NotYourMarket. `material`: creators
  // acknowledge again, open submissions are looked at again.
  [[nodiscard]] Result<OpId> issue(const SpaceId& space, bool material);
  [[nodiscard]] Result<OpId> withdrawBrief(const SpaceId& space, std::string_view reason);
  [[nodiscard]] Result<OpId> resolveBriefConflict(const SpaceId& space, const OpId& keep);
  [[nodiscard]] Result<OpId> answer(const SpaceId& space, const OpId& question, std::string_view text);
  [[nodiscard]] Result<void> setSchedule(std::string_view market, const domain::FeedbackSchedule& schedule);
  // Not this day: what the hub promised for `slotDue` comes at `newDue`. One change gives notice to everybody
  // who was promised the old date, and takes the days between off in the schedule, for what is received from
  // now on. ReasonMissing, InvalidArgument, NotFound, NotYourMarket.
  [[nodiscard]] Result<OpId> announceHubDelay(std::string_view market, Instant slotDue, Instant newDue,
                                              std::string_view reason);

 private:
  Replica& m_replica;
  SpaceId m_campaign;
};

// What the creator does in the own space.
class CreatorWork {
 public:
  CreatorWork(Replica& replica, const SpaceId& campaign) : m_replica(replica), m_campaign(campaign) {}

  [[nodiscard]] Result<void> opened(); // the current brief was shown; writes at most once per issue
  [[nodiscard]] Result<OpId> acknowledge();
  // Copies and seals a file at once. AttachmentVanished if it is gone, FileTooLarge beyond the limit of
  // the relay, DiskFull.
  [[nodiscard]] Result<domain::Attachment> attach(const std::filesystem::path& file);
  // … in pieces.
  [[nodiscard]] Result<std::unique_ptr<Attaching>> attaching(const std::filesystem::path& file);
  // The sealed copy goes, unless a change names it. What a kept draft had and has no more is discarded.
  [[nodiscard]] Result<void> discard(const domain::Attachment& attachment);
  struct Draft {
    crdt::EntityId deliverable;
    std::string caption;
    std::vector<std::string> links;
    std::vector<domain::Attachment> attachments;
    std::vector<crdt::EntityId> ticks; // of non-negotiables
  };
  // BriefNotIssued, NotLatestBrief (acknowledge the change first), EmptySubmission, TicksMissing,
  // AttachmentMissing, FileTooLarge (the relay has another limit since it was picked), AlreadyLive.
  [[nodiscard]] Result<OpId> submit(const Draft& draft);
  // Ask: `replyBy` follows from the contact's stated response time.
  [[nodiscard]] Result<OpId> ask(std::optional<domain::BriefPart> part, std::optional<OpId> submission,
                                 std::string_view text);
  // NotApproved, NewerVersionKnown, Contested, AlreadyLive, LinkNotConfirmed: the file behind an approved
  // link can change, so going live with links asks for a confirmation.
  [[nodiscard]] Result<OpId> goLive(const crdt::EntityId& deliverable, std::string_view link,
                                    bool linksConfirmed);
  // The creator's device has a verdict or notice: stands for delivery. Writes at most once for each.
  [[nodiscard]] Result<void> seen(std::span<const OpId> facts);
  // The same of every answer that has arrived, whichever page is open: it is here once it is here.
  [[nodiscard]] Result<void> tellWhatArrived();
  // What is being typed survives a restart; local to this device.
  [[nodiscard]] Result<void> keepDraft(const crdt::EntityId& deliverable, const Draft& draft);
  [[nodiscard]] std::optional<Draft> keptDraft(const crdt::EntityId& deliverable);
  [[nodiscard]] Result<void> forgetDraft(const crdt::EntityId& deliverable);

 private:
  [[nodiscard]] Result<void> discardAllBut(const std::vector<domain::Attachment>& kept,
                                           const std::optional<Draft>& before);

  Replica& m_replica;
  SpaceId m_campaign;
};

// What hub leads, deputies and leads do about submissions.
class Reviewing {
 public:
  Reviewing(Replica& replica, const SpaceId& campaign) : m_replica(replica), m_campaign(campaign) {}

  // The content was opened here: approving asks for it. Local.
  [[nodiscard]] Result<void> opened(const SpaceId& space, const OpId& submission);
  // NewerVersionKnown, AttachmentMissing (a file is not here or does not match), NotYourMarket, AlreadyLive.
  // Signed and stored at once; a connected device holds it back ten seconds.
  [[nodiscard]] Result<OpId> approve(const SpaceId& space, const OpId& submission);
  // ReasonMissing without at least one comment or a reason.
  [[nodiscard]] Result<OpId> requestChanges(const SpaceId& space, const OpId& submission,
                                            std::string_view reason);
  // Undo while it is on this device; afterwards a reason is needed; refused after It's live.
  [[nodiscard]] Result<OpId> withdraw(const SpaceId& space, const OpId& verdict, std::string_view reason);
  [[nodiscard]] Result<OpId> announceDelay(const SpaceId& space, const OpId& submission, Instant newDue,
                                           std::string_view reason);
  [[nodiscard]] Result<OpId> comment(const SpaceId& space, const OpId& submission,
                                     const domain::CommentPin& pin, std::string_view text);
  [[nodiscard]] Result<OpId> sendToDecider(const SpaceId& space, const OpId& submission);
  [[nodiscard]] Result<OpId> decide(const SpaceId& space, const OpId& submission, domain::VerdictKind verdict,
                                    std::string_view reason);
  [[nodiscard]] Result<OpId> stillFine(const SpaceId& space, const OpId& submission);
  // Prepare for offline: notes the time if every file that the queue needs is here (true). Local.
  [[nodiscard]] Result<bool> prepared();

 private:
  Replica& m_replica;
  SpaceId m_campaign;
};

// Attachments as people use them.
class Files {
 public:
  explicit Files(Replica& replica) : m_replica(replica) {}
  // The plaintext in memory (images, previews); AttachmentMissing while it is on its way, TooLarge above
  // `bytesMax`, Damaged if it does not match.
  [[nodiscard]] Result<Bytes> read(const domain::Attachment& attachment, std::uint64_t bytesMax);
  // For reading at any place, off this thread; AttachmentMissing while it is on its way.
  [[nodiscard]] Result<FileReader> open(const domain::Attachment& attachment);
  // Writes the plaintext where the person asked for it, atomically.
  [[nodiscard]] Result<void> save(const domain::Attachment& attachment, const std::filesystem::path& to);
  [[nodiscard]] bool complete(const domain::Attachment& attachment);
  // That it is here, opens and is what the submission says: AttachmentMissing or Damaged. Reads it whole the
  // first time.
  [[nodiscard]] Result<void> check(const domain::Attachment& attachment);
  // In pieces: the same, …
  [[nodiscard]] Result<std::unique_ptr<FileWork>> saving(const domain::Attachment& attachment,
                                                         const std::filesystem::path& to);
  // … of several files, …
  [[nodiscard]] std::unique_ptr<FileWork> checking(std::vector<domain::Attachment> attachments);
  // … and, all read anew, behind the signature of the change that holds a verdict on them: its own, or a
  // later one of its chain, which vouches for it. BadSignature if there is none.
  [[nodiscard]] std::unique_ptr<FileWork> checkingSeal(const OpId& verdict,
                                                       std::vector<domain::Attachment> attachments);

 private:
  Replica& m_replica;
};

} // namespace meridian::replica
