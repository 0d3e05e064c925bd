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
        self.founded()
        message = self.invited("--role", "viewer", "--name", "Ann", "--days", "1")["message"]
        self.world.profile("ann", "Ann")
        self.world.at = "2099-01-01T00:00:00Z"
        self.refused(1, "invitation-expired", "ann", "join", stdin=message)

    def test_an_invitation_for_another_relay_is_told_apart(self):
        self.founded()
        other = self.world.relay("other")
        message = self.invited("--role", "viewer", "--name", "Ann")["message"]
        self.world.profile("ann", "Ann")
        self.refused(1, "invitation-for-other-relay", "ann", "join", "--relay", other.line, stdin=message)

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


if __name__ == "__main__":
    world.main()
