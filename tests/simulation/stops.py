#!/usr/bin/env python3
"""A run for ever that is stopped ends its worlds, removes their folders and sums up; one that is killed takes its
worlds with it.

    stops.py PROGRAM
"""

import os
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE_SECONDS = 60


def until(what, holds) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"in vain waited until {what}")
        time.sleep(0.05)


def lives(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children(process: int) -> list[int]:
    with open(f"/proc/{process}/task/{process}/children", encoding="utf-8") as file:
        return [int(one) for one in file.read().split()]


def stopped_by(program: str, by: signal.Signals) -> None:
    with tempfile.TemporaryDirectory() as worlds:
        run = subprocess.Popen([program, "--seed", "1", "--forever", "--jobs", "2", "--worlds", worlds],
                               stdout=subprocess.PIPE, text=True)
        until("two worlds run", lambda: len(os.listdir(worlds)) == 2 and len(children(run.pid)) == 2)
        running = children(run.pid)
        run.send_signal(by)
        said, _ = run.communicate(timeout=PATIENCE_SECONDS)
        until(f"no world is left after {by.name}", lambda: not any(lives(one) for one in running))
        if by == signal.SIGKILL:
            return
        last = said.splitlines()[-1] if said else ""
        if run.returncode != 0 or "seeds, 0 failed" not in last:
            sys.exit(f"{by.name}: ended with {run.returncode}, and said last: {last}")
        if os.listdir(worlds):
            sys.exit(f"{by.name}: left {os.listdir(worlds)}")


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for by in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        stopped_by(sys.argv[1], by)
    return 0


if __name__ == "__main__":
    sys.exit(main())
