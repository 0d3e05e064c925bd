#include "core/crypto/sealing/padding.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

namespace meridian::sealing {

namespace {

constexpr std::size_t lengthBytes = 4;

} // namespace

std::uint64_t padme(std::uint64_t size) {
  if (size < 2) return size;
  // E = ⌊log2 L⌋ and S = ⌊log2 E⌋ + 1: as with a floating-point number of S bits of mantissa, the last
  // E − S bits are rounded up to zero.
  const int exponent = static_cast<int>(std::bit_width(size)) - 1;
  const int mantissaBits = static_cast<int>(std::bit_width(static_cast<unsigned>(exponent)));
  const std::uint64_t mask = (std::uint64_t{1} << std::max(exponent - mantissaBits, 0)) - 1;
  return (size + mask) & ~mask;
}

std::size_t paddedSize(std::size_t plaintextSize) {
  return std::max(static_cast<std::size_t>(padme(plaintextSize + lengthBytes)), limits::sealedPaddingMin);
}

Bytes pad(ByteView plaintext) {
  assert(plaintext.size() <= std::numeric_limits<std::uint32_t>::max());
  Bytes padded;
  padded.reserve(paddedSize(plaintext.size()));
  for (std::size_t shift = 0; shift < 8 * lengthBytes; shift += 8) {
    padded.push_back(static_cast<std::uint8_t>((plaintext.size() >> shift) & 0xFF));
  }
  padded.insert(padded.end(), plaintext.begin(), plaintext.end());
  padded.resize(paddedSize(plaintext.size()), 0);
  return padded;
}

Result<ByteView> unpad(ByteView padded) {
  ByteReader in(padded);
  const std::uint32_t size = in.u32();
  const ByteView plaintext = in.raw(size);
  if (!in.ok() || padded.size() != paddedSize(size)) {
    return fail(ErrorCode::Damaged, "padding of another length");
  }
  const ByteView zeros = in.raw(in.remaining());
  if (std::any_of(zeros.begin(), zeros.end(), [](std::uint8_t byte) { return byte != 0; })) {
    return fail(ErrorCode::Damaged, "padding that is not zero");
  }
  return plaintext;
}

} // namespace meridian::sealing
