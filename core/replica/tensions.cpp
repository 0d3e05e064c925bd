#include "core/replica/tensions.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/replica/commands.h"
#include "core/replica/editing.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

Result<void> checkLanes(const domain::Bilingual& text) {
  if (domain::isBlank(text.en) && domain::isBlank(text.ru))
    return fail(ErrorCode::InvalidArgument, "a text is missing");
  for (const auto* lane : {&text.en, &text.ru})
    if (auto good = checkOptionalText(*lane, limits::textFieldBytes); !good) return good;
  return {};
}

Result<SpaceId> teamOf(Survey& survey) {
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  if (const auto team = survey.teamSpace()) return *team;
  return fail(ErrorCode::NotAllowed, "the team's space is not here");
}

Result<OpId> created(Replica& replica, const SpaceId& team, const crdt::EntityId& tension) {
  const auto none = fail(ErrorCode::NotFound, "no such goal tension");
  if (tension == crdt::EntityId{}) return none;
  const auto ref = tension.ref();
  const auto* op = std::get_if<OpId>(&ref);
  const auto* entity = replica.entity(team, tension);
  const bool is = op != nullptr && entity != nullptr && entity->exists() &&
                  entity->kind() == static_cast<std::uint16_t>(EntityKind::GoalTension);
  if (!is) return none;
  return *op;
}

} // namespace

Result<crdt::EntityId> Tensions::open(const New& tension) {
  namespace f = domain::field::tension;
  Survey survey(m_replica, m_campaign);
  const auto team = teamOf(survey);
  if (!team) return std::unexpected(team.error());
  std::vector<BlockWrite> blocks;
  for (const auto& [block, text] : {std::pair(f::first, &tension.first),
                                    std::pair(f::second, &tension.second), std::pair(f::why, &tension.why)}) {
    if (auto good = checkLanes(*text); !good) return std::unexpected(good.error());
    addLanes(blocks, block, *text);
  }
  for (const auto& code : tension.markets)
    if (survey.market(code) == nullptr) return fail(ErrorCode::NotFound, "no such market: " + code);
  auto ops = Editing::creation(EntityKind::GoalTension, blocks, {}, 0);
  if (!ops) return std::unexpected(ops.error());
  for (const auto& code : tension.markets)
    ops->push_back(crdt::AddToSet{
        .entity = OpId{crdt::thisChange, 0}, .field = f::markets, .element = crdt::Value(code)});
  const auto written = m_replica.write({{*team, std::move(*ops)}});
  if (!written) return std::unexpected(written.error());
  return crdt::EntityId::created({written->front(), 0});
}

Result<OpId> Tensions::resolve(const crdt::EntityId& id, const domain::Bilingual& how) {
  if (auto good = checkLanes(how); !good) return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  const auto team = teamOf(survey);
  if (!team) return std::unexpected(team.error());
  const auto op = created(m_replica, *team, id);
  if (!op) return std::unexpected(op.error());
  const auto all = survey.tensions();
  const auto known = std::ranges::find(all, id, &domain::GoalTension::id);
  if (known != all.end() && !known->open()) return fail(ErrorCode::AlreadyExists, "it is decided");
  return writeFact(m_replica, *team, EntityKind::TensionResolved,
                   domain::toValue(domain::TensionResolution{.meta = {}, .tension = *op, .how = how}));
}

Result<void> Tensions::setRemoved(const crdt::EntityId& id, bool removed) {
  Survey survey(m_replica, m_campaign);
  const auto team = teamOf(survey);
  if (!team) return std::unexpected(team.error());
  if (auto op = created(m_replica, *team, id); !op) return std::unexpected(op.error());
  return Editing(m_replica).set({*team, id.ref()}, {{domain::field::tension::removed, crdt::Value(removed)}});
}

} // namespace meridian::replica
