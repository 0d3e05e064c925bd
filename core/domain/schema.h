// The numbers of FORMAT.md §5: every entity, field and fact that a change can write. One table says for
// each field how it merges and who may write it; the replica judges changes by that table alone.
// Numbers are never reused. A bilingual block takes eight field numbers (see block()).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/crdt/op.h"
#include "core/log/authority.h"

namespace meridian::domain {

// Raised by every release that reads ops, fields or kinds which the one before only kept and passed on; each
// of these says since when it is read. What came before the first raise is 0.
inline constexpr int vocabulary = 1;

enum class EntityKind : std::uint16_t {
  // campaign space
  Campaign = 1,            // keyed by ""
  Market = 2,              // keyed by its code ("US")
  NonNegotiable = 3,       // created
  Negotiable = 4,          // created
  Milestone = 5,           // created
  Person = 6,              // keyed by member id: a lead's or deputy's card
  Absence = 7,             // created
  PriorityDecision = 8,    // fact
  CharterAcknowledged = 9, // fact
  HubDelayNotice = 10,     // fact
  GenesisReceipt = 11,     // fact: lets a wiped relay admit the campaign again
  ChecklistItem = 12,      // created: a market's go-live check
  // creator space
  Creator = 32,     // keyed by "": the card of the creator whose space this is
  Brief = 33,       // created
  Deliverable = 34, // created
  BriefIssued = 35, // facts from here on
  BriefOpened = 36,
  BriefAcknowledged = 37,
  Submission = 38,
  Received = 39,
  Verdict = 40,
  VerdictWithdrawn = 41,
  Comment = 42,
  Question = 43,
  Answer = 44,
  DelayNotice = 45,
  Published = 46,
  Seen = 47,
  SentToDecider = 48,
  ContestDecided = 49,
  BriefConflictDecided = 50,
  StillFine = 51,
  BriefWithdrawn = 52,
  // team space
  RosterEntry = 64,     // keyed by market and creator space, see RosterKey
  Invitee = 65,         // keyed by market and entry, see InviteeKey
  GoalTension = 66,     // created
  TensionResolved = 67, // fact
};

// A bilingual block n takes fields 8n … 8n+7.
namespace lane {
inline constexpr std::uint32_t en = 0;         // text (sequence)
inline constexpr std::uint32_t ru = 1;         // text (sequence)
inline constexpr std::uint32_t source = 2;     // register: 0 EN, 1 RU
inline constexpr std::uint32_t enMadeFrom = 3; // register: text of the source lane it was made from
inline constexpr std::uint32_t ruMadeFrom = 4; // register
} // namespace lane
[[nodiscard]] constexpr std::uint32_t block(std::uint32_t n, std::uint32_t part = 0) { return 8 * n + part; }

namespace field {
namespace campaign { // blocks 1–6, registers from 100
inline constexpr std::uint32_t name = 1, thesis = 2, goal = 3, valueProposition = 4, successMetric = 5,
                               guidelines = 6;
inline constexpr std::uint32_t brandName = 100, coreLocked = 101;
} // namespace campaign
namespace market { // blocks 1–9, registers from 100
inline constexpr std::uint32_t name = 1, subGoal = 2, whyItMatters = 3, expression = 4, angle = 5,
                               angleReason = 6, angleData = 7, whyThisOrder = 8, labels = 9;
inline constexpr std::uint32_t zone = 100, launchAt = 101, schedule = 102, holidayCountry = 103,
                               needsAdToken = 104, order = 105, riskLeadHours = 106;
} // namespace market
namespace element { // NonNegotiable, Negotiable, ChecklistItem: blocks 1–2
inline constexpr std::uint32_t text = 1, because = 2; // for a negotiable, 2 is its allowed range
inline constexpr std::uint32_t order = 100, removed = 101, market = 102, validFrom = 103;
} // namespace element
namespace milestone { // blocks 1–2
inline constexpr std::uint32_t title = 1, why = 2;
inline constexpr std::uint32_t at = 100, market = 101, type = 102, removed = 103, zone = 104;
inline constexpr std::uint32_t dependsOn = 110; // set of refs
} // namespace milestone
namespace person { // Person and Creator share these; blocks 1–3
inline constexpr std::uint32_t title = 1, style = 2, audience = 3;
inline constexpr std::uint32_t name = 100, zone = 101, workFrom = 102, workTo = 103, language = 104,
                               responseHours = 105, handle = 106, followers = 107, tier = 108, contact = 109,
                               approver = 110, briefExpected = 111;
} // namespace person
namespace absence {
inline constexpr std::uint32_t member = 100, from = 101, to = 102, deputy = 103, removed = 104;
} // namespace absence
namespace brief { // blocks 1–9: the six parts, tone, and why of role and material
inline constexpr std::uint32_t contact = 1, goal = 2, role = 3, make = 4, live = 5, bigger = 6, tone = 7,
                               roleBecause = 8, makeBecause = 9;
inline constexpr std::uint32_t removed = 100;
} // namespace brief
namespace deliverable { // blocks 1–2
inline constexpr std::uint32_t title = 1, labels = 2;
inline constexpr std::uint32_t brief = 100, roughCutDue = 101, goLiveAt = 102, zone = 103, adToken = 104,
                               removed = 105, format = 106;
} // namespace deliverable
namespace roster {
inline constexpr std::uint32_t name = 100, handle = 102, followers = 103, tier = 104;
} // namespace roster
namespace invitee {
inline constexpr std::uint32_t name = 100;
} // namespace invitee
namespace tension { // GoalTension: blocks 1–3
inline constexpr std::uint32_t first = 1, second = 2, why = 3;
inline constexpr std::uint32_t removed = 100;
inline constexpr std::uint32_t markets = 110; // set of text: codes
} // namespace tension
} // namespace field

// How concurrent writes of a field merge.
enum class Law : std::uint8_t { Register, Set, Text };

// Groups of people a rule of the rights table can name.
enum class Right : std::uint16_t {
  None = 0,
  Leads = 1 << 0,      // brand lead, campaign lead (and its deputy)
  OwnHub = 1 << 1,     // hub lead or deputy of the market concerned
  AnyHub = 1 << 2,     // a hub lead or deputy of any market
  OwnCreator = 1 << 3, // the creator whose space this is
  Self = 1 << 4,       // the member whose card this is
  Everyone = 1 << 5,   // any member of the space, viewers too
  BrandOnly = 1 << 6,  // the brand lead alone
  Team = 1 << 7,       // anyone but creators and viewers
};
[[nodiscard]] constexpr Right operator|(Right a, Right b) {
  return static_cast<Right>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}
[[nodiscard]] constexpr bool contains(Right set, Right one) {
  return (static_cast<std::uint16_t>(set) & static_cast<std::uint16_t>(one)) != 0;
}

struct FieldRule {
  std::uint32_t first = 0; // field number, or the block's first
  std::string_view name;   // as `meridianctl` spells it
  Law law = Law::Register;
  bool isBlock = false; // covers the block's eight numbers
  Right write = Right::None;
  int since = 0; // in which vocabulary
};

struct EntityRule {
  EntityKind kind{};
  std::string_view name;
  log::SpaceKind space{};
  bool keyed = false;
  bool fact = false;     // immutable: only Create
  bool anySpace = false; // wherever what it is about was written: receipts
  Right create = Right::None;
  std::span<const FieldRule> fields;
  int since = 0;
};

[[nodiscard]] std::span<const EntityRule> entityRules();
[[nodiscard]] const EntityRule* ruleOf(EntityKind kind);
// nullptr for a field of a newer version.
[[nodiscard]] const FieldRule* ruleOf(const EntityRule& entity, std::uint32_t field);
// How one number merges: of a block, its two lanes are texts and the rest registers.
[[nodiscard]] Law lawOf(const FieldRule& rule, std::uint32_t field);
[[nodiscard]] int sinceOf(const crdt::Op& op); // of its kind alone
[[nodiscard]] const EntityRule* ruleNamed(std::string_view entity);
[[nodiscard]] const FieldRule* ruleNamed(const EntityRule& entity, std::string_view field);

} // namespace meridian::domain
