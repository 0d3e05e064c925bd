#include "core/store/campaign_table.h"

namespace meridian::store {

namespace {

CampaignRow readCampaign(Row& row) {
  return {.id = row.id<SpaceId>(0),
          .membership = row.as<Membership>(1),
          .title = row.text(2),
          .relayUrl = row.text(3),
          .relay = row.id<RelayId>(4),
          .relayPin = row.bytes(5),
          .foundingCode = row.text(6),
          .refusal = row.text(7),
          .invitation = row.bytes(8),
          .position = row.number(9),
          .blobBytesMax = row.as<std::uint64_t>(10)};
}

SpaceRow readSpace(Row& row) {
  return {.id = row.id<SpaceId>(0),
          .campaign = row.id<SpaceId>(1),
          .kind = row.as<std::uint8_t>(2),
          .market = row.text(3)};
}

} // namespace

Result<void> CampaignTable::put(const CampaignRow& row) {
  return m_statements.run("INSERT OR REPLACE INTO campaign (id, membership, title, relay_url, relay, "
                          "relay_pin, founding_code, refusal, invitation, position, blob_bytes_max) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          row.id, row.membership, row.title, row.relayUrl, row.relay, ByteView{row.relayPin},
                          row.foundingCode, row.refusal, ByteView{row.invitation}, row.position,
                          row.blobBytesMax);
}

Result<std::vector<CampaignRow>> CampaignTable::all() {
  return m_statements.all(
      "SELECT id, membership, title, relay_url, relay, relay_pin, founding_code, refusal, "
      "invitation, position, blob_bytes_max FROM campaign ORDER BY position, id",
      readCampaign);
}

Result<std::optional<CampaignRow>> CampaignTable::find(const SpaceId& campaign) {
  return m_statements.one(
      "SELECT id, membership, title, relay_url, relay, relay_pin, founding_code, refusal, "
      "invitation, position, blob_bytes_max FROM campaign WHERE id = ?",
      readCampaign, campaign);
}

Result<void> CampaignTable::putSpace(const SpaceRow& row) {
  // An upsert: changes may already refer to the space by its number.
  return m_statements.run("INSERT INTO space (id, campaign, kind, market) VALUES (?, ?, ?, ?) "
                          "ON CONFLICT (id) DO UPDATE SET campaign = excluded.campaign, "
                          "kind = excluded.kind, market = excluded.market",
                          row.id, row.campaign, row.kind, row.market);
}

Result<std::vector<SpaceRow>> CampaignTable::spaces(const SpaceId& campaign) {
  return m_statements.all("SELECT id, campaign, kind, market FROM space WHERE campaign = ? "
                          "ORDER BY kind, market, id",
                          readSpace, campaign);
}

Result<std::optional<SpaceRow>> CampaignTable::space(const SpaceId& space) {
  return m_statements.one("SELECT id, campaign, kind, market FROM space WHERE id = ? "
                          "AND campaign IS NOT NULL",
                          readSpace, space);
}

} // namespace meridian::store
