import QtQuick
import Meridian.Theme
import Meridian.Components

// A picked file with its picture, size and a way to take it out again.
Column {
    id: thumb

    required property string key
    required property string name
    required property string note
    required property string glyph
    required property string picture
    signal removed

    width: Theme.thumb
    spacing: 0

    MediaThumb {
        text: thumb.name
        note: thumb.note
        glyph: thumb.glyph
        source: thumb.picture
    }
    AppText {
        width: parent.width
        text: thumb.name
        step: Theme.caption
        color: Theme.muted
        wrapMode: Text.WrapAnywhere
        maximumLineCount: 2
        Accessible.ignored: true
    }
    AppButton {
        text: qsTr("Remove", "Button: takes a picked file out")
        accessibleName: qsTr("Remove: %1", "Button: takes a file or link out; %1 is its name").arg(thumb.name)
        look: "text"
        onClicked: thumb.removed()
    }
}
