#include "core/domain/schema.h"

#include <algorithm>
#include <array>

namespace meridian::domain {
namespace {

constexpr Right leads = Right::Leads;
constexpr Right hub = Right::OwnHub;
constexpr Right hubOrLeads = Right::OwnHub | Right::Leads;
constexpr Right everybodyHere = Right::OwnHub | Right::Leads | Right::OwnCreator;

constexpr FieldRule text(std::uint32_t n, std::string_view name, Right write) {
  return {block(n), name, Law::Text, true, write};
}
constexpr FieldRule reg(std::uint32_t field, std::string_view name, Right write, int since = 0) {
  return {field, name, Law::Register, false, write, since};
}

constexpr std::array campaignFields{
    text(field::campaign::name, "name", leads),
    text(field::campaign::thesis, "thesis", leads),
    text(field::campaign::goal, "goal", leads),
    text(field::campaign::valueProposition, "valueProposition", leads),
    text(field::campaign::successMetric, "successMetric", leads),
    text(field::campaign::guidelines, "guidelines", leads),
    reg(field::campaign::brandName, "brandName", leads),
    reg(field::campaign::coreLocked, "coreLocked", Right::BrandOnly),
};

constexpr std::array marketFields{
    text(field::market::name, "name", hubOrLeads),
    text(field::market::subGoal, "subGoal", hubOrLeads),
    text(field::market::whyItMatters, "whyItMatters", hubOrLeads),
    text(field::market::expression, "expression", hubOrLeads),
    text(field::market::angle, "angle", hubOrLeads),
    text(field::market::angleReason, "angleReason", hubOrLeads),
    text(field::market::angleData, "angleData", hubOrLeads),
    text(field::market::whyThisOrder, "whyThisOrder", hubOrLeads),
    text(field::market::labels, "labels", hubOrLeads),
    reg(field::market::zone, "zone", leads),
    reg(field::market::launchAt, "launchAt", leads),
    reg(field::market::schedule, "schedule", hubOrLeads),
    reg(field::market::holidayCountry, "holidayCountry", hubOrLeads),
    reg(field::market::needsAdToken, "needsAdToken", hubOrLeads),
    reg(field::market::order, "order", leads),
    reg(field::market::riskLeadHours, "riskLeadHours", hubOrLeads),
};

constexpr std::array charterFields{
    text(field::element::text, "text", leads),
    text(field::element::because, "because", leads),
    reg(field::element::order, "order", leads),
    reg(field::element::removed, "removed", leads),
};

constexpr std::array checklistFields{
    text(field::element::text, "text", hubOrLeads),
    text(field::element::because, "because", hubOrLeads),
    reg(field::element::order, "order", hubOrLeads),
    reg(field::element::removed, "removed", hubOrLeads),
    reg(field::element::market, "market", hubOrLeads),
    reg(field::element::validFrom, "validFrom", hubOrLeads),
};

constexpr std::array milestoneFields{
    text(field::milestone::title, "title", hubOrLeads),
    text(field::milestone::why, "why", hubOrLeads),
    reg(field::milestone::at, "at", hubOrLeads),
    reg(field::milestone::market, "market", hubOrLeads),
    reg(field::milestone::type, "type", hubOrLeads),
    reg(field::milestone::removed, "removed", hubOrLeads),
    reg(field::milestone::zone, "zone", hubOrLeads),
    FieldRule{field::milestone::dependsOn, "dependsOn", Law::Set, false, hubOrLeads, 1},
};

constexpr Right ownCard = Right::Self | Right::Leads;
constexpr std::array personFields{
    text(field::person::title, "title", ownCard),
    text(field::person::style, "style", ownCard),
    reg(field::person::name, "name", ownCard),
    reg(field::person::zone, "zone", ownCard),
    reg(field::person::workFrom, "workFrom", ownCard),
    reg(field::person::workTo, "workTo", ownCard),
    reg(field::person::language, "language", ownCard),
    reg(field::person::responseHours, "responseHours", ownCard),
};

constexpr std::array creatorFields{
    text(field::person::title, "title", hubOrLeads),
    text(field::person::style, "style", hubOrLeads),
    text(field::person::audience, "audience", hubOrLeads),
    reg(field::person::name, "name", everybodyHere),
    reg(field::person::zone, "zone", everybodyHere),
    reg(field::person::workFrom, "workFrom", everybodyHere),
    reg(field::person::workTo, "workTo", everybodyHere),
    reg(field::person::language, "language", everybodyHere),
    reg(field::person::responseHours, "responseHours", hubOrLeads),
    reg(field::person::handle, "handle", hubOrLeads),
    reg(field::person::followers, "followers", hubOrLeads),
    reg(field::person::tier, "tier", hubOrLeads),
    reg(field::person::contact, "contact", hubOrLeads),
    reg(field::person::approver, "approver", hubOrLeads),
    reg(field::person::briefExpected, "briefExpected", hubOrLeads),
};

constexpr Right absenceWriters = Right::Self | Right::Leads | Right::OwnHub;
constexpr std::array absenceFields{
    reg(field::absence::member, "member", absenceWriters),
    reg(field::absence::from, "from", absenceWriters),
    reg(field::absence::to, "to", absenceWriters),
    reg(field::absence::deputy, "deputy", absenceWriters),
    reg(field::absence::removed, "removed", absenceWriters),
};

// G3: only the own hub writes and issues briefs; not even the leads do.
constexpr std::array briefFields{
    text(field::brief::contact, "contact", hub),
    text(field::brief::goal, "goal", hub),
    text(field::brief::role, "role", hub),
    text(field::brief::make, "make", hub),
    text(field::brief::live, "live", hub),
    text(field::brief::bigger, "bigger", hub),
    text(field::brief::tone, "tone", hub),
    text(field::brief::roleBecause, "roleBecause", hub),
    text(field::brief::makeBecause, "makeBecause", hub),
    reg(field::brief::removed, "removed", hub),
};

constexpr std::array deliverableFields{
    text(field::deliverable::title, "title", hub),
    text(field::deliverable::labels, "labels", hub),
    reg(field::deliverable::brief, "brief", hub),
    reg(field::deliverable::roughCutDue, "roughCutDue", hub),
    reg(field::deliverable::goLiveAt, "goLiveAt", hub),
    reg(field::deliverable::zone, "zone", hub),
    reg(field::deliverable::adToken, "adToken", hub),
    reg(field::deliverable::removed, "removed", hub),
    reg(field::deliverable::format, "format", hub, 1),
};

constexpr std::array rosterFields{
    reg(field::roster::name, "name", hubOrLeads),
    reg(field::roster::handle, "handle", hubOrLeads),
    reg(field::roster::followers, "followers", hubOrLeads),
    reg(field::roster::tier, "tier", hubOrLeads),
};

constexpr std::array inviteeFields{reg(field::invitee::name, "name", hubOrLeads)};

constexpr Right anyHubOrLeads = Right::AnyHub | Right::Leads;
constexpr std::array tensionFields{
    text(field::tension::first, "first", anyHubOrLeads),
    text(field::tension::second, "second", anyHubOrLeads),
    text(field::tension::why, "why", anyHubOrLeads),
    reg(field::tension::removed, "removed", leads),
    FieldRule{field::tension::markets, "markets", Law::Set, false, anyHubOrLeads},
};

using Kind = EntityKind;
using Space = log::SpaceKind;

constexpr EntityRule keyed(Kind kind, std::string_view name, Space space, std::span<const FieldRule> fields) {
  return {.kind = kind, .name = name, .space = space, .keyed = true, .fields = fields};
}
constexpr EntityRule created(Kind kind, std::string_view name, Space space, Right create,
                             std::span<const FieldRule> fields, int since = 0) {
  return {.kind = kind, .name = name, .space = space, .create = create, .fields = fields, .since = since};
}
constexpr EntityRule fact(Kind kind, std::string_view name, Space space, Right create, bool anySpace = false,
                          int since = 0) {
  return {.kind = kind,
          .name = name,
          .space = space,
          .fact = true,
          .anySpace = anySpace,
          .create = create,
          .fields = {},
          .since = since};
}

constexpr std::array rules{
    keyed(Kind::Campaign, "campaign", Space::Campaign, campaignFields),
    keyed(Kind::Market, "market", Space::Campaign, marketFields),
    created(Kind::NonNegotiable, "nonNegotiable", Space::Campaign, leads, charterFields),
    created(Kind::Negotiable, "negotiable", Space::Campaign, leads, charterFields),
    created(Kind::Milestone, "milestone", Space::Campaign, hubOrLeads, milestoneFields),
    keyed(Kind::Person, "person", Space::Campaign, personFields),
    created(Kind::Absence, "absence", Space::Campaign, Right::Team, absenceFields),
    fact(Kind::PriorityDecision, "priorityDecision", Space::Campaign, leads),
    fact(Kind::CharterAcknowledged, "charterAcknowledged", Space::Campaign, Right::Everyone),
    fact(Kind::HubDelayNotice, "hubDelayNotice", Space::Campaign, hub),
    fact(Kind::GenesisReceipt, "genesisReceipt", Space::Campaign, leads),
    created(Kind::ChecklistItem, "checklistItem", Space::Campaign, hubOrLeads, checklistFields, 1),

    keyed(Kind::Creator, "creator", Space::Creator, creatorFields),
    created(Kind::Brief, "brief", Space::Creator, hub, briefFields),
    created(Kind::Deliverable, "deliverable", Space::Creator, hub, deliverableFields),
    fact(Kind::BriefIssued, "briefIssued", Space::Creator, hub),
    fact(Kind::BriefOpened, "briefOpened", Space::Creator, Right::OwnCreator),
    fact(Kind::BriefAcknowledged, "briefAcknowledged", Space::Creator, Right::OwnCreator),
    fact(Kind::Submission, "submission", Space::Creator, Right::OwnCreator),
    fact(Kind::Received, "received", Space::Creator, Right::Everyone, true),
    fact(Kind::Verdict, "verdict", Space::Creator, hubOrLeads),
    fact(Kind::VerdictWithdrawn, "verdictWithdrawn", Space::Creator, hubOrLeads),
    fact(Kind::Comment, "comment", Space::Creator, everybodyHere),
    fact(Kind::Question, "question", Space::Creator, Right::OwnCreator),
    fact(Kind::Answer, "answer", Space::Creator, hubOrLeads),
    fact(Kind::DelayNotice, "delayNotice", Space::Creator, hubOrLeads),
    fact(Kind::Published, "published", Space::Creator, Right::OwnCreator),
    fact(Kind::Seen, "seen", Space::Creator, Right::Everyone, true),
    fact(Kind::SentToDecider, "sentToDecider", Space::Creator, hubOrLeads),
    fact(Kind::ContestDecided, "contestDecided", Space::Creator, leads),
    fact(Kind::BriefConflictDecided, "briefConflictDecided", Space::Creator, hubOrLeads),
    fact(Kind::StillFine, "stillFine", Space::Creator, hubOrLeads),
    fact(Kind::BriefWithdrawn, "briefWithdrawn", Space::Creator, hub),

    keyed(Kind::RosterEntry, "rosterEntry", Space::Team, rosterFields),
    keyed(Kind::Invitee, "invitee", Space::Team, inviteeFields),
    created(Kind::GoalTension, "goalTension", Space::Team, anyHubOrLeads, tensionFields, 1),
    fact(Kind::TensionResolved, "tensionResolved", Space::Team, leads, false, 1),
};

} // namespace

std::span<const EntityRule> entityRules() { return rules; }

const EntityRule* ruleOf(EntityKind kind) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const EntityRule& r) { return r.kind == kind; });
  return found == rules.end() ? nullptr : &*found;
}

const FieldRule* ruleOf(const EntityRule& entity, std::uint32_t field) {
  for (const FieldRule& rule : entity.fields) {
    if (rule.isBlock ? field >= rule.first && field <= rule.first + lane::ruMadeFrom : field == rule.first)
      return &rule;
  }
  return nullptr;
}

Law lawOf(const FieldRule& rule, std::uint32_t field) {
  if (!rule.isBlock) return rule.law;
  return field - rule.first <= lane::ru ? Law::Text : Law::Register;
}

int sinceOf(const crdt::Op& op) {
  const bool ofSets =
      std::holds_alternative<crdt::AddToSet>(op) || std::holds_alternative<crdt::RemoveFromSet>(op);
  return ofSets ? 1 : 0;
}

const EntityRule* ruleNamed(std::string_view entity) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const EntityRule& r) { return r.name == entity; });
  return found == rules.end() ? nullptr : &*found;
}

const FieldRule* ruleNamed(const EntityRule& entity, std::string_view name) {
  const auto found = std::find_if(entity.fields.begin(), entity.fields.end(),
                                  [&](const FieldRule& rule) { return rule.name == name; });
  return found == entity.fields.end() ? nullptr : &*found;
}

} // namespace meridian::domain
