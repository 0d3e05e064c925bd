"""Bad input and bad luck: each has its code, and nothing is lost."""

import json
import os
import queue
import threading
import time

import world


class Robustness(world.Case):
    def test_a_wrong_key_file_opens_nothing_and_loses_nothing(self):
        w = self.world
        w.profile("mila", "Mila Petrović")
        w.profile("other", "Other")
        right, wrong = w.folder / "mila.key", w.folder / "other.key"
        kept = right.read_bytes()
        right.write_bytes(wrong.read_bytes())
        self.refused(4, "wrong-key", "mila", "profile", "show")
        right.write_bytes(kept)
        self.assertEqual("Mila Petrović", w.run("mila", "profile", "show")["name"])

    def test_a_vault_that_is_missing_or_damaged_is_named_and_nothing_is_thrown_away(self):
        w = self.world
        w.profile("mila", "Mila Petrović")
        vault, replica = w.folder / "mila" / "profile.vault", w.folder / "mila" / "replica.db"
        whole, kept = vault.read_bytes(), replica.read_bytes()
        for language, damaged, missing in (
                ("C.UTF-8", "or its profile.vault is damaged", "profile.vault is missing from this folder"),
                ("ru_RU.UTF-8", "либо повреждён его файл profile.vault", "В этой папке нет файла profile.vault")):
            w.environment["LC_ALL"] = language
            vault.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
            self.assertIn(damaged, self.refused(4, "wrong-key", "mila", "status"))
            vault.unlink()
            self.assertIn(missing, self.refused(4, "damaged", "mila", "status"))
        self.assertEqual(kept, replica.read_bytes())
        vault.write_bytes(whole)
        self.assertEqual("Mila Petrović", w.run("mila", "profile", "show")["name"])

    def test_a_key_file_that_others_can_read_is_refused(self):
        self.world.profile("mila", "Mila Petrović")
        os.chmod(self.world.folder / "mila.key", 0o644)
        self.refused(4, "key-file-readable-by-others", "mila", "profile", "show")

    def test_an_unknown_zone_and_an_unknown_command_are_usage(self):
        self.refused(2, "unknown-zone", "mila", "profile", "init", "--name", "M", "--zone", "Mars/Olympus")
        self.refused(2, "invalid-argument", "mila", "no-such-command")

    def test_a_second_process_is_refused_while_the_first_goes_on(self):
        self.founded()
        first = self.world.start("mila", "sync", "--watch")
        self.addCleanup(first.communicate)
        self.addCleanup(first.kill)
        first.stdout.readline()
        self.refused(4, "profile-in-use", "mila", "profile", "show")
        first.kill()
        first.wait()
        self.assertEqual("Mila Petrović", self.world.run("mila", "profile", "show")["name"])

    def test_a_watch_stays_connected_and_tells_what_the_relay_pushes(self):
        w = self.world
        relay = self.hub()
        watching = w.start("dana", "sync", "--watch")
        self.addCleanup(watching.communicate)
        self.addCleanup(watching.kill)
        lines = queue.Queue()
        reading = threading.Thread(target=lambda: [lines.put(json.loads(line)) for line in watching.stdout], daemon=True)
        reading.start()
        self.assertEqual(0, lines.get(timeout=60)["waiting"])
        logins = relay.metric("logins_total")
        # Pushed: within a moment, with no question in between, and not told twice.
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "Results people can see.")
        w.run("mila", "sync")
        self.assertGreaterEqual(lines.get(timeout=60)["received"], 1)
        time.sleep(5)
        self.assertEqual(0, sum(lines.get()["received"] for _ in range(lines.qsize())))
        self.assertEqual(logins + 1, relay.metric("logins_total"), "Mila's alone")
        # It says when it is alone, and comes back by itself.
        relay.kill()
        self.assertEqual({"offline": "relay-unreachable"}, lines.get(timeout=60))
        relay.start()
        self.assertEqual(0, lines.get(timeout=90)["waiting"])
        watching.kill()
        watching.wait()
        self.assertEqual("Results people can see.", w.run("dana", "campaign", "show")["goal"]["en"])

    def test_a_relay_named_with_sync_is_the_campaigns_from_then_on(self):
        w = self.world
        first = self.founded()
        second = w.relay("second")
        self.assertNotEqual(first.port, second.port)
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "Results people can see.")
        moved = w.run("mila", "sync", "--relay", second.line)
        self.assertEqual(0, moved["waiting"])
        self.assertGreater(second.metric("changes_stored_total"), 1, "all of it, not the newest alone")
        first.stop()
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "And in Russia.")
        self.assertEqual(0, w.run("mila", "sync")["waiting"])
        self.refused(2, "invalid-argument", "mila", "sync", "--relay", "wss://127.0.0.1:1/")

    def test_work_waits_while_the_relay_is_gone_and_arrives_when_it_is_back(self):
        relay = self.hub()
        relay.kill()
        self.world.run("mila", "campaign", "edit", "--field", "goal", "--text", "Results people can see.")
        self.refused(3, "relay-unreachable", "mila", "sync")
        self.assertGreaterEqual(self.world.run("mila", "status")["waiting"], 1)
        relay.start()
        self.assertEqual(0, self.world.run("mila", "sync")["waiting"])
        self.world.run("dana", "sync")
        self.assertEqual("Results people can see.", self.world.run("dana", "campaign", "show")["goal"]["en"])
        self.assert_same_view("mila", "dana")

    def test_a_bundle_carries_everything_where_there_is_no_network(self):
        relay = self.hub()
        relay.kill()
        self.world.run("mila", "campaign", "edit", "--field", "goal", "--text", "Results people can see.")
        file = self.world.folder / "verba.meridian"
        self.world.run("mila", "bundle", "export", file)
        self.assertGreaterEqual(self.world.run("dana", "bundle", "import", file)["new"], 1)
        self.assertEqual("Results people can see.", self.world.run("dana", "campaign", "show")["goal"]["en"])
        # And the other way, with what only she has.
        back = self.world.folder / "back.meridian"
        self.world.run("dana", "bundle", "export", back)
        self.world.run("mila", "bundle", "import", back)
        self.assert_same_view("mila", "dana")
        # What came by file reaches a relay that was not there, through whoever meets it first.
        relay.start()
        self.world.run("dana", "sync")
        self.world.run("mila", "sync")
        self.assert_same_view("mila", "dana")

    def test_who_carries_others_spaces_answers_for_none_of_them(self):
        w = self.world
        relay = self.hub()
        creator = ("--role", "creator", "--market", "US", "--zone", "America/Los_Angeles")
        for name in ("Tess Riley", "Noor Haddad"):
            self.invited(*creator, "--name", name, by="dana")
        self.member("maya", "Maya Collins", *creator, by="dana")
        self.assert_same_view("dana", "maya")
        relay.kill()
        readable, mine = w.run("maya", "status")["spaces"], w.run("maya", "digest")
        file = w.folder / "all.meridian"
        w.run("dana", "bundle", "export", file)
        self.assertGreater(w.run("maya", "bundle", "import", file)["new"], 0)
        self.assertGreater(w.run("maya", "verify")["unreadable"], 0, "what she carries for others")
        self.assertEqual(readable, w.run("maya", "status")["spaces"])
        self.assertEqual(set(mine), set(w.run("maya", "digest")))
        self.assert_same_view("dana", "maya")
        # And she hands it on whole.
        w.run("maya", "bundle", "export", file)
        self.assertEqual(0, w.run("dana", "bundle", "import", file)["new"])

    def test_a_file_is_written_over_nothing_but_a_plain_file(self):
        w = self.world
        self.founded()
        plain, link, pipe = (w.folder / name for name in ("plain.meridian", "link.meridian", "pipe.meridian"))
        plain.write_text("older")
        link.symlink_to(plain)
        os.mkfifo(pipe)
        for language, words, folder in (("en", "It was left as it is", "no such folder"),
                                        ("ru", "ничего не изменилось", "нет такой папки")):
            w.run("mila", "profile", "edit", "--language", language)
            for target in (link, pipe, w.folder):
                self.assertIn(words, self.refused(2, "invalid-argument", "mila", "bundle", "export", target))
            message = self.refused(2, "not-found", "mila", "bundle", "export", w.folder / "nowhere" / "a.meridian")
            self.assertEqual(f"{folder}: {w.folder / 'nowhere'}", message)
        self.assertEqual("older", plain.read_text())
        self.assertTrue(link.is_symlink() and pipe.is_fifo())
        self.assertEqual([], list(w.folder.glob("*.part")))
        w.run("mila", "bundle", "export", plain)
        self.assertGreater(plain.stat().st_size, 100)

    def test_a_damaged_bundle_is_refused_whole(self):
        self.founded()
        file = self.world.folder / "verba.meridian"
        self.world.run("mila", "bundle", "export", file)
        whole = file.read_bytes()
        for damaged in (whole[:-1], whole[:100], bytes([*whole[:400], whole[400] ^ 1, *whole[401:]])):
            file.write_bytes(damaged)
            self.refused(4, "damaged", "mila", "bundle", "import", file)
        file.write_bytes(b"something else entirely")
        self.refused(4, "unsupported-format", "mila", "bundle", "import", file)

    def test_an_older_copy_of_the_profile_says_so_until_it_was_heard(self):
        w = self.world
        self.founded()
        older = w.folder / "older"
        world.shutil.copytree(w.folder / "mila", older)
        for n in range(3):
            w.run("mila", "campaign", "edit", "--field", "goal", "--text", f"Goal number {n}.")
        self.assertNotIn("setBack", w.run("mila", "status"))
        w.run("mila", "sync")
        world.shutil.rmtree(w.folder / "mila")
        older.rename(w.folder / "mila")
        lost = w.run("mila", "status")["setBack"]
        self.assertGreaterEqual(lost["writes"], 3)
        self.assertEqual(0, lost["receipts"])
        # What the relay had comes back by itself; the word about it stays until it was heard.
        w.run("mila", "sync")
        w.run("mila", "sync")
        self.assertEqual("Goal number 2.", w.run("mila", "campaign", "show")["goal"]["en"])
        self.assertTrue(w.run("mila", "verify")["setBack"])
        self.assertNotIn("setBack", w.run("mila", "verify", "--understood"))
        self.assertNotIn("setBack", w.run("mila", "status"))

    def test_a_relay_with_another_certificate_or_identity_is_told_nothing(self):
        w = self.world
        relay = self.founded()
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "Results people can see.")
        relay.kill()
        file = relay.folder / "identity"
        kept = file.read_text()
        magic, key, certificate = kept.split("\n", 2)
        other_certificate = (w.relay("other").folder / "identity").read_text().split("\n", 2)[2]
        for code, other in (("relay-identity-changed", (magic, "ab" * 32, certificate)),
                            ("relay-certificate-changed", (magic, key, other_certificate))):
            file.write_text("\n".join(other))
            relay.start()
            stored = relay.metric("changes_stored_total")
            self.refused(3, code, "mila", "sync")
            self.assertEqual((0, stored), (relay.metric("logins_total"), relay.metric("changes_stored_total")))
            self.assertGreaterEqual(w.run("mila", "status")["waiting"], 1)
            self.assertEqual("Results people can see.", w.run("mila", "campaign", "show")["goal"]["en"])
            relay.kill()
        file.write_text(kept)
        relay.start()
        self.assertEqual(0, w.run("mila", "sync")["waiting"])


if __name__ == "__main__":
    world.main()
