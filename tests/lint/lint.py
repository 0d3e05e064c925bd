"""What the lints share: the tree of sources, findings, and the control that runs before each lint.

A lint is a function from a Tree to findings. Before it looks at the tree it is shown copies of that tree
with one violation planted in each, and must find every one: a lint that cannot fail says nothing.
"""

import os
import re
import sys
from dataclasses import dataclass

ROOMS = ("core", "sync", "app", "qml", "platforms", "tests", "tools", "cmake", "i18n")
SKIPPED_FOLDERS = {"build", "__pycache__", ".git", ".cache"}
SKIPPED_SUFFIXES = (".png", ".jpg", ".ttf", ".bin", ".ts")


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}"


class Tree:
    """Paths from the repository's root, with '/' between, to the text of each file."""

    def __init__(self, files):
        self.files = files

    @staticmethod
    def read(root):
        files = {}
        for name in sorted(os.listdir(root)):
            if os.path.isfile(os.path.join(root, name)) and name not in ("LICENSE", ".git"):
                files[name] = _text(os.path.join(root, name))
        for room in ROOMS:
            for folder, folders, names in os.walk(os.path.join(root, room)):
                folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
                for name in sorted(names):
                    if not name.endswith(SKIPPED_SUFFIXES):
                        path = os.path.join(folder, name)
                        files[os.path.relpath(path, root).replace(os.sep, "/")] = _text(path)
        return Tree({path: text for path, text in files.items() if text is not None})

    def with_file(self, path, text):
        return Tree({**self.files, path: text})

    def select(self, suffixes, rooms=None):
        """(path, text) of the files with one of the suffixes, in one of the top-level folders if given."""
        for path, text in self.files.items():
            if path.endswith(suffixes) and (rooms is None or path.split("/")[0] in rooms):
                yield path, text


def _text(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (UnicodeDecodeError, FileNotFoundError):
        return None


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


TOKEN = re.compile(
    r"""//[^\n]* | /\*.*?\*/
      | (?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<raw>.*?)\)(?P=mark)"
      | (?:u8|[uUL])?"(?P<plain>(?:\\.|[^"\\\n])*)"
      | (?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'""",
    re.DOTALL | re.VERBOSE,
)


def string_literals(text):
    """(line, contents) of the C++ string literals; neighbours that the compiler would join are joined."""
    joined = []
    end_of_last = None
    for token in TOKEN.finditer(text):
        contents = token.group("raw") if token.group("raw") is not None else token.group("plain")
        if contents is None:
            continue
        if end_of_last is not None and not text[end_of_last : token.start()].strip():
            line, before = joined[-1]
            joined[-1] = (line, before + contents)
        else:
            joined.append((line_of(text, token.start()), contents))
        end_of_last = token.end()
    return joined


def without_comments(text):
    """The text with comments blanked out, so that lines keep their numbers."""

    def blank(token):
        found = token.group(0)
        return re.sub(r"[^\n]", " ", found) if found.startswith("/") else found

    return TOKEN.sub(blank, text)


def run(find, planted):
    """The main function of a lint.

    planted: a list of (what it shows, {path: text} to plant, the path at which a finding must then appear,
    words of that finding, so that no other complaint about the planted file counts).
    """
    root = sys.argv[1] if len(sys.argv) > 1 else "."
    tree = Tree.read(root)
    missed = []
    for what, files, path, words in planted:
        with_violation = tree
        for planted_path, text in files.items():
            with_violation = with_violation.with_file(planted_path, text)
        if not any(finding.path == path and words in finding.text for finding in find(with_violation)):
            missed.append(what)
    for what in missed:
        print(f"the lint does not find what was planted: {what}")
    findings = sorted(find(tree), key=lambda finding: (finding.path, finding.line))
    for finding in findings:
        print(finding)
    print(f"{len(tree.files)} files, {len(planted)} planted cases, {len(missed)} missed, ", end="")
    print(f"{len(findings)} findings")
    sys.exit(1 if missed or findings else 0)
