import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// A person in a list: initials, name over a detail, and a state. Pressing it opens what is theirs.
Pressable {
    id: row

    property string initials: ""
    property string detail: ""
    property string status: ""
    property string stateText: ""
    property bool selected: false
    property bool opens: true
    // A chip goes below the words where a row is narrow.
    readonly property bool _beside: row.width > Theme.stripBeside * Theme.effectiveScale

    ground: row.selected ? Theme.selected : "transparent"
    radius: row.selected ? Theme.radiusControl : 0
    leftPadding: Theme.space16
    rightPadding: Theme.space12
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    accessibleName: row.text + ", " + row.detail + (row.stateText === "" ? "" : ", " + row.stateText)
    Accessible.role: Accessible.ListItem
    Accessible.selected: row.selected

    contentItem: GridLayout {
        columns: 4
        columnSpacing: Theme.space12
        rowSpacing: Theme.space4

        Avatar {
            visible: row.initials !== ""
            initials: row.initials
            Layout.row: 0
            Layout.column: 0
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: 0
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            AppText {
                text: row.text
                step: Theme.heading
                color: row.selected ? Theme.selectedText : Theme.text
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            AppText {
                text: row.detail
                visible: text !== ""
                step: Theme.caption
                color: row.selected ? Theme.selectedText : Theme.muted
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        StatusChip {
            visible: row.stateText !== ""
            status: row.status
            text: row.stateText
            Layout.row: row._beside ? 0 : 1
            Layout.column: row._beside ? 2 : 1
            Layout.maximumWidth: row._beside ? Theme.listWidth : row.availableWidth - Theme.space48
            Accessible.ignored: true
        }
        Icon {
            visible: row.opens
            glyph: "chevron-right"
            color: Theme.muted
            Layout.row: 0
            Layout.column: 3
        }
    }
}
