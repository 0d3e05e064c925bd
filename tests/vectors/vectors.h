// The fixed vectors of tests/data/vectors, made anew from seeds by the code of today. A file that differs
// from what is made here means that a format has changed: see tests/data/README.md.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/crypto/signing/key_pair.h"

namespace meridian::vectors {

using Json = nlohmann::ordered_json; // members stand in the order in which a person reads them

// Decodes and encodes again: the same bytes, or the decoder's error.
using Again = std::function<Result<Bytes>(const Json& vector, ByteView bytes)>;

struct VectorFile {
  std::string name; // of the file, without ".json"
  Json content;     // {"format", "note", …, "vectors": [{"what", …, "bytes"}]}
  Again again;
};

// One function for each room whose formats they are.
[[nodiscard]] std::vector<VectorFile> envelopeVectors(); // authority, receipt
[[nodiscard]] std::vector<VectorFile> contentVectors();  // sealed, value, text, manifest
[[nodiscard]] std::vector<VectorFile> wireVectors();     // wire, handshake, relay-address
[[nodiscard]] std::vector<VectorFile> fileVectors();     // vault, blob, bundle, invitation

// As the file is written.
[[nodiscard]] inline std::string textOf(const Json& content) { return content.dump(1) + "\n"; }

template <class Bytes32>
[[nodiscard]] std::string hexOf(const Bytes32& bytes) {
  if constexpr (requires { bytes.view(); })
    return toHex(bytes.view());
  else
    return toHex(ByteView{bytes});
}

// The id whose every byte is `number`.
template <class Id>
[[nodiscard]] Id idOf(std::uint8_t number) {
  Id id;
  id.bytes.fill(number);
  return id;
}
[[nodiscard]] inline signing::SigningKey signingKeyOf(std::uint8_t number) {
  return signing::SigningKey::fromSeed(Bytes(signing::seedBytes, number));
}

[[nodiscard]] inline Json vector(std::string what, ByteView bytes, Json more = Json::object()) {
  Json made{{"what", std::move(what)}};
  made.update(more);
  made["bytes"] = toHex(bytes);
  return made;
}

} // namespace meridian::vectors
