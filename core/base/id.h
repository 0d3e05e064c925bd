// Ids are strong types over bytes: a space's id cannot be passed where a device's is wanted.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>

#include "core/base/bytes.h"

namespace meridian {

template <class Tag, std::size_t N>
struct FixedId {
  static constexpr std::size_t size = N;
  std::array<std::uint8_t, N> bytes{};

  auto operator<=>(const FixedId&) const = default;
  [[nodiscard]] bool isZero() const {
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
  }
  [[nodiscard]] ByteView view() const { return bytes; }
  [[nodiscard]] std::string hex() const { return toHex(bytes); }

  [[nodiscard]] static Result<FixedId> from(ByteView view) {
    if (view.size() != N) return meridian::fail(ErrorCode::InvalidArgument, "wrong length of an id");
    FixedId id;
    std::copy(view.begin(), view.end(), id.bytes.begin());
    return id;
  }
  // REQUIRES: view.size() == N
  [[nodiscard]] static FixedId unchecked(ByteView view) {
    FixedId id;
    std::copy_n(view.begin(), N, id.bytes.begin());
    return id;
  }
  [[nodiscard]] static Result<FixedId> fromHex(std::string_view text) {
    auto decoded = meridian::fromHex(text);
    if (!decoded) return std::unexpected(decoded.error());
    return from(*decoded);
  }
};

using SpaceId = FixedId<struct SpaceTag, 32>;          // hash of the space's genesis
using DeviceId = FixedId<struct DeviceTag, 32>;        // the device's Ed25519 public key
using MemberId = FixedId<struct MemberTag, 32>;        // id of the genesis or join that introduced the person
using ChangeId = FixedId<struct ChangeTag, 32>;        // hash of a change without its signature
using KeyId = FixedId<struct KeyTag, 32>;              // hash of a space key
using BlobId = FixedId<struct BlobTag, 32>;            // address of an attachment's ciphertext
using ContentHash = FixedId<struct ContentTag, 32>;    // hash of canonical content (manifest, brief)
using RelayId = FixedId<struct RelayTag, 32>;          // the relay's Ed25519 public key
using Incarnation = FixedId<struct IncarnationTag, 8>; // one life of a device's profile

// One op of one change. Entities, facts and register writes are all named by the op that made them,
// so nobody can claim another's id.
struct OpId {
  ChangeId change;
  std::uint32_t index = 0;

  auto operator<=>(const OpId&) const = default;
};

template <class Id>
struct IdHash {
  std::size_t operator()(const Id& id) const noexcept {
    std::size_t h;
    static_assert(Id::size >= sizeof h);
    std::memcpy(&h, id.bytes.data(), sizeof h); // ids are hashes or keys: any eight bytes are uniform
    return h;
  }
};

struct OpIdHash {
  std::size_t operator()(const OpId& id) const noexcept {
    return IdHash<ChangeId>{}(id.change) ^ (std::size_t{id.index} * 0x9E3779B97F4A7C15u);
  }
};

} // namespace meridian

template <class Tag, std::size_t N>
struct std::hash<meridian::FixedId<Tag, N>> : meridian::IdHash<meridian::FixedId<Tag, N>> {};
template <>
struct std::hash<meridian::OpId> : meridian::OpIdHash {};
