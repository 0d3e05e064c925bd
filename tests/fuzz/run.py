#!/usr/bin/env python3
"""Runs libFuzzer on the targets of a program, from the corpora that are checked in.

    run.py PROGRAM [--seconds N] [--minimise] [TARGET …]

What it finds goes to a folder beside the program; a crasher is printed with the command that replays it. With
--minimise, what reaches something new is merged into the corpora.
"""

import argparse
import os
import pathlib
import subprocess
import sys

CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"
# Bytes that an input of a target needs at most; what is longer only slows it.
LENGTHS = {"blob": 2048, "bundle": 8192, "campaign_file": 16384, "change": 4096, "mailbox": 2048, "session": 2048,
           "frame": 4096, "invitation_file": 8192}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--minimise", action="store_true")
    parser.add_argument("targets", nargs="*")
    options = parser.parse_intermixed_args()
    program = options.program.resolve()
    known = subprocess.run([program], capture_output=True, text=True, check=False).stderr.split()
    if not known:
        sys.exit("the program names no targets")
    environment = {**os.environ, "ASAN_OPTIONS": "detect_leaks=1:allocator_may_return_null=1"}
    crashed = []
    for target in options.targets or known:
        work = program.parent / "found" / target
        work.mkdir(parents=True, exist_ok=True)
        common = [program, target, f"-max_len={LENGTHS.get(target, 1024)}", "-timeout=10", "-rss_limit_mb=2048",
                  f"-artifact_prefix={work.parent}/{target}-", "-close_fd_mask=1"]
        done = subprocess.run([*common, f"-max_total_time={options.seconds}", "-print_final_stats=1", work,
                               CORPUS / target], env=environment, capture_output=True, text=True, errors="replace",
                              check=False)
        runs = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
        print(f"{target:16} {runs[0] if runs else '?':>10} runs", flush=True)
        if done.returncode != 0:
            crashed.append(target)
            print(done.stderr[-6000:])
            print(f"replay: {program} {target} FILE")
        elif options.minimise:
            small = work.parent / f"{target}.small"
            small.mkdir(exist_ok=True)
            subprocess.run([*common, "-merge=1", "-use_counters=0", small, CORPUS / target, work], env=environment, capture_output=True,
                           check=True)
            for file in small.iterdir():
                (CORPUS / target / file.name).write_bytes(file.read_bytes())
    sys.exit(f"crashed: {', '.join(crashed)}" if crashed else 0)


if __name__ == "__main__":
    main()
