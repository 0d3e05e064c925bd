#include "core/store/setting_table.h"

namespace meridian::store {

Result<void> SettingTable::set(std::string_view name, std::string_view value) {
  return m_statements.run("INSERT INTO setting (name, value) VALUES (?, ?) "
                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                          name, value);
}

Result<std::optional<std::string>> SettingTable::get(std::string_view name) {
  return m_statements.one(
      "SELECT value FROM setting WHERE name = ?", [](Row& row) { return row.text(0); }, name);
}

Result<void> SettingTable::remove(std::string_view name) {
  return m_statements.run("DELETE FROM setting WHERE name = ?", name);
}

Result<std::vector<std::pair<std::string, std::string>>> SettingTable::list(std::string_view prefix) {
  // Names are ordered by their bytes, so those with the prefix follow it without a gap.
  std::vector<std::pair<std::string, std::string>> found;
  auto done = m_statements.each(
      "SELECT name, value FROM setting WHERE name >= ? ORDER BY name",
      [&](Row& row) {
        std::string name = row.text(0);
        if (!name.starts_with(prefix)) return false;
        found.emplace_back(std::move(name), row.text(1));
        return true;
      },
      prefix);
  if (!done) return std::unexpected(done.error());
  return found;
}

} // namespace meridian::store
