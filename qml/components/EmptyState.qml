import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// Nothing here yet: one icon, one sentence, one action.
ColumnLayout {
    id: empty

    required property string text
    required property string glyph
    property string action: ""
    signal acted

    spacing: Theme.space16
    // In a column that is wider than its words.
    Layout.alignment: Qt.AlignHCenter

    Icon {
        glyph: empty.glyph
        size: Theme.iconLarge
        color: Theme.muted
        Layout.alignment: Qt.AlignHCenter
    }
    AppText {
        text: empty.text
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.measure
        Layout.alignment: Qt.AlignHCenter
    }
    AppButton {
        text: empty.action
        visible: empty.action !== ""
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: empty.width
        onClicked: empty.acted()
    }
}
