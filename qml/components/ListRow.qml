import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// One line of a list: something leading, a title over a detail, something trailing. Pressing it opens it.
Pressable {
    id: control

    property string detail: ""
    // The state this row is in among its neighbours.
    property bool selected: false
    property bool opens: false
    property Component leading: null
    // Of what it lists, as Theme.status knows it: its icon leads the row, and the detail has the word.
    property string status: ""
    property Component trailing: null
    // With large text on a phone the trailing part goes below the words.
    readonly property bool _stacked: Theme.crowded
    property real rowHeight: Theme.rowHeight

    radius: control.selected ? Theme.radiusControl : 0
    ground: control.selected ? Theme.selected : "transparent"
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    implicitHeight: Math.max(control.rowHeight,
                             control.implicitContentHeight + control.topPadding + control.bottomPadding)
    accessibleName: control.detail === "" ? control.text : control.text + ", " + control.detail
    Accessible.role: Accessible.ListItem
    Accessible.selected: control.selected

    contentItem: GridLayout {
        columnSpacing: Theme.space12
        rowSpacing: Theme.space4

        Loader {
            sourceComponent: control.leading
            Layout.row: 0
            Layout.column: 0
            visible: control.leading !== null
        }
        Icon {
            glyph: Theme.status(control.status).icon
            color: Theme.status(control.status).text
            Layout.row: 0
            Layout.column: 0
            visible: control.leading === null && control.status !== ""
        }
        ColumnLayout {
            spacing: 0
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true

            AppText {
                text: control.text
                step: control.detail === "" ? Theme.body : Theme.heading
                color: control.selected ? Theme.selectedText : Theme.text
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            AppText {
                text: control.detail
                visible: control.detail !== ""
                step: Theme.caption
                color: control.selected ? Theme.selectedText : Theme.muted
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        Loader {
            sourceComponent: control.trailing
            Layout.row: control._stacked ? 1 : 0
            Layout.column: control._stacked ? 1 : 2
            visible: control.trailing !== null
        }
        Icon {
            glyph: "chevron-right"
            Layout.row: 0
            Layout.column: 3
            color: Theme.muted
            visible: control.opens
        }
    }
}
