#!/usr/bin/env python3
"""What the whole programs cost: start to first frame, hold-ups of the window, a passphrase, a large file.

    cmake --preset release && ninja -C build/release meridian meridianctl meridian-relay
    QT_QUICK_BACKEND=software xvfb-run -a python3 tests/bench/measure.py build/release

Everything is real: a relay process on loopback with TLS, the demo campaign loaded through it, the release app
with a key file. Prints one line to a figure, and a sentence at the end; ends with 1 if a figure is beyond its target.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

# The targets, on a machine of this size.
START_MS, FRAME_MS = 500, 16

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program(build, name):
    found = [path for path in sorted(build.rglob(name)) if path.is_file() and os.access(path, os.X_OK)]
    if not found:
        raise SystemExit(f"{name} is not in {build}")
    return found[0]


class Report:
    def __init__(self):
        self.missed = []

    def line(self, what, value, unit, target=None):
        beyond = target is not None and value > target
        if beyond:
            self.missed.append(what)
        aim = "" if target is None else f"   (target {target} {unit}{', MISSED' if beyond else ''})"
        print(f"{what:<62} {value:>9.1f} {unit}{aim}", flush=True)


def seconds(work):
    start = time.monotonic()
    work()
    return time.monotonic() - start


class App:
    """The real window, told to measure itself. Times are since the process was started."""

    def __init__(self, meridian, world, person, size, watch):
        self.first = self.opened = 0.0
        command = [str(meridian), "--profile", str(world.folder / person), "--key-file",
                   str(world.folder / f"{person}.key"), "--at", str(world.at), "--size", size, "--language", "en",
                   "--measure", str(watch)]
        start = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=world.environment)
        for line in self.process.stdout:
            if line.startswith("first-frame"):
                self.first = 1000 * (time.monotonic() - start)
            elif line.startswith("opened-frame"):
                self.opened = 1000 * (time.monotonic() - start)
                break

    def result(self):
        rest = self.process.communicate(timeout=300)[0]
        return json.loads(rest.strip().splitlines()[-1])


def demo(world_module):
    world = world_module.World()
    people = world.folder / "people"
    people.mkdir()
    clock = people / "clock"
    world.run("nobody", "demo", "clock", "--file", clock, "2027-03-01T08:00:00Z")
    relay = world.relay(clock=clock)
    world.run("nobody", "demo", "load", "--into", people, "--relay", "-", stdin=relay.line, timeout=600)
    world.folder, world.at = people, clock
    return world


# What is no answer of the core and no input: the window is painted, with whatever the screen's server takes.
PAINTING = ("UpdateRequest", "Expose", "PlatformSurface", "Show", "Resize", "Paint")


def longest(events, what, kinds=None):
    """Of the events of these kinds, or of all that paint nothing."""
    return max((event[what] for name, event in events.items() if (name in kinds if kinds else name not in PAINTING)),
               default=0.0)


def measure_start(report, meridian, world, runs):
    for person, size in (("maya", "390x844"), ("dana", "1280x800"), ("svetlana", "1280x800")):
        apps, results = [], []
        for _ in range(runs):
            apps.append(App(meridian, world, person, size, 1))
            results.append(apps[-1].result()["starting"])
        report.line(f"app start to first frame, {person} {size}, median of {runs}",
                    statistics.median(app.first for app in apps), "ms")
        report.line("  … to the first frame of the open campaign", statistics.median(app.opened for app in apps), "ms",
                    START_MS)
        report.line("  longest event on the way: the first page is built (QML)",
                    statistics.median(longest(result, "longestMs") for result in results), "ms")
        report.line("  longest that the window stood still on the way, not building",
                    statistics.median(longest(result, "waitedMs") for result in results), "ms", FRAME_MS)


def measure_hold_ups(report, meridian, world, what, person, sender, write):
    """A window open while somebody else's work comes in: `write` writes it, and returns what shows that it came."""
    world.run(person, "sync")
    arrived = write()
    app = App(meridian, world, person, "1280x800", 20)
    time.sleep(1.5)  # the first page is filled: what comes from now on is measured
    took = seconds(lambda: world.run(sender, "sync"))
    result = app.result()
    print(f"  sent in {took:.1f} s while the window was open; longest events since then:")
    for name, event in sorted(result["since"].items(), key=lambda item: -item[1]["longestMs"])[:6]:
        print(f"    {name:<24} {event['longestMs']:8.1f} ms of {event['count']}, {event['overFrame']} over {FRAME_MS} ms")
    if result["since"].get("MetaCall", {"count": 0})["count"] == 0:
        raise SystemExit("the core answered nothing while the window was measured")
    report.line(f"longest hold-up of the window by an answer of the core, {what}",
                longest(result["since"], "longestMs", ("MetaCall",)), "ms", FRAME_MS)
    if not arrived():
        raise SystemExit("the window did not receive what was sent")


