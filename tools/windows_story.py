#!/usr/bin/env python3
"""The story of the demo, played by its three windows through their accessible names.

windows_story.py --state DIR [--pictures DIR]: DIR is where tools/demo lives; its windows open or are about
to. The clock jumps and everything starts over; then Maya submits, Dana takes off, approves three in the air,
lands, and Maya sees it. Every line says what was seen to happen; the first thing that does not ends it with 1.
"""

import argparse
import pathlib
import subprocess
import sys
import time

from accessible_window import AccessibleWindow, StoryError, pasted, wait_for

CAPTION = ("Paid partnership with Verba.\nDay 1: I don’t believe it. Day 4: I still don’t. Day 7: fine, look for "
           "yourself. Same bathroom, same hour, same light this time.")
# Nothing arrives while Dana is in the air: so long it is looked for.
QUIET_SECONDS = 3
# From landing to the relay's receipts, and on to the creator's phone.
LANDING_SECONDS = 20
WAITS = ", Signed. Not delivered yet."
# Side by side, so that one picture shows them all.
PLACES = {"maya": 0, "dana": 400, "svetlana": 1696}
WINDOWS_SECONDS = 60
STEPS = ("Creator submits", "Hub lead takes off", "Approves in the air", "Lands", "Creator sees it")


def say(text):
    print(f"\n{text}", flush=True)


def show(text):
    print(f"   {text}", flush=True)


