// The part of CBOR (RFC 8949) that control messages are made of: one map with text keys, of definite lengths.
// Read and written in place: a tree of nodes takes memory even to be destroyed, where nobody can refuse.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"

namespace meridian::protocol::cbor {

// Whether `cbor` is exactly one item of definite lengths, nested at most `depthMax` deep, by a scan that
// does not recurse.
[[nodiscard]] bool withinDepth(ByteView cbor, std::size_t depthMax);

// A map of so many members. REQUIRES: the keys come in the order of their bytes.
class MapWriter {
 public:
  explicit MapWriter(std::size_t members);
  MapWriter& number(std::string_view key, std::uint64_t value);
  MapWriter& flag(std::string_view key, bool value);
  MapWriter& bytes(std::string_view key, ByteView value);
  MapWriter& numbers(std::string_view key, const std::vector<std::uint32_t>& values);
  [[nodiscard]] Bytes take() { return m_out.take(); }

 private:
  void head(unsigned major, std::uint64_t value);
  void key(std::string_view name);

  ByteWriter m_out;
};

// What stands under a key; nothing if that is missing or of another type. Of two the last counts.
class MapReader {
 public:
  // Nothing: no map, or one with a key that is no text. REQUIRES: withinDepth(cbor, …); `cbor` stays.
  [[nodiscard]] static std::optional<MapReader> of(ByteView cbor);

  [[nodiscard]] bool has(std::string_view key) const { return find(key).has_value(); }
  [[nodiscard]] std::optional<std::uint64_t> number(std::string_view key) const;
  [[nodiscard]] std::optional<bool> flag(std::string_view key) const;
  [[nodiscard]] std::optional<ByteView> bytes(std::string_view key) const;
  // At most so many, each at most `max`.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> numbers(std::string_view key, std::size_t countMax,
                                                                  std::uint32_t max) const;

 private:
  explicit MapReader(ByteView cbor) : m_cbor(cbor) {}
  [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const; // where its value stands

  ByteView m_cbor;
};

} // namespace meridian::protocol::cbor
