#!/usr/bin/env python3
"""Checks that no colour of the theme stands where its contrast was not measured: text and icons have an ink, and
areas a ground, that qml/theme/contrast.json pairs with something, and the table has every colour of the theme.

Which of them meet on a page is looked at on the windows themselves (tests/qml/test_contrast.cpp)."""

import json
import re

from lint import Finding, run

TABLE, THEME = "qml/theme/contrast.json", "qml/theme/Theme.qml"
STATES = ("good", "active", "risk", "bad", "contested", "local")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')
TOKEN_OF_THEME = re.compile(r"^    readonly property (?:color (?P<color>\w+)|StatusTint (?P<state>\w+)) *:", re.MULTILINE)
# A brace that opens an element, or another one; and the properties that hold a colour.
PIECE = re.compile(
    r"""(?P<type>[A-Z][\w.]*)\s*\{ | (?P<open>\{) | (?P<close>\})
      | \b(?P<name>border\.color|(?:[a-z]\w*)?[cC]olor|_?ink|ground|edge)\s*:\s*(?P<value>[^\n;{}]*(?:\n\s*[?:&|][^\n;{}]*)*)""",
    re.VERBOSE,
)
USED = re.compile(r"\bTheme\.(?P<token>\w+)(?:\((?:[^()]|\([^()]*\))*\))?(?:\.(?P<part>text|tint))?|\b\w+\._look\.(?P<look>text|tint)")
TEXTS = ("Text", "AppText", "MeasuredText", "Icon", "IconImage", "TextEdit", "TextInput", "TextArea", "TextField")


def tokens(expression):
    for match in USED.finditer(expression):
        if match["look"] or match["token"] == "status":
            part = match["look"] or match["part"]
            yield from (f"{state}.{part}" for state in STATES if part)
        else:
            yield match["token"] + (f".{match['part']}" if match["part"] else "")


def role(element, name):
    if name in ("ground", "selectionColor"):
        return "ground"
    if name in ("edge", "border.color"):
        return "edge"
    if "ink" in name or name.endswith("TextColor"):
        return "ink"
    if element.split(".")[-1] in TEXTS:
        return "ink"
    return "area"


def colours(text):
    """(offset, role, token) of what paints something."""
    bare = COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    bare = STRING.sub(lambda m: '"' + " " * (len(m[0]) - 2) + '"', bare)
    elements = []
    for match in PIECE.finditer(bare):
        if match["type"] or match["open"]:
            elements.append(match["type"] or "")
        elif match["close"]:
            elements[-1:] = []
        else:
            element = next((one for one in reversed(elements) if one), "")
            for token in tokens(match["value"]):
                yield match.start(), role(element, match["name"]), token


def find(tree):
    table = json.loads(tree.files[TABLE])
    groups = table["pairs"] + table["parts"]
    washes, decoration = set(table["washes"]), set(table["decoration"])
    inks = {ink for group in table["pairs"] for ink in group["inks"]}
    grounds = {ground for group in groups for ground in group["grounds"]}
    parts = {ink for group in table["parts"] for ink in group["inks"]}
    # An area may also be a mark of its own: a dot, a bar, a ring.
    allowed = {"ink": inks, "ground": grounds, "edge": parts | grounds | decoration,
               "area": grounds | parts | inks | washes | decoration}
    declared = set()
    for match in TOKEN_OF_THEME.finditer(tree.files[THEME]):
        names = [match["color"]] if match["color"] else [f"{match['state']}.text", f"{match['state']}.tint"]
        declared.update(names)
        for name in names:
            if name not in inks | grounds | parts | washes | decoration:
                yield Finding(THEME, tree.files[THEME].count("\n", 0, match.start()) + 1, f"{name} stands in no pair of {TABLE}")
    for name in sorted((inks | grounds | parts | washes | decoration) - declared):
        yield Finding(TABLE, 1, f"{name} is no colour of the theme")
    for path, text in tree.select((".qml",), ("qml", "app")):
        if path.startswith("qml/theme/"):
            continue
        for offset, what, token in colours(text):
            if token in declared and token not in allowed[what]:
                yield Finding(path, text.count("\n", 0, offset) + 1, f"{token} is no {what} of {TABLE}")


def _planted(name, body, wanted):
    path = "qml/components/Planted.qml"
    return (name, {path: f"import QtQuick\nItem {{\n    {body}\n}}\n"}, path, wanted)


PLANTED = [
    _planted("a ground as text", "AppText { color: Theme.sunken }", "no ink"),
    _planted("a border as an icon", "Icon { color: Theme.border }", "no ink"),
    _planted("a border in one of two choices", "AppText {\n        color: parent.on ? Theme.text\n            : Theme.border\n    }", "no ink"),
    _planted("the tint of a state as text", "AppText { color: Theme.status(parent.name).tint }", "no ink"),
    _planted("a text as the ground of a button", "AppButton { ground: Theme.bad.text }", "no ground"),
    _planted("a tint as an outline's ink", "Pressable { property color ink: Theme.selected }", "no ink"),
    _planted("a text behind an element inside", "Item { Rectangle { color: Theme.surface } AppText { color: Theme.scrim } }", "no ink"),
    ("a colour of the theme that nobody measures",
     {THEME: "QtObject {\n    readonly property color glow: \"#FFFF00\"\n}\n"}, THEME, "stands in no pair"),
]

if __name__ == "__main__":
    run(find, PLANTED)
