import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// How far something is, with the words for it ("5 of 6", "31 of 38 MB").
RowLayout {
    id: progress

    required property string text
    // 0 to 1.
    required property real value
    property string status: "active"

    spacing: Theme.space12
    Accessible.role: Accessible.ProgressBar
    Accessible.name: progress.text

    Rectangle {
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.space48
        implicitHeight: Theme.space4
        radius: Theme.lineWidth
        color: Theme.border

        Rectangle {
            width: parent.width * Math.max(0, Math.min(1, progress.value))
            height: parent.height
            radius: Theme.lineWidth
            color: Theme.status(progress.status).text
            Behavior on width {
                NumberAnimation { duration: Theme.slideMs; easing.type: Theme.easing }
            }
        }
    }
    AppText {
        text: progress.text
        step: Theme.caption
        color: Theme.muted
        Accessible.ignored: true
    }
}
