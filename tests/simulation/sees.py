#!/usr/bin/env python3
"""Shows that the laboratory sees: production code with one planted bug (core/base/planted.h) fails, and the same
seeds hold without it.

    sees.py PROGRAM                 a few seeds per bug that are known to meet it: part of the suite
    sees.py PROGRAM --seeds 1-40    every bug in all of these seeds, and in how many each is found
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

# For each bug seeds in which it does harm, the quickest first. A seed that meets one no longer, because histories
# have changed, is replaced by what `--seeds` finds.
KNOWN = {
    "skip-fsync": [3],
    "accept-replay": [3],
    "drop-concurrent-value": [11],
    "order-by-arrival": [11],
    "reuse-sequence": [3],
    "receipt-before-fsync": [2],
    "trust-connection": [2],
    "forget-outbox-entry": [1],
    "ignore-dates": [2],
    "lose-text-origin": [1],
    "received-from-local-clock": [1],
    "void-replaces": [1],
    "status-from-register": [16],
    "miss-restored-backup": [11],
    "believe-forged-receipt": [9],
    "skip-file-sync": [1],
    "rights-at-arrival": [3000002],
    "swallow-missing-key": [3000002],
    "cursor-before-store": [3000002],
    "stay-ahead": [3000007],
    "approval-of-any-version": [3000002],
    "silent-loser": [5000003],
    "believe-refusal": [5000001],
    "cursor-goes-along": [6000002],
    "undo-takes-next": [6000002],
    "forget-behind-words": [6000002],
}
# What the program says of a world that it gave up: nothing was found in it.
TOO_LONG = "the world took too long"


def run(program: str, bug: str, seed: int) -> tuple[bool, str]:
    """Whether the world failed, and its first complaint."""
    # The program itself limits what a world takes of the processor; how busy others are says nothing.
    environment = {**os.environ, "MERIDIAN_PLANTED": bug}
    done = subprocess.run([program, "--seed", str(seed)], env=environment, capture_output=True, text=True)
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    why = next((line for line in lines if not line.startswith("seed")), "")
    return done.returncode != 0 and why != TOO_LONG, why


def seeds_of(text: str) -> list[int]:
    first, _, last = text.partition("-")
    return list(range(int(first), int(last or first) + 1))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seeds", type=seeds_of)
    parser.add_argument("--bug", action="append")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    options = parser.parse_args()
    missed = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        sound = list(pool.map(lambda seed: (seed, *run(options.program, "", seed)),
                              options.seeds or sorted({s for seeds in KNOWN.values() for s in seeds[:1]})))
        bad = {seed: why for seed, failed, why in sound if failed}
        for seed, why in bad.items():
            print(f"without any bug: seed {seed} fails: {why}")
        for bug in options.bug or list(KNOWN):
            seeds = [seed for seed in (options.seeds or KNOWN.get(bug, [])) if seed not in bad]
            found = []
            for seed, (failed, why) in zip(seeds, pool.map(lambda seed: run(options.program, bug, seed), seeds)):
                if failed:
                    found.append((seed, re.sub(r"\s+", " ", why)[:90]))
            listed = " ".join(str(seed) for seed, _ in found)
            print(f"{bug:28} {len(found):3} of {len(seeds):3}   {listed}   {found[0][1] if found else ''}", flush=True)
            if not found:
                missed.append(bug)
    if missed:
        print("not found: " + ", ".join(missed))
    return 1 if missed or (bad and not options.seeds) else 0


if __name__ == "__main__":
    sys.exit(main())
