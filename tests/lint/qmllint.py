#!/usr/bin/env python3
"""Runs qmllint and gives its verdict.

qmllint of Qt 6.4.2 dies now and then by a signal, on the same files that it passes the next time. A death
is no verdict, so it is asked again, a few times; what it finds, it finds at once.
"""
import subprocess
import sys

TRIES = 8
for _ in range(TRIES):
    ended = subprocess.run(sys.argv[1:], check=False).returncode
    if ended >= 0:
        sys.exit(ended)
print(f"qmllint died {TRIES} times in a row", file=sys.stderr)
sys.exit(1)