class Story:
    def __init__(self, options):
        self.state, self.pictures = options.state, options.pictures
        self.people = options.state / "people"
        self.windows = {}
        self.shots = 0

    def attach(self):
        """Takes the windows that tools/demo has opened since the last time."""
        known = {window.process for window in self.windows.values()}

        def opened():
            try:
                lines = (self.state / "windows").read_text().split("\n")
            except FileNotFoundError:
                return None
            found = {person: int(number) for person, number in (line.split() for line in lines if line)}
            return found if not known & set(found.values()) else None

        found = wait_for("the demo opened no windows", opened, WINDOWS_SECONDS)
        self.windows = {person: AccessibleWindow(person, number) for person, number in found.items()}
        for person, window in self.windows.items():
            window.place(PLACES[person], 0)
            window.see("Airplane: off")

    def shoot(self, name):
        if not self.pictures:
            return
        self.shots += 1
        time.sleep(0.4)  # the last frame
        subprocess.run(["import", "-window", "root", self.pictures / f"story-{self.shots}-{name}.png"], check=True)

    def ticked(self, count):
        """Every window's strip knows of the first steps, and of no more."""
        for window in self.windows.values():
            if window.shows("Show the demo’s steps"):
                window.press("Show the demo’s steps")
            for step in STEPS[:count]:
                window.see(f"{step}: done, .*")
            for step in STEPS[count:]:
                window.see(f"{step}: not yet")
        if self.windows["maya"].shows("Fold the demo’s steps"):
            self.windows["maya"].press("Fold the demo’s steps")

    def play(self):
        self.attach()
        self.jump()
        self.start_over()
        self.submit()
        self.take_off()
        self.approve()
        self.land()
        self.be_seen()

    def submit(self):
        maya = self.windows["maya"]
        say("1. Maya reads her one brief on her phone and sends a new version.")
        show("Her brief: " + maya.see("One vertical video.*"))
        maya.press("Feedback")
        show("Feedback: " + maya.see("Version 1 needs changes\\."))
        maya.press("Send revision")
        maya.type("Caption", CAPTION)
        pasted("text/uri-list", (self.people / "images" / "opened-jar.png").as_uri() + "\r\n")
        maya.press("Paste file")
        maya.see("Remove: opened-jar\\.png")
        for tick in ("Real time.*", "Skin without.*", "“Calms”.*", "The label.*"):
            maya.tick(tick)
        show("Before she sends: " + maya.see("Received before .*"))
        self.shoot("submit")
        maya.press("Send for approval")
        maya.see("Submitted")
        show("Saved, signed and sealed on her phone: " + maya.see("Saved (here|on this device).*"))
        maya.press("See feedback")
        self.ticked(1)

    def take_off(self):
        dana = self.windows["dana"]
        say("2. Dana has it on board, and takes off.")
        show("Her queue: " + dana.see("Maya Collins, .*ersion 2.*"))
        show("On board: " + dana.see(".*everything here"))
        dana.press("Airplane: off")
        show("In the air: " + dana.see("Offline since .*"))
        self.ticked(2)

    def approve(self):
        dana, maya = self.windows["dana"], self.windows["maya"]
        say("3. In the air she opens three, and approves them.")
        for number, creator in enumerate(("Maya Collins", "Tess Okafor", "Jordan Reyes"), 1):
            dana.press(f"{creator}, .*ersion.*")
            dana.see(creator)  # the heading over the content
            dana.gone("Look at the content first\\.")
            dana.press("Approve")
            dana.see("Signed\\. Not delivered yet\\.")
            dana.see(f"Offline since .*, {number} waiting")
            show(f"{creator}: approved. " + dana.see(f"Offline since .*, {number} waiting"))
        self.shoot("in-the-air")
        end = time.monotonic() + QUIET_SECONDS
        while time.monotonic() < end:
            if maya.shows("Version 2 is approved\\."):
                raise StoryError("maya: the approval arrived while Dana was in the air")
            time.sleep(0.3)
        show("Maya, meanwhile, has nothing: " + maya.see("Promised.*|Answer.*"))
        self.ticked(3)

    def land(self):
        dana = self.windows["dana"]
        say("4. She lands.")
        dana.press("Offline since .*, 3 waiting")
        dana.see("Outbox")
        waiting = [name.removesuffix(WAITS) for name in dana.names() if name.endswith(WAITS)]
        if len(waiting) != 3:
            raise StoryError(f"dana: three rows should wait: {dana.names()}")
        self.shoot("waiting")
        landed = time.monotonic()
        dana.press("Airplane: on")
        delivered = wait_for(lambda: f"dana: not all was delivered: {dana.names()}",
                             lambda: self.delivered(dana, waiting), LANDING_SECONDS)
        show(f"{len(waiting)} → 0 waiting, {time.monotonic() - landed:.1f} s after landing:")
        for row in delivered:
            show("  " + row.replace("\n", " "))
        dana.see("Synced")
        self.shoot("landed")

    @staticmethod
    def delivered(dana, waiting):
        """The very rows that waited, each with the time of its receipt; nothing until all have one."""
        names = dana.names()
        if any(name.endswith(WAITS) for name in names):
            return None
        rows = [name for name in names if name.startswith(tuple(row + ", Delivered " for row in waiting))]
        return rows if len(rows) == len(waiting) else None

    def be_seen(self):
        maya, dana = self.windows["maya"], self.windows["dana"]
        say("5. Maya sees it.")
        show("Her phone: " + maya.see("Version 2 is approved\\.", LANDING_SECONDS))
        maya.press("Signed: Dana Brooks")
        show("The seal: " + maya.see("Checked on this phone"))
        show("          " + maya.see(r"Wed 10 Mar, ..:.. \(..:.. New York\)"))
        self.ticked(5)
        dana.press("Review")
        wait_for("dana: no way back to the queue", lambda: dana.find("To review") or dana.press("Review"))
        if not dana.shows("Maya Collins, .*ersion 2.*"):
            dana.press("Show answered ones")
        dana.press("Maya Collins, .*ersion 2.*")
        show("Dana’s window, apart from the delivery: " + dana.see("On the creator’s device since .*"))
        self.shoot("seen")

    def jump(self):
        svetlana, dana = self.windows["svetlana"], self.windows["dana"]
        say("The clock jumps to what happens next in the campaign.")
        before = svetlana.see("Wed 10 Mar, ..:..")
        hers = dana.see("Wed 10 Mar, ..:..")
        self.shoot("begin")
        svetlana.press("Jump to next event")
        show(svetlana.see("... \\d+ ..., ..:...*\\. .+"))
        wait_for("svetlana: the clock stands still", lambda: not svetlana.shows(before))
        wait_for("dana: her clock did not follow", lambda: not dana.shows(hers))

    def start_over(self):
        say("Start over: every window closes and opens again where the demo begins.")
        self.windows["maya"].press("Show the demo’s steps")
        self.windows["maya"].press("Start over")
        self.attach()
        show("Svetlana’s clock: " + self.windows["svetlana"].see("Wed 10 Mar, 15:0."))
        self.ticked(0)

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--state", required=True, type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    options.state = options.state.resolve()
    try:
        Story(options).play()
    except StoryError as wrong:
        print(f"story: {wrong}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
