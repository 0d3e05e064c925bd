// Hides how long a plaintext is. Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: “Reducing Metadata
// Leakage from Encrypted Files and Communication with PURBs”, PoPETs 2019, §4): at most 12 % more, falling
// with size, and of a length L only O(log log L) bits remain visible.
#pragma once

#include "core/base/bytes.h"
#include "core/base/limits.h"

namespace meridian::sealing {

//   padded := length u32 · plaintext · zeros,   paddedSize(plaintext) bytes in all

// The smallest Padmé length that is at least `size`, without the floor and the length field.
[[nodiscard]] std::uint64_t padme(std::uint64_t size);
// Bytes of the whole padded form: at least limits::sealedPaddingMin.
[[nodiscard]] std::size_t paddedSize(std::size_t plaintextSize);

// REQUIRES: a plaintext below 4 GiB
[[nodiscard]] Bytes pad(ByteView plaintext);
// A view into `padded`. Damaged unless it is exactly what pad() makes of that plaintext.
[[nodiscard]] Result<ByteView> unpad(ByteView padded);

} // namespace meridian::sealing
