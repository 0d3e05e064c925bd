"""What Meridian's formats ask of cryptography, from the papers and with the standard library alone. For reading
vectors: slow, and in no way safe for secrets."""

import hashlib
import struct

# Hashes (FORMAT.md §1)


def prefixed(domain, message):
    name = domain.encode("ascii")
    return bytes([len(name)]) + name + message


def hash_of(domain, message):
    return hashlib.blake2b(prefixed(domain, message), digest_size=32).digest()


# Ed25519 (RFC 8032, §5.1.7)

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def _recover_x(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT_M1 % P
    if (x * x - x2) % P:
        raise ValueError("no such point")
    return P - x if (x & 1) != sign else x


def _point(encoded):
    y = int.from_bytes(encoded, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    x = _recover_x(y, sign)
    return x, y, 1, x * y % P


def _add(a, b):
    c = (a[1] - a[0]) * (b[1] - b[0]) % P
    d = (a[1] + a[0]) * (b[1] + b[0]) % P
    e = 2 * a[3] * b[3] * D % P
    f = 2 * a[2] * b[2] % P
    e, f, g, h = d - c, f - e, f + e, d + c
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number, point):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = _add(total, point)
        point = _add(point, point)
        number >>= 1
    return total


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (_recover_x(BASE_Y, 0), BASE_Y, 1, _recover_x(BASE_Y, 0) * BASE_Y % P)


def verify(key, domain, message, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(r + key + prefixed(domain, message)).digest(), "little") % L
    left, right = _times(s, BASE), _add(_point(r), _times(k, _point(key)))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# XChaCha20-Poly1305 (RFC 8439 and draft-irtf-cfrg-xchacha)


def _quarter(s, a, b, c, d):
    for x, y, z, bits in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[x] = (s[x] + s[y]) & 0xFFFFFFFF
        v = s[z] ^ s[x]
        s[z] = ((v << bits) | (v >> (32 - bits))) & 0xFFFFFFFF


def _rounds(state):
    s = list(state)
    for _ in range(10):
        for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)):
            _quarter(s, a, b, c, d)
        for a, b, c, d in ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            _quarter(s, a, b, c, d)
    return s


def _state(key, last):
    return [*struct.unpack("<4I", b"expand 32-byte k"), *struct.unpack("<8I", key), *struct.unpack("<4I", last)]


def _stream(key, nonce, size, counter):
    s = _rounds(_state(key, nonce[:16]))
    subkey = struct.pack("<8I", *s[:4], *s[12:])
    out = b""
    while len(out) < size:
        state = _state(subkey, struct.pack("<I", counter) + b"\0" * 4 + nonce[16:])
        out += struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(_rounds(state), state)))
        counter += 1
    return out[:size]


def _poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at:at + 16] + b"\1", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) % 2**128).to_bytes(16, "little")


def aead_open(key, nonce, sealed, additional):
    text, tag = sealed[:-16], sealed[-16:]
    padded = b"".join(part + b"\0" * (-len(part) % 16) for part in (additional, text))
    mac = _poly1305(_stream(key, nonce, 32, 0), padded + struct.pack("<QQ", len(additional), len(text)))
    if mac != tag:
        raise ValueError("the seal does not hold")
    return bytes(a ^ b for a, b in zip(text, _stream(key, nonce, len(text), 1)))
