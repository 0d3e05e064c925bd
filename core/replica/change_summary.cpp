#include "core/replica/change_summary.h"

#include <algorithm>

#include "core/domain/fact_fields.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

bool isBackground(EntityKind kind) {
  return kind == EntityKind::Received || kind == EntityKind::Seen || kind == EntityKind::GenesisReceipt ||
         kind == EntityKind::BriefOpened || kind == EntityKind::Invitee;
}

// The item that says most about an entry; the others (keys, members) go with it.
struct ItemName {
  std::string_view operator()(const envelope::Founder&) const { return "genesis"; }
  std::string_view operator()(const envelope::OfCampaign&) const { return "genesis"; }
  std::string_view operator()(const envelope::Invite&) const { return "invitation"; }
  std::string_view operator()(const envelope::Join&) const { return "join"; }
  std::string_view operator()(const envelope::Confirm&) const { return "confirmation"; }
  std::string_view operator()(const envelope::Withdraw&) const { return "withdrawal"; }
  std::string_view operator()(const envelope::Grant&) const { return "grant"; }
  std::string_view operator()(const envelope::Cut&) const { return "grant"; }
  std::string_view operator()(const envelope::DeviceItem&) const { return "device"; }
  std::string_view operator()(const envelope::RelayItem&) const { return "relay"; }
  std::string_view operator()(const envelope::MemberItem&) const { return "member"; }
  std::string_view operator()(const envelope::Epoch&) const { return "keys"; }
  std::string_view operator()(const envelope::KeyShare&) const { return "keys"; }
  std::string_view operator()(const envelope::UnknownItem&) const { return "keys"; }
};

void summariseEntry(Survey& survey, const envelope::Change& change, ChangeSummary& summary) {
  summary.authority = "keys";
  if (const auto items = envelope::decodeItems(change.clear()); items && !items->empty())
    summary.authority = std::visit(ItemName{}, items->front());
  summary.background =
      summary.authority == "keys" || summary.authority == "member" || summary.authority == "confirmation";
  if (survey.isCreatorSpace(change.space())) summary.subject = survey.creatorCard(change.space()).name;
  if (summary.authority == "invitation") summary.subject = survey.inviteeOf(change.id());
}

// Of a write to an existing entity: its kind and the field's name.
void nameField(Survey& survey, const SpaceId& space, const crdt::EntityId& entity, std::uint32_t number,
               ChangeSummary& summary) {
  const auto ref = entity.ref();
  if (const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref)) {
    summary.kind = static_cast<EntityKind>(keyed->kind);
    if (summary.kind == EntityKind::Market) summary.subject = std::string(asText(keyed->key));
    if (summary.kind == EntityKind::Person && keyed->key.size() == MemberId::size)
      summary.subject = survey.nameOf(MemberId::unchecked(keyed->key));
  } else if (const auto* state = survey.replica().entity(space, entity)) {
    summary.kind = static_cast<EntityKind>(state->kind());
  }
  if (const auto* rule = domain::ruleOf(summary.kind))
    if (const auto* field = domain::ruleOf(*rule, number)) summary.field = std::string(field->name);
}

void summariseContent(Survey& survey, const SpaceId& space, const crdt::Body& body, const ChangeId& change,
                      ChangeSummary& summary) {
  bool named = false;
  for (std::uint32_t i = 0; i < body.ops.size() && !named; ++i) {
    const auto& op = body.ops[i];
    if (const auto* create = std::get_if<crdt::Create>(&op)) {
      const auto kind = static_cast<EntityKind>(create->kind);
      summary.kind = kind;
      summary.background = isBackground(kind);
      if (summary.background) continue; // something that people did may stand beside it
      if (kind == EntityKind::Verdict && create->payload.at(domain::fact::verdict::kind).intOr(0) == 2)
        summary.verdict = domain::VerdictKind::RequestChanges;
      else if (kind == EntityKind::Verdict)
        summary.verdict = domain::VerdictKind::Approve;
      named = true;
      continue;
    }
    const auto entity = crdt::entityOf({change, i}, op);
    const auto number = crdt::fieldOf(op);
    if (!entity || !number) continue;
    nameField(survey, space, *entity, *number, summary);
    summary.background = isBackground(summary.kind); // the invitation that it goes with is told
    named = true;
  }
}

} // namespace

ChangeSummary summaryOf(Survey& survey, const envelope::Change& change) {
  ChangeSummary summary;
  if (!change.known()) return summary;
  if (change.chain() == envelope::Chain::Authority) {
    summariseEntry(survey, change, summary);
    return summary;
  }
  if (const auto body = survey.replica().body(change))
    summariseContent(survey, change.space(), *body, change.id(), summary);
  if (summary.subject.empty() && survey.isCreatorSpace(change.space()))
    summary.subject = survey.creatorCard(change.space()).name;
  return summary;
}

} // namespace meridian::replica
