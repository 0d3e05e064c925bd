pragma ComponentBehavior: Bound

import QtQuick
import Meridian.Theme

// The ground of what lies above the page: menus, sheets, things being dragged. Only these have a shadow.
Item {
    id: ground

    property real radius: Theme.radiusControl

    // Three soft steps instead of a blur, which costs a phone more than it shows.
    Repeater {
        model: 3
        delegate: Rectangle {
            required property int index
            anchors.fill: ground
            anchors.margins: -(index + 1) * Theme.lineWidth
            anchors.topMargin: 0
            radius: ground.radius + (index + 1) * Theme.lineWidth
            color: Theme.shadow
            opacity: Theme.shadowStep
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: ground.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.border
    }
}
