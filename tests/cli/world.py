"""A relay process and profiles in a folder of their own, driven through meridianctl as a person would."""

import json
import os
import pathlib
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

CTL, RELAY = sys.argv[1:3]


class Refused(Exception):
    def __init__(self, exit_code, code, message):
        super().__init__(f"{exit_code} {code}: {message}")
        self.exit_code, self.code, self.message = exit_code, code, message


class Relay:
    """A real meridian-relay on loopback. Its port stays the same over restarts."""

    def __init__(self, folder, clock=None):
        self.folder, self.clock, self.port, self.line = folder, clock, 0, ""
        self.generation = ""  # of its store, as it said at its last start: another one if the store lost something
        self.options = []  # more of them, from the next start on
        self.process = None
        self.start()

    def start(self):
        command = [RELAY, "--listen", f"127.0.0.1:{self.port}", "--data", str(self.folder)]
        if self.clock:
            command += ["--at", str(self.clock)]
        command += self.options
        log = self.folder.with_suffix(".log")
        with log.open("w") as out:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=out, text=True)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            found = re.search(r"event=listening.* port=(\d+) .*generation=(\w+)\n", log.read_text())
            if found:
                self.port, self.generation = int(found[1]), found[2]
                break
            if self.process.poll() is not None:
                raise RuntimeError("the relay ended: " + log.read_text())
            time.sleep(0.05)
        else:
            self.kill()
            raise RuntimeError("the relay does not listen: " + log.read_text())
        if not self.line:
            self.line = self.process.stdout.readline().strip()

    def metric(self, name):
        """A counter of its own, as it tells whoever asks on loopback."""
        unchecked = ssl._create_unverified_context()
        with urllib.request.urlopen(f"https://127.0.0.1:{self.port}/metrics", context=unchecked, timeout=20) as said:
            return int(re.search(rf"^meridian_relay_{name} (\d+)$", said.read().decode(), re.MULTILINE)[1])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.close()

    def close(self):
        self.process.wait(timeout=20)
        self.process.stdout.close()


class World:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="meridian-cli-"))
        self.environment = dict(os.environ, XDG_STATE_HOME=str(self.folder / "state"), LC_ALL="C.UTF-8")
        self.environment.pop("MERIDIAN_PASSPHRASE", None)
        self.at = None
        self.relays = []

    def relay(self, name="relay", clock=None):
        relay = Relay(self.folder / name, clock)
        self.relays.append(relay)
        return relay

    def arguments(self, person, command):
        arguments = [CTL, "--profile", str(self.folder / person)]
        if "MERIDIAN_PASSPHRASE" not in self.environment:
            arguments += ["--key-file", str(self.folder / f"{person}.key")]
        if self.at:
            arguments += ["--at", str(self.at)]
        return arguments + [str(part) for part in command]

    def start(self, person, *command):
        return subprocess.Popen(self.arguments(person, command), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.environment)

    def run(self, person, *command, stdin="", timeout=120):
        """The document on standard output; Refused with what stands on standard error."""
        done = subprocess.run(self.arguments(person, command), input=stdin, capture_output=True, text=True,
                              env=self.environment, timeout=timeout, check=False)
        if done.returncode == 0:
            return json.loads(done.stdout)
        if not done.stderr.strip().startswith("{"):
            raise RuntimeError(f"{command}: ended with {done.returncode}: {done.stderr}")
        error = json.loads(done.stderr.strip().splitlines()[-1])["error"]
        raise Refused(done.returncode, error["code"], error["message"])

    def profile(self, person, name, zone="Europe/Belgrade", language="en"):
        return self.run(person, "profile", "init", "--name", name, "--zone", zone, "--language", language)

    def close(self):
        for relay in self.relays:
            if relay.process.poll() is None:
                relay.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


