"""Drives a running window of the app through its accessible names, as a screen reader does.

Needs a session bus with the accessibility bus on it, an X display, xdotool and xclip. Everything waits for
what it looks for, and fails with what was there instead.
"""

import os
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version has to be named before)

WAIT_SECONDS = 30
PAUSE_SECONDS = 0.1
TREE_MAX = 4000


class StoryError(Exception):
    """A step did not come out as it should."""


def wait_for(what, look, seconds=WAIT_SECONDS):
    """Asks until there is an answer; `what` is said if there is none in time."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = look()
        except GLib.Error:  # the tree changed under our hands
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise StoryError(what() if callable(what) else what)
        time.sleep(PAUSE_SECONDS)


def pasted(kind, content):
    """Puts something on the clipboard, from where the window takes it as a person would."""
    subprocess.run(["xclip", "-selection", "clipboard", "-t", kind, "-i"], input=content.encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=WAIT_SECONDS)


class AccessibleWindow:
    """One running process of the app."""

    def __init__(self, person, process):
        self.person, self.process = person, process
        self.root = wait_for(f"{person}: the window did not appear on the accessibility bus", self._root)
        self.handle = wait_for(f"{person}: no window", self._handle)

    def _root(self):
        if not os.path.exists(f"/proc/{self.process}"):
            raise StoryError(f"{self.person}: the app has ended")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process:
                return child
        return None

    def _handle(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def place(self, x, y):
        subprocess.run(["xdotool", "windowmove", "--sync", self.handle, str(x), str(y)], check=True,
                       timeout=WAIT_SECONDS)

    def nodes(self):
        """Everything that can be read here, from the top down, also what has to be scrolled to."""
        self.root.clear_cache()
        waiting, seen = [self.root], 0
        while waiting:
            node = waiting.pop()
            seen += 1
            if seen > TREE_MAX:
                raise StoryError(f"{self.person}: more than {TREE_MAX} nodes")
            if node is not self.root:
                if not self._readable(node):
                    continue
                yield node
            for i in reversed(range(node.get_child_count())):
                child = node.get_child_at_index(i)
                if child is not None:
                    waiting.append(child)

    @staticmethod
    def _readable(node):
        """What is out of view has a place, what is hidden has none."""
        return (node.get_state_set().contains(Atspi.StateType.SHOWING)
                or node.get_extents(Atspi.CoordType.SCREEN).width > 0)

    @staticmethod
    def _name(node):
        return (node.get_name() or "").replace("\u00a0", " ")

    def names(self):
        return [name for name in map(self._name, self.nodes()) if name]

    def find(self, name, pressable=False):
        """The first whose whole name matches the pattern; None if there is none now."""
        for node in self.nodes():
            if re.fullmatch(name, self._name(node)) and (not pressable or self._press_action(node) is not None):
                return node
        return None

    @staticmethod
    def _press_action(node):
        for i in range(node.get_n_actions()):
            if node.get_action_name(i).lower() == "press":
                return i
        return None

    def _missing(self, name):
        def what():
            try:
                return f"{self.person}: “{name}” does not show. There is: {' | '.join(self.names())}"
            except GLib.Error:
                return f"{self.person}: the app ended while “{name}” was looked for"
        return what

    def see(self, name, seconds=WAIT_SECONDS):
        """Waits for it and returns its whole name."""
        return self._name(wait_for(self._missing(name), lambda: self.find(name), seconds))

    def shows(self, name):
        return self.find(name) is not None

    def gone(self, name):
        """Waits until it does not show any more."""
        wait_for(f"{self.person}: “{name}” still shows", lambda: not self.shows(name))

    def _steady(self, name, pressable=False):
        """The node once it has stood still between two looks, and may be used."""
        def look():
            node = self.find(name, pressable)
            if node is None or not node.get_state_set().contains(Atspi.StateType.ENABLED):
                return None
            box = node.get_extents(Atspi.CoordType.SCREEN)
            time.sleep(PAUSE_SECONDS)
            now = node.get_extents(Atspi.CoordType.SCREEN)
            same = (box.x, box.y, box.width, box.height) == (now.x, now.y, now.width, now.height)
            return node if same and box.width > 0 else None
        return wait_for(self._missing(name), look)

    def press(self, name):
        """What a screen reader does to a button, a tick or a row: goes there, which scrolls to it, and presses."""
        self._steady(name, pressable=True).grab_focus()
        node = self._steady(name, pressable=True)
        if not node.do_action(self._press_action(node)):
            raise StoryError(f"{self.person}: “{name}” could not be pressed")

    def tick(self, name):
        self.press(name)
        wait_for(f"{self.person}: “{name}” was not ticked",
                 lambda: self.find(name).get_state_set().contains(Atspi.StateType.CHECKED))

    def type(self, name, text):
        """Replaces what stands in a field, by the clipboard, as somebody with a prepared text does."""
        field = self._steady(name)
        subprocess.run(["xdotool", "windowfocus", "--sync", self.handle], check=True, timeout=WAIT_SECONDS)
        field.grab_focus()
        wait_for(f"{self.person}: “{name}” did not take the focus",
                 lambda: self.find(name).get_state_set().contains(Atspi.StateType.FOCUSED))
        pasted("UTF8_STRING", text)
        subprocess.run(["xdotool", "key", "--clearmodifiers", "ctrl+a", "ctrl+v"], check=True)
        wait_for(f"{self.person}: “{name}” does not hold what was typed", lambda: self.text_of(name) == text)

    def text_of(self, name):
        """What stands in a field; Qt tells of its line ends as paragraph separators."""
        field = self.find(name)
        if field is None:
            return None
        return Atspi.Text.get_text(field, 0, Atspi.Text.get_character_count(field)).replace("\u2029", "\n")
