#!/usr/bin/env python3
"""Runs qmllint and gives its verdict: qmllint.py QMLLINT ARGUMENT…

qmllint of Qt 6.4.2 dies now and then by a signal, on the same files that it passes the next time. A death
is no verdict, so it is asked again, a few times; what it finds, it finds at once.

It also warns of ids inside a contentItem, which only means that it is made at once: wanted here. Later
versions neither warn of it nor know the option that turns it off.
"""
import subprocess
import sys

TRIES = 8
DEFERRED_ID = "--deferred-property-id"

lint, *arguments = sys.argv[1:]
known = subprocess.run([lint, "--help"], check=True, capture_output=True, text=True).stdout
if DEFERRED_ID in known:
    arguments = [DEFERRED_ID, "disable", *arguments]
for _ in range(TRIES):
    ended = subprocess.run([lint, *arguments], check=False).returncode
    if ended >= 0:
        sys.exit(ended)
print(f"qmllint died {TRIES} times in a row", file=sys.stderr)
sys.exit(1)
