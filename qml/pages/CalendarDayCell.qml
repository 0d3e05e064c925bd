import QtQuick
import Meridian.Theme
import Meridian.Components

// One day of a calendar. The one that the keyboard points to is the only stop for Tab.
Pressable {
    id: cell

    required property string date
    required property string name
    required property bool ofMonth
    required property bool today
    required property bool chosen
    required property bool pointed

    accessibleName: cell.name
    implicitWidth: Theme.hitTarget
    implicitHeight: Theme.hitTarget
    focusPolicy: cell.pointed || cell.activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    ground: cell.chosen ? Theme.primary : "transparent"
    edge: cell.today ? Theme.primary : "transparent"
    Accessible.selected: cell.chosen

    contentItem: Item {
        AppText {
            anchors.centerIn: parent
            text: cell.text
            step: cell.today || cell.chosen ? Theme.label : Theme.body
            color: cell.chosen ? Theme.primaryText : cell.ofMonth ? Theme.text : Theme.muted
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        // Today is marked by more than its frame.
        Rectangle {
            visible: cell.today
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space4
            width: Theme.space12
            height: Theme.lineWidth
            color: cell.chosen ? Theme.primaryText : Theme.primary
        }
    }
}
