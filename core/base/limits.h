// Every limit of the formats and of what a peer may make us hold. Each is tested at its edge.
#pragma once

#include <chrono>
#include <cstddef>

namespace meridian::limits {

inline constexpr std::size_t changeBytes = 1u << 20; // one change, whole
inline constexpr std::size_t opsPerChange = 4096;
inline constexpr std::size_t valueNesting = 8;
inline constexpr std::size_t headsPerChange = 255; // the count is one byte
inline constexpr std::size_t blobsPerChange = 255;
inline constexpr std::size_t itemsPerEntry = 4096; // clear items of one authority entry
inline constexpr std::size_t refsPerChange = 4096;
inline constexpr std::size_t sealedPaddingMin = 256;             // bytes
inline constexpr std::size_t blobChunkBytes = 262'144;           // ciphertext
inline constexpr std::size_t blobBytesDefault = 1'000'000'000;   // of a file; a relay's setting
inline constexpr std::size_t textFieldBytes = 64 * 1024;         // one lane of a block, a caption
inline constexpr std::size_t textHistoryCharacters = 1u << 22;   // ever inserted, or ever deleted; ops, too
inline constexpr std::size_t textHistoryColumnBytes = 16u << 20; // unpacked
inline constexpr std::size_t shortTextBytes = 1024;              // a name, a link
inline constexpr std::size_t controlFrameBytes = 4096;
inline constexpr std::size_t controlNesting = 8;
inline constexpr std::size_t cursorsPerFrame = 1024;
inline constexpr std::size_t tipsPerFrame = 1024;
inline constexpr std::size_t answersPerFrame = 1024;          // receipts or refusals
inline constexpr std::size_t frameBytes = (2u << 20) + 65536; // any frame, whole
inline constexpr std::size_t batchBytes = 1u << 20;           // of changes; the first one always fits
inline constexpr std::size_t changesPerBatch = 1024;
inline constexpr std::size_t runBytes = 8u << 20; // batches that have to be judged together
inline constexpr std::size_t runChanges = 4096;
inline constexpr std::size_t chunksPerBlob = 65'536; // so its list fits a frame
inline constexpr std::size_t chunksInFlight = 8;
inline constexpr std::size_t spacesPerConnection = 65'536;

} // namespace meridian::limits
