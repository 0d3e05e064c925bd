import QtQuick
import Meridian.Theme

// Something to tick, with the reason below it, as each non-negotiable of a submission.
Pressable {
    id: control

    property string reason: ""
    readonly property color _ink: control.enabled ? Theme.primary : Theme.muted

    checkable: true
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    implicitHeight: Math.max(Theme.primaryHeight,
                             control.implicitContentHeight + control.topPadding + control.bottomPadding)
    hint: control.reason
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: control.checked

    contentItem: Item {
        implicitWidth: Theme.listWidth
        implicitHeight: words.height + (why.visible ? why.height : 0)

        Rectangle {
            id: box
            width: Theme.iconSize
            height: Theme.iconSize
            y: Math.round((words.step.line - box.height) / 2)
                + (why.visible ? 0 : Math.max(0, (parent.height - words.height) / 2))
            radius: Theme.space4
            color: control.checked ? control._ink : control.enabled ? Theme.surface : Theme.sunken
            border.width: Theme.lineWidth
            border.color: control.checked ? control._ink : Theme.outline

            Icon {
                anchors.centerIn: parent
                glyph: "check"
                size: Theme.iconSmall
                color: Theme.primaryText
                visible: control.checked
            }
        }
        AppText {
            id: words
            x: box.width + Theme.space12
            y: why.visible ? 0 : Math.max(0, (parent.height - words.height) / 2)
            width: parent.width - words.x
            text: control.text
            color: control.enabled ? Theme.text : Theme.muted
            Accessible.ignored: true
        }
        AppText {
            id: why
            x: words.x
            y: words.height
            width: words.width
            text: control.reason
            visible: control.reason !== ""
            step: Theme.caption
            color: Theme.muted
            Accessible.ignored: true
        }
    }
}
