"""The contract of meridianctl: what the program says it can do is what it can do, in help and manual alike."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import world

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What others call by name. Commands may be added; none of these may go or change its name.
PROMISED = """
profile init, profile show, campaign create, campaign show, campaign edit, campaign export, relay set,
invite create, invite list, schedule show, schedule set, conflict list, conflict send, conflict resolve, prepare,
join, people list, people edit, brief list, brief show, brief edit, brief issue, brief acknowledge,
deliverable list, timeline list, submit, ask, answer, comment, review list, review approve,
review request-changes, review delay, review withdraw, feedback list, go-live, preflight, outbox list, sync,
bundle export, bundle import, status, log, verify, digest, demo load
"""


def help_of(command):
    done = subprocess.run([world.CTL, *command, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout


def rows(text, title):
    """Name and description of each line below a title of a help text."""
    found = re.search(rf"^{title}:\n((?:  .*\n)*)", text, re.MULTILINE)
    if not found:
        return []
    # What does not fit beside a long name stands below it.
    joined = re.sub(r"^(  \S(?:(?!  ).)*)\n {8,}", r"\1    ", found[1], flags=re.MULTILINE)
    return [re.match(r"  (\S.*?)(?:\s{2,}(.*))?$", line).groups() for line in joined.splitlines()
            if re.match(r"  \S", line)]


def commands(prefix=()):
    text = help_of(prefix)
    below = rows(text, "Subcommands")
    if not below:
        yield prefix, text
        return
    for name, _ in below:
        yield from commands((*prefix, name))


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.commands = dict(commands())
        manual = (ROOT / "app" / "cli" / "meridianctl.1").read_text(encoding="utf-8")
        section = manual.partition(".SH COMMANDS")[2].partition(".SH ENVIRONMENT")[0] + ".SH END"
        cls.manual = re.sub(r"\\f[BIR]", "", section).replace("\\-", "-")

    def test_no_promised_command_is_missing(self):
        promised = {tuple(name.split()) for name in PROMISED.replace("\n", " ").split(",")}
        self.assertEqual(set(), promised - set(self.commands))

    def test_every_command_and_group_shows_how_it_is_used(self):
        groups = {command[:1] for command in self.commands if len(command) > 1}
        for command in [*self.commands, *groups, ()]:
            text = self.commands.get(command) or help_of(command)
            example = re.search(r"^Examples?:\n((?:  meridianctl .*\n?)+)", text, re.MULTILINE)
            self.assertTrue(example, command)
            if command:
                self.assertIn(" ".join(command), example[1], command)

    def test_every_option_is_explained(self):
        for command, text in self.commands.items():
            for title in ("Options", "Positionals"):
                for name, about in rows(text, title):
                    self.assertTrue(about, f"{' '.join(command)}: {name}")

    def test_the_manual_has_every_command_and_option(self):
        for command, text in self.commands.items():
            entry = re.search(rf"^\.B {re.escape(' '.join(command))}(?= |$)(.*?)(?=^\.B |^\.S[SH])", self.manual,
                              re.MULTILINE | re.DOTALL)
            self.assertTrue(entry, f"{' '.join(command)} is not in the manual")
            for name, _ in rows(text, "Options"):
                option = re.search(r"--[a-z-]+", name)[0]
                if option != "--help":
                    self.assertIn(option, entry[1], f"{' '.join(command)} {option} is not in the manual")

    def test_the_manual_names_nothing_that_is_not_there(self):
        for line in re.findall(r"^\.B (.*)$", self.manual, re.MULTILINE):
            words = []
            for word in line.split():
                if not re.fullmatch(r"[a-z-]+", word) or word.startswith("-"):
                    break
                words.append(word)
            self.assertTrue(tuple(words) in self.commands, line)

    def test_examples_are_understood(self):
        """Each example gets past the reading of its options: what is missing then is a profile."""
        for command, text in self.commands.items():
            example = re.search(r"^Example:\n  meridianctl (.*)", text, re.MULTILINE)[1]
            if command[0] == "demo" or "<" in example:
                continue  # reads or writes files of its own
            with tempfile.TemporaryDirectory() as folder:
                done = subprocess.run(["bash", "-c", f'"$0" {example}', world.CTL], capture_output=True, text=True,
                                      check=False, stdin=subprocess.DEVNULL, cwd=folder, env={"PATH": "/usr/bin:/bin"})
            for complaint in ("not expected", "is required", "Could not convert", "subcommand"):
                self.assertNotIn(complaint, done.stderr, example)
            self.assertTrue(done.returncode == 0 or '"error"' in done.stderr, example)


class Answers(world.Case):
    def test_one_document_on_standard_output_and_one_error_on_standard_error(self):
        w = self.world
        w.profile("mila", "Mila Petrović")
        arguments = w.arguments("mila", ["profile", "show"])
        done = subprocess.run(arguments, capture_output=True, text=True, check=False, env=w.environment)
        self.assertEqual((0, "", 1), (done.returncode, done.stderr, done.stdout.count("\n")))
        pretty = subprocess.run([*arguments, "--pretty"], capture_output=True, text=True, check=False,
                                env=w.environment)
        self.assertEqual(world.json.loads(done.stdout), world.json.loads(pretty.stdout))
        self.assertGreater(pretty.stdout.count("\n"), 3)
        wrong = subprocess.run(w.arguments("mila", ["campaign", "show"]), capture_output=True, text=True, check=False,
                               env=w.environment)
        self.assertEqual((2, ""), (wrong.returncode, wrong.stdout))
        self.assertEqual({"code", "message"}, set(world.json.loads(wrong.stderr)["error"]))

    def test_what_cannot_be_printed_is_an_error(self):
        w = self.world
        w.profile("mila", "Mila Petrović")
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run(w.arguments("mila", ["profile", "show"]), stdout=full, stderr=subprocess.PIPE,
                                  text=True, check=False, env=w.environment)
        self.assertEqual(4, done.returncode)
        error = world.json.loads(done.stderr)["error"]
        self.assertEqual("io-error", error["code"])
        self.assertIn("output", error["message"])

    def test_a_word_that_is_no_command_is_named(self):
        for words in (["nonsense"], ["profile", "nonsense"], ["profile", "show", "nonsense"]):
            for language, complaint in (("C.UTF-8", "no such command|not expected"), ("ru_RU.UTF-8", "нет такой|лишнее")):
                done = subprocess.run([world.CTL, *words], capture_output=True, text=True, check=False,
                                      env=dict(self.world.environment, LC_ALL=language))
                self.assertEqual(2, done.returncode)
                self.assertRegex(world.json.loads(done.stderr)["error"]["message"], f"({complaint}).*: nonsense")

    def test_an_empty_value_is_refused(self):
        self.refused(2, "invalid-argument", "mila", "--at", "", "profile", "show")
        self.refused(2, "invalid-argument", "mila", "--campaign", "", "status")

    def test_help_and_manual_say_what_exit_4_is(self):
        manual = (ROOT / "app" / "cli" / "meridianctl.1").read_text(encoding="utf-8")
        section = manual.partition(".SH EXIT STATUS")[2].partition(".SH")[0]
        for text in (help_of([]), section.replace("\\-", "-")):
            for reason in ("damaged data", "wrong key", "profile in use", "full or read-only disk", "i/o"):
                self.assertIn(reason, re.sub(r"\s+", " ", text))

    def test_exit_codes_tell_rule_usage_network_and_damage_apart(self):
        self.founded()
        w = self.world
        self.refused(1, "invitation-invalid", "mila", "join", stdin="See you on Friday!")
        self.refused(2, "invalid-argument", "mila", "campaign", "edit", "--no-such-option")
        self.refused(2, "not-found", "mila", "campaign", "edit", "--field", "goal", "--market", "XX", "--text", "x")
        w.relays[0].kill()
        self.refused(3, "relay-unreachable", "mila", "sync")
        w.profile("ann", "Ann")
        (w.folder / "mila.key").write_bytes((w.folder / "ann.key").read_bytes())
        self.refused(4, "wrong-key", "mila", "status")

    def test_at_follows_an_instant_or_a_clock_file(self):
        w = self.world
        self.founded()
        w.at = "2027-03-10T14:00:00Z"
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "On the tenth.")
        newest = w.run("mila", "log", "--limit", "1")[0]
        self.assertTrue(newest["at"].startswith("2027-03-10T14:00:0"), newest)
        clock = w.folder / "clock"
        w.at = None
        w.run("mila", "demo", "clock", "--file", clock, "2028-01-01T00:00:00Z")
        w.at = clock
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "A year on.")
        self.assertTrue(w.run("mila", "log", "--limit", "1")[0]["at"].startswith("2028-01-01T00:00:0"))

    def test_a_relay_on_a_shifted_clock_says_so_in_its_log(self):
        w = self.world
        clock = w.folder / "clock"
        w.run("nobody", "demo", "clock", "--file", clock, "2028-01-01T00:00:00Z")
        told = {}
        for name, at in (("true", None), ("instant", "2027-03-10T14:00:00Z"), ("file", clock)):
            relay = w.relay(name, at)
            told[name] = re.findall(r"event=clock-shifted now=(\S+)", relay.folder.with_suffix(".log").read_text())
        self.assertEqual([], told["true"])
        self.assertEqual(["2027-03-10T14:00:00"], [now[:19] for now in told["instant"]])
        self.assertEqual(["2028-01-01T00:00:0"], [now[:18] for now in told["file"]])

    def test_the_key_file_and_the_profile_are_made_private(self):
        umask = os.umask(0o022)
        self.addCleanup(os.umask, umask)
        self.world.profile("mila", "Mila Petrović")
        profile = self.world.folder / "mila"
        for file in (self.world.folder / "mila.key", profile / "replica.db", profile / "profile.vault"):
            self.assertEqual(0o600, file.stat().st_mode & 0o777, file.name)
        self.assertEqual(0o700, profile.stat().st_mode & 0o777)


if __name__ == "__main__":
    world.main()
