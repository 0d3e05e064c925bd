#!/usr/bin/env python3
"""The text CRDT beside Yjs, Loro and Automerge: the same recorded typing, on one machine, in one run.

    cmake --preset release && ninja -C build/release bench_text
    python3 tests/bench/text_peers.py build/release TRACE ...

Installs the libraries by npm into BUILD/peers (Node 20 or newer) unless they are there. A round runs each
program once, in a process of its own, one after the other, so that what else the machine does hits all alike. Within it
bench_text works nine times and gives medians; the libraries replay once edit by edit and once in one transaction,
where bench_text makes the ops of two hundred edits at a time. A table gives medians over the rounds and, for each line,
how many times more the peers need. --least takes the least of the rounds instead of the median, for a machine that does
much else. --times repeats each trace behind itself, so that growth shows. --json writes every number.
"""

import argparse
import gzip
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
LINES = [
    ("type_ms", "replay, edit by edit", "ms"),
    ("type_once_ms", "replay in one transaction", "ms"),
    ("remote_ms", "a second replica, edit by edit", "ms"),
    ("encode_ms", "whole history: encode", "ms"),
    ("load_ms", "whole history: load, read, edit", "ms"),
    ("bytes", "whole history: bytes", "B"),
    ("per_character", "… for each character of the text", "B"),
    ("memory", "memory", "kB"),
]


def install(build):
    """The script that measures a library, beside the libraries: Node looks for them there."""
    folder = build / "peers"
    folder.mkdir(exist_ok=True)
    for name in ("package.json", ".npmrc", "measure.mjs"):
        shutil.copy(PEERS / name, folder)
    if not (folder / "node_modules" / "yjs").is_dir():
        subprocess.run(["npm", "install", "--silent"], cwd=folder, check=True)
    return folder / "measure.mjs"


def output(*command):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"failed: {' '.join(str(part) for part in command)}")
    return json.loads(done.stdout)


def read(path):
    raw = path.read_bytes()
    return json.loads(gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw)


def repeated(trace, times):
    """The typing again, behind what is there; of several people, after both have everything."""
    transactions, length = [], 0
    for turn in range(times):
        first = len(transactions)
        for number, one in enumerate(trace["txns"]):
            one = dict(one, patches=[[at + length, *rest] for at, *rest in one["patches"]])
            if turn == 0 and number == 0 and trace.get("startContent"):
                one["patches"].insert(0, [0, 0, trace["startContent"]])
            elif number == 0 and trace.get("startContent"):
                one["patches"].insert(0, [length, 0, trace["startContent"]])
            if "parents" in one:
                one["parents"] = [first + parent for parent in one["parents"]] or heads(transactions)
            transactions.append(one)
        length += len(trace["endContent"])
    return dict(trace, startContent="", endContent=trace["endContent"] * times, txns=transactions)


def heads(transactions):
    implied = {parent for one in transactions for parent in one["parents"]}
    return [number for number in range(len(transactions)) if number not in implied]


def measure(bench, script, trace, rounds, slow_rounds, middle):
    """name → line → what `middle` makes of the rounds; what a library does not do is missing."""
    found = {}
    for turn in range(rounds):
        for name in ("meridian", "yjs", "loro", "automerge"):
            if name == "meridian":
                result = output(bench, trace, 9)
                result["columns"] = result["bytes"]
                result["bytes"] += result["ids"]
            elif name == "automerge" and turn >= slow_rounds:
                continue
            else:
                mode = ["no-remote"] if name == "automerge" else []
                result = output("node", "--expose-gc", script, name, trace, *mode)
                memory = output("node", "--expose-gc", script, name, trace, "memory")
                result["memory"] = memory["memory"]
            for line, value in result.items():
                found.setdefault(name, {}).setdefault(line, []).append(value)
            print(f"  round {turn + 1}: {name} {result['type_ms']:.0f} ms", file=sys.stderr, flush=True)
    return {name: {line: middle(values) for line, values in lines.items()}
            for name, lines in found.items()}


def cell(value, unit, own):
    if value is None:
        return "–"
    if unit == "kB":
        value /= 1000
    text = f"{value:.2f}" if value < 10 else f"{value:,.0f}"
    return text if own is None else f"{text} ({value / own:.2f}×)" if value < 10 * own else f"{text} ({value / own:,.0f}×)"


def table(name, medians):
    own = medians["meridian"]
    for one in medians.values():
        one["per_character"] = one["bytes"] / own["characters"]
    print(f"\n**{name}**: {own['patches']:.0f} edits, {own['characters']:.0f} characters at the end. "
          f"Of Meridian's history {own['ids']:.0f} B are the ids of {own['changes']:.0f} changes.\n")
    print("| | Meridian | " + " | ".join(one.capitalize() for one in medians if one != "meridian") + " |")
    print("| --- " * (1 + len(medians)) + "|")
    for line, words, unit in LINES:
        mine = own.get(line, own["type_ms"] if line == "type_once_ms" else None)
        cells = [cell(mine, unit, None)]
        for peer, lines in medians.items():
            if peer != "meridian":
                cells.append(cell(lines.get(line), unit, mine / 1000 if unit == "kB" else mine))
        if any(text != "–" for text in cells[1:]):
            print(f"| {words}, {unit} | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("traces", type=pathlib.Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow-rounds", type=int, default=1, help="rounds of Automerge, which needs minutes")
    parser.add_argument("--least", action="store_const", const=min, default=statistics.median, dest="middle")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    bench = options.build / "tests" / "bench" / "bench_text"
    script = install(options.build)
    everything = {}
    with tempfile.TemporaryDirectory() as folder:
        for path in options.traces:
            name, trace = path.name.split(".")[0], path
            if options.times > 1:
                name += f" × {options.times}"
                trace = pathlib.Path(folder) / "trace.json"
                trace.write_text(json.dumps(repeated(read(path), options.times)), encoding="utf-8")
            everything[name] = measure(bench, script, trace, options.rounds, options.slow_rounds, options.middle)
            table(name, everything[name])
    if options.json:
        options.json.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
