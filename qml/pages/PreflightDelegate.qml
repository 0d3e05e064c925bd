import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One rule: what is wrong, whose it is, until when, and the button that opens the fix.
ColumnLayout {
    id: row

    required property int index
    required property string status
    required property string group
    required property string market
    required property string sentence
    required property string owner
    required property string due
    required property string fix
    required property string page
    required property string space
    required property string submission
    readonly property bool _beside: row.width >= Theme.twoLanesFrom * Theme.effectiveScale
    readonly property var _spoken: [row.group, row.sentence, row.owner, row.due]
    readonly property var _below: [row.market, row.owner, row.due]
    signal fixWanted

    spacing: 0
    Accessible.role: Accessible.ListItem
    Accessible.name: row._spoken.filter(part => part !== "").join(", ")

    Divider {
        visible: row.index > 0
        Layout.fillWidth: true
    }
    GridLayout {
        columns: row._beside ? 3 : 2
        columnSpacing: Theme.space12
        rowSpacing: 0
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space8
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8

        Icon {
            glyph: Theme.status(row.status).icon
            color: Theme.status(row.status).text
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Math.round((Theme.body.line - Theme.iconSize) / 2)
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            AppText {
                text: row.sentence
                Layout.fillWidth: true
            }
            AppText {
                text: row._below.filter(part => part !== "").join(" · ")
                visible: text !== ""
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
            }
        }
        AppButton {
            visible: row.status !== "good"
            text: row.fix
            look: row._beside ? "outlined" : "text"
            Layout.row: row._beside ? 0 : 1
            Layout.column: row._beside ? 2 : 1
            Layout.maximumWidth: row.width - Theme.space48
            onClicked: row.fixWanted()
        }
    }
}