CAMPAIGN = {
    "format": 1,
    "brandName": "Verba",
    "name": {"en": "Verba", "ru": "«Верба»"},
    "thesis": {"en": "Care that proves itself.", "ru": "Уход, который доказывает себя сам."},
    "markets": [{
        "code": "US", "zone": "America/New_York", "launchAt": "2027-03-15T12:00", "name": {"en": "United States"},
        "schedule": {"answerDay": "Fri", "answerBy": "17:00", "cutoffDay": "Thu", "cutoffAt": "17:00",
                     "zone": "America/New_York"},
    }],
    "nonNegotiables": [{"id": "week", "text": "Real time.", "because": "Proof."}],
    "decision": {"mode": "phased", "markets": ["US"], "why": "It shows quickly whether the idea sells."},
}

PARTS = ("contact", "goal", "role", "make", "live", "bigger")
MAYA = {
    "id": "maya", "name": "Maya Collins", "market": "US", "zone": "America/Los_Angeles", "language": "en",
    "handle": "@maya", "tier": "macro", "followers": 640000, "audience": {"en": "Sceptics, 25 to 40."},
    "brief": {part: {"en": f"What Maya reads about {part}."} for part in PARTS},
    "deliverables": [{"id": "video", "format": "vertical-video", "title": {"en": "Video"},
                      "goLiveAt": "2099-03-15T09:00", "zone": "America/Los_Angeles"}],
}


class Case(unittest.TestCase):
    """One world to a test. What most stories begin with, one built on the other: `founded()` is a campaign of Mila's
    at a running relay, `hub()` has Dana's hub in it, `drafted()` her brief for Maya, and with `issued()` Maya has it."""

    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def refused(self, exit_code, code, person, *command, **more):
        with self.assertRaises(Refused) as caught:
            self.world.run(person, *command, **more)
        self.assertEqual((exit_code, code), (caught.exception.exit_code, caught.exception.code),
                         caught.exception.message)
        # A person reads a sentence, not the code again.
        self.assertNotIn(caught.exception.message, ("", code))
        return caught.exception.message

    def founded(self):
        world = self.world
        relay = world.relay()
        world.profile("mila", "Mila Petrović")
        file = world.folder / "campaign.json"
        file.write_text(json.dumps(CAMPAIGN), encoding="utf-8")
        world.run("mila", "campaign", "create", "--file", file)
        world.run("mila", "relay", "set", stdin=relay.line)
        world.run("mila", "sync")
        return relay

    def invited(self, *options, by="mila"):
        made = self.world.run(by, "invite", "create", *options)
        self.world.run(by, "sync")
        return made

    def member(self, person, name, *options, zone="America/New_York", by="mila"):
        """Somebody who was invited, joined and was confirmed."""
        message = self.invited("--name", name, *options, by=by)["message"]
        self.world.profile(person, name, zone)
        self.world.run(person, "join", stdin=message)
        self.world.run(person, "sync")
        self.world.run(by, "sync")
        self.world.run(person, "sync")

    def hub(self):
        relay = self.founded()
        self.member("dana", "Dana Brooks", "--role", "hub-lead", "--market", "US")
        return relay

    def drafted(self, goes_live="2099-03-15T09:00"):
        maya = dict(MAYA, deliverables=[dict(MAYA["deliverables"][0], goLiveAt=goes_live)])
        file = self.world.folder / "maya.json"
        file.write_text(json.dumps(dict(CAMPAIGN, creators=[maya])), encoding="utf-8")
        self.world.run("dana", "brief", "edit", "--file", file, "--creator", "maya")

    def issued(self):
        self.world.run("dana", "brief", "issue", "--creator", "Maya Collins")
        self.member("maya", "Maya Collins", "--role", "creator", "--market", "US", "--creator", "Maya Collins",
                    zone="America/Los_Angeles", by="dana")

    def assert_same_view(self, *people, whole=False):
        """The same in every space that all of them have; and with `whole` they have the same spaces."""
        digests = [self.world.run(person, "digest") for person in people]
        shared = set.intersection(*(set(digest) for digest in digests))
        self.assertTrue(shared)
        if whole:
            self.assertEqual([shared] * len(people), [set(digest) for digest in digests], "not the same spaces")
        for space in shared:
            self.assertEqual(1, len({digest[space] for digest in digests}), f"space {space} differs")
        for person in people:
            self.assertTrue(self.world.run(person, "verify")["clean"])


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
