pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// What stays at the bottom of a page: why the last press was refused, what stands in the way of the next one, one
// sentence of what will happen, then the buttons put inside.
Rectangle {
    id: footer

    property string note: ""
    property string problem: ""
    property list<string> reasons
    // Of the page above, so that the buttons stand below its words.
    property real columnWidth: Theme.columnWidth
    default property alias actions: actions.data

    implicitHeight: column.implicitHeight + 2 * Theme.space12
    color: Theme.surface

    Divider {
        width: parent.width
    }
    ColumnLayout {
        id: column
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(footer.columnWidth, footer.width - 2 * Theme.gutter)
        y: Theme.space12
        spacing: Theme.space8

        Refusal {
            text: footer.problem
            Layout.fillWidth: true
        }
        Repeater {
            model: footer.reasons
            delegate: Banner {
                required property string modelData
                text: modelData
                status: "risk"
                Layout.fillWidth: true
            }
        }
        AppText {
            text: footer.note
            visible: footer.note !== ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        GridLayout {
            id: actions
            Layout.fillWidth: true
            columns: Theme.crowded ? 1 : -1
            flow: GridLayout.LeftToRight
            columnSpacing: Theme.space8
            rowSpacing: Theme.space8
        }
    }
}
