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
# What is measured in pixels, with the expression that says how much. Nothing (0), a share (1, for columns of one
# width) and a multiple of a token are no measures of their own.
MEASURE = re.compile(
    r"""(?<![\w.])(?:[\w.]+\.)?(?:
        (?P<size>(?:implicit|preferred|minimum|maximum|content|cell)?(?:[Ww]idth|[Hh]eight)|size|iconSize)
      | (?P<spacing>(?:row|column)?[sS]pacing)
      | (?P<padding>(?:left|right|top|bottom|horizontal|vertical)?[pP]adding|(?:left|right|top|bottom)Inset)
      | (?P<margin>margins|(?:left|right|top|bottom|horizontalCenter|verticalCenter|baseline)(?:Margin|Offset))
      | (?P<radius>radius)
    )\s*:(?P<value>[^\n;{}]*)""",
    re.VERBOSE,
)
NAME = re.compile(r"[A-Za-z_][\w.]*|\[[^\[\]]*\]")
NUMBER = re.compile(r"(?<![*/%<>=\d.])(?<![*/%<>=]\s)(\d+(?:\.\d+)?|\.\d+)(?![\d.]|\s*[*/%<>])")
# The properties that a person reads or hears, when given a literal with a letter in it.
SPOKEN = re.compile(
    r"""\b(?:text|title|label|placeholder|placeholderText|hint|error|note|action|reason|detail|count
      |explanation|button|emptyText|removedText|becauseLabel|answer|sentence|heading|subtitle|toolTip|tip
      |accessibleName|Accessible\.name|Accessible\.description)\s*:[^\S\n]*
      (?:[^\n"'`]*(?:\?|:|\+|\|\|)[^\S\n]*)?(?P<quote>["'`])(?P<words>(?:(?!(?P=quote))[^\\\n]|\\.)*)(?P=quote)""",
    re.VERBOSE,
)
# … and the calls that say something: their arguments, and a literal that is one or a part of one.
SAID = re.compile(r"\b(?:say|show)\s*\((?P<arguments>(?:[^()]|\([^()]*\))*)\)")
INNER_CALL = re.compile(r"\([^()]*\)")
ARGUMENT = re.compile(r"""(?:^|[,?:+])\s*(?P<quote>["'`])(?P<words>(?:(?!(?P=quote))[^\\\n]|\\.)*)(?P=quote)""")
TRANSLATED = re.compile(r"\bqsTr\w*\s*\((?:[^()]|\([^()]*\))*\)")
MATERIAL = re.compile(r"^\s*import\s+QtQuick\.Controls\.Material\b", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
LETTER = re.compile(r"[^\W\d_]")


def _blank(match):
    """The same number of characters and lines, so that positions stay right."""
    return re.sub(r"[^\n]", " ", match[0])


def measures(text):
    """Matches of a literal measure, each with what it is of."""
    for match in MEASURE.finditer(text):
        if any(float(number[1]) not in (0, 1) for number in NUMBER.finditer(NAME.sub("n", match["value"]))):
            yield match, next(kind for kind in ("size", "spacing", "padding", "margin", "radius") if match[kind])


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
        for pattern, why in ((COLOUR, "a colour"), (SIZE, "a font size")):
            for match in pattern.finditer(text):
                report(path, text, match, f"{why} outside qml/theme")
        for match, kind in measures(text):
            report(path, text, match, f"a {kind} outside qml/theme")
        bare = TRANSLATED.sub(_blank, text)
        spoken = [(match, [match]) for match in SPOKEN.finditer(bare)]
        spoken += [(match, list(ARGUMENT.finditer(INNER_CALL.sub(_blank, match["arguments"])))) for match in SAID.finditer(bare)]
        for match, literals in spoken:
            if any(LETTER.search(one["words"]) for one in literals):
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
    _planted("the larger of a radius and a literal", "Rectangle { radius: Math.max(8, width / 2) }", "a radius"),
    _planted("one of two radii", "Rectangle { radius: parent.wide ? 8 : 0 }", "a radius"),
    _planted("a width", "Rectangle { width: 40 }", "a size"),
    _planted("a height beside a token", "Item { height: Theme.control + 6 }", "a size"),
    _planted("the larger of a literal and a name", "Item { implicitHeight: Math.max(44, implicitContentHeight) }", "a size"),
    _planted("a width in a layout", "Item { Layout.preferredWidth: 320 }", "a size"),
    _planted("one of two widths", "Item { Layout.maximumWidth: parent.wide ? 680 : parent.width }", "a size"),
    _planted("the size of an icon", "Icon { size: 24 }", "a size"),
    _planted("a spacing", "Row { spacing: 12 }", "a spacing"),
    _planted("a spacing between columns", "Grid { columnSpacing: 12 }", "a spacing"),
    _planted("a padding", "Control { padding: 8 }", "a padding"),
    _planted("a padding of one side", "Control { leftPadding: 2.5 }", "a padding"),
    _planted("margins of anchors", "Item { anchors.margins: 16 }", "a margin"),
    _planted("a margin below zero", "Item { anchors.topMargin: -4 }", "a margin"),
    _planted("a margin in a layout", "Item { Layout.leftMargin: 16 }", "a margin"),
    _planted("words in a text", 'Text { text: "Approve" }', "not translated"),
    _planted("words in Russian", 'Text { text: "Согласовать" }', "not translated"),
    _planted("words in a placeholder", "TextInput { property string p; placeholderText: 'Caption' }", "not translated"),
    _planted("words for a screen reader", 'Item { Accessible.name: "Back" }', "not translated"),
    _planted("words in a choice", 'Text { text: parent.late ? "Late" : "" }', "not translated"),
    _planted("words in the other choice", 'Text { text: parent.late ? qsTr("Late") : "On time" }', "not translated"),
    _planted("words of an explanation", 'EmptyState { explanation: "Nothing yet" }', "not translated"),
    _planted("words on a button of a card", 'Card { button: "Try now" }', "not translated"),
    _planted("words of an empty list", 'CharterList { emptyText: "None" }', "not translated"),
    _planted("words after a removal", 'CharterList { removedText: "Removed" }', "not translated"),
    _planted("words above a field", 'CharterList { becauseLabel: "Because" }', "not translated"),
    _planted("words in a snackbar", 'Item { onClicked: snackbar.show("Saved", "") }', "not translated"),
    _planted("words on its button", 'Item { onClicked: snackbar.show(qsTr("Saved"), "Undo") }', "not translated"),
    _planted("words that a page says", "Item { onClicked: Navigation.say('Copied') }", "not translated"),
    _planted("the Material style", "}\nimport QtQuick.Controls.Material\nItem {", "Material"),
]

if __name__ == "__main__":
    run(find, PLANTED)
