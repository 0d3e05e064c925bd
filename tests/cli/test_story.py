"""The demo campaign: loaded through a real relay, with every edge case in it, and its story played on."""

import base64
import json
import pathlib
import subprocess

import byte_scan
import world

ROOT = pathlib.Path(__file__).resolve().parents[2]


class DemoStory(world.Case):
    def setUp(self):
        super().setUp()
        w = self.world
        self.clock = w.folder / "people" / "clock"
        self.clock.parent.mkdir()
        w.run("nobody", "demo", "clock", "--file", self.clock, "2027-03-01T08:00:00Z")
        self.relay = w.relay(clock=self.clock)
        self.loaded = w.run("nobody", "demo", "load", "--into", self.clock.parent, "--relay", "-",
                            stdin=self.relay.line, timeout=500)
        w.folder = w.folder / "people"
        self.addCleanup(setattr, w, "folder", w.folder.parent)
        w.at = self.clock

    def submissions(self, person):
        return {(item["creator"], item["version"]): item
                for item in self.world.run(person, "review", "list", "--all")}

    def test_every_edge_case_is_there_and_the_story_goes_on(self):
        w = self.world
        self.assertTrue(self.loaded["now"].startswith("2027-03-10T14:0"))
        waiting = {person["id"]: person["waiting"] for person in self.loaded["people"]}
        self.assertGreaterEqual(waiting["anna"], 2)
        self.assertEqual({"anna"}, {person for person, count in waiting.items() if count})
        outbox = [item for item in w.run("anna", "outbox", "list") if item["state"] != "stored"]
        self.assertEqual(2, sum(item.get("verdict") == "approve" for item in outbox))

        seen = self.submissions("svetlana")
        self.assertEqual("contested", seen["Тимур Галиев", 2]["state"])
        self.assertEqual("missed", seen["Priya Nair", 1]["promise"]["state"])
        self.assertTrue(seen["Priya Nair", 1]["promise"]["signedInTimeDeliveredLate"])
        self.assertEqual("delayed", seen["Ксения Лаптева", 1]["promise"]["state"])
        self.assertIn("8 марта", seen["Ксения Лаптева", 1]["promise"]["delayReason"])
        self.assertEqual("2027-03-12T22:00:00Z", seen["Maya Collins", 1]["promise"]["due"])
        self.assertEqual("2027-03-12T15:00:00Z", seen["Олег Ким", 1]["promise"]["due"])
        self.assertIn(("Tess Okafor", 3), seen)
        tess = next(one for one in w.run("tess", "deliverable", "list"))
        self.assertFalse(tess["mayGoLive"])
        self.assertIn("newer-version", tess["blocks"])
        self.assertEqual(["Тимур Галиев"],
                         [one["creator"] for one in w.run("mila", "conflict", "list")["contested"]])
        rules = w.run("svetlana", "preflight")
        self.assertIn("Алина Морозова", [row.get("creator") for row in rules if row["rule"] == "ad-token"
                                        and row["state"] == "blocks"])
        jordan = w.run("dana", "brief", "show", "--creator", "Jordan Reyes")
        self.assertTrue(jordan["draft"]["make"]["stale"])
        self.assertEqual(["make"], [part["part"] for part in w.run("jordan", "brief", "show")["changed"]])

        played = subprocess.run(
            [ROOT / "tools" / "story", "--programs", pathlib.Path(world.CTL).parent, "--people", w.folder],
            capture_output=True, text=True, env=w.environment, timeout=200, check=False)
        self.assertEqual(0, played.returncode, played.stdout + played.stderr)
        self.assertIn("Approved, and it may go live: true", played.stdout)

        people = [person["id"] for person in self.loaded["people"]]
        for _ in range(2):
            for person in people:
                w.run(person, "sync")
        self.assert_same_view("mila", "svetlana", whole=True)
        for person in people:
            self.assert_same_view("svetlana", person)
        self.nothing_shows_what_an_export_shows(people)

    def nothing_shows_what_an_export_shows(self, people):
        """Databases, attachments, the relay's store and its journal, and a bundle, against the campaign's own words."""
        w = self.world
        campaign = json.loads((ROOT / "app/cli/demo/verba.json").read_text(encoding="utf-8"))
        words = [text for part in [campaign["thesis"], campaign["goal"], campaign["valueProposition"],
                                   *(market["angleReason"] for market in campaign["markets"])] for text in part.values()]
        words += [creator["name"] for creator in campaign["creators"]]
        picture = (w.folder / "images" / "opened-jar.png").read_bytes()[2000:2064]
        exported = w.folder / "export"
        exported.mkdir()
        (exported / "campaign.json").write_text(json.dumps(w.run("svetlana", "campaign", "export"), ensure_ascii=False),
                                                encoding="utf-8")
        # The controls: what can be read shows every word, also where it was wrapped; and nothing to read shows none.
        self.assertEqual(set(words), set(byte_scan.found(words, [exported])))
        wrapped = exported / "wrapped"
        for encoded in (base64.b64encode(words[1].encode()), words[1].encode("utf-16-le")):
            wrapped.write_bytes(b"ab" + encoded)
            self.assertEqual({words[1]}, set(byte_scan.found([words[1]], [wrapped])))
        with self.assertRaises(FileNotFoundError):
            byte_scan.found(words, [w.folder / "nobody"])
        bundle = w.folder / "all.meridian"
        w.run("svetlana", "bundle", "export", bundle)
        sealed = [self.relay.folder, bundle, *(w.folder / person for person in people)]
        # What they would be in is there and is not empty.
        for person in people:
            self.assertGreater((w.folder / person / "replica.db").stat().st_size, 0)
        self.assertGreater((self.relay.folder / "store.sqlite-wal").stat().st_size, 0)
        self.assertTrue(any(file.is_file() for person in people for file in (w.folder / person / "blobs").rglob("*")))
        self.assertEqual({}, byte_scan.found(words, sealed))
        for folder in sealed:
            for file in [folder] if folder.is_file() else folder.rglob("*"):
                if file.is_file():
                    self.assertNotIn(picture, file.read_bytes(), file)


if __name__ == "__main__":
    world.main()
