import QtQuick
import Meridian.Theme
import Meridian.Components

// The number of a comment, where it is pinned to a picture and where it is read.
Rectangle {
    id: mark

    required property string text

    implicitWidth: Math.max(Theme.chipHeight, number.implicitWidth + Theme.space12)
    implicitHeight: Theme.chipHeight
    radius: height / 2
    color: Theme.primary
    border.width: Theme.lineWidth
    border.color: Theme.surface
    Accessible.ignored: true

    AppText {
        id: number
        anchors.centerIn: parent
        text: mark.text
        step: Theme.label
        color: Theme.primaryText
        wrapMode: Text.NoWrap
    }
}
