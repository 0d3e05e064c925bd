import QtQuick
import QtQuick.Templates as T
import Meridian.Theme

// A button that is only an icon. Its text is its name, shown when the pointer rests on it.
Pressable {
    id: control

    required property string glyph
    property color ink: control.enabled ? Theme.text : Theme.muted

    implicitWidth: Theme.hitTarget
    implicitHeight: Theme.hitTarget

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: control.glyph
            color: control.ink
        }
    }

    T.ToolTip {
        id: tip
        visible: control.hovered && Theme.wide
        delay: Theme.tipDelayMs
        text: control.text
        x: (control.width - tip.width) / 2
        y: control.height + Theme.space4
        implicitWidth: tip.contentItem.implicitWidth + 2 * Theme.space8
        implicitHeight: tip.contentItem.implicitHeight + 2 * Theme.space4
        padding: Theme.space4
        leftPadding: Theme.space8
        rightPadding: Theme.space8
        contentItem: AppText {
            text: tip.text
            step: Theme.caption
            color: Theme.surface
            wrapMode: Text.NoWrap
        }
        background: Rectangle {
            color: Theme.text
            radius: Theme.radiusChip
        }
    }
}
