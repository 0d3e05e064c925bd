"""The pictures that the app takes of its pages by itself (--story): every page that a person has, of the size that
was asked for, in both languages, light and dark, and none of them blank."""

import pathlib
import subprocess
import sys

MERIDIAN = sys.argv.pop(3)
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import world  # noqa: E402  # it reads its programs from argv

LOOKS = [f"{language}-{theme}" for language in ("en", "ru") for theme in ("light", "dark")]
ABOVE_ALL = {"OutboxPage", "SettingsPage", "CampaignsPage", "JoinPage"}
# What a page shows beside the bars: an icon and a sentence have more shades than that, an empty sheet has one.
SHADES_MIN = 24


class Pictures(world.Case):
    def creator_with_a_brief(self):
        w = self.world
        self.hub()
        self.drafted()
        self.issued()
        w.run("dana", "sync")
        w.run("maya", "sync")

    def photograph(self, person, size):
        w = self.world
        folder = w.folder / f"pictures-{person}"
        subprocess.run([MERIDIAN, "--profile", w.folder / person, "--key-file", w.folder / f"{person}.key", "--size",
                        f"{size[0]}x{size[1]}", "--story", folder], check=True, timeout=480, env=w.environment)
        return folder

    def judge(self, folder, size, pages):
        width, height = size
        names = {path.name for path in folder.glob("*.png")}
        for page in pages:
            for look in LOOKS:
                self.assertIn(f"{page}-{look}-{width}.png", names)
        # Without the bars at the top and the bottom, which are never blank.
        answer = subprocess.run(["convert", *sorted(map(str, folder.glob("*.png"))), "-set", "full", "%wx%h",
                                 "-gravity", "center", "-crop", f"x{height - 200}+0+0", "+repage", "-format",
                                 "%f %[full] %k %[fx:mean]\n", "info:"],
                                check=True, capture_output=True, text=True).stdout
        seen = {}
        for line in answer.splitlines():
            name, measured, shades, mean = line.split()
            with self.subTest(name):
                self.assertEqual(f"{width}x{height}", measured)
                self.assertGreater(int(shades), SHADES_MIN, "the page is blank")
                (self.assertGreater if "-light-" in name else self.assertLess)(float(mean), 0.5)
            seen[name] = (folder / name).read_bytes()
        self.assertEqual(names, set(seen))
        for page in pages:
            with self.subTest(page):
                self.assertEqual(len(LOOKS), len({seen[f"{page}-{look}-{width}.png"] for look in LOOKS}),
                                 "two looks are one picture")

    def test_a_creators_phone_and_a_desktop(self):
        self.creator_with_a_brief()
        phone = (390, 844)
        self.judge(self.photograph("maya", phone), phone,
                   {"brief", "feedback", "timeline", "campaign", "SubmitPage", "GoLivePage"} | ABOVE_ALL)
        self.member("ann", "Ann Lee", "--role", "viewer")
        desktop = (1280, 800)
        self.judge(self.photograph("ann", desktop), desktop, {"campaign", "timeline", "settings"} | ABOVE_ALL)

    def test_a_hub_leads_phone(self):
        self.creator_with_a_brief()
        w = self.world
        w.run("maya", "brief", "acknowledge")
        w.run("maya", "submit", "--caption", "Day 1, day 4, day 7.", "--tick-all")
        w.run("maya", "sync")
        w.run("dana", "sync")
        phone = (390, 844)
        self.judge(self.photograph("dana", phone), phone,
                   {"review", "briefs", "creators", "timeline", "campaign", "ReviewPage", "BriefDeskPage",
                    "SchedulePage", "CampaignEditPage", "TensionsPage", "MilestonesPage", "MilestonePage"} | ABOVE_ALL)

    def test_a_campaign_leads_desktop(self):
        self.creator_with_a_brief()
        self.member("svetlana", "Svetlana Orlova", "--role", "campaign-lead")
        desktop = (1280, 800)
        folder = self.photograph("svetlana", desktop)
        self.judge(folder, desktop,
                   {"preflight", "campaign", "review", "briefs", "creators", "timeline", "CreatorsPage", "BriefDeskPage",
                    "SchedulePage", "CampaignEditPage", "TensionsPage", "MilestonesPage", "MilestonePage"} | ABOVE_ALL)
        # Nothing was sent yet, so that there is nothing to review.
        self.assertEqual([], [*folder.glob("ReviewPage-*")])

    def test_what_cannot_be_written_is_said(self):
        w = self.world
        w.profile("mila", "Mila Petrović")
        folder = w.folder / "a-file"
        folder.write_text("", encoding="utf-8")
        done = subprocess.run([MERIDIAN, "--profile", w.folder / "mila", "--key-file", w.folder / "mila.key", "--size",
                               "390x844", "--story", folder], check=False, capture_output=True, text=True, timeout=240,
                              env=w.environment)
        self.assertEqual(1, done.returncode)
        self.assertIn("No picture could be written", done.stderr)


if __name__ == "__main__":
    world.main()
