#include "core/crypto/signing/hash.h"
#include "core/replica/access.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

namespace {

void find(std::string_view pasted) {
  const auto found = replica::findInvitation(pasted);
  if (!found) return;
  const auto link = replica::toLink(*found);
  const auto again = replica::findInvitation("See you there:\n" + link + "\n");
  HOLDS(again && replica::toLink(*again) == link);
  HOLDS(replica::findInvitation(replica::toCode(*found)));
}

} // namespace

FUZZ_TARGET(invitation) {
  find(asText(bytes));
  // Behind a check that holds.
  ByteWriter whole;
  whole.raw(bytes);
  const auto check = signing::hashAs<ContentHash>(signing::domains::invitationSign, {bytes});
  whole.raw(check.view().first(8));
  find("meridian://join#" + toBase64Url(whole.bytes()));
}
