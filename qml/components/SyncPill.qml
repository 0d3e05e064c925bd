import QtQuick
import Meridian.Theme

// Where my changes are: synced, waiting, offline since, or in need of attention. Opens the outbox.
Pressable {
    id: control

    // A name that Theme.status knows: "good", "local", or "bad" when something needs attention.
    required property string status
    property string glyph: control._look.icon
    readonly property StatusTint _look: Theme.status(control.status)

    radius: control.height / 2
    topInset: Math.max(0, (control.height - Math.max(Theme.chipHeight, words.height + Theme.space8)) / 2)
    bottomInset: control.topInset
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    ground: control._look.tint

    contentItem: Item {
        implicitWidth: Theme.iconSmall + Theme.space4 + Math.ceil(words.implicitWidth)
        implicitHeight: words.implicitHeight

        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            glyph: control.glyph
            size: Theme.iconSmall
            color: control._look.text
        }
        AppText {
            id: words
            x: Theme.iconSmall + Theme.space4
            width: parent.width - words.x
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            step: Theme.label
            color: control._look.text
            Accessible.ignored: true
        }
    }
}
