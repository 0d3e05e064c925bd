import QtQuick
import Meridian.Theme

// The keyboard's focus: a primary ring around its parent, with a gap, so that it shows on any ground.
Rectangle {
    id: ring

    required property bool shown
    property real around: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -(Theme.focusWidth + Theme.focusGap)
    radius: ring.around + Theme.focusWidth + Theme.focusGap
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.primary
    visible: ring.shown
}
