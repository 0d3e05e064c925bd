// What several questions about one campaign look up: made for one question or command, read as far as it
// asks, and thrown away. For the sources of this room alone.
#pragma once

#include <map>
#include <unordered_map>

#include "core/replica/replica.h"
#include "core/replica/views.h"

namespace meridian::replica {

// How many of the next answers a page names.
inline constexpr int slotsShown = 3;

// One creator with everything that follows from the facts of their space.
struct CreatorReview {
  SpaceId space;
  std::string market;
  MemberId member; // zero while they have not joined
  domain::PersonCard card;
  domain::LiveBrief live;
  std::vector<domain::IssuedBrief> issues;       // of all briefs, in order
  std::vector<domain::Deliverable> deliverables; // as they read now, removed ones left out
  std::vector<domain::DeliverableStatus> statuses;
  MemberId contact, approver; // who they are now: the card's, else the brief's, else the hub lead

  struct Found {
    const domain::DeliverableStatus* deliverable = nullptr;
    const domain::SubmissionStatus* submission = nullptr;
  };
  [[nodiscard]] std::optional<Found> find(const OpId& submission) const;
  [[nodiscard]] const domain::DeliverableStatus* status(const crdt::EntityId& deliverable) const;
  [[nodiscard]] const domain::IssuedBrief* issue(const OpId& id) const;
  // The creator acknowledged the latest material change of the brief that counts, if there was one.
  [[nodiscard]] bool knowsTheBrief() const;
};

// Valid until the next write or receive. Not copied: it holds what it has looked up.
class Survey {
 public:
  // REQUIRES: known() before anything else is asked.
  Survey(Replica& replica, const SpaceId& campaign);
  Survey(const Survey&) = delete;
  Survey& operator=(const Survey&) = delete;

  [[nodiscard]] bool known() const { return m_ref.has_value(); }
  [[nodiscard]] Replica& replica() const { return m_replica; }
  [[nodiscard]] const SpaceId& campaign() const { return m_campaign; }
  [[nodiscard]] const MemberId& me() const { return m_ref->me; }
  [[nodiscard]] const CampaignRef& ref() const { return *m_ref; }
  [[nodiscard]] Instant now() const { return m_now; }
  [[nodiscard]] const domain::Precedes& precedes() const { return m_precedes; }

  // What my roles allow at this moment; the rights table has the last word when something is written.
  [[nodiscard]] bool isLead() const; // brand lead, campaign lead or its deputy
  [[nodiscard]] bool isHubOf(std::string_view market) const;
  [[nodiscard]] bool mayReview(std::string_view market) const { return isLead() || isHubOf(market); }
  [[nodiscard]] bool mayManageCreators(std::string_view market) const;

  // The campaign's page.
  [[nodiscard]] const domain::Campaign& page();
  [[nodiscard]] const std::vector<domain::Market>& markets(); // by order, then code
  [[nodiscard]] const domain::Market* market(std::string_view code);
  [[nodiscard]] const std::vector<domain::Absence>& absences();
  [[nodiscard]] const std::vector<domain::DelayNotice>& hubNotices();
  // In order, the one that counts last.
  [[nodiscard]] const std::vector<domain::PriorityDecision>& decisions();
  [[nodiscard]] std::vector<domain::GoalTension>
  tensions(); // that are not removed; as far as the team's space is here
  [[nodiscard]] std::vector<domain::CharterElement> elements(domain::EntityKind kind); // by order
  [[nodiscard]] std::vector<domain::Milestone> milestones();                           // by time
  [[nodiscard]] domain::Inherited inherited(std::string_view market);

  // People. Creators' names are known where their space or the roster is.
  [[nodiscard]] const std::vector<log::RoleGrant>& grants(); // the highest of each member, by member
  [[nodiscard]] std::optional<PersonView> person(const MemberId& member);
  [[nodiscard]] std::string nameOf(const MemberId& member);
  // Whom an entry invites; empty where neither the team's space nor the creator's is held.
  [[nodiscard]] std::string inviteeOf(const ChangeId& entry);
  [[nodiscard]] MemberId holderOf(log::Role role, std::string_view market); // zero: nobody

