"""Every command of meridianctl does its work through the real program and, where it needs one, a real relay."""

import json
import re
import subprocess
import sys
import time

import test_contract
import world

NOW = "2027-03-10T14:00:00Z"


class Commands(world.Case):
    done = set()

    @classmethod
    def setUpClass(cls):
        cls.known = {command for command, _ in test_contract.commands()}

    @classmethod
    def tearDownClass(cls):
        missing = cls.known - cls.done
        if missing and not sys.argv[3:]:  # not where only some tests were asked for
            raise AssertionError(f"no test here runs {sorted(' '.join(command) for command in missing)}")

    def setUp(self):
        super().setUp()
        # One clock for everybody, which runs on from there.
        self.world.at = self.world.folder / "clock"
        self.world.run("nobody", "demo", "clock", "--file", self.world.at, NOW)
        run = self.world.run

        def noted(person, *command, **more):
            out = run(person, *command, **more)
            words = tuple(str(word) for word in command)
            self.done.update({words[:1], words[:2]} & self.known)
            return out

        self.world.run = noted

    def relay_at_now(self):
        relay = self.world.relay(clock=self.world.at)
        self.world.relay = lambda: relay
        return relay

    def sync(self, *people):
        for person in people:
            self.world.run(person, "sync")

    def hub(self):
        """Mila's campaign with Dana's hub, and Boris, who is Dana's deputy for two weeks."""
        self.relay_at_now()
        super().hub()
        self.member("boris", "Boris Hale", "--role", "deputy", "--market", "US", "--from", "2027-03-01T00:00", "--to",
                    "2027-03-15T00:00", by="dana")
        self.sync("dana")

    def maya(self):
        """Her brief, issued and acknowledged."""
        w = self.world
        creator = ("--creator", "Maya Collins")
        self.drafted(goes_live="2027-03-15T09:00")
        w.run("dana", "brief", "edit", *creator, "--contact", "Dana Brooks", "--approver", "Dana Brooks")
        self.issued()
        self.sync("dana", "maya", "boris")
        self.assertEqual("Dana Brooks", w.run("maya", "brief", "show")["contactCard"]["name"])
        w.run("maya", "brief", "acknowledge")
        self.sync("maya", "dana", "boris")

    def submitted(self, *options):
        made = self.world.run("maya", "submit", "--tick-all", *options)["submission"]
        self.sync("maya", "dana", "boris", "mila")
        return made

    def state(self, person, submission):
        return next(one for one in self.world.run(person, "review", "list", "--all") if one["id"] == submission)

    def test_the_profile(self):
        w = self.world
        w.profile("mila", "Mila Petrović")
        edited = w.run("mila", "profile", "edit", "--zone", "Europe/Moscow", "--language", "ru", "--work-to", "19:00")
        self.assertEqual(("Europe/Moscow", "ru", "19:00"), (edited["zone"], edited["language"], edited["workTo"]))
        self.assertEqual(edited, w.run("mila", "profile", "show"))
        self.refused(2, "unknown-zone", "mila", "profile", "edit", "--zone", "Mars/Olympus")

    def test_the_campaign_page_is_written_from_the_shell(self):
        w = self.world
        self.relay_at_now()
        self.founded()
        edit = ("campaign", "edit")
        w.run("mila", *edit, "--add-market", "RU-1", "--zone", "Europe/Moscow", "--text", "Россия", "--language", "ru")
        self.refused(2, "already-exists", "mila", *edit, "--add-market", "RU-1", "--zone", "Europe/Moscow")
        self.refused(2, "invalid-argument", "mila", *edit, "--add-market", "ru", "--zone", "Europe/Moscow")
        w.run("mila", *edit, "--market", "RU-1", "--field", "launchAt", "--value", "2027-03-17T12:00")
        first = w.run("mila", *edit, "--add-milestone", "Samples arrive", "--at", "2027-03-05T12:00", "--market", "US",
                      "--why", "Rough cuts need the product.", "--type", "other")["added"]
        self.refused(2, "invalid-argument", "mila", *edit, "--add-milestone", "No why", "--at", "2027-03-05T12:00")
        w.run("mila", *edit, "--add-milestone", "Rough cuts", "--at", "2027-03-09T18:00", "--zone", "America/New_York",
              "--why", "Feedback needs them.", "--type", "rough-cut", "--depends-on", "Samples arrive")
        w.run("mila", *edit, "--add-non-negotiable", "No filters.", "--because", "Proof.")
        w.run("mila", *edit, "--add-negotiable", "Length", "--because", "45 to 60 seconds.")
        check = w.run("mila", *edit, "--add-check", "Disclosure stands in the caption.", "--market", "US")["added"]
        w.run("mila", *edit, "--element", "No filters.", "--field", "because", "--text", "Proof needs plain light.")
        self.refused(2, "not-found", "mila", *edit, "--add-check", "Nowhere.", "--market", "XX")

        page = w.run("mila", "campaign", "show")
        self.assertEqual(["US", "RU-1"], [market["code"] for market in page["markets"]])
        self.assertEqual("2027-03-17T09:00:00Z", page["markets"][1]["launchAt"])
        self.assertEqual(["Real time.", "No filters."], [one["text"]["en"] for one in page["nonNegotiables"]])
        self.assertEqual("Proof needs plain light.", page["nonNegotiables"][1]["because"]["en"])
        self.assertEqual(["45 to 60 seconds."], [one["because"]["en"] for one in page["negotiables"]])
        self.assertEqual([("US", check)], [(one["market"], one["id"]) for one in page["checklist"]])
        cuts = next(one for one in page["milestones"] if one["title"]["en"] == "Rough cuts")
        self.assertEqual(("rough-cut", [first], "2027-03-09T23:00:00Z"), (cuts["type"], cuts["dependsOn"], cuts["at"]))
        self.assertIn("Samples arrive", [one["title"]["en"] for one in w.run("mila", "timeline", "list")])

        for named in (("--milestone", first), ("--element", check)):
            w.run("mila", *edit, *named, "--remove")
        page = w.run("mila", "campaign", "show")
        self.assertEqual((["Rough cuts"], []), ([one["title"]["en"] for one in page["milestones"]], page["checklist"]))
        w.run("mila", *edit, "--milestone", first, "--restore")
        self.assertEqual(2, len(w.run("mila", "campaign", "show")["milestones"]))
        self.refused(2, "invalid-argument", "mila", *edit, "--market", "US", "--remove")
        self.refused(2, "not-found", "mila", *edit, "--milestone", "0" * 64, "--remove")

        w.run("mila", *edit, "--decision", "phased", "--markets", "US,RU-1", "--why", "The US shows whether it sells.")
        exported = w.run("mila", "campaign", "export")
        self.assertEqual(["US", "RU-1"], exported["decision"]["markets"])
        again = w.folder / "again.json"
        again.write_text(json.dumps(exported), encoding="utf-8")
        w.profile("anna", "Anna")
        self.assertEqual(2, w.run("anna", "campaign", "create", "--file", again)["milestones"])
        w.run("mila", "schedule", "set", "--market", "RU-1", "--answer", "Fri", "--by", "18:00")
        self.assertEqual("2027-03-12T15:00:00Z", w.run("mila", "schedule", "show", "--market", "RU-1")["next"][0]["due"])
        self.assertTrue(w.run("mila", "preflight"))

    def test_goals_that_pull_apart_hold_up_their_market_until_a_lead_decides(self):
        w = self.world
        self.relay_at_now()
        self.founded()
        tension = ("tension", "open", "--first", "Growth in month 1", "--second", "Trust first",
                   "--why", "One video can't do both.")
        self.refused(2, "not-found", "mila", *tension, "--markets", "XX")
        made = w.run("mila", *tension, "--markets", "US")["opened"]
        w.run("mila", "tension", "open", "--first", "Reach", "--second", "Quality", "--why", "None, in the end.")
        blocks = [(row["market"], row["arguments"][0], row["fix"]) for row in w.run("mila", "preflight")
                  if row["rule"] == "S3" and row["state"] == "blocks"]
        self.assertEqual([("", "Reach", "tension resolve"), ("US", "Growth in month 1", "tension resolve")],
                         sorted(blocks))
        removed = w.run("mila", "tension", "remove", "Quality")["removed"]
        self.refused(2, "not-found", "mila", "tension", "remove", "Quality")
        w.run("mila", "tension", "restore", removed)
        w.run("mila", "tension", "remove", removed)
        self.refused(2, "invalid-argument", "mila", "tension", "resolve", made, "--how", " ")
        w.run("mila", "tension", "resolve", "Trust first", "--how", "Решает третий месяц.", "--language", "ru")
        self.refused(2, "already-exists", "mila", "tension", "resolve", made, "--how", "Again.")
        known = w.run("mila", "tension", "list")
        self.assertEqual([("resolved", ["US"], "Решает третий месяц.")],
                         [(one["state"], one["markets"], one["resolutions"][-1]["how"]["ru"]) for one in known])
        self.assertEqual([], [row for row in w.run("mila", "preflight") if row["rule"] == "S3"])
        # The file that is exported founds a campaign with the same.
        again = w.folder / "again.json"
        again.write_text(json.dumps(w.run("mila", "campaign", "export")), encoding="utf-8")
        w.profile("anna", "Anna")
        w.run("anna", "campaign", "create", "--file", again)
        self.assertEqual([("resolved", ["US"])],
                         [(one["state"], one["markets"]) for one in w.run("anna", "tension", "list")])

    def test_a_launch_milestone_and_its_markets_launch_are_one_date(self):
        w = self.world
        self.relay_at_now()
        self.founded()
        edit = ("campaign", "edit")

        def launches():
            page = w.run("mila", "campaign", "show")
            milestone = [one["at"] for one in page["milestones"] if one["type"] == "launch"]
            return page["markets"][0]["launchAt"], *milestone

        added = w.run("mila", *edit, "--add-milestone", "US launch", "--type", "launch", "--market", "US",
                      "--at", "2027-03-16T09:00", "--why", "After the review.")["added"]
        self.assertEqual(("2027-03-16T13:00:00Z",) * 2, launches())
        w.run("mila", *edit, "--milestone", added, "--field", "at", "--value", "2027-03-18T09:00")
        self.assertEqual(("2027-03-18T13:00:00Z",) * 2, launches())
        self.assertIn("2027-03-18T13:00:00Z", [one["at"] for one in w.run("mila", "timeline", "list")])

    def test_what_a_command_would_pass_over_is_refused(self):
        # Before anything is opened: what was typed makes no sense.
        edit = ("brief", "edit", "--creator", "Maya Collins")
        for other in (("--contact", "Dana Brooks"), ("--approver", "Dana Brooks"), ("--deliverable", "Video")):
            self.refused(2, "invalid-argument", "dana", *edit, "--part", "goal", "--text", "Lost?", *other)
        self.refused(2, "invalid-argument", "dana", *edit, "--contact", "Dana Brooks", "--deliverable", "Video")
        delay = ("review", "delay", "--new-due", "2027-03-19T12:00", "--reason", "Holiday")
        page, card = ("campaign", "edit"), ("people", "edit")
        field = (*page, "--field", "goal", "--text", "A goal.")
        for command in (
                (*delay, "--submission", "4f9c12ab", "--slot", "2027-03-12T17:00"),
                (*delay, "--submission", "4f9c12ab", "--market", "US"),
                (*edit, "--part", "goal", "--text", "Lost?", "--title", "A title"),
                (*edit, "--part", "goal", "--text", "Lost?", "--go-live", "none"),
                (*edit, "--text", "Of which part?"),
                (*edit, "--deliverable", "Video", "--remove", "--title", "A title"),
                (*edit, "--contact", "Dana Brooks", "--language", "ru"),
                ("brief", "issue", "--creator", "Maya Collins", "--withdraw", "--material"),
                ("brief", "issue", "--creator", "Maya Collins", "--reason", "Of what?"),
                (*field, "--why", "No reason."), (*field, "--because", "No reason."), (*field, "--at", NOW),
                (*field, "--value", "5"), (*field, "--zone", "Europe/Moscow"), (*field, "--depends-on", "Samples"),
                (*field, "--markets", "US"), (*field, "--remove"), (*field, "--add-market", "DE"),
                (*page, "--field", "goal", "--market", "US", "--milestone", "Samples", "--text", "Of which?"),
                (*page, "--decision", "phased", "--why", "So.", "--at", NOW),
                (*page, "--add-negotiable", "Tone", "--why", "So."),
                (*page, "--add-market", "DE", "--zone", "Europe/Berlin", "--because", "So."),
                (*card, "--followers", "-1"), (*card, "--response-hours", "-1"), (*card, "--response-hours", "999"),
                (*card, "--tier", "giga"), (*card, "--audience", ""), (*card, "--name", ""),
                (*card, "--deputy", "Boris Hale"), (*card, "--away-from", NOW), (*card, "--away-to", NOW),
                (*card, "--person", "Dana Brooks", "--creator", "Maya Collins", "--style", "Short."),
                ("comment", "--submission", "4f9c12ab", "--text", "Here.", "--x", "5"),
                ("comment", "--submission", "4f9c12ab", "--text", "Here.", "--caption", "hands", "--image", "0"),
                ("comment", "--submission", "4f9c12ab", "--text", "Here.", "--image", "-1"),
                ("conflict", "resolve", "--submission", "4f9c12ab", "--keep", "7d10e4c2"),
                ("conflict", "resolve", "--submission", "4f9c12ab", "--verdict", "perhaps"),
                ("submit", "--caption", "Day 1.", "--caption-file", "day1.txt"),
                ("submit", "--caption", "Day 1.", "--tick-all", "--tick", "Real time."),
                ("invite", "create", "--role", "creator", "--creator", "Maya Collins", "--tier", "nano"),
                ("invite", "create", "--role", "creator", "--name", "Ann", "--followers", "-1")):
            with self.subTest(command):
                self.refused(2, "invalid-argument", "dana", *command)

    def test_nothing_said_and_nobody_meant_are_refused(self):
        w = self.world
        self.hub()
        self.maya()
        before = {person: w.run(person, "digest") for person in ("dana", "maya")}
        for command in (("people", "edit"), ("people", "edit", "--language", "ru"), ("schedule", "set"),
                        ("profile", "edit"), ("review", "delay", "--new-due", NOW, "--reason", "Why?"),
                        ("brief", "edit", "--creator", "Maya Collins", "--part", "goal"),
                        ("campaign", "edit", "--field", "goal"), ("campaign", "edit", "--field", "brandName"),
                        ("campaign", "edit", "--field", "goal", "--value", "5"),
                        ("campaign", "edit", "--field", "brandName", "--text", "Verba"),
                        ("conflict", "resolve"),
                        ("invite", "create", "--role", "viewer", "--name", "Ann", "--tier", "nano"),
                        ("invite", "create", "--role", "viewer", "--name", "Ann", "--from", NOW)):
            with self.subTest(command):
                self.refused(2, "invalid-argument", "dana", *command)
        for command in (("brief", "show", "--creator", "Nobody"), ("deliverable", "list", "--creator", "Nobody"),
                        ("submit", "--caption", "Day 1.", "--tick", "No such thing.")):
            with self.subTest(command):
                self.refused(2, "not-found", "maya", *command)
        for person, digest in before.items():
            self.assertEqual(digest, w.run(person, "digest"), person)
        # She may name herself.
        self.assertEqual(w.run("maya", "deliverable", "list"),
                         w.run("maya", "deliverable", "list", "--creator", "Maya Collins"))

    def test_a_refused_absence_leaves_the_card_as_it_was(self):
        w = self.world
        self.hub()
        card = ("people", "edit", "--style", "Direct, short.", "--work-to", "19:00")
        away = ("--away-from", "2027-03-10T00:00", "--away-to", "2027-03-12T18:00")
        before = w.run("dana", "people", "list"), w.run("dana", "digest"), w.run("dana", "outbox", "list")
        self.refused(2, "not-found", "dana", *card, *away, "--deputy", "Nobody")
        self.refused(2, "invalid-argument", "dana", *card, "--away-from", "2027-03-12T18:00", "--away-to",
                     "2027-03-10T00:00")
        self.refused(2, "invalid-argument", "dana", *card, "--away-from", "tomorrow", "--away-to", "2027-03-10T00:00")
        self.assertEqual(before, (w.run("dana", "people", "list"), w.run("dana", "digest"),
                                  w.run("dana", "outbox", "list")))
        w.run("dana", *card, *away, "--deputy", "Boris Hale")
        news = {one["change"] for one in w.run("dana", "outbox", "list")} - {one["change"] for one in before[2]}
        self.assertEqual(1, len(news), "one change holds both")
        # A rule that refuses the absence alone refuses both: a creator has a card, and no absence.
        self.maya()
        before = w.run("maya", "digest")
        with self.assertRaises(world.Refused) as caught:
            w.run("maya", "people", "edit", "--work-to", "19:00", *away)
        self.assertEqual(1, caught.exception.exit_code)
        self.assertEqual(before, w.run("maya", "digest"))

    def test_a_withdrawn_invitation_joins_nobody(self):
        w = self.world
        self.relay_at_now()
        self.founded()
        message = self.invited("--role", "viewer", "--name", "Ann")["message"]
        self.assertEqual("Ann", w.run("mila", "invite", "withdraw", "Ann")["name"])
        self.assertEqual(["withdrawn"], [one["state"] for one in w.run("mila", "invite", "list")])
        self.refused(2, "not-found", "mila", "invite", "withdraw", "Ann")
        self.sync("mila")
        w.profile("ann", "Ann")
        w.run("ann", "join", stdin=message)
        self.refused(1, "invitation-invalid", "ann", "sync")
        self.assertEqual("joining", w.run("ann", "profile", "show")["campaigns"][0]["membership"])
        # Another one works, and then there is nothing to take back.
        message = self.invited("--role", "viewer", "--name", "Bea")["message"]
        w.profile("bea", "Bea")
        w.run("bea", "join", stdin=message)
        self.sync("bea", "mila")
        bea = next(one["id"] for one in w.run("mila", "invite", "list") if one["name"] == "Bea")
        self.refused(1, "invitation-used", "mila", "invite", "withdraw", bea)

    def test_the_brief_and_its_deliverables(self):
        w = self.world
        self.hub()
        self.maya()
        creator = ("--creator", "Maya Collins")
        self.assertEqual(["Maya Collins"], [one["creator"] for one in w.run("dana", "brief", "list")])
        edit = ("brief", "edit", *creator, "--deliverable")
        w.run("dana", *edit, "Photo", "--format", "photo", "--rough-cut", "2027-03-11T12:00", "--labels", "Ad")
        w.run("dana", *edit, "Photo", "--title", "Portrait", "--rough-cut", "none", "--ad-token", "2VtzqxA")
        photo = next(one for one in w.run("dana", "brief", "show", *creator)["deliverables"]
                     if one["title"]["en"] == "Portrait")
        self.assertEqual((None, "2VtzqxA", "Ad"), (photo["roughCutDue"], photo["adToken"], photo["labels"]["en"]))
        self.sync("dana", "mila")
        self.refused(1, "not-allowed", "mila", *edit, "Portrait", "--remove")  # only the own hub (G3)
        w.run("dana", *edit, "Portrait", "--remove")
        here = w.run("dana", "brief", "show", *creator)["deliverables"]
        self.assertEqual(["Video"], [one["title"]["en"] for one in here])
        self.refused(2, "not-found", "dana", *edit, "Portrait", "--restore")
        w.run("dana", *edit, photo["id"], "--restore")
        w.run("dana", "brief", "issue", *creator, "--material")
        self.sync("dana", "maya")
        self.refused(1, "not-latest-brief", "maya", "submit", "--tick-all", "--caption", "Day 1.", "--deliverable", "Video")
        self.assertEqual({"Video", "Portrait"}, {one["title"]["en"] for one in w.run("maya", "deliverable", "list")})
        self.assertTrue(w.run("dana", "brief", "issue", *creator, "--withdraw", "--reason", "Another part.")["withdrawn"])
        self.sync("dana", "maya")
        self.refused(1, "brief-not-issued", "maya", "brief", "show")

        question = self.asked()
        w.run("dana", "answer", "--question", question, "--text", "At the same hour each day.")
        self.sync("dana", "maya")
        w.run("dana", "brief", "issue", *creator)
        self.sync("dana", "maya")
        answers = w.run("maya", "brief", "show")["questions"][0]["answers"]
        self.assertEqual(["At the same hour each day."], [one["text"] for one in answers])

    def asked(self):
        question = self.world.run("maya", "ask", "--part", "make", "--text", "May day 1 be in the evening?")["question"]
        self.sync("maya", "dana")
        return question

    def test_a_submission_from_first_word_to_live(self):
        w = self.world
        self.hub()
        self.maya()
        first = self.submitted("--caption", "Day 7: it heals hands.")
        self.assertEqual([first], [one["id"] for one in w.run("dana", "review", "list")])
        w.run("dana", "review", "delay", first, "--new-due", "2027-03-13T12:00", "--reason", "A holiday.")
        self.sync("dana", "maya")
        promise = w.run("maya", "feedback", "list")[0]["promise"]
        self.assertEqual(("2027-03-13T17:00:00Z", "A holiday."), (promise["newDue"], promise["delayReason"]))
        w.run("dana", "comment", "--submission", first, "--caption", "heals hands", "--text", "“Calms”, please.")
        self.refused(1, "reason-missing", "boris", "review", "request-changes", first)
        w.run("dana", "review", "request-changes", first)
        self.sync("dana", "maya")
        seen = w.run("maya", "feedback", "list")[0]
        self.assertEqual(("changes-requested", {"kind": "caption", "from": 10, "to": 21}),
                         (seen["state"], seen["comments"][0]["pin"]))

        picture = w.folder / "day7.png"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
        second = self.submitted("--caption", "Day 7: it calms hands.", "--file", picture)
        # One sync brings the file and takes home that it is there, so that the promise begins.
        sent = next(one for one in w.run("maya", "feedback", "list") if one["id"] == second)
        self.assertNotEqual("not-started", sent["promise"]["state"])
        self.assertTrue(w.run("dana", "prepare"))
        saved = w.folder / "saved.png"
        w.run("dana", "file", "save", second, "--to", saved)
        self.assertEqual(picture.read_bytes(), saved.read_bytes())
        self.refused(2, "not-found", "dana", "file", "save", second, "--index", "1", "--to", saved)
        verdict = w.run("dana", "review", "approve", second)["verdict"]
        self.sync("dana", "maya")
        self.refused(1, "reason-missing", "dana", "review", "withdraw", verdict)
        w.run("dana", "review", "withdraw", verdict, "--reason", "The wrong version.")
        self.sync("dana", "maya")
        seen = next(one for one in w.run("maya", "feedback", "list") if one["id"] == second)
        self.assertEqual(("in-review", "The wrong version."),
                         (seen["state"], (seen["verdicts"] + seen["replaced"])[0]["withdrawn"]["reason"]))
        self.refused(1, "not-approved", "maya", "go-live", "--link", "https://example.com/p/1")

        # A material change of the brief: the approval asks for a look, and gets it.
        w.run("dana", "review", "approve", second)
        w.run("dana", "brief", "edit", "--creator", "Maya Collins", "--part", "make", "--text", "One video of 45 s.")
        w.run("dana", "brief", "issue", "--creator", "Maya Collins", "--material")
        self.assertTrue(self.state("dana", second)["needsLook"])
        w.run("dana", "review", "still-fine", second)
        self.assertFalse(self.state("dana", second)["needsLook"])
        self.sync("dana", "maya")
        w.run("maya", "brief", "show")
        w.run("maya", "brief", "acknowledge")
        self.assertEqual("https://example.com/p/1", w.run("maya", "go-live", "--link", "https://example.com/p/1")["link"])
        self.refused(1, "already-live", "maya", "go-live", "--link", "https://example.com/p/2")
        self.sync("maya", "dana")
        live = w.run("dana", "deliverable", "list", "--creator", "Maya Collins")[0]
        self.assertEqual("https://example.com/p/1", live["published"]["link"])
        self.refused(1, "already-live", "dana", "review", "withdraw", live["submissions"][-1]["verdicts"][-1]["id"],
                     "--reason", "Too late.")

    def test_contradicting_verdicts_go_to_the_decider(self):
        w = self.world
        self.hub()
        self.maya()
        submission = self.submitted("--caption", "Day 7.")
        w.run("dana", "review", "approve", submission)
        w.run("boris", "review", "request-changes", submission, "--reason", "The light changes.")
        self.sync("dana", "boris", "dana", "mila", "maya")
        self.assertEqual([submission], [one["id"] for one in w.run("dana", "conflict", "list")["contested"]])
        self.refused(1, "contested", "maya", "go-live", "--link", "https://example.com/p/1")
        w.run("dana", "conflict", "send", "--submission", submission)
        self.sync("dana", "mila")
        self.assertIn("sentToDecider", self.state("mila", submission))
        w.run("mila", "conflict", "resolve", "--submission", submission, "--verdict", "approve", "--reason",
              "The light is fine.")
        self.sync("mila", "dana", "boris", "maya")
        for person in ("mila", "dana", "boris"):
            self.assertEqual("approved", self.state(person, submission)["state"], person)
        self.assertTrue(w.run("maya", "deliverable", "list")[0]["mayGoLive"])
        self.assert_same_view("mila", "dana", "boris", whole=True)

    def test_people_and_what_a_profile_tells_about_itself(self):
        w = self.world
        self.hub()
        w.run("dana", "people", "edit", "--style", "Direct, short.", "--away-from", "2027-03-10T00:00", "--away-to",
              "2027-03-12T18:00", "--deputy", "Boris Hale")
        self.assertTrue(w.run("dana", "outbox", "list"))
        self.sync("dana", "mila")
        dana = next(one for one in w.run("mila", "people", "list") if one["name"] == "Dana Brooks")
        self.assertEqual(("Direct, short.", "2027-03-10T05:00:00Z"), (dana["style"]["en"], dana["absence"]["from"]))
        self.assertEqual("hub-lead", w.run("dana", "status")["role"])
        self.assertTrue(any("Dana Brooks" in line["authorName"] for line in w.run("mila", "log")))

        # The whole campaign in a file, for when there is no network.
        w.run("dana", "people", "edit", "--style", "Direct.")
        bundle = w.folder / "all.meridian"
        self.assertGreater(w.run("dana", "bundle", "export", bundle)["changes"], 0)
        self.assertGreater(w.run("mila", "bundle", "import", bundle)["changes"], 0)
        self.assertEqual(w.run("dana", "digest").items() & w.run("mila", "digest").items(),
                         w.run("dana", "digest").items())
        self.assertTrue(w.run("mila", "verify")["clean"])

    def test_the_way_to_an_own_campaign_in_the_readme_is_one(self):
        w = self.world
        section = (test_contract.ROOT / "README.md").read_text(encoding="utf-8").partition("## Your own campaign")[2]
        server, shell = re.findall(r"^```\n(.*?)^```$", section.partition("\n## ")[0], re.MULTILINE | re.DOTALL)
        programs = w.folder / "programs"
        programs.mkdir()
        (programs / "meridianctl").symlink_to(world.CTL)
        (programs / "meridian-relay").symlink_to(world.RELAY)
        (w.folder / "campaign.json").write_text(json.dumps(world.CAMPAIGN), encoding="utf-8")
        surroundings = dict(w.environment, PATH=f"{programs}:/usr/bin:/bin")
        line = server.replace("0.0.0.0:7443", "127.0.0.1:0").replace("relay.example.org", "127.0.0.1").strip()
        relay = subprocess.Popen(["bash", "-c", "exec " + line], cwd=w.folder, env=surroundings,
                                 stderr=subprocess.DEVNULL)
        self.addCleanup(relay.wait, 20)
        self.addCleanup(relay.terminate)
        deadline = time.monotonic() + 20
        founding = w.folder / "founding-line"
        while time.monotonic() < deadline and not (founding.exists() and founding.read_text()):
            time.sleep(0.05)
        outputs = []
        for command in shell.strip().splitlines():
            done = subprocess.run(["bash", "-c", command], cwd=w.folder, env=surroundings, capture_output=True, text=True,
                                  check=False, timeout=60)
            self.assertEqual(0, done.returncode, f"{command}\n{done.stderr}")
            outputs.append(json.loads(done.stdout))
        self.assertIn("MERIDIAN-", outputs[3]["message"])
        self.assertEqual((0, []), (outputs[4]["waiting"], outputs[4]["rejected"]))

    def test_a_story_is_played_into_a_folder(self):
        w = self.world
        clock = w.folder / "people" / "clock"
        clock.parent.mkdir()
        w.at = None
        w.run("nobody", "demo", "clock", "--file", clock, NOW)
        relay = w.relay(clock=clock)
        campaign = w.folder / "campaign.json"
        mila = {"id": "mila", "name": "Mila Petrović", "role": "brand-lead", "zone": "Europe/Belgrade", "language": "en"}
        campaign.write_text(json.dumps(dict(world.CAMPAIGN, people=[mila])), encoding="utf-8")
        story = w.folder / "story.json"
        story.write_text(json.dumps({"format": 1, "end": "2027-03-10T16:00:00Z", "steps": [
            {"at": "2027-03-10T14:00:05Z", "who": "mila", "do": "found"},
            {"at": "2027-03-10T15:00:00Z", "who": "mila", "do": "decide"}]}), encoding="utf-8")
        loaded = w.run("nobody", "demo", "load", "--into", clock.parent, "--relay", "-", "--file", campaign, "--story",
                       story, stdin=relay.line)
        self.assertEqual([("mila", 0)], [(one["id"], one["waiting"]) for one in loaded["people"]])
        # Through a relay that does not follow it, no date of the story would hold.
        message = self.refused(2, "invalid-argument", "nobody", "demo", "load", "--into", w.folder / "others", "--relay",
                               "-", "--file", campaign, "--story", story, stdin=w.relay("elsewhere").line)
        self.assertIn("start it with --at", message)


if __name__ == "__main__":
    world.main()
