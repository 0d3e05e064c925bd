import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// How long until something is due, in words that the model gives: a date above 48 hours, hours below,
// minutes below one hour, never seconds.
RowLayout {
    id: countdown

    required property string text
    required property string status
    property string accessibleName: countdown.text

    spacing: Theme.space4
    Accessible.role: Accessible.StaticText
    Accessible.name: countdown.accessibleName

    Icon {
        glyph: Theme.status(countdown.status).icon
        size: Theme.iconSmall
        color: words.color
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Math.round((Theme.label.line - Theme.iconSmall) / 2)
    }
    AppText {
        id: words
        text: countdown.text
        step: Theme.label
        color: countdown.status === "local" ? Theme.muted : Theme.status(countdown.status).text
        Layout.fillWidth: true
        Accessible.ignored: true
    }
}
