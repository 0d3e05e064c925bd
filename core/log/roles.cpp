#include "core/log/authority.h"

#include <algorithm>
#include <array>
#include <limits>

namespace meridian::log {

namespace {

struct RoleName {
  Role role;
  std::string_view name;
};
constexpr std::array roleNames{
    RoleName{Role::BrandLead, "brand-lead"},
    RoleName{Role::CampaignLead, "campaign-lead"},
    RoleName{Role::HubLead, "hub-lead"},
    RoleName{Role::Deputy, "deputy"},
    RoleName{Role::Creator, "creator"},
    RoleName{Role::Viewer, "viewer"},
    RoleName{Role::Analyst, "analyst"},
    RoleName{Role::Agency, "agency"},
    RoleName{Role::CampaignDeputy, "campaign-deputy"},
};

// Fields of FORMAT.md §3.
enum EntryField : std::uint32_t { ItemsField = 1, KindField = 2, SpaceMarketField = 3 };
enum DetailField : std::uint32_t {
  ItemField = 1,
  RoleField = 2,
  MarketField = 3,
  FromField = 4,
  ToField = 5,
  NoteField = 6,
};

std::optional<Instant> instantOf(const crdt::Value& value) {
  const auto millis = value.integer();
  if (!millis) return std::nullopt;
  return fromMillis(*millis);
}

} // namespace

std::string_view roleName(Role role) {
  const auto found = std::ranges::find(roleNames, role, &RoleName::role);
  return found == roleNames.end() ? std::string_view{} : found->name;
}

Result<Role> parseRole(std::string_view name) {
  const auto found = std::ranges::find(roleNames, name, &RoleName::name);
  if (found == roleNames.end()) return fail(ErrorCode::InvalidArgument, "unknown role");
  return found->role;
}

envelope::Capability capabilityOf(Role role) {
  switch (role) {
  case Role::BrandLead:
  case Role::CampaignLead:
  case Role::HubLead:
    return envelope::Capability::Manage;
  default:
    // Even a viewer writes: acknowledgements are changes.
    return envelope::Capability::Write;
  }
}

bool mayManage(Role manager, std::string_view managerMarket, Role managed, std::string_view market) {
  switch (manager) {
  case Role::BrandLead:
    return true;
  case Role::CampaignLead:
    return managed != Role::BrandLead;
  case Role::HubLead:
    return (managed == Role::Creator || managed == Role::Deputy) && !market.empty() &&
           market == managerMarket;
  default:
    return false;
  }
}

crdt::Value toValue(const EntryDetail& detail) {
  crdt::Value items{crdt::Value::List{}};
  for (const ItemDetail& item : detail.items) {
    crdt::Value value{crdt::Value::Map{}};
    value.set(ItemField, item.item);
    value.set(RoleField, static_cast<std::uint8_t>(item.role));
    if (!item.market.empty()) value.set(MarketField, item.market);
    if (item.from) value.set(FromField, toMillis(*item.from));
    if (item.to) value.set(ToField, toMillis(*item.to));
    if (!item.note.empty()) value.set(NoteField, item.note);
    items.push(std::move(value));
  }
  crdt::Value value{crdt::Value::Map{}};
  if (!detail.items.empty()) value.set(ItemsField, std::move(items));
  if (detail.kind) value.set(KindField, static_cast<std::uint8_t>(*detail.kind));
  if (!detail.market.empty()) value.set(SpaceMarketField, detail.market);
  return value;
}

Result<EntryDetail> entryDetailFrom(const crdt::Value& value) {
  if (!std::holds_alternative<crdt::Value::Map>(value.data()))
    return fail(ErrorCode::Damaged, "detail of an authority entry");
  EntryDetail detail;
  detail.market = value.at(SpaceMarketField).textOr({});
  // A kind or role of a newer version is left out: what depends on it has no effect before an update.
  const auto kind = value.at(KindField).intOr(0);
  if (kind >= 1 && kind <= 3) detail.kind = SpaceKind{static_cast<std::uint8_t>(kind)};
  for (const crdt::Value& part : value.at(ItemsField).items()) {
    const auto item = part.at(ItemField).integer();
    if (!item || *item < 0 || *item > std::numeric_limits<std::uint32_t>::max())
      return fail(ErrorCode::Damaged, "item of a detail");
    const auto role = part.at(RoleField).intOr(0);
    if (role < 1 || role > std::int64_t{roleNames.size()}) continue;
    detail.items.push_back({.item = static_cast<std::uint32_t>(*item),
                            .role = Role{static_cast<std::uint8_t>(role)},
                            .market = part.at(MarketField).textOr({}),
                            .from = instantOf(part.at(FromField)),
                            .to = instantOf(part.at(ToField)),
                            .note = part.at(NoteField).textOr({})});
  }
  return detail;
}

} // namespace meridian::log