def goals(world, changes):
    """On the campaign lead's page."""
    for n in range(changes):
        world.run("mila", "campaign", "edit", "--field", "goal", "--text", f"Goal number {n}.")
    return lambda: world.run("svetlana", "campaign", "show")["goal"]["en"] == f"Goal number {changes - 1}."


def submissions(world, changes):
    """In the hub lead's queue: a version each, and a question about it."""
    world.run("tess", "sync")
    for n in range(changes // 2):
        world.run("tess", "submit", "--caption", f"Version number {n}.", "--tick-all")
        world.run("tess", "ask", "--text", f"Is number {n} better?")

    def arrived():
        return any(item["caption"] == f"Version number {changes // 2 - 1}."
                   for item in world.run("dana", "review", "list", "--all"))

    return arrived


def measure_passphrase(report, world):
    environment = dict(world.environment, MERIDIAN_PASSPHRASE="five words that nobody guesses")
    folder = world.folder / "locked"
    ctl = sys.argv[1]

    def run(*command):
        subprocess.run([ctl, "--profile", str(folder), *command], check=True, env=environment,
                       stdout=subprocess.DEVNULL)

    run("profile", "init", "--name", "Ann", "--zone", "Europe/Berlin", "--language", "en")
    with_passphrase = statistics.median(seconds(lambda: run("profile", "show")) for _ in range(5))
    with_key = statistics.median(seconds(lambda: world.run("maya", "profile", "show")) for _ in range(5))
    report.line("opening with a key file, whole process", 1000 * with_key, "ms")
    report.line("a passphrase on top (Argon2id)", 1000 * (with_passphrase - with_key), "ms")


def measure_file(report, world, megabytes):
    size = megabytes * 1_000_000
    video = world.folder / "video.mp4"
    with video.open("wb") as out:
        out.write(b"\x00\x00\x00\x18ftypmp42" + os.urandom(size - 12))
    world.run("tess", "sync")
    world.run("tess", "brief", "acknowledge")
    took = seconds(lambda: world.run("tess", "submit", "--caption", "A long one.", "--file", video, "--tick-all",
                                     timeout=600))
    report.line(f"{megabytes} MB picked: sealed, copied, submitted", took, "s")
    took = seconds(lambda: world.run("tess", "sync", timeout=600))
    report.line(f"{megabytes} MB sent to the relay, acknowledged after fsync", took, "s")
    took = seconds(lambda: world.run("dana", "sync", timeout=600))
    report.line(f"{megabytes} MB received and verified by the lead", took, "s")
    saved = world.run("dana", "review", "list", "--all")
    arrived = [item for item in saved for file in item["attachments"] if file["bytes"] == size]
    if not arrived or sum(arrived[0]["missingBytes"]):
        raise SystemExit("the file did not arrive")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--megabytes", type=int, default=100)
    options = parser.parse_args()
    meridian = program(options.build, "meridian")
    sys.argv[1:] = [str(program(options.build, "meridianctl")), str(program(options.build, "meridian-relay"))]
    sys.path.insert(0, str(ROOT / "tests" / "cli"))
    import world as world_module  # pylint: disable=import-outside-toplevel  # it reads its programs from argv

    report = Report()
    world = demo(world_module)
    try:
        measure_file(report, world, options.megabytes)
        measure_passphrase(report, world)
        measure_start(report, meridian, world, options.runs)
        measure_hold_ups(report, meridian, world, f"{options.changes} edits of the page", "svetlana", "mila",
                         lambda: goals(world, options.changes))
        measure_hold_ups(report, meridian, world, f"{options.changes} in the queue", "dana", "tess",
                         lambda: submissions(world, options.changes))
    finally:
        world.folder = world.folder.parent
        world.close()
    if report.missed:
        print("\nmissed: " + "; ".join(what.strip(" …") for what in report.missed))
        return 1
    print("\nevery target is kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
