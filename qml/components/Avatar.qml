import QtQuick
import Meridian.Theme

// A person by their initials, which the model gives. The name stands beside it and is what is spoken.
Rectangle {
    id: avatar

    required property string initials
    // It stands on the ground of a selected row.
    property bool inSelectedRow: false

    implicitWidth: Theme.avatar
    implicitHeight: Theme.avatar
    radius: avatar.width / 2
    color: avatar.inSelectedRow ? Theme.surface : Theme.selected
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        text: avatar.initials
        color: Theme.selectedText
        font.family: Theme.fontFamily
        font.weight: Theme.weightMedium
        // The circle keeps its size at any text scale, and so does what is in it.
        font.pixelSize: Theme.label.size
    }
}
