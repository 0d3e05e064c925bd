import QtQuick
import Meridian.Theme

// A state: icon, word and tint together, never colour alone. `status` is a name that Theme.status knows.
Rectangle {
    id: chip

    required property string status
    required property string text
    // Instead of the state's own icon.
    property string glyph: chip._look.icon
    property string accessibleName: chip.text
    // It stands on the ground of a selected row, which some tints are like.
    property bool inSelectedRow: false
    readonly property StatusTint _look: Theme.status(chip.status)

    implicitWidth: Math.min(Theme.controlWidthMax,
        Theme.iconSmall + Theme.space4 + words.naturalWidth + 2 * Theme.space8)
    implicitHeight: Math.max(Theme.chipHeight, words.height + Theme.space8)
    radius: Theme.radiusChip
    color: chip._look.tint
    border.width: chip.inSelectedRow ? Theme.hairline : 0
    border.color: chip._look.text
    Accessible.role: Accessible.StaticText
    Accessible.name: chip.accessibleName

    Icon {
        id: mark
        x: Theme.space8
        y: Math.round(Math.max(Theme.chipHeight, words.firstLine + Theme.space8) / 2 - Theme.iconSmall / 2)
        glyph: chip.glyph
        size: Theme.iconSmall
        color: chip._look.text
    }
    MeasuredText {
        id: words
        readonly property real firstLine: words.step.line
        x: mark.x + Theme.iconSmall + Theme.space4
        width: chip.width - words.x - Theme.space8
        anchors.verticalCenter: parent.verticalCenter
        text: chip.text
        step: Theme.label
        color: chip._look.text
        Accessible.ignored: true
    }
}
