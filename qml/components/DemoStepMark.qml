import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// One step of the demo: a circle until it is taken, then a tick with the time.
RowLayout {
    id: mark

    required property string text
    required property string when
    required property bool taken
    required property bool next

    spacing: Theme.space4
    Accessible.role: Accessible.ListItem
    Accessible.name: mark.taken ? qsTr("%1: done, %2", "Screen reader: a step of the demo; %2 a time").arg(mark.text).arg(mark.when)
                                : qsTr("%1: not yet", "Screen reader: a step of the demo").arg(mark.text)

    Icon {
        glyph: mark.taken ? "circle-check" : "circle-dashed"
        size: Theme.iconSmall
        color: mark.taken ? Theme.good.text : mark.next ? Theme.primary : Theme.muted
        Layout.alignment: Qt.AlignVCenter
    }
    AppText {
        text: mark.text
        step: mark.next ? Theme.label : Theme.caption
        color: mark.taken ? Theme.good.text : mark.next ? Theme.text : Theme.muted
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
