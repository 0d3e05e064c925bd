import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// A heading over a text that people read, on a card of its own if `boxed`. Nothing shows while it is empty.
Card {
    id: block

    required property string label
    required property string text
    property string note: ""
    property bool boxed: false

    visible: block.text !== ""
    padding: block.boxed ? Theme.space16 : 0
    background.visible: block.boxed

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4

        AppText {
            text: block.label
            step: Theme.label
            color: Theme.muted
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            Accessible.name: block.label
        }
        AppText {
            text: block.text
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.measure
        }
        AppText {
            text: block.note
            visible: block.note !== ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.measure
        }
    }
}
