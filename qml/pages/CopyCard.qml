import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// A text to take elsewhere as it is. Nothing shows while it is empty.
Card {
    id: card

    required property string label
    required property string text
    required property string action
    signal copied

    visible: card.text !== ""

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4
        AppText {
            text: card.label
            step: Theme.label
            color: Theme.muted
            Layout.fillWidth: true
        }
        AppText {
            text: card.text
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.measure
        }
        AppButton {
            text: card.action
            glyph: "copy"
            Layout.topMargin: Theme.space8
            Layout.maximumWidth: parent.width
            onClicked: card.copied()
        }
    }
}
