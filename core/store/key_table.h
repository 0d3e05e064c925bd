// Secrets of the profile: the device's private keys and the keys of its spaces. The file is encrypted;
// in memory they live in SecretBytes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/crypto/signing/secret_bytes.h"
#include "core/store/statements.h"

namespace meridian::store {

struct SpaceKeyRow {
  KeyId id = {};
  SpaceId space = {};
  std::uint8_t chain = 0; // log::KeyChain
  SecretBytes key = {};
  std::vector<KeyId> parents = {};
};

class KeyTable {
 public:
  explicit KeyTable(sqlite::Connection& connection) : m_statements(connection) {}
  [[nodiscard]] Result<void> put(const SpaceKeyRow& row); // keeps what is there
  [[nodiscard]] Result<std::vector<SpaceKeyRow>> ofSpace(const SpaceId& space);
  // A named secret of the device: "device/sign", "device/box" (32-byte seeds), "invitation/<campaign>".
  [[nodiscard]] Result<void> putSecret(std::string_view name, const SecretBytes& value);
  [[nodiscard]] Result<std::optional<SecretBytes>> secret(std::string_view name);
  [[nodiscard]] Result<void> removeSecret(std::string_view name);

 private:
  Statements m_statements;
};

} // namespace meridian::store
