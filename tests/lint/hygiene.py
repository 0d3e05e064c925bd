#!/usr/bin/env python3
"""Checks the files themselves: length, dead files, paths of one machine, and notes that belong in an issue."""

import posixpath
import re

from lint import Finding, line_of, run, without_comments

LINES_MAX = 500
CODE = (".h", ".cpp", ".qml", ".js", ".mjs")
SOURCES = (*CODE, ".py", ".sh", ".cmake", ".txt", ".json", ".md", ".in")
OURS = ("core", "sync", "app", "qml", "tests", "tools", "cmake", "platforms")

# A folder of one machine, at the start of a path. /usr, /etc, /proc and /dev are the system's.
ABSOLUTE = re.compile(r"(?<![\w./~$}\-])/(?:home|root|tmp|work|Users|mnt|var/tmp)/[\w.\-]")
# Spelled apart, so that this file passes its own check.
NOTES = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")
ABSOLUTE_ALLOWED = {"tests/lint/hygiene.py": "plants such paths"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
TOKEN = re.compile(r'[^\s()";]+')
VARIABLE = re.compile(r"\$\{[^}]*\}")


def long_files(tree):
    for path, text in tree.select(CODE, ("core", "sync", "app", "qml")):
        lines = len(text.splitlines())
        if lines > LINES_MAX:
            limit = f"has {lines} lines, and {LINES_MAX} are the limit: split it by what it does"
            yield Finding(path, lines, limit)


def listed(tree):
    """Patterns of the files that some CMakeLists.txt or *.cmake names, as paths from the root."""
    exact, patterns = set(), []
    for path, text in tree.files.items():
        if posixpath.basename(path) != "CMakeLists.txt" and not path.endswith(".cmake"):
            continue
        folder = posixpath.dirname(path)
        for token in TOKEN.findall(re.sub(r"#[^\n]*", "", text)):
            if not token.endswith((".cpp", ".qml")):
                continue
            from_root = re.match(r"\$\{(?:CMAKE_SOURCE_DIR|PROJECT_SOURCE_DIR)\}/", token)
            token = re.sub(r"^\$\{CMAKE_CURRENT_(?:SOURCE|LIST)_DIR\}/", "", token)
            token = token[from_root.end() :] if from_root else posixpath.normpath(posixpath.join(folder, token))
            if VARIABLE.search(token) or "*" in token:
                parts = re.split(r"(\$\{[^}]*\}|\*+)", token)
                patterns.append("".join("[^/]*" if i % 2 else re.escape(part) for i, part in enumerate(parts)))
            else:
                exact.add(token)
    return exact, re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


def dead_files(tree):
    exact, pattern = listed(tree)
    for path, _ in tree.select((".cpp", ".qml"), OURS):
        if path not in exact and not pattern.fullmatch(path):
            yield Finding(path, 1, "is named in no CMakeLists.txt, so it is built nowhere")
    # A folder of screens is built whole, so the list says nothing: a page is alive if something names it.
    named = {path: set(re.findall(r"\w+", text)) for path, text in tree.select((".qml", ".cpp"), OURS)}
    for path, _ in tree.select((".qml",), ("qml",)):
        stem = posixpath.splitext(posixpath.basename(path))[0]
        if not any(stem in words for other, words in named.items() if other != path):
            yield Finding(path, 1, "is named in no other file, so nothing shows it")
    included = set()
    for path, text in tree.select((".h", ".cpp"), OURS):
        included.update(name for name in INCLUDE.findall(without_comments(text)) if name != path)
    for path, _ in tree.select((".h",), OURS):
        beside = posixpath.basename(path)
        if path not in included and not (path.startswith("tests/") and beside in included):
            yield Finding(path, 1, "is included by nobody")


def dead_icons(tree):
    """Icons are bundled by their folder, so that nothing misses one that no page shows."""
    names = set()
    for _, text in tree.select((".qml", ".js", ".h", ".cpp"), ("app", "qml")):
        names.update(re.findall(r'"([a-z0-9-]+)"', text))
    for path, _ in tree.select((".svg",), ("qml",)):
        if posixpath.splitext(posixpath.basename(path))[0] not in names:
            yield Finding(path, 1, "is named by no page, and is bundled all the same")


def words(tree):
    for path, text in tree.files.items():
        if not path.endswith(SOURCES) and "." in posixpath.basename(path).lstrip("."):
            continue
        for found in NOTES.finditer(text):
            yield Finding(path, line_of(text, found.start()), f"{found[0]}: finish it, or open an issue")
        if path not in ABSOLUTE_ALLOWED:
            for found in ABSOLUTE.finditer(text):
                yield Finding(path, line_of(text, found.start()), f"a path of one machine: {found[0]}…")


def find(tree):
    return [*long_files(tree), *dead_files(tree), *dead_icons(tree), *words(tree)]


PLANTED = [
    (
        "a source of 501 lines",
        {"core/base/stray.cpp": "\n" * 501, "core/base/stray.cmake": "stray.cpp"},
        "core/base/stray.cpp",
        "501 lines",
    ),
    ("a source that nothing builds", {"core/base/stray.cpp": ""}, "core/base/stray.cpp", "named in no"),
    (
        "a source that only another room's list names",
        {"core/base/stray.cpp": "", "core/log/stray.cmake": "stray.cpp"},
        "core/base/stray.cpp",
        "named in no",
    ),
    (
        "a page that nothing loads",
        {"qml/pages/PlantedPage.qml": ""},
        "qml/pages/PlantedPage.qml",
        "named in no",
    ),
    (
        "an icon that no page shows",
        {"qml/theme/icons/planted-icon.svg": "<svg/>"},
        "qml/theme/icons/planted-icon.svg",
        "named by no page",
    ),
    (
        "a header that nobody includes",
        {"sync/client/planted.h": ""},
        "sync/client/planted.h",
        "included by nobody",
    ),
    (
        "a header that only a comment includes",
        {
            "core/base/stray.h": "",
            "core/base/stray_user.h": '// \n/*\n#include "core/base/stray.h"\n*/\n',
        },
        "core/base/stray.h",
        "included by nobody",
    ),
    (
        "a path of one machine in a source",
        {"app/planted.h": 'auto p = "/home/me/x";\n'},
        "app/planted.h",
        "of one machine",
    ),
    (
        "a path of one machine in a script",
        {"tools/planted": "cp x /tmp/y\n"},
        "tools/planted",
        "of one machine",
    ),
    (
        "a note left in a source",
        {"core/base/stray.cpp": "// FIX" + "ME later\n"},
        "core/base/stray.cpp",
        "finish it",
    ),
]

if __name__ == "__main__":
    run(find, PLANTED)
