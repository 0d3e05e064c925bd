"""Invitations as people meet them: with a messenger's clutter, used twice, too late, for another relay."""

import world


class Invitations(world.Case):
    def test_a_pasted_message_with_clutter_joins_and_both_see_the_same(self):
        self.founded()
        message = self.invited("--role", "hub-lead", "--market", "US", "--name", "Dana Brooks")["message"]
        self.assertIn("Dana Brooks", message)
        cluttered = "[10.03, 15:01] Mila:\n> " + message.replace("\n", "\n> ") + "\n\u200b— sent from my phone"
        self.world.profile("dana", "Dana Brooks", "America/New_York")
        self.assertEqual("hub-lead", self.world.run("dana", "join", stdin=cluttered)["role"])
        for person in ("dana", "mila", "dana", "mila"):
            self.world.run(person, "sync")
        self.assertEqual("hub-lead", self.world.run("dana", "status")["role"])
        self.assertEqual("Care that proves itself.", self.world.run("dana", "campaign", "show")["thesis"]["en"])
        self.assert_same_view("mila", "dana")

    def test_before_the_first_sync_nothing_is_said_to_be_here(self):
        w = self.world
        relay = self.hub()
        creator = ("--role", "creator", "--market", "US", "--zone", "America/Los_Angeles", "--name", "Maya Collins")
        message = self.invited(*creator, by="dana")["message"]
        w.profile("maya", "Maya Collins", "America/Los_Angeles")
        relay.kill()
        w.run("maya", "join", stdin=message)
        for language, words in (("en", "Sync first"), ("ru", "Сначала выполните sync")):
            w.run("maya", "profile", "edit", "--language", language)
            for command in ("show", "acknowledge"):
                self.assertIn(words, self.refused(1, "brief-not-issued", "maya", "brief", command))
        prepared, status = w.run("maya", "prepare"), w.run("maya", "status")
        self.assertEqual((False, "sync", None), (prepared["complete"], prepared["next"], prepared["completeAt"]))
        self.assertEqual("joining", status["membership"])
        self.assertEqual({"complete": False, "completeAt": None}, status["offlineCopy"])
        relay.start()
        for person in ("maya", "dana", "maya"):
            w.run(person, "sync")
        self.assertEqual((True, "nothing"), tuple(w.run("maya", "prepare")[name] for name in ("complete", "next")))
        self.assertTrue(w.run("maya", "status")["offlineCopy"]["complete"])
        self.assertNotIn("sync", self.refused(1, "brief-not-issued", "maya", "brief", "show").lower())

    def maya_by_file(self):
        """Dana's brief for Maya and the file for her; then the relay is gone."""
        relay = self.hub()
        file = self.world.folder / "maya.meridian"
        self.drafted()
        self.world.run("dana", "brief", "issue", "--creator", "Maya Collins")
        made = self.world.run("dana", "invite", "create", "--role", "creator", "--market", "US", "--creator", "Maya Collins",
                              "--name", "Maya Collins", "--file", file)
        self.assertEqual(str(file), made["file"])
        self.assertEqual(0o600, file.stat().st_mode & 0o777)
        relay.kill()
        return relay, file, made

    def test_a_file_brings_the_brief_with_no_relay_and_the_join_goes_out_later(self):
        relay, file, _ = self.maya_by_file()
        self.world.profile("maya", "Maya Collins", "America/Los_Angeles")
        joined = self.world.run("maya", "join", file)
        self.assertEqual(("creator", "Dana Brooks"), (joined["role"], joined["invitedBy"]))
        brief = self.world.run("maya", "brief", "show")
        self.assertIn("What Maya reads about goal.", world.json.dumps(brief))
        self.world.run("maya", "brief", "acknowledge")
        self.refused(3, "relay-unreachable", "maya", "sync")
        self.assertIn("What Maya reads about goal.", world.json.dumps(self.world.run("maya", "brief", "show")))
        relay.start()
        for person in ("dana", "maya", "dana", "maya", "mila", "dana"):
            self.world.run(person, "sync")
        self.assertEqual(0, self.world.run("maya", "sync")["waiting"])
        self.assert_same_view("dana", "maya")
        self.assertIn("Maya Collins", [person["name"] for person in self.world.run("dana", "people", "list")])
        used = [one["state"] for one in self.world.run("dana", "invite", "list") if one["name"] == "Maya Collins"]
        self.assertIn("confirmed", used)

    def test_a_file_that_cannot_be_written_loses_no_invitation(self):
        self.founded()
        nowhere = self.world.folder / "no-such-folder" / "ann.meridian"
        process = self.world.start("mila", "invite", "create", "--role", "viewer", "--name", "Ann", "--file", nowhere)
        out, errors = process.communicate(timeout=120)
        made, error = world.json.loads(out), world.json.loads(errors)["error"]
        self.assertEqual(error, made["fileError"])
        self.assertEqual(f"no such folder: {nowhere.parent}", error["message"])
        self.assertEqual((2, "not-found"), (process.returncode, error["code"]))
        self.assertNotIn("file", made)
        self.world.run("mila", "sync")
        self.world.profile("ann", "Ann", "Europe/Berlin")
        self.assertEqual("viewer", self.world.run("ann", "join", made["link"])["role"])

    def test_a_file_that_was_used_joins_nobody_else(self):
        relay, file, _ = self.maya_by_file()
        for person in ("maya", "thief"):
            self.world.profile(person, "Maya Collins", "America/Los_Angeles")
        self.world.run("maya", "join", file)
        relay.start()
        for person in ("dana", "maya", "dana"):
            self.world.run(person, "sync")
        # What the file opens is readable to whoever has it; it gives them no place in the campaign.
        self.world.run("thief", "join", file)
        with self.assertRaises(world.Refused) as caught:
            self.world.run("thief", "sync")
        self.assertIn(caught.exception.code, ("invitation-used", "invitation-invalid"))
        self.world.run("dana", "sync")
        names = [person["name"] for person in self.world.run("dana", "people", "list")]
        self.assertEqual(1, names.count("Maya Collins"))

    def test_an_altered_file_a_plain_bundle_and_an_expired_one_are_named_so(self):
        _, file, made = self.maya_by_file()
        self.world.profile("maya", "Maya Collins", "America/Los_Angeles")
        whole = file.read_bytes()
        broken = self.world.folder / "broken.meridian"
        for bad in (whole[:-1], whole[:40], whole[:200] + bytes([whole[200] ^ 4]) + whole[201:]):
            broken.write_bytes(bad)
            self.refused(4, "damaged", "maya", "join", broken)
        plain = self.world.folder / "plain.meridian"
        self.world.run("dana", "bundle", "export", plain)
        self.refused(1, "invitation-invalid", "maya", "join", plain)
        # The message itself in a file is read as the message.
        text = self.world.folder / "message.txt"
        text.write_text(made["message"], encoding="utf-8")
        self.world.at = "2099-01-01T00:00:00Z"
        self.refused(1, "invitation-expired", "maya", "join", file)
        self.refused(1, "invitation-expired", "maya", "join", text)
        self.world.at = None
        self.assertEqual("creator", self.world.run("maya", "join", text)["role"])

    def test_an_invitation_is_used_once(self):
        self.founded()
        message = self.invited("--role", "viewer", "--name", "Ann")["message"]
        for person in ("first", "second"):
            self.world.profile(person, "Ann")
        self.world.run("first", "join", stdin=message)
        self.world.run("first", "sync")
        self.world.run("second", "join", stdin=message)
        with self.assertRaises(world.Refused) as caught:
            self.world.run("second", "sync")
        self.assertEqual(1, caught.exception.exit_code)
        self.assertIn(caught.exception.code, ("invitation-used", "invitation-invalid"))
        for person in ("mila", "first", "mila"): # confirmed there, the card written here, read there
            self.world.run(person, "sync")
        self.assertEqual(1, sum(person["name"] == "Ann" for person in self.world.run("mila", "people", "list")))

    def test_an_expired_invitation_is_refused_before_anything_is_sent(self):
        w = self.world
        relay = self.founded()
        message = self.invited("--role", "viewer", "--name", "Ann", "--days", "1")["message"]
        w.profile("ann", "Ann")
        before = w.run("ann", "profile", "show")
        connections = relay.metric("connections_total")
        w.at = "2099-01-01T00:00:00Z"
        self.refused(1, "invitation-expired", "ann", "join", stdin=message)
        w.at = None
        self.assertEqual(connections, relay.metric("connections_total"))
        self.assertEqual(before, w.run("ann", "profile", "show"), "she is in no campaign")

    def test_an_invitation_for_another_relay_is_told_apart_and_stays_good(self):
        w = self.world
        relay = self.founded()
        other = w.relay("other")
        message = self.invited("--role", "viewer", "--name", "Ann")["message"]
        w.profile("ann", "Ann")
        self.refused(1, "invitation-for-other-relay", "ann", "join", "--relay", other.line, stdin=message)
        self.assertEqual("viewer", w.run("ann", "join", "--relay", relay.line, stdin=message)["role"])
        for person in ("ann", "mila", "ann", "mila"):
            w.run(person, "sync")
        self.assert_same_view("mila", "ann")

    def test_what_is_no_invitation_is_named_so(self):
        self.world.profile("ann", "Ann")
        self.refused(1, "invitation-invalid", "ann", "join", stdin="See you on Friday!")

    def test_an_invitation_without_a_relay_is_not_made(self):
        self.world.profile("mila", "Mila Petrović")
        file = self.world.folder / "campaign.json"
        file.write_text(world.json.dumps(world.CAMPAIGN), encoding="utf-8")
        self.world.run("mila", "campaign", "create", "--file", file)
        self.refused(2, "no-relay", "mila", "invite", "create", "--role", "viewer", "--name", "Ann")

    def test_only_who_manages_may_invite(self):
        self.founded()
        self.member("ann", "Ann", "--role", "viewer")
        self.refused(1, "not-allowed", "ann", "invite", "create", "--role", "viewer", "--name", "Bob")

    def test_a_deputy_is_told_who_invites(self):
        w = self.world
        self.hub()
        self.member("boris", "Boris Hale", "--role", "deputy", "--market", "US", "--from", "2020-01-01T00:00", "--to",
                    "2099-01-01T00:00", by="dana")
        creator = ("invite", "create", "--role", "creator", "--market", "US", "--name", "Maya Collins", "--zone",
                   "America/Los_Angeles")
        w.run("dana", *creator)
        self.world.run("dana", "sync")
        self.world.run("boris", "sync")
        for command in (("invite", "create", "--role", "creator", "--market", "US", "--creator", "Maya Collins"),
                        (*creator[:6], "--name", "Tess", "--zone", "America/Chicago"),
                        ("invite", "create", "--role", "deputy", "--market", "US", "--name", "Bob", "--from",
                         "2020-01-01T00:00", "--to", "2099-01-01T00:00"),
                        ("invite", "withdraw", "Maya Collins")):
            for language, words in (("en", "by the hub lead or the campaign lead, not by a deputy"),
                                    ("ru", "могут руководитель хаба и руководитель кампании")):
                w.run("boris", "profile", "edit", "--language", language)
                with self.subTest((command, language)):
                    self.assertIn(words, self.refused(1, "not-allowed", "boris", *command))
        # A hub lead, who manages some, is told that this one is another's.
        message = self.refused(1, "not-allowed", "dana", "invite", "create", "--role", "viewer", "--name", "Bob")
        self.assertNotIn("deputy", message)


if __name__ == "__main__":
    world.main()
