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
        id: name
        text: header.text
        step: Theme.heading
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(name.implicitWidth)
        Accessible.role: Accessible.Heading
        Accessible.name: header.text
    }
    AppText {
        text: header.count
        visible: header.count !== ""
        step: Theme.caption
        color: Theme.muted
    }
    Item {
        Layout.fillWidth: true
    }
    AppButton {
        text: header.action
        visible: header.action !== ""
        look: "text"
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.hitTarget
        Layout.maximumWidth: implicitWidth
        onClicked: header.acted()
    }
}
