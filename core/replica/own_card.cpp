#include "core/replica/own_card.h"

#include "core/domain/schema.h"

namespace meridian::replica {
namespace {

std::vector<crdt::Op> cardOps(const crdt::KeyedEntity& card, const ProfileInfo& profile,
                              const crdt::EntityState* known, const ProfileInfo* was) {
  namespace f = domain::field::person;
  const crdt::EntityState empty = crdt::EntityState::merge(crdt::entityIdOf(card), {});
  const crdt::EntityState& before = known != nullptr ? *known : empty;
  std::vector<crdt::Op> ops;
  auto put = [&](std::uint32_t field, const auto& valueOf) {
    crdt::Value value(valueOf(profile));
    if (!before.conflicting(field)) {
      if (was != nullptr && crdt::Value(valueOf(*was)) == value) return;
      if (before.value(field) == value) return;
    }
    for (auto& op : before.write(field, std::move(value)))
      ops.push_back(std::move(op));
  };
  put(f::name, [](const ProfileInfo& info) { return info.name; });
  put(f::zone, [](const ProfileInfo& info) { return info.zone; });
  put(f::workFrom, [](const ProfileInfo& info) { return info.workFrom.count(); });
  put(f::workTo, [](const ProfileInfo& info) { return info.workTo.count(); });
  put(f::language, [](const ProfileInfo& info) { return domain::languageCode(info.language); });
  return ops;
}

} // namespace

std::vector<crdt::Op> ownCard(const MemberId& member, const ProfileInfo& profile,
                              const crdt::EntityState* known, const ProfileInfo* was) {
  return cardOps({static_cast<std::uint16_t>(domain::EntityKind::Person),
                  Bytes(member.bytes.begin(), member.bytes.end())},
                 profile, known, was);
}

std::vector<crdt::Op> ownCreatorCard(const ProfileInfo& profile, const crdt::EntityState* known,
                                     const ProfileInfo* was) {
  return cardOps({static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}, profile, known, was);
}

} // namespace meridian::replica
