"""SIGKILL over real processes: relay and clients are killed at random moments, again and again. What a command said
was done is done, what the relay acknowledged is at the relay, and everybody agrees afterwards.

    test_kills.py MERIDIANCTL RELAY                     a few kills, as in ctest
    MERIDIAN_KILLS=200 test_kills.py MERIDIANCTL RELAY  the long mode; MERIDIAN_SEED=N repeats a run's plan
"""

import json
import os
import random
import time

import test_bad_input as story
import world

KILLS = int(os.environ.get("MERIDIAN_KILLS", "16"))
SEED = int(os.environ.get("MERIDIAN_SEED", random.SystemRandom().randrange(1 << 32)))


class Kills(world.Case):
    def setUp(self):
        super().setUp()
        print(f"MERIDIAN_SEED={SEED} MERIDIAN_KILLS={KILLS}", flush=True)
        self.dice = random.Random(SEED)
        w = self.world
        self.relay = self.founded()
        self.member("dana", "Dana Brooks", "--role", "hub-lead", "--market", "US")
        file = w.folder / "maya.json"
        file.write_text(json.dumps(dict(world.CAMPAIGN, creators=[story.MAYA])), encoding="utf-8")
        w.run("dana", "brief", "edit", "--file", file, "--creator", "maya")
        w.run("dana", "brief", "issue", "--creator", "Maya Collins")
        self.member("maya", "Maya Collins", "--role", "creator", "--market", "US", "--creator", "Maya Collins",
                    zone="America/Los_Angeles", by="dana")
        w.run("dana", "sync")
        w.run("maya", "sync")
        w.run("maya", "brief", "show")
        begin = time.monotonic()
        w.run("maya", "brief", "acknowledge")
        self.lifetime = time.monotonic() - begin  # of a command on this machine, today
        self.typed = 0
        self.said = []  # texts whose command said that it was done
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
        process = self.world.start(self.dice.choice(("mila", "dana", "maya")), "sync")
        self.kills["syncing"] += self.killed_at_random(process)

    def kill_relay(self):
        """While two clients speak to it; and what it acknowledged before it died, it has."""
        clients = [self.world.start(person, "sync") for person in self.dice.sample(("mila", "dana", "maya"), 2)]
        time.sleep(self.dice.random() * 3 * self.lifetime)
        self.relay.kill()
        self.kills["relay"] += 1
        for client in clients:
            client.communicate(timeout=60)
        self.relay.start()

    def agree(self):
        for _ in range(3):
            for person in ("mila", "dana", "maya"):
                self.world.run(person, "sync")
        for person in ("mila", "dana", "maya"):
            self.assertEqual(0, self.world.run(person, "status")["waiting"], person)
        self.assert_same_view("mila", "dana")
        self.assert_same_view("dana", "maya")

    def test_nothing_acknowledged_and_nothing_typed_is_lost(self):
        w = self.world
        while sum(self.kills.values()) < KILLS:
            self.dice.choices((self.write, self.sync, self.kill_relay), (5, 3, 2))[0]()
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

        # What the relay acknowledged, a newcomer gets from it alone: everybody else is gone.
        newcomer = self.invited("--name", "Second lead", "--role", "campaign-lead", by="mila")["message"]
        w.profile("svetlana", "Svetlana Orlova")
        w.run("svetlana", "join", stdin=newcomer)
        for _ in range(3):  # she is confirmed, reads, and says who she is
            w.run("svetlana", "sync")
            w.run("mila", "sync")
        self.assert_same_view("mila", "svetlana")


if __name__ == "__main__":
    world.main()
