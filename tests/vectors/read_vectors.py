#!/usr/bin/env python3
"""Reads the fixed vectors as a second implementation would, from FORMAT.md and PROTOCOL.md alone, and checks every
hash, signature and seal in them.

    read_vectors.py FOLDER      tests/data
"""

import json
import pathlib
import sys

import small_crypto as crypto


class Reader:
    """Integers little-endian; a varint is LEB128 in its shortest form."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def raw(self, size):
        if size > len(self.data) - self.at:
            raise ValueError("too short")
        self.at += size
        return self.data[self.at - size:self.at]

    def u(self, size):
        return int.from_bytes(self.raw(size), "little")

    def i64(self):
        return int.from_bytes(self.raw(8), "little", signed=True)

    def varint(self):
        value = shift = 0
        while True:
            byte = self.u(1)
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                if shift > 7 and byte == 0:
                    raise ValueError("a varint that is longer than it has to be")
                return value

    def zigzag(self):
        value = self.varint()
        return value >> 1 if value & 1 == 0 else -((value + 1) >> 1)

    def sized(self):
        return self.raw(self.varint())

    def rest(self):
        return self.raw(len(self.data) - self.at)

    def more(self):
        return self.at < len(self.data)

    def many(self, read, count=None):
        return [read() for _ in range(self.varint() if count is None else count)]

    def end(self):
        if self.more():
            raise ValueError(f"{len(self.data) - self.at} bytes are left over")


def fields(data):
    """Tag, length, value, with ascending tags."""
    reader, found, last = Reader(data), {}, -1
    while reader.more():
        tag = reader.varint()
        if tag <= last:
            raise ValueError("tags out of order")
        found[tag], last = reader.sized(), tag
    return found


def value(reader, ref):
    kind = reader.varint()
    if kind == 0:
        return None
    if kind in (1, 2):
        return kind == 2
    if kind == 3:
        return reader.zigzag()
    if kind == 4:
        return reader.sized().decode()
    if kind == 5:
        return reader.sized()
    if kind == 6:
        return ref(reader)
    if kind == 7:
        return reader.many(lambda: value(reader, ref))
    if kind == 8:
        return dict(reader.many(lambda: (reader.varint(), value(reader, ref))))
    return ("newer", kind, reader.sized())


def whole_ref(reader):
    return reader.raw(32), reader.u(4)


# Changes and authority (FORMAT.md §2 and §3)


def change(data):
    reader, read = Reader(data), {}
    assert reader.raw(4) == b"MERI"
    read["format"], read["kind"], header_len = reader.u(1), reader.u(1), reader.u(2)
    for name, size in (("space", 32), ("device", 32), ("incarnation", 8)):
        read[name] = reader.raw(size)
    read["seq"], read["prev"], read["key_id"] = reader.u(8), reader.raw(32), reader.raw(32)
    read["heads"] = reader.many(lambda: reader.raw(32), reader.u(1))
    read["blobs"] = reader.many(lambda: reader.raw(32), reader.u(1))
    assert reader.at == header_len
    assert read["heads"] == sorted(set(read["heads"]))
    read["clear"] = reader.raw(reader.u(4)) if read["kind"] <= 3 else b""
    read["additional"] = data[:reader.at]
    read["nonce"] = reader.raw(24)
    read["sealed"] = reader.raw(reader.u(4))
    read["id"] = crypto.hash_of("meridian/1/change", data[:reader.at])
    read["signature"] = reader.raw(64)
    reader.end()
    return read


def recipients(reader):
    return reader.many(lambda: (reader.raw(32), reader.raw(80)))


def item_name(reader):
    return reader.raw(32), reader.varint()


ITEMS = {
    1: lambda r: (r.raw(32), r.raw(32)),
    2: lambda r: r.raw(32),
    3: lambda r: (r.raw(32), r.raw(32), r.i64(), r.u(1), r.many(lambda: r.raw(32))),
    4: lambda r: (item_name(r), r.raw(32), r.raw(64)),
    5: lambda r: r.raw(32),
    6: lambda r: (r.raw(32), r.u(1)),
    7: lambda r: (r.many(lambda: item_name(r)),
                  r.many(lambda: (r.raw(32), r.raw(32), r.raw(8), r.u(8), r.raw(32)))),
    8: lambda r: (r.raw(32), r.raw(32), r.raw(32)),
    9: lambda r: (r.u(1), r.raw(32), r.many(lambda: (r.raw(32), r.raw(24), r.raw(48))), recipients(r)),
    10: lambda r: (r.raw(32), recipients(r)),
    11: lambda r: r.raw(32),
    12: lambda r: r.raw(32),
    13: item_name,
}


def items(data):
    reader, found = Reader(data), []
    for _ in range(reader.varint()):
        kind = reader.varint()
        body = Reader(reader.sized())
        found.append((kind, ITEMS.get(kind, Reader.rest)(body)))
        body.end()
    reader.end()
    return found


def unpadded(data):
    reader = Reader(data)
    plain = reader.raw(reader.u(4))
    assert not any(reader.rest()) and len(data) >= 256
    return plain


def body(data, this, predecessor):
    found = fields(data)
    refs = Reader(found.get(4, b""))
    table = [this, predecessor]
    while refs.more():
        table.append(refs.raw(32))

    def ref(reader):
        return table[reader.varint()], reader.varint()

    frontier = Reader(found.get(5, b""))
    named = []
    while frontier.more():
        named.append(table[frontier.varint()])
    ops, made = Reader(found.get(6, b"")), []
    while ops.more():
        made.append(op(ops.varint(), ops.sized(), ref))
    return {
        "schema": Reader(found[1]).varint(),
        "hlc": int.from_bytes(found[2], "little"),
        "claimed_at": Reader(found[3]).zigzag(),
        "frontier": named,
        "ops": made,
    }


def op(kind, data, ref):
    """Kind and fields of an op, the entity as it names it."""
    if kind > 6:
        return kind, data
    found = fields(data)
    if kind == 1:
        return kind, Reader(found[1]).varint(), value(Reader(found[2]), ref)
    reader = Reader(found[1])
    entity = ref(reader) if reader.varint() == 1 else (reader.varint(), reader.sized())
    read = [kind, entity, Reader(found[2]).varint()]

    def list_of(data_, read_one):
        inner, all_ = Reader(data_), []
        while inner.more():
            all_.append(read_one(inner))
        return all_

    if kind in (2, 3):
        read.append(value(Reader(found[3]), ref))
        read.append(list_of(found.get(4, b""), ref) if kind == 2 else None)
    elif kind == 4:
        read.append(list_of(found[3], ref))
    elif kind == 5:
        read += [ref(Reader(found[n])) if n in found else None for n in (3, 4)] + [found[5].decode()]
    elif kind == 6:
        read.append(list_of(found[3], lambda inner: (*ref(inner), inner.varint())))
    return tuple(read)


# Receipts, frames, bundles, vaults (PROTOCOL.md §2, FORMAT.md §7, core/crypto/sealing/vault.h)


def receipt(reader):
    kind, signed_from = reader.u(1), reader.at
    relay, generation, of, time = reader.raw(32), reader.raw(16), reader.raw(32), reader.i64()
    signed = reader.data[signed_from:reader.at]
    return {"kind": kind, "relay": relay, "generation": generation, "change": of, "time": time,
            "signed": signed, "signature": reader.raw(64)}


def frame(data):
    r = Reader(data)
    kind = r.u(1)
    if kind < 0x10:
        return kind, r.rest()  # CBOR
    name = lambda: (r.raw(32), r.raw(32))
    layouts = {
        0x10: lambda: r.many(lambda: (r.raw(32), r.raw(16), r.u(8)), r.u(2)),
        0x11: lambda: r.many(lambda: (r.raw(32), r.u(1), r.u(8), r.raw(32)), r.u(2)),
        0x12: lambda: (r.raw(32), r.u(1),
                       r.many(lambda: (r.raw(32), r.raw(8), r.u(1), r.u(8), r.raw(32)), r.u(2))),
        0x20: lambda: (r.raw(32), r.u(8), r.u(8), r.u(1),
                       r.many(lambda: (r.raw(r.u(4)), r.many(lambda: receipt(r), r.u(1))), r.u(2))),
        0x21: lambda: (r.raw(32), r.u(8), r.u(8), r.many(lambda: receipt(r), r.u(2))),
        0x22: lambda: (r.raw(32), r.many(lambda: (r.raw(32), r.u(1), r.u(1), r.u(4)), r.u(2))),
        0x30: lambda: (name(), r.u(8), r.many(lambda: r.raw(32), r.u(4))),
        0x31: lambda: (name(), r.u(1), r.raw(r.u(2))),
        0x32: name,
        0x33: lambda: (name(), r.u(4)),
        0x34: lambda: (name(), r.u(4), r.rest()),
        0x35: lambda: (name(), r.u(4)),
    }
    read = layouts[kind]()
    r.end()
    return kind, read


def bundle(data):
    reader = Reader(data)
    assert reader.raw(17) == b"MERIDIAN-BUNDLE\n\1"
    campaign, sections = reader.raw(32), []
    while True:
        start, kind = reader.at, reader.u(1)
        section = Reader(reader.raw(reader.u(4)))
        if kind == 255:
            assert section.rest() == crypto.hash_of("meridian/1/bundle", data[:start])
            reader.end()
            return campaign, sections
        if kind == 1:
            sections.append((kind, section.raw(32), section.many(section.sized)))
        elif kind == 2:
            sections.append((kind, section.many(lambda: receipt(section))))
        elif kind == 3:
            sections.append((kind, section.raw(32), section.raw(32), section.u(8),
                             section.many(lambda: section.raw(32))))
        elif kind == 4:
            sections.append((kind, section.raw(32), section.u(4), section.rest()))
        else:
            sections.append((kind, section.rest()))
        section.end()


def vault(data):
    reader = Reader(data)
    assert reader.raw(5) == b"MERV\1"
    head = {"id": reader.raw(16), "check": reader.raw(32)}
    head["slots"] = reader.many(
        lambda: (reader.u(1), reader.u(4), reader.u(4), reader.raw(16), reader.raw(24), reader.raw(48)), reader.u(1))
    reader.end()
    return head


# Text that merges (core/crdt/text.h: FugueMax, as its paper defines it)


def stored_op(reader):
    """An op of a text as a store keeps it: whole ids, and where the first character stands in its change."""
    kind = reader.varint()
    read = op(kind, reader.sized(), lambda inner: (inner.raw(32), inner.u(4)))
    offset = reader.varint() if kind == 5 else None
    reader.end()
    return read, offset


def text_of(ops):
    nodes = {None: {"left": [], "right": []}}  # None: the beginning, which is the root

    def in_order(node):
        for child in nodes[node]["left"]:
            yield from in_order(child)
        yield node
        for child in nodes[node]["right"]:
            yield from in_order(child)

    def place(element, character, left, right):
        is_left = right is not None and nodes[right]["origins"][0] == left
        at = {element_: number for number, element_ in enumerate(in_order(None))}
        nodes[element] = {"left": [], "right": [], "origins": (left, right), "text": character}
        siblings = nodes[right if is_left else left]["left" if is_left else "right"]
        siblings.append(element)
        furthest = lambda e: -at.get(nodes[e]["origins"][1], len(at)) if nodes[e]["origins"][1] else -len(at)
        siblings.sort(key=lambda e: e if is_left else (furthest(e), e))

    waiting = [(name, read, offset) for name, (read, offset) in ops if read[0] == 5]
    while waiting:
        for (change_id, counts), read, offset in list(waiting):
            left, right = read[3], read[4]
            if (left is not None and left not in nodes) or (right is not None and right not in nodes):
                continue
            for number, character in enumerate(read[5]):
                place((change_id, offset + number), character if counts else "", left, right)
                left = (change_id, offset + number)
            waiting.remove(((change_id, counts), read, offset))
    for (_, counts), (read, _) in ops:
        if read[0] == 6 and counts:
            for change_id, first, length in read[3]:
                for number in range(length):
                    nodes[change_id, first + number]["text"] = ""
    return "".join(nodes[node]["text"] for node in in_order(None) if node is not None)


# The checks


class Vectors:
    def __init__(self, folder):
        self.folder, self.checked = folder, 0

    def file(self, name):
        return json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))

    def same(self, expected, found, what):
        self.checked += 1
        if expected != found:
            raise AssertionError(f"{what}: {expected!r} is not {found!r}")

    def holds(self, key, domain, message, signature, what):
        self.same(True, crypto.verify(key, domain, message, signature), f"signature of {what}")
        broken = bytes([signature[0] ^ 1]) + signature[1:]
        try:  # a check that could not fail would be none
            fooled = crypto.verify(key, domain, message, broken)
        except ValueError:
            fooled = False
        self.same(False, fooled, f"broken signature of {what}")

    def changes(self):
        kept = self.file("change-v1")
        keys = {one["id"]: bytes.fromhex(one["key"]) for one in kept["keys"]}
        for key_id, key in keys.items():
            self.same(key_id, crypto.hash_of("meridian/1/key-id", key).hex(), "a key's name")
        for vector in kept["changes"]:
            read = change(bytes.fromhex(vector["bytes"]))
            self.same(vector["id"], read["id"].hex(), vector["what"])
            self.holds(read["device"], "meridian/1/sign/change", read["id"], read["signature"], vector["what"])
            found = items(read["clear"]) if read["kind"] <= 3 else []
            if read["kind"] == 3:
                continue  # a join seals nothing
            plain = unpadded(crypto.aead_open(keys[read["key_id"].hex()], read["nonce"], read["sealed"],
                                              read["additional"]))
            if read["kind"] == 4:
                self.same(1, body(plain, read["id"], read["prev"])["schema"], vector["what"])
            else:
                details = value(Reader(plain), whole_ref)
                self.same(True, all(detail[1] < len(found) for detail in details[1]), vector["what"])

    def authority(self):
        for vector in self.file("vectors/authority-v1")["vectors"]:
            found = items(bytes.fromhex(vector["bytes"]))
            if vector["what"][0].isdigit():
                self.same([int(vector["what"].split()[0].strip(","))], [kind for kind, _ in found], vector["what"])
            if "signed_message" in vector:
                (_, (invite, box, signature)), = found
                message = bytes.fromhex(vector["campaign"]) + invite[0] + invite[1].to_bytes(4, "little")
                message += bytes.fromhex(vector["device"]) + box
                self.same(vector["signed_message"], message.hex(), vector["what"])
                self.holds(bytes.fromhex(vector["invitation_key"]), vector["signed_domain"], message, signature,
                           vector["what"])

    def receipts(self):
        for vector in self.file("vectors/receipt-v1")["vectors"]:
            read = receipt(Reader(bytes.fromhex(vector["bytes"])))
            for name in ("relay", "generation", "change"):
                self.same(vector[name], read[name].hex(), name)
            self.same((vector["kind"], vector["time"]), (read["kind"], read["time"]), vector["what"])
            self.holds(read["relay"], vector["signed_domain"], read["signed"], read["signature"], vector["what"])

    def contents(self):
        for vector in self.file("vectors/value-v1")["vectors"]:
            reader = Reader(bytes.fromhex(vector["bytes"]))
            value(reader, whole_ref)
            reader.end()
        kept = self.file("vectors/sealed-v1")
        key = bytes.fromhex(kept["key"])
        self.same(kept["key_id"], crypto.hash_of("meridian/1/key-id", key).hex(), "the key's name")
        this, before = bytes.fromhex(kept["this_change"]), bytes.fromhex(kept["predecessor"])
        for vector in kept["vectors"]:
            sealed = bytes.fromhex(vector["sealed"])
            padded = crypto.aead_open(key, bytes.fromhex(vector["nonce"]), sealed,
                                      bytes.fromhex(kept["additional_data"]))
            self.same(vector["padded_size"], len(padded), vector["what"])
            self.same(vector["bytes"], unpadded(padded).hex(), vector["what"])
            read = body(bytes.fromhex(vector["bytes"]), this, before)
            self.same((1, 1804687200000), (read["schema"], read["claimed_at"]), vector["what"])
        kept = self.file("vectors/manifest-v1")["vectors"][0]
        self.same(kept["hash"], crypto.hash_of(kept["domain"], bytes.fromhex(kept["bytes"])).hex(), "manifest")

    def texts(self):
        for vector in self.file("vectors/text-v1")["vectors"]:
            reader, read = Reader(bytes.fromhex(vector["bytes"])), []
            while reader.more():
                one = Reader(reader.sized())
                read.append(stored_op(one))
            self.same(len(vector["ops"]), len(read), vector["what"])
            names = [(bytes.fromhex(op_["change"]), op_["counts"]) for op_ in vector["ops"]]
            for ordered in (list(zip(names, read)), list(reversed(list(zip(names, read))))):
                self.same(vector["text"], text_of(ordered), vector["what"])

    def wire(self):
        for vector in self.file("vectors/wire-v1")["vectors"]:
            frame(bytes.fromhex(vector["bytes"]))
        for vector in self.file("vectors/handshake-v1")["vectors"]:
            self.holds(bytes.fromhex(vector["signed_by"]), vector["signed_domain"],
                       bytes.fromhex(vector["signed_message"]), bytes.fromhex(vector["signature"]), vector["what"])

    def files(self):
        for vector in self.file("vectors/bundle-v1")["vectors"]:
            campaign, sections = bundle(bytes.fromhex(vector["bytes"]))
            for section in sections:
                if section[0] == 1:
                    self.same(campaign, change(section[2][0])["id"], "a bundle's campaign is its genesis")
        read = vault(bytes.fromhex(self.file("vectors/vault-v1")["vectors"][0]["bytes"]))
        self.same([1, 2, 3], [slot[0] for slot in read["slots"]], "slots")
        for vector in self.file("vectors/blob-v1")["vectors"]:
            hashes = bytes.fromhex("".join(vector["chunk_hashes"]))
            address = crypto.hash_of("meridian/1/blob", vector["sealed_bytes"].to_bytes(8, "little") + hashes)
            self.same(vector["address"], address.hex(), vector["what"])
            if vector["bytes"]:
                chunk = bytes.fromhex(vector["bytes"])
                self.same(hashes, crypto.hash_of("meridian/1/blob/chunk", chunk), vector["what"])


def main():
    vectors = Vectors(pathlib.Path(sys.argv[1]))
    for check in (vectors.changes, vectors.authority, vectors.receipts, vectors.contents, vectors.texts,
                  vectors.wire, vectors.files):
        check()
    print(f"{vectors.checked} checks hold")


if __name__ == "__main__":
    main()
