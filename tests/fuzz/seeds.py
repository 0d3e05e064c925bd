#!/usr/bin/env python3
"""Writes the first inputs of each target: what the real encoders made, from the vectors of tests/data, and scripts of
an honest exchange for the two sides of the wire.

    seeds.py        into tests/fuzz/corpus
"""

import hashlib
import json
import pathlib
import struct

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / "data"


def vectors(name):
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def bytes_of(name, member="bytes"):
    kept = vectors(name)
    return [bytes.fromhex(vector[member]) for vector in kept.get("vectors", kept.get("changes")) if vector[member]]


def sized(data):
    size, out = len(data), b""
    while size > 0x7F:
        out, size = out + bytes([size & 0x7F | 0x80]), size >> 7
    return out + bytes([size]) + data


HISTORY = (
    "0111050c0c000400000201000200000202030302010205050001020d0107070007000100020103030203010303020901020203000101"
    "08020200070202000413134b65696e20576f727420d0b6c3a945696e2021"
)


def texts():
    for vector in vectors("vectors/text-v1")["vectors"]:
        data, at, out = bytes.fromhex(vector["bytes"]), 0, b""
        for op in vector["ops"]:
            size, shift = 0, 0
            while True:
                byte = data[at]
                size, shift, at = size | (byte & 0x7F) << shift, shift + 7, at + 1
                if not byte & 0x80:
                    break
            out += bytes([int(op["change"][:2], 16), op["index"], 0 if op["counts"] else 1])
            out, at = out + sized(data[at:at + size]), at + size
        yield out


# An honest exchange as the scripts of mailbox.cpp and session.cpp spell it (0 is: undamaged).
FOUNDER, MEMBER, STRANGER, INVITATION = range(4)


def login(peer, who):
    return bytes([peer, 1, who, 0])


def offer(peer, first, count):
    return bytes([peer, 3, 2, 1, first, count, *[0] * count, 0])


def read(peer):
    return bytes([peer, 8, 0, 2, 0, 0, 0, peer, 6])


def file_of(peer):
    return bytes([peer, 9, 0, 0, peer, 9, 1, 0, 0, peer, 5, peer, 9, 2, 0, peer, 9, 3, 0, 0, peer, 6])


def mailboxes():
    founding = login(0, FOUNDER) + bytes([0, 8, 2, 0]) + offer(0, 0, 10) + bytes([0, 5, 0, 6])
    yield founding
    yield founding + login(1, MEMBER) + read(1) + file_of(1)
    yield founding + login(1, STRANGER) + read(1) + offer(1, 10, 3) + file_of(1) + bytes([1, 5])
    yield founding + login(2, INVITATION) + read(2) + bytes([2, 8, 1, 2, 1, 1, 3, 0, 2, 6])


def sessions():
    hello = bytes([1, 0, 0, 0, 2]) + struct.pack("<Q", 1 << 30) + b"\0"
    served = hello + bytes([3, 1, 0]) + struct.pack("<Q", 9) + b"\0"
    batch = bytes([4, 1, 0, 7, 1, 0, 9, *[0] * 9, 1, 0])
    yield served + batch + bytes([6, 1, 7, 7, 6, 1, 1, 1, 9, 1, 1, 1, 0, 11])
    yield hello + bytes([3, 1, 1]) + struct.pack("<Q", 0) + b"\0" + bytes([11, 7, 1, 6, 0, 0, 16, 0, 0, 11])
    yield hello + bytes([3, 1, 3]) + struct.pack("<Q", 0) + b"\0" + bytes([8, 3, 1, 1, 3, 0, 11]) + batch
    yield served + batch + bytes([9, 0, 0, 1, 0, 9, 1, 0, 0, 9, 0, 2, 0, 0, 9, 3, 0, 0, 11])


CAMPAIGN = {
    "brand": "Verba", "name": {"en": "Verba", "ru": "Верба"}, "thesis": "Care that proves itself.",
    "markets": [{"code": "US", "name": "US", "zone": "America/New_York", "launchAt": "2027-03-15T13:00:00Z",
                 "schedule": {"answerDay": "Fri", "answerBy": "17:00", "cutoffDay": "Thu", "cutoffAt": "17:00",
                              "zone": "America/New_York"}}],
    "nonNegotiables": [{"id": "week", "text": "Real time.", "because": "Proof."}],
    "decision": {"mode": "phased", "markets": ["US"], "why": "It shows quickly whether the idea sells."},
}


def png():
    return bytes.fromhex("89504e470d0a1a0a0000000d49484452") + b"\0" * 48


def mp4():
    def box(kind, body):
        return struct.pack(">I", 8 + len(body)) + kind + body

    movie = box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, 6000) + b"\0" * 80)
    return box(b"ftyp", b"isom\0\0\2\0isommp42") + box(b"moov", movie) + box(b"mdat", b"\0" * 8)


def webm():
    return bytes.fromhex("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878102428581021853806701ffffff"
                         "ffffffff1549a966912ad7b1830f42404489844774240000000000")


def main():
    changes = bytes_of("change-v1")
    links = [vector["link"].encode() for vector in vectors("vectors/invitation-v1")["vectors"]]
    seeds = {
        "blob": [struct.pack("<HBHB", 100 + 41, 0, 100, 0) + b"\x42" * 141, struct.pack("<HBHB", 41, 0, 0, 0) + b"\1" * 41],
        "body": bytes_of("vectors/sealed-v1"),
        "bundle": bytes_of("vectors/bundle-v1") + [one[:-37] for one in bytes_of("vectors/bundle-v1")],
        "campaign_file": [json.dumps(CAMPAIGN, ensure_ascii=False).encode()],
        "change": changes,
        "clear_items": bytes_of("vectors/authority-v1"),
        "fact": bytes_of("vectors/value-v1"),
        "frame": bytes_of("vectors/wire-v1") + bytes_of("vectors/handshake-v1"),
        "invitation": links + [b"Hi! Please join here:\n> " + links[0][:60] + b"\n> " + links[0][60:] + b"\nSee you"],
        "invitation_file": [one[:-37] for one in bytes_of("vectors/bundle-v1")],
        "mailbox": list(mailboxes()),
        "media_type": [png(), mp4(), webm(), b"%PDF-1.7\n", b"\xff\xd8\xff\xe0" + b"\0" * 60],
        "receipt": bytes_of("vectors/receipt-v1"),
        "relay_address": bytes_of("vectors/relay-address-v1"),
        "session": list(sessions()),
        "text": list(texts()),
        # Of four changes, as test_crdt_text_history has it.
        "text_history": [b"\x04" + bytes.fromhex(HISTORY)],
        "value": bytes_of("vectors/value-v1"),
        "vault": bytes_of("vectors/vault-v1") + [b"0f" * 32 + b"\n"],
    }
    for target, inputs in seeds.items():
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        for one in inputs:
            (folder / hashlib.sha1(one).hexdigest()).write_bytes(one)


if __name__ == "__main__":
    main()
