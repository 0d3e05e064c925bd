import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// What a lead or the creator said about a submission under review, and about which part of it.
RowLayout {
    id: row

    required property string author
    required property string when
    required property string text
    required property string pin
    required property string number
    required property string time
    required property int timeFile
    required property int timeMs
    signal timePressed

    spacing: Theme.space12
    Accessible.role: Accessible.ListItem
    Accessible.name: row.author + ", " + row.text

    PinMark {
        visible: row.number !== ""
        text: row.number
        Layout.alignment: Qt.AlignTop
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        AppText {
            text: row.author
            step: Theme.label
            Layout.fillWidth: true
        }
        AppText {
            text: row.pin === "" || row.time !== "" ? row.when : qsTr("%1 · %2", "Below the author of a comment: %1 when, %2 about what").arg(row.when).arg(row.pin)
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        AppButton {
            visible: row.time !== ""
            text: qsTr("At %1", "Button on a comment: shows the video at that time, as 0:12").arg(row.time)
            accessibleName: qsTr("Show the video at %1", "Screen reader: a time as 0:12").arg(row.time)
            glyph: "play"
            look: "text"
            flush: true
            onClicked: row.timePressed()
        }
        AppText {
            text: row.text
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4
        }
    }
}