  // Creators' spaces that are held here, by market order and name of space.
  [[nodiscard]] std::vector<SpaceId> creatorSpaces();
  // My own space as a creator.
  [[nodiscard]] std::optional<SpaceId> ownCreatorSpace();
  [[nodiscard]] std::optional<SpaceId> teamSpace();
  [[nodiscard]] bool isCreatorSpace(const SpaceId& space) const;
  [[nodiscard]] std::string marketOf(const SpaceId& creatorSpace) const;
  // Zero while they have not joined.
  [[nodiscard]] MemberId creatorOf(const SpaceId& space);
  [[nodiscard]] domain::PersonCard creatorCard(const SpaceId& space);
  [[nodiscard]] bool hasSubmissions(const SpaceId& space);
  // REQUIRES: isCreatorSpace(space)
  [[nodiscard]] CreatorReview review(const SpaceId& space);
  // The draft that is worked on: of the live brief, else the newest.
  [[nodiscard]] std::optional<domain::BriefDraft> draft(const CreatorReview& review);
  [[nodiscard]] domain::Completeness completeness(const CreatorReview& review,
                                                  const domain::BriefDraft& draft);
  // What issuing the draft now would say, by value.
  [[nodiscard]] domain::IssuedBrief issueOf(const CreatorReview& review, const domain::BriefDraft& draft);

  [[nodiscard]] SubmissionView view(const CreatorReview& review, const domain::DeliverableStatus& deliverable,
                                    const domain::SubmissionStatus& submission);
  [[nodiscard]] std::optional<DeliveryView> delivery(const SpaceId& space, const ChangeId& change);
  [[nodiscard]] std::uint64_t missingBytes(const domain::Attachment& attachment);

 private:
  [[nodiscard]] std::vector<domain::Deliverable> deliverablesOf(const SpaceId& space,
                                                                const domain::LiveBrief& live);
  [[nodiscard]] const std::map<ChangeId, Instant>& seenIn(const SpaceId& space);
  // The market's feedback schedule as one write of it says; nothing if that is not here.
  [[nodiscard]] std::optional<domain::FeedbackSchedule> scheduleAt(std::string_view market,
                                                                   const OpId& write);

  Replica& m_replica;
  SpaceId m_campaign;
  std::optional<CampaignRef> m_ref;
  Instant m_now;
  std::vector<store::SpaceRow> m_spaces;
  std::vector<log::RoleGrant> m_mine; // my roles that hold now
  domain::Precedes m_precedes;

  std::optional<domain::Campaign> m_page;
  std::optional<std::vector<domain::Market>> m_markets;
  std::optional<std::vector<domain::Absence>> m_absences;
  std::optional<std::vector<domain::DelayNotice>> m_hubNotices;
  std::optional<std::vector<domain::PriorityDecision>> m_decisions;
  std::optional<std::vector<log::RoleGrant>> m_grants;
  std::map<MemberId, SpaceId> m_creatorSpaces; // of creators who joined, as far as asked
  bool m_creatorSpacesComplete = false;
  std::map<SpaceId, std::map<ChangeId, Instant>> m_seen; // by others, per space
  std::map<std::pair<std::string, OpId>, std::optional<domain::FeedbackSchedule>> m_schedules;
};

// By time; for a creator with the own dates.
[[nodiscard]] std::vector<TimelineEntry> timelineOf(Survey& survey);

// Names of what is local to this device in the setting table.
namespace local {
[[nodiscard]] std::string openedSubmission(const SpaceId& space, const OpId& submission);
[[nodiscard]] std::string checkedBlob(const BlobId& blob);
[[nodiscard]] std::string submissionDraft(const SpaceId& space, const crdt::EntityId& deliverable);
[[nodiscard]] std::string offlineCopy(const SpaceId& campaign);
} // namespace local

} // namespace meridian::replica
