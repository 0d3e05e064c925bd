#!/usr/bin/env python3
"""Checks that QML outside qml/theme holds no look of its own and no sentence that cannot be translated."""

import re

from lint import Finding, run

COLOUR = re.compile(
    r"""["']\#[0-9A-Fa-f]{3,8}["'] | \bQt\.(?:rgba|hsla|hsva)\s*\(
      | \bcolor\s*:\s*["'](?!transparent["'])\w+["']""",
    re.VERBOSE,
)
SIZE = re.compile(r"\b(?:font\.)?(?:pixelSize|pointSize)\s*:\s*[\d.]+|\b(?:font\.)?pointSize\s*:")
RADIUS = re.compile(r"\bradius\s*:\s*(?!0\b)[\d.]+")
# The properties that a person reads or hears, when given a literal with a letter in it.
SPOKEN = re.compile(
    r"""\b(?:text|title|label|placeholder|placeholderText|hint|error|note|action|reason|detail|count
      |accessibleName|Accessible\.name|Accessible\.description)\s*:[^\S\n]*
      (?:[^\n"'`]*(?:\?|:|\+|\|\|)[^\S\n]*)?(?P<quote>["'`])(?P<words>(?:(?!(?P=quote))[^\\\n]|\\.)*)(?P=quote)""",
    re.VERBOSE,
)
TRANSLATED = re.compile(r"\bqsTr\w*\s*\((?:[^()]|\([^()]*\))*\)")
MATERIAL = re.compile(r"^\s*import\s+QtQuick\.Controls\.Material\b", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
LETTER = re.compile(r"[^\W\d_]")


def _blank(match):
    """The same number of characters and lines, so that positions stay right."""
    return re.sub(r"[^\n]", " ", match[0])


def find(tree):
    findings = []

    def report(path, text, match, why):
        findings.append(Finding(path, text.count("\n", 0, match.start()) + 1, f"{why}: {match[0].strip()}"))

    for path, source in tree.select((".qml",), ("qml", "app")):
        text = COMMENT.sub(_blank, source)
        for match in MATERIAL.finditer(text):
            report(path, text, match, "the Material style is not ours")
        if path.startswith("qml/theme/"):
            continue
        for pattern, why in ((COLOUR, "a colour"), (SIZE, "a font size"), (RADIUS, "a radius")):
            for match in pattern.finditer(text):
                report(path, text, match, f"{why} outside qml/theme")
        for match in SPOKEN.finditer(TRANSLATED.sub(_blank, text)):
            if LETTER.search(match["words"]):
                report(path, text, match, "words that are not translated")
    return findings


def _planted(name, body, wanted, path="qml/components/Planted.qml"):
    return (name, {path: f"import QtQuick\nItem {{\n    {body}\n}}\n"}, path, wanted)


PLANTED = [
    _planted("a colour in hexadecimal", 'property color ink: "#FF0000"', "a colour"),
    _planted("a colour by name", 'Rectangle { color: "red" }', "a colour"),
    _planted("a colour by function", "Rectangle { color: Qt.rgba(1, 0, 0, 1) }", "a colour"),
    _planted("a font size", "Text { font.pixelSize: 14 }", "a font size"),
    _planted("a size in a font group", "Text { font { pixelSize: 14 } }", "a font size"),
    _planted("a radius", "Rectangle { radius: 8 }", "a radius"),
    _planted("words in a text", 'Text { text: "Approve" }', "not translated"),
    _planted("words in Russian", 'Text { text: "Согласовать" }', "not translated"),
    _planted("words in a placeholder", "TextInput { property string p; placeholderText: 'Caption' }", "not translated"),
    _planted("words for a screen reader", 'Item { Accessible.name: "Back" }', "not translated"),
    _planted("words in a choice", 'Text { text: parent.late ? "Late" : "" }', "not translated"),
    _planted("words in the other choice", 'Text { text: parent.late ? qsTr("Late") : "On time" }', "not translated"),
    _planted("the Material style", "}\nimport QtQuick.Controls.Material\nItem {", "Material"),
]

if __name__ == "__main__":
    run(find, PLANTED)
