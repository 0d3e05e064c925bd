import QtQuick
import Meridian.Theme

// The name of a group, how many are in it, and at most one action for all of it.
// Positioned by hand: a heading that wraps has its height at once, in whatever layout it stands.
Item {
    id: header

    required property string text
    property string count: ""
    property string action: ""
    signal acted

    readonly property bool _acts: header.action !== ""
    readonly property real _after: tally.visible ? tally.width + Theme.space8 : 0

    implicitWidth: name.naturalWidth + header._after + (header._acts ? act.implicitWidth + Theme.space8 : 0)
    implicitHeight: Math.max(name.height, header._acts ? act.height : 0)

    MeasuredText {
        id: name
        width: Math.max(0, Math.min(name.naturalWidth,
            header.width - header._after - (header._acts ? act.width + Theme.space8 : 0)))
        anchors.verticalCenter: parent.verticalCenter
        text: header.text
        step: Theme.heading
        Accessible.role: Accessible.Heading
        Accessible.name: header.text
    }
    AppText {
        id: tally
        x: name.width + Theme.space8
        anchors.verticalCenter: parent.verticalCenter
        text: header.count
        visible: header.count !== ""
        step: Theme.caption
        color: Theme.muted
        wrapMode: Text.NoWrap
    }
    AppButton {
        id: act
        width: Math.min(act.implicitWidth, header.width / 2)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: header.action
        visible: header._acts
        look: "text"
        onClicked: header.acted()
    }
}
