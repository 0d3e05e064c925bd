// Questions to the replica. Nothing here writes or waits.
#pragma once

#include "core/replica/replica.h"
#include "core/replica/views.h"

namespace meridian::replica {

class Reading {
 public:
  Reading(Replica& replica, const SpaceId& campaign) : m_replica(replica), m_campaign(campaign) {}

  [[nodiscard]] CampaignPageView page();
  [[nodiscard]] std::vector<PersonView> people();
  [[nodiscard]] std::optional<PersonView> person(const MemberId& member);
  [[nodiscard]] PersonView me();
  // Of the campaign; empty in both languages while its page is not here.
  [[nodiscard]] domain::Bilingual name();
  // S3: goals that pull apart, what is open first; nothing for who does not hold the team's space.
  [[nodiscard]] std::vector<domain::GoalTension> tensions();
  // Milestones, launches and, for a creator, the own deadlines and feedback days; by time.
  [[nodiscard]] std::vector<TimelineEntry> timeline();

  // Everything dated that changes by itself, past and ahead, in no order: see domain::nextEvent().
  [[nodiscard]] std::vector<domain::CampaignEvent> events();

  // The own space of a creator; nothing for others, or while it has not arrived.
  [[nodiscard]] std::optional<CreatorHome> home();

  // Leads: by promise, most urgent first. `all` includes what is answered.
  [[nodiscard]] std::vector<QueueItem> reviewQueue(bool all = false);
  [[nodiscard]] std::optional<SubmissionView> submission(const SpaceId& space, const OpId& submission);
  [[nodiscard]] std::vector<ContestedSubmission> contested();
  [[nodiscard]] std::vector<BriefConflict> briefConflicts();
  [[nodiscard]] std::vector<domain::CreatorOverview> creators();
  [[nodiscard]] std::optional<BriefDesk> briefDesk(const SpaceId& creatorSpace);
  [[nodiscard]] std::vector<domain::PreflightRow> preflight();

  [[nodiscard]] std::vector<OutboxItem> outbox(std::size_t recentStored = 20);
  // Of the newest version of each deliverable that is not out yet; nothing for who is no creator.
  [[nodiscard]] std::vector<RefusedFile> refusedFiles();
  [[nodiscard]] std::vector<LogLine> log(std::size_t limit);
  [[nodiscard]] std::vector<InvitationView> invitations();
  [[nodiscard]] OfflineCopy offlineCopy();
  // Named by void or held changes: listed for leads.
  [[nodiscard]] std::vector<LogLine> withoutEffect();

 private:
  Replica& m_replica;
  SpaceId m_campaign;
};

} // namespace meridian::replica
