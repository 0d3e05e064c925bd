// The campaigns of a profile and the spaces of each.
#pragma once

#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/statements.h"

namespace meridian::store {

enum class Membership : std::uint8_t {
  Member = 1,
  Joining = 2, // the join is written and not stored yet, or not confirmed
  Refused = 3, // invitation used, expired or withdrawn
};

struct CampaignRow {
  SpaceId id = {};
  Membership membership = Membership::Member;
  std::string title = {};         // as last read, so that the switcher needs no key work
  std::string relayUrl = {};      // empty: none yet
  RelayId relay = {};             // identity; zero: none yet
  Bytes relayPin = {};            // SHA-256 of the TLS public key; empty: check the name
  std::string foundingCode = {};  // until the campaign is admitted
  std::string refusal = {};       // stable name of why joining was refused
  Bytes invitation = {};          // the invitation while joining, as core/replica encodes it
  std::int64_t position = 0;      // order in the switcher
  std::uint64_t blobBytesMax = 0; // of a blob at this relay, as it last said; 0: it has not yet
};

struct SpaceRow {
  SpaceId id = {};
  SpaceId campaign = {};
  std::uint8_t kind = 0;   // log::SpaceKind
  std::string market = {}; // of a creator's space
};

class CampaignTable {
 public:
  explicit CampaignTable(sqlite::Connection& connection) : m_statements(connection) {}
  [[nodiscard]] Result<void> put(const CampaignRow& row); // insert or replace
  [[nodiscard]] Result<std::vector<CampaignRow>> all();
  [[nodiscard]] Result<std::optional<CampaignRow>> find(const SpaceId& campaign);
  [[nodiscard]] Result<void> putSpace(const SpaceRow& row);
  [[nodiscard]] Result<std::vector<SpaceRow>> spaces(const SpaceId& campaign);
  [[nodiscard]] Result<std::optional<SpaceRow>> space(const SpaceId& space);

 private:
  Statements m_statements;
};

} // namespace meridian::store
