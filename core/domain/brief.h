// The one brief: six parts in two languages, edited as a draft, frozen when it is issued (PRODUCT C2–C4).
#pragma once

#include <array>

#include "core/domain/campaign.h"

namespace meridian::domain {

enum class BriefPart : std::uint8_t { Contact = 1, Goal = 2, Role = 3, Make = 4, Live = 5, Bigger = 6 };
inline constexpr std::array briefParts{BriefPart::Contact, BriefPart::Goal, BriefPart::Role,
                                       BriefPart::Make,    BriefPart::Live, BriefPart::Bigger};
[[nodiscard]] std::string_view partName(BriefPart part); // "contact" …
[[nodiscard]] std::optional<BriefPart> parsePart(std::string_view name);

struct Deliverable {
  crdt::EntityId id;
  crdt::EntityId brief;
  Bilingual title, labels;
  std::string format; // "vertical-video" …
  std::optional<Instant> roughCutDue, goLiveAt;
  std::string zone, adToken;
  bool removed = false;
  std::vector<std::string> conflicting; // as in Campaign; of the entity, never of an issued brief
};
[[nodiscard]] Deliverable deliverableFrom(const crdt::EntityState& entity);

// What a brief says, draft or issued.
struct BriefContent {
  std::array<Bilingual, 6> parts; // in the order of briefParts
  Bilingual tone, roleBecause, makeBecause;
  [[nodiscard]] const Bilingual& part(BriefPart p) const { return parts[static_cast<std::size_t>(p) - 1]; }
  [[nodiscard]] Bilingual& part(BriefPart p) { return parts[static_cast<std::size_t>(p) - 1]; }
};

struct BriefDraft {
  crdt::EntityId id;
  BriefContent content;
  bool removed = false;
};
[[nodiscard]] BriefDraft briefFrom(const crdt::EntityState& entity);

// What the campaign lends every brief: values with the revision they were read at (P7).
struct Inherited {
  Bilingual thesis, goal, valueProposition, successMetric;
  struct Angle {
    std::string market;
    Bilingual angle, reason, data;
    bool operator==(const Angle&) const = default;
  };
  std::vector<Angle> angles;                  // C5: every market's, the own first
  std::vector<CharterElement> nonNegotiables; // the ticks of each submission
  std::vector<CharterElement> negotiables;
  bool operator==(const Inherited&) const = default;
};

struct IssuedBrief {
  FactMeta meta;
  crdt::EntityId brief;
  int version = 1; // 1 for the first issue of this brief
  BriefContent content;
  Inherited inherited;
  std::vector<Deliverable> deliverables;
  MemberId contact, approver;
  bool material = false; // creators acknowledge again; open submissions are looked at again
  ContentHash hash;      // over the canonical payload
};
[[nodiscard]] crdt::Value toValue(const IssuedBrief& issued);
[[nodiscard]] IssuedBrief issuedFrom(const Fact& fact);

struct Completeness {
  std::vector<BriefPart> missing;                 // in the creator's language: these block issuing
  std::vector<BriefPart> otherLaneMissing, stale; // these warn
  bool audienceMissing = false;                   // C4: blocks issuing
  bool becauseMissing = false;                    // C4: flagged, blocks nothing
  bool deliverableMissing = false;                // blocks issuing: nothing to make
  [[nodiscard]] int done() const { return 6 - static_cast<int>(missing.size()); }
  [[nodiscard]] bool mayIssue() const { return missing.empty() && !audienceMissing && !deliverableMissing; }
};
[[nodiscard]] Completeness completeness(const BriefContent& content, Language creators,
                                        const Bilingual& audience, std::span<const Deliverable> deliverables);

// All issues of all briefs, withdrawn and held ones too, in order, with their versions.
[[nodiscard]] std::vector<IssuedBrief> issuesOf(std::span<const Fact> facts, const Precedes& precedes);

// Which of several live briefs of one creator counts (DESIGN §3). Pure: the same on every replica.
//
// - An issue is live unless a withdrawal of its brief came after it.
// - A brief that was first issued in sight of another live one is held. Among those issued side by side, the
//   one that the creator opened or acknowledged before every such fact about the others counts,
//   otherwise the one whose first live issue has the smallest id.
// - A decision of the leads for a live brief ends the issues of other briefs that it knew.
struct LiveBrief {
  std::optional<IssuedBrief> current;  // the latest issue of the brief that counts
  std::optional<IssuedBrief> previous; // the issue before it, for the difference
  std::vector<IssuedBrief> held;       // latest issues of briefs that are held: leads see a conflict
  std::optional<OpId> acknowledged;    // latest issue of the current brief that the creator acknowledged
  bool opened = false;                 // the creator opened the current issue
};
[[nodiscard]] LiveBrief liveBrief(std::span<const Fact> factsOfCreatorSpace, const MemberId& creator,
                                  const Precedes& precedes);

struct PartChange {
  BriefPart part{};
  std::vector<DiffSpan> spans;
};
[[nodiscard]] std::vector<PartChange> changedParts(const IssuedBrief& before, const IssuedBrief& after,
                                                   Language reader);

} // namespace meridian::domain
