import QtQuick
import QtQuick.Templates as T
import Meridian.Theme

// A thin bar that shows where one is. Attach it as ScrollBar.vertical.
T.ScrollBar {
    id: bar

    implicitWidth: Theme.space8
    implicitHeight: Theme.space8
    padding: Theme.lineWidth
    minimumSize: Theme.scrollBarShare
    visible: bar.size < 1

    contentItem: Rectangle {
        implicitWidth: Theme.space4
        implicitHeight: Theme.space4
        radius: Theme.lineWidth
        color: bar.pressed ? Theme.muted : Theme.outline
    }
}
