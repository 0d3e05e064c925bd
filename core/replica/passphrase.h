// What a new passphrase has to be.
#pragma once

#include <string_view>

#include "core/crypto/signing/secret_bytes.h"

namespace meridian::replica {

// As it was typed, composed (NFC) and ready for the vault. InvalidArgument: fewer than 12 characters, of
// which a letter and its accent are one, or whatever sealing::normalisePassphrase() refuses.
[[nodiscard]] Result<SecretBytes> newPassphrase(std::string_view typed);

} // namespace meridian::replica
