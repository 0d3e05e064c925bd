#include "core/replica/own_card.h"

#include "core/domain/schema.h"

namespace meridian::replica {
namespace {

std::vector<crdt::Op> cardOps(const crdt::KeyedEntity& card, const ProfileInfo& profile,
                              const crdt::EntityState* known) {
  namespace f = domain::field::person;
  const crdt::EntityState empty = crdt::EntityState::merge(crdt::entityIdOf(card), {});
  const crdt::EntityState& before = known != nullptr ? *known : empty;
  std::vector<crdt::Op> ops;
  auto put = [&](std::uint32_t field, crdt::Value value) {
    if (before.value(field) == value) return;
    for (auto& op : before.write(field, std::move(value)))
      ops.push_back(std::move(op));
  };
  put(f::name, crdt::Value(profile.name));
  put(f::zone, crdt::Value(profile.zone));
  put(f::workFrom, crdt::Value(profile.workFrom.count()));
  put(f::workTo, crdt::Value(profile.workTo.count()));
  put(f::language, crdt::Value(domain::languageCode(profile.language)));
  return ops;
}

} // namespace

std::vector<crdt::Op> ownCard(const MemberId& member, const ProfileInfo& profile,
                              const crdt::EntityState* known) {
  return cardOps({static_cast<std::uint16_t>(domain::EntityKind::Person),
                  Bytes(member.bytes.begin(), member.bytes.end())},
                 profile, known);
}

std::vector<crdt::Op> ownCreatorCard(const ProfileInfo& profile, const crdt::EntityState* known) {
  return cardOps({static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}, profile, known);
}

} // namespace meridian::replica
