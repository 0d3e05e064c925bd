import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// The name of a group, how many are in it, and at most one action for all of it.
RowLayout {
    id: header

    required property string text
    property string count: ""
    property string action: ""
    signal acted

    spacing: Theme.space8

    AppText {
        text: header.text
        step: Theme.heading
        Layout.fillWidth: header.count === ""
        Accessible.role: Accessible.Heading
        Accessible.name: header.text
    }
    AppText {
        text: header.count
        visible: header.count !== ""
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
    }
    AppButton {
        text: header.action
        visible: header.action !== ""
        look: "text"
        Layout.maximumWidth: header.width / 2
        onClicked: header.acted()
    }
}
