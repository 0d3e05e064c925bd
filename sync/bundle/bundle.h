// A file with the changes of one campaign, for when there is no network at all (FORMAT.md §7). Only the
// bytes: what goes in and what becomes of it is the replica's business.
//
//   bundle  := "MERIDIAN-BUNDLE\n" · format u8 (1) · campaign 32 · section … · end
//   section := type u8 · length u32 · body
//     1 run        := space 32 · count varint · change sized …
//     2 receipts   := count varint · receipt 153 …
//     3 list       := space 32 · blob 32 · sealed length u64 · count varint · chunk hash 32 …
//     4 chunk      := blob 32 · index u32 · bytes
//     5 invitation := its code, 1 to 16,384 bytes
//   end     := 255 u8 · 32 u32 · BLAKE2b-256(domain meridian/1/bundle) of everything before the end
//
// Sections of unknown type are passed over. No chain in a run ends without a signature. Runs of authority
// stand before runs of content, so that a reader can judge as it reads; a blob's list stands before its
// chunks. An invitation stands before all of them: such a file lets one person join, and is a secret until
// they have.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <variant>

#include "sync/protocol/messages.h"

namespace meridian::bundle {

struct Run {
  SpaceId space;
  std::vector<Bytes> changes;
};
struct Receipts {
  std::vector<envelope::Receipt> receipts;
};
struct Chunk {
  BlobId blob;
  std::uint32_t index = 0;
  Bytes bytes;
};
struct Invitation {
  std::string code; // as replica::findInvitation reads it, which judges it
};
using Section = std::variant<Run, Receipts, protocol::BlobList, Chunk, Invitation>;

// Writes beside the file and gives it its name at the end, so that a half-written one is never taken for a
// whole. DiskFull, ReadOnly, Io.
class Writer {
 public:
  [[nodiscard]] static Result<Writer> create(const std::filesystem::path& file, const SpaceId& campaign);
  ~Writer(); // without finish(): nothing remains
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) = delete;

  // REQUIRES: the limits of core/base/limits.h; a run that ends with a signature per chain.
  [[nodiscard]] Result<void> add(const Section& section);
  [[nodiscard]] Result<std::uint64_t> finish(); // bytes written

 private:
  struct State;
  explicit Writer(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

// Whether a plain file begins as a bundle, whatever comes after.
[[nodiscard]] bool looksLikeBundle(const std::filesystem::path& file);

// Reads a file whose checksum holds, section by section.
class Reader {
 public:
  // Reads it whole once to compare the checksum. NotFound; UnsupportedFormat for no bundle or a newer
  // one, or no plain file; Damaged if it was cut short or altered.
  [[nodiscard]] static Result<Reader> open(const std::filesystem::path& file);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) = delete;

  [[nodiscard]] const SpaceId& campaign() const;
  [[nodiscard]] std::uint64_t size() const;  // of the file, bytes
  [[nodiscard]] std::uint64_t place() const; // of the next section
  // Null at the end; Damaged for a section that breaks the grammar.
  [[nodiscard]] Result<std::unique_ptr<Section>> next();

 private:
  struct State;
  explicit Reader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace meridian::bundle
