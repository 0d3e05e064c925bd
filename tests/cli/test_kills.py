"""SIGKILL over real processes: relay and clients are killed at random moments, again and again. What a command said
was done is done, what the relay acknowledged is at the relay, and everybody agrees afterwards.

    test_kills.py MERIDIANCTL RELAY                     a few kills, as in ctest
    MERIDIAN_KILLS=200 test_kills.py MERIDIANCTL RELAY  the long mode; MERIDIAN_SEED=N repeats a run's plan
"""

import contextlib
import json
import os
import random
import shutil
import sqlite3
import time

import world

PEOPLE = ("mila", "dana", "maya")
KILLS = int(os.environ.get("MERIDIAN_KILLS", "16"))
SEED = int(os.environ.get("MERIDIAN_SEED", random.SystemRandom().randrange(1 << 32)))


class Kills(world.Case):
    def setUp(self):
        super().setUp()
        print(f"MERIDIAN_SEED={SEED} MERIDIAN_KILLS={KILLS}", flush=True)
        self.dice = random.Random(SEED)
        w = self.world
        self.relay = self.hub()
        self.drafted()
        self.issued()
        w.run("dana", "sync")
        w.run("maya", "sync")
        w.run("maya", "brief", "show")
        begin = time.monotonic()
        w.run("maya", "brief", "acknowledge")
        self.lifetime = time.monotonic() - begin  # of a command on this machine, today
        self.typed = 0
        self.said = []  # texts whose command said that it was done
        self.acknowledged = {}  # changes that the relay said it has, and how many bytes of their files
        self.kills = {"writing": 0, "syncing": 0, "relay": 0}
        self.video = w.folder / "day7.mp4"
        self.video.write_bytes(self.dice.randbytes(700_000))

    def command(self):
        """Somebody types something that nobody typed before."""
        self.typed += 1
        text = f"Day {self.typed} of the week, {self.dice.randrange(1 << 30):x}"
        if self.dice.random() < 0.3:
            with_file = ["--file", self.video] if self.dice.random() < 0.5 else []
            return "maya", ["submit", "--caption", text, "--tick-all", *with_file], text
        if self.dice.random() < 0.5:
            return "maya", ["ask", "--text", text], text
        return "mila", ["campaign", "edit", "--field", "goal", "--text", text], text

    def killed_at_random(self, process):
        """Whether it did not end by itself before."""
        # Any moment of its life, and some are left to finish.
        deadline = time.monotonic() + self.dice.random() * 2.5 * self.lifetime
        while time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.001)
        killed = process.poll() is None
        if killed:
            process.kill()
        process.communicate()
        return killed

    def write(self):
        person, command, text = self.command()
        process = self.world.start(person, *command)
        self.kills["writing"] += self.killed_at_random(process)
        if process.returncode == 0:
            self.said.append((person, command[0], text))
        # It opens and says how it is, whatever happened.
        self.assertNotIn("setBack", self.world.run(person, "status"))

    def sync(self):
        process = self.world.start(self.dice.choice(PEOPLE), "sync")
        self.kills["syncing"] += self.killed_at_random(process)

    def kill_relay(self):
        """While two clients speak to it; and what it acknowledged before it died, it has, before and after its start."""
        clients = [self.world.start(person, "sync") for person in self.dice.sample(PEOPLE, 2)]
        time.sleep(self.dice.random() * 3 * self.lifetime)
        self.relay.kill()
        self.kills["relay"] += 1
        for client in clients:
            client.communicate(timeout=60)
        self.nothing_acknowledged_is_gone()
        generation = self.relay.generation
        self.relay.start()
        self.assertEqual(generation, self.relay.generation, "it found by its mark that it had lost something")

    def nothing_acknowledged_is_gone(self):
        """Looked for in the files of the dead relay: whoever speaks to the next one gives it again what it lost."""
        for person in PEOPLE:
            for one in self.world.run(person, "outbox", "list"):
                if one["state"] == "stored":
                    files = one.get("files", {"bytes": 0, "sent": 0})
                    self.acknowledged[one["change"]] = files["bytes"] if files["sent"] == files["bytes"] else 0
        stored = self.stored()
        self.assertEqual({}, {change: size for change, size in self.acknowledged.items()
                              if stored.get(change, -1) < size})

    def stored(self):
        """Each change in a copy of the relay's store, with the bytes of its files that are there."""
        copy = self.world.folder / "copy"
        shutil.copytree(self.relay.folder, copy)  # reading brings the journal in, which is the relay's to do
        with contextlib.closing(sqlite3.connect(copy / "store.sqlite")) as store:
            rows = store.execute("SELECT change.id, SUM(LENGTH(chunk.bytes)) FROM change"
                                 " LEFT JOIN naming ON naming.space = change.space AND naming.change = change.id"
                                 " LEFT JOIN blob ON blob.space = naming.space AND blob.blob = naming.blob"
                                 " LEFT JOIN chunk ON chunk.blob = blob.id GROUP BY change.space, change.id")
            found = {change.hex(): size or 0 for change, size in rows}
        shutil.rmtree(copy)
        return found

    def agree(self):
        for _ in range(3):
            for person in PEOPLE:
                self.world.run(person, "sync")
        for person in PEOPLE:
            self.assertEqual(0, self.world.run(person, "status")["waiting"], person)
        self.assert_same_view("mila", "dana")
        self.assert_same_view("dana", "maya")

    def test_nothing_acknowledged_and_nothing_typed_is_lost(self):
        w = self.world
        while sum(self.kills.values()) < KILLS:
            self.dice.choices((self.write, self.sync, self.kill_relay), (5, 3, 2))[0]()
        self.kill_relay()  # once in any case, with most to lose
        self.assertTrue(self.acknowledged)
        self.agree()
        print(self.kills, f"{len(self.said)} of {self.typed} said to be done", flush=True)

        captions = json.dumps(w.run("dana", "review", "list", "--all"), ensure_ascii=False)
        questions = json.dumps(w.run("dana", "brief", "show", "--creator", "Maya Collins"), ensure_ascii=False)
        goals = [text for person, what, text in self.said if what == "campaign"]
        for _, what, text in self.said:
            if what == "submit":
                self.assertEqual(1, captions.count(text), text)
            elif what == "ask":
                self.assertIn(text, questions)
        if goals:
            # Each goal replaced the one before: the last one said to be done stands, or a later one that was killed.
            number = lambda text: int(text.split()[1])
            self.assertGreaterEqual(number(w.run("dana", "campaign", "show")["goal"]["en"]), number(goals[-1]))

        # A newcomer gets all of it from the relay: Dana and Maya are away, and Mila only lets her in.
        newcomer = self.invited("--name", "Second lead", "--role", "campaign-lead", by="mila")["message"]
        w.profile("svetlana", "Svetlana Orlova")
        w.run("svetlana", "join", stdin=newcomer)
        for _ in range(3):  # she is confirmed, reads, and says who she is
            w.run("svetlana", "sync")
            w.run("mila", "sync")
        self.assert_same_view("mila", "svetlana", whole=True)


if __name__ == "__main__":
    world.main()
