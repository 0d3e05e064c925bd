#include "core/replica/passphrase.h"

#include "core/crdt/codec.h"
#include "core/crypto/sealing/kdf.h"

namespace meridian::replica {
namespace {

constexpr std::uint32_t charactersMin = 12;

} // namespace

Result<SecretBytes> newPassphrase(std::string_view typed) {
  auto normalised = sealing::normalisePassphrase(typed);
  if (normalised && crdt::codec::codePoints(asText(normalised->view())) < charactersMin)
    return fail(ErrorCode::InvalidArgument, "a passphrase has at least 12 characters");
  return normalised;
}

} // namespace meridian::replica
