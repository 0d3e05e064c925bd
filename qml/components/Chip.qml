import QtQuick
import Meridian.Theme

// A choice that is on or off, as a filter above a list.
Pressable {
    id: control

    property string glyph: ""
    readonly property string _mark: control.checked ? "check" : control.glyph
    readonly property real _lead: control._mark === "" ? 0 : Theme.iconSmall + Theme.space4

    checkable: true
    radius: Theme.radiusChip
    topInset: (Theme.hitTarget - Theme.chipHeight - Theme.space4) / 2
    bottomInset: control.topInset
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    implicitHeight: Math.max(Theme.hitTarget, words.height + Theme.space8 + 2 * control.topInset)
    ground: control.checked ? Theme.selected : Theme.surface
    edge: control.checked ? Theme.primary : Theme.outline
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: control.checked

    contentItem: Item {
        implicitWidth: control._lead + Math.ceil(words.implicitWidth)
        implicitHeight: words.implicitHeight

        Icon {
            glyph: control._mark
            size: Theme.iconSmall
            visible: control._mark !== ""
            color: control.checked ? Theme.selectedText : Theme.muted
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText {
            id: words
            x: control._lead
            width: parent.width - control._lead
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            step: Theme.label
            color: control.checked ? Theme.selectedText : Theme.text
            Accessible.ignored: true
        }
    }
}
