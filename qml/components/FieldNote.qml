import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// The line below a field: its hint, or instead its error with an icon.
RowLayout {
    id: note

    property string hint: ""
    property string error: ""
    readonly property bool _failed: note.error !== ""

    visible: note._failed || note.hint !== ""
    spacing: Theme.space4

    Icon {
        glyph: Theme.bad.icon
        size: Theme.iconSmall
        color: Theme.bad.text
        visible: note._failed
        Layout.alignment: Qt.AlignTop
    }
    AppText {
        text: note._failed ? note.error : note.hint
        step: Theme.caption
        color: note._failed ? Theme.bad.text : Theme.muted
        Layout.fillWidth: true
        Accessible.role: note._failed ? Accessible.AlertMessage : Accessible.StaticText
        Accessible.name: text
    }
}
