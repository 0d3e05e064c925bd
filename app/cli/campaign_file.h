// The campaign file (CAMPAIGN-FILE.md): read with every mistake named by its place, applied through the
// replica, and written again by `campaign export`.
#pragma once

#include <map>

#include "app/cli/program.h"
#include "core/replica/tensions.h"

namespace meridian::cli {

struct MarketEntry {
  std::string code, zone, holidayCountry;
  std::optional<Instant> launchAt;
  bool needsAdToken = false;
  std::optional<domain::FeedbackSchedule> schedule;
  std::vector<std::pair<std::uint32_t, domain::Bilingual>> texts; // by block
};
struct ElementEntry {
  std::string id, market;
  domain::Bilingual text, because;
};
struct MilestoneEntry {
  std::string id, zone, market;
  domain::MilestoneType type = domain::MilestoneType::Other;
  std::optional<Instant> at;
  domain::Bilingual title, why;
  std::vector<std::string> dependsOn;
};
struct TensionEntry {
  replica::Tensions::New tension;
  std::optional<domain::Bilingual> resolution;
};
struct PersonEntry {
  std::string id, name, market, zone, handle, tier;
  log::Role role = log::Role::Creator;
  std::chrono::minutes workFrom{9 * 60}, workTo{18 * 60};
  domain::Language language = domain::Language::En;
  std::optional<int> responseHours;
  domain::Bilingual title, style, audience;
  std::int64_t followers = 0;
};
struct DeliverableEntry {
  std::string id;
  replica::Briefing::NewDeliverable deliverable;
};
struct CreatorEntry {
  PersonEntry person;
  std::vector<std::pair<std::uint32_t, domain::Bilingual>> brief; // by block
  std::vector<DeliverableEntry> deliverables;
};
struct CampaignFile {
  std::string brandName;
  domain::Bilingual name;
  std::vector<std::pair<std::uint32_t, domain::Bilingual>> texts; // by block
  std::vector<MarketEntry> markets;
  std::vector<ElementEntry> nonNegotiables, negotiables, checklist;
  std::vector<MilestoneEntry> milestones;
  std::optional<domain::PriorityDecision> decision;
  std::vector<TensionEntry> tensions;
  std::vector<PersonEntry> people;
  std::vector<CreatorEntry> creators;

  [[nodiscard]] const PersonEntry* person(std::string_view id) const; // creators too
  [[nodiscard]] const CreatorEntry* creator(std::string_view id) const;
};

// InvalidArgument (with the path of the member), UnknownZone.
[[nodiscard]] Result<CampaignFile> readCampaignFile(std::string_view text);

// Founds the campaign and writes all but people and creators; the decision only if `withDecision`.
[[nodiscard]] Result<SpaceId> foundCampaign(replica::Replica& replica, const CampaignFile& file,
                                            bool withDecision);
[[nodiscard]] Result<void> writeDecision(const Session& session, const domain::PriorityDecision& decision);
// The creator's space, made if there is none of this name, with card, draft and deliverables as the file
// says. By the own hub's lead.
[[nodiscard]] Result<SpaceId> applyCreator(const Session& session, const CreatorEntry& creator);
// Texts of one entity: sources first, then translations, so that each knows what it was made from.
[[nodiscard]] Result<void> writeTexts(replica::Replica& replica, const replica::Place& place,
                                      const std::vector<std::pair<std::uint32_t, domain::Bilingual>>& texts,
                                      std::vector<replica::FieldWrite> fields = {});
[[nodiscard]] Result<domain::FeedbackSchedule> scheduleFrom(const Json& json, const std::string& path);

// The campaign as such a file.
[[nodiscard]] Json exportCampaign(const Session& session);

} // namespace meridian::cli
