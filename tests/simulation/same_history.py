#!/usr/bin/env python3
"""One seed is one history: the program, started anew for each run, tells the same trace of the same seed, and of each
seed another. Two processes lie at other addresses, so an order by pointer is noticed here and not by `--twice`.

    same_history.py PROGRAM SEED...
"""

import concurrent.futures
import os
import re
import subprocess
import sys


def trace(program: str, seed: str) -> str:
    done = subprocess.run([program, "--seed", seed], capture_output=True, text=True, check=False)
    found = re.search(rf"^seed {seed}: trace (\w+)$", done.stdout, re.MULTILINE)
    return found[1] if found and done.returncode == 0 else f"no trace: {(done.stdout + done.stderr)[:300]}"


def main() -> int:
    program, *seeds = sys.argv[1:]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        first, second = (list(pool.map(lambda seed: trace(program, seed), seeds)) for _ in range(2))
    bad = [f"seed {seed}: {one}, then {other}" for seed, one, other in zip(seeds, first, second)
           if one != other or one.startswith("no trace")]
    if not bad and len(set(first)) != len(seeds):
        bad.append("two seeds have one history")
    print("\n".join(bad) or f"{len(seeds)} seeds, twice the same history")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
