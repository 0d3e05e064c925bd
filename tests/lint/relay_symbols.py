#!/usr/bin/env python3
"""Checks that the relay's binary cannot open what is sealed: it imports no symbol of encryption.

    relay_symbols.py RELAY PROBE

PROBE is a small program that does import one: the control, which must be found.
"""

import re
import subprocess
import sys

SEALING = re.compile(r"^crypto_(?:aead|secretbox|secretstream|box)(?:_|$)")


def undefined(binary):
    """Names of the symbols that the binary takes from libraries, without their versions."""
    command = ["nm", "-u", "--demangle", binary]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # A line is "U name@version" (or w for weak).
    return [line.split(maxsplit=1)[1].split("@")[0] for line in listing.splitlines() if len(line.split()) > 1]


def main():
    relay, probe = sys.argv[1:3]
    if not any(SEALING.match(name) for name in undefined(probe)):
        print("the lint does not find what was planted: a program that seals")
        return 1
    imported = undefined(relay)
    # A relay verifies signatures. If nothing of libsodium shows, it was linked in whole and nm sees nothing.
    if not any(name.startswith("crypto_") for name in imported):
        print("no symbol of libsodium is imported at all, so this test can say nothing about the binary")
        return 1
    found = sorted({name for name in imported if SEALING.match(name)})
    for name in found:
        print(f"the relay imports {name}")
    print(f"{len(imported)} imported symbols, {len(found)} that seal or open")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
