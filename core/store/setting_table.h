// Small things of this profile alone: settings, drafts of what is being typed, what was opened here.
// Nothing of it is synchronised.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/store/statements.h"

namespace meridian::store {

class SettingTable {
 public:
  explicit SettingTable(sqlite::Connection& connection) : m_statements(connection) {}
  [[nodiscard]] Result<void> set(std::string_view name, std::string_view value);
  [[nodiscard]] Result<std::optional<std::string>> get(std::string_view name);
  [[nodiscard]] Result<void> remove(std::string_view name);
  // Names that begin with `prefix`, with their values, in ascending order.
  [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> list(std::string_view prefix);

 private:
  Statements m_statements;
};

} // namespace meridian::store
