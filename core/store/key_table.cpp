#include "core/store/key_table.h"

namespace meridian::store {

Result<void> KeyTable::put(const SpaceKeyRow& row) {
  ByteWriter parents;
  for (const KeyId& parent : row.parents)
    parents.raw(parent.view());
  return m_statements.run("INSERT INTO space_key (id, space, chain, key, parents) VALUES (?, ?, ?, ?, ?) "
                          "ON CONFLICT (id) DO NOTHING",
                          row.id, row.space, row.chain, row.key.view(), ByteView{parents.bytes()});
}

namespace {

SpaceKeyRow readKey(Row& row) {
  SpaceKeyRow found{.id = row.id<KeyId>(0),
                    .space = row.id<SpaceId>(1),
                    .chain = row.as<std::uint8_t>(2),
                    .key = SecretBytes::copyOf(row.view(3)),
                    .parents = {}};
  const ByteView parents = row.view(4);
  if (parents.size() % KeyId::size != 0) row.spoil();
  for (std::size_t at = 0; at + KeyId::size <= parents.size(); at += KeyId::size) {
    found.parents.push_back(KeyId::unchecked(parents.subspan(at, KeyId::size)));
  }
  return found;
}

} // namespace

Result<std::vector<SpaceKeyRow>> KeyTable::ofSpace(const SpaceId& space) {
  return m_statements.all("SELECT id, space, chain, key, parents FROM space_key WHERE space = ? ORDER BY id",
                          readKey, space);
}

Result<void> KeyTable::putSecret(std::string_view name, const SecretBytes& value) {
  return m_statements.run("INSERT INTO secret (name, value) VALUES (?, ?) "
                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                          name, value.view());
}

Result<std::optional<SecretBytes>> KeyTable::secret(std::string_view name) {
  return m_statements.one(
      "SELECT value FROM secret WHERE name = ?", [](Row& row) { return SecretBytes::copyOf(row.view(0)); },
      name);
}

Result<void> KeyTable::removeSecret(std::string_view name) {
  return m_statements.run("DELETE FROM secret WHERE name = ?", name);
}

} // namespace meridian::store
