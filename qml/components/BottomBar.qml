pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// The destinations on a phone, at most five.
Rectangle {
    id: bar

    // Each has `text` and `glyph`.
    required property var destinations
    property int currentIndex: 0
    signal activated(int index)
    // The words grow with the text scale, all alike, as far as they fit beside each other; a longer one has more
    // room.
    readonly property var _widths: bar.destinations.map(one => metrics.advanceWidth(one.text))
    readonly property real _wanted: Math.max(1, bar._widths.reduce((sum, width) => sum + width, 0))
    readonly property real _room: bar.width - 2 * Theme.space4 - bar.destinations.length * 2 * Theme.space4
    readonly property int _wordSize: Math.max(Theme.caption.size,
        Math.floor(Theme.caption.font.pixelSize * Math.min(1, bar._room / bar._wanted)))

    FontMetrics {
        id: metrics
        font: Theme.caption.font
    }

    implicitHeight: Math.max(Theme.bottomBarHeight, row.implicitHeight + Theme.space8)
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Main pages", "Screen reader: the bar with the main pages")

    Divider {
        width: parent.width
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: 0

        Repeater {
            model: bar.destinations
            delegate: NavItem {
                id: item
                required property int index
                required property var modelData
                text: item.modelData.text
                glyph: item.modelData.glyph
                current: item.index === bar.currentIndex
                wordSize: bar._wordSize
                Layout.fillWidth: true
                Layout.preferredWidth: Math.max(Theme.space48,
                    Math.ceil(bar._widths[item.index] * bar._wordSize / Theme.caption.font.pixelSize) + 2 * Theme.space4)
                onClicked: bar.activated(item.index)
            }
        }
    }
}
