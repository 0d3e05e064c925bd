import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One change on its way: what it is, and how far it has come.
ColumnLayout {
    id: row

    required property int index
    required property string title
    required property string detail
    required property string time
    required property string heading
    required property string status
    // Its words; "state" itself is taken by Item.
    required property string stateText
    required property real progress
    required property string progressText

    readonly property var _spoken: [row.title, row.detail, row.time, row.stateText]

    spacing: Theme.space4
    Accessible.role: Accessible.ListItem
    Accessible.name: row._spoken.filter(part => part !== "").join(", ")

    Divider {
        visible: row.index > 0
        Layout.fillWidth: true
    }
    // Once for all that was written then.
    AppText {
        text: row.heading
        visible: text !== ""
        step: Theme.label
        color: Theme.muted
        Layout.fillWidth: true
        Layout.topMargin: Theme.space12
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
        Accessible.ignored: true
    }
    AppText {
        text: row.title
        step: Theme.heading
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
    }
    AppText {
        text: row.detail
        visible: text !== ""
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
    }
    ProgressLine {
        visible: row.progress >= 0
        value: Math.max(0, row.progress)
        text: row.progressText
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
    }
    StatusChip {
        status: row.status
        text: row.stateText
        Layout.leftMargin: Theme.space16
        Layout.bottomMargin: Theme.space12
        Layout.rightMargin: Theme.space16
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
    }
}
