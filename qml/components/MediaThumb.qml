import QtQuick
import Meridian.Theme

// One attachment: a picture, or an icon where there is none to show, with its duration or state over it.
Rectangle {
    id: thumb

    // What it is called.
    required property string text
    property url source
    property string glyph: "file"
    // Duration of a video, or how much of it is here.
    property string note: ""
    property real size: Theme.thumb

    implicitWidth: thumb.size
    implicitHeight: thumb.size
    radius: Theme.radiusControl
    color: Theme.sunken
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.Graphic
    Accessible.name: thumb.note === "" ? thumb.text : thumb.text + ", " + thumb.note

    Image {
        id: picture
        anchors.fill: parent
        anchors.margins: Theme.hairline
        source: thumb.source
        sourceSize.width: thumb.size * 2
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
        Accessible.ignored: true
    }
    Icon {
        anchors.centerIn: parent
        glyph: thumb.glyph
        color: Theme.muted
        visible: picture.status !== Image.Ready
    }
    Rectangle {
        visible: thumb.note !== ""
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space4
        width: Math.min(parent.width - Theme.space8, Math.ceil(note.implicitWidth) + Theme.space8)
        height: note.height
        radius: Theme.radiusChip
        color: Theme.snack
        AppText {
            id: note
            x: Theme.space4
            width: parent.width - Theme.space8
            text: thumb.note
            step: Theme.caption
            color: Theme.snackText
            Accessible.ignored: true
        }
    }
}
