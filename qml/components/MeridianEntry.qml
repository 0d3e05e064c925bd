import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// One date on the meridian line: a dot, what it is, the date in my zone and theirs, and what is put inside.
Item {
    id: entry

    required property string label
    required property string mine
    required property string theirs
    // "past", "now" or "ahead".
    required property string phase
    // The one date of the page is in display size.
    property bool main: false
    property string status: "active"
    default property alias content: content.data
    readonly property real _dotY: Theme.space4 + Math.round(Theme.label.line / 2)
    readonly property real _dot: entry.phase === "now" ? Theme.nowDotSize : Theme.dotSize

    width: parent ? parent.width : implicitWidth
    implicitWidth: Theme.queueWidth
    implicitHeight: column.implicitHeight + Theme.space24
    Accessible.role: Accessible.ListItem
    Accessible.name: entry.label

    Rectangle {
        x: Theme.lineX - Theme.lineWidth / 2
        width: Theme.lineWidth
        y: entry.Positioner.isFirstItem ? entry._dotY : 0
        height: (entry.Positioner.isLastItem ? entry._dotY : entry.height) - y
        color: entry.phase === "ahead" ? Theme.border : Theme.primary
    }
    // The line changes at "now": what is above has happened, what is below has not.
    Rectangle {
        visible: entry.phase === "now" && !entry.Positioner.isLastItem
        x: Theme.lineX - Theme.lineWidth / 2
        width: Theme.lineWidth
        y: entry._dotY
        height: entry.height - y
        color: Theme.border
    }
    Rectangle {
        x: Theme.lineX - width / 2
        y: entry._dotY - height / 2
        width: entry._dot + 2 * Theme.lineWidth
        height: width
        radius: width / 2
        color: entry.phase === "ahead" ? Theme.background : Theme.primary
        border.width: Theme.lineWidth
        border.color: entry.phase === "ahead" ? Theme.outline : Theme.background
        Rectangle {
            visible: entry.phase === "now"
            anchors.centerIn: parent
            width: Theme.dotSize - Theme.lineWidth
            height: width
            radius: width / 2
            color: Theme.background
        }
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.lineX + Theme.space24
        y: Theme.space4
        spacing: 0

        AppText {
            text: entry.label
            step: Theme.label
            color: entry.phase === "now" ? Theme.primary : Theme.muted
            Layout.fillWidth: true
        }
        TwoZoneTime {
            mine: entry.mine
            theirs: entry.theirs
            step: entry.main ? Theme.display : Theme.body
            visible: entry.mine !== ""
            Layout.fillWidth: true
        }
        ColumnLayout {
            id: content
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.topMargin: content.children.length > 0 ? Theme.space8 : 0
        }
    }
}
