import QtQuick
import Meridian.Theme
import Meridian.Components

// One rule, or several rows of one that open: what is wrong, whose it is, until when, and the button that opens the fix. Positioned by hand: a row
// is as high as its words as soon as they wrap.
Column {
    id: row

    required property int index
    required property string status
    required property string group
    required property string market
    required property string marketName
    required property string sentence
    required property string owner
    required property string due
    required property string fix
    required property string page
    required property string space
    required property string submission
    required property string milestone
    required property string key
    required property int folds
    required property bool open
    required property bool inside
    readonly property bool _beside: row.width >= Theme.twoLanesFrom * Theme.effectiveScale
    readonly property var _spoken: [row.group, row.sentence, row.owner, row.due]
    readonly property var _below: [row.marketName, row.owner, row.due]
    readonly property bool _broken: row.status !== "good"
    readonly property bool _acts: (row._broken && row.page !== "") || row.folds > 0
    readonly property string _action: row.folds === 0 ? row.fix
        : row.open ? qsTr("Hide %1", "Button: folds several rows into one; %1 is their number").arg(row.folds)
                   : qsTr("Show %1", "Button: unfolds a row that stands for several; %1 is their number").arg(row.folds)
    readonly property string _glyph: row.folds === 0 ? "" : row.open ? "chevron-up" : "chevron-down"
    // Several buttons say the same; a screen reader hears what for.
    readonly property string _actionName: qsTr("%1: %2", "Screen reader: %1 a button, %2 what it is for").arg(row._action).arg(row.sentence)
    readonly property real _indent: row.inside ? Theme.iconSize + Theme.space12 : 0
    signal fixWanted
    signal foldPressed

    function act() {
        if (row.folds > 0)
            row.foldPressed();
        else
            row.fixWanted();
    }

    Accessible.role: Accessible.ListItem
    Accessible.name: row._spoken.filter(part => part !== "").join(", ")

    Divider {
        visible: row.index > 0
        width: row.width
    }
    Item {
        width: row.width
        height: Math.max(words.height, beside.visible ? beside.height : 0) + 2 * Theme.space8

        Icon {
            id: mark
            x: Theme.space16 + row._indent
            y: Theme.space8 + Math.round((Theme.body.line - Theme.iconSize) / 2)
            glyph: Theme.status(row.status).icon
            color: Theme.status(row.status).text
        }
        Column {
            id: words
            x: mark.x + Theme.iconSize + Theme.space12
            y: Theme.space8
            width: row.width - words.x - (beside.visible ? beside.width + Theme.space24 : Theme.space16)

            AppText {
                text: row.sentence
                width: words.width
            }
            AppText {
                text: row._below.filter(part => part !== "").join(" · ")
                visible: text !== ""
                width: words.width
                step: Theme.caption
                color: Theme.muted
            }
            // Once below the sentence and once beside it: moving one button while the width changes sent a layout
            // in circles.
            AppButton {
                visible: row._acts && !row._beside
                x: -Theme.space12
                width: Math.min(implicitWidth, words.width + Theme.space12)
                text: row._action
                accessibleName: row._actionName
                glyph: row._glyph
                look: "text"
                onClicked: row.act()
            }
        }
        AppButton {
            id: beside
            visible: row._acts && row._beside
            x: row.width - width - Theme.space16
            y: Theme.space8
            text: row._action
            accessibleName: row._actionName
            glyph: row._glyph
            onClicked: row.act()
        }
    }
}
