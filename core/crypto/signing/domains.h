// The domain strings of every hash, signature and derived key (FORMAT.md §1). No two uses share one, so
// that bytes made for one purpose never mean anything for another.
#pragma once

#include <string_view>

namespace meridian::signing::domains {

inline constexpr std::string_view change = "meridian/1/change";
inline constexpr std::string_view signChange = "meridian/1/sign/change";
inline constexpr std::string_view signJoin = "meridian/1/sign/join";
inline constexpr std::string_view entity = "meridian/1/entity";
inline constexpr std::string_view receipt = "meridian/1/receipt";
inline constexpr std::string_view receiptBlobs = "meridian/1/receipt/blobs";
inline constexpr std::string_view challenge = "meridian/1/challenge";
inline constexpr std::string_view hello = "meridian/1/hello";
inline constexpr std::string_view manifest = "meridian/1/manifest";
inline constexpr std::string_view brief = "meridian/1/brief";
inline constexpr std::string_view snapshot = "meridian/1/snapshot";
inline constexpr std::string_view keyId = "meridian/1/key-id";
inline constexpr std::string_view keyCombine = "meridian/1/key-combine";
inline constexpr std::string_view blob = "meridian/1/blob";
inline constexpr std::string_view blobChunk = "meridian/1/blob/chunk";
inline constexpr std::string_view kdfVault = "meridian/1/kdf/vault";
inline constexpr std::string_view vaultCheck = "meridian/1/vault/check";
inline constexpr std::string_view invitationSign = "meridian/1/invitation/sign";
inline constexpr std::string_view invitationBox = "meridian/1/invitation/box";
inline constexpr std::string_view digest = "meridian/1/digest";
inline constexpr std::string_view bundle = "meridian/1/bundle";
inline constexpr std::string_view filenameKey = "meridian/1/filename-key";

} // namespace meridian::signing::domains
