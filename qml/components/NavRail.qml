pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// The destinations on a wide window, down the left side. It scrolls where the text is large.
Rectangle {
    id: rail

    // Each has `text` and `glyph`.
    required property var destinations
    property int currentIndex: 0
    signal activated(int index)

    implicitWidth: Math.round(Theme.railWidth * Math.max(1, Theme.effectiveScale * Theme.railGrowth))
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Main pages", "Screen reader: the bar with the main pages")

    Scroller {
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space12

        ColumnLayout {
            id: column
            x: Theme.space4
            y: Theme.space12
            width: rail.width - 2 * Theme.space4
            spacing: Theme.space8

            Repeater {
                model: rail.destinations
                delegate: NavItem {
                    id: item
                    required property int index
                    required property var modelData
                    text: item.modelData.text
                    glyph: item.modelData.glyph
                    current: item.index === rail.currentIndex
                    Layout.fillWidth: true
                    onClicked: rail.activated(item.index)
                }
            }
        }
    }
    Divider {
        anchors.right: parent.right
        height: parent.height
    }
}
