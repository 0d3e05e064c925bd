import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One invitation: for whom, as what, and whether it was used.
ColumnLayout {
    id: row

    required property int index
    required property string key
    required property string name
    required property string detail
    required property string status
    required property string stateText
    required property bool open
    signal withdrawn

    spacing: 0
    Accessible.role: Accessible.ListItem
    Accessible.name: row.name + ", " + row.detail + ", " + row.stateText

    Divider {
        visible: row.index > 0
        Layout.fillWidth: true
    }
    ColumnLayout {
        spacing: Theme.space4
        Layout.fillWidth: true
        Layout.margins: Theme.space12
        Layout.leftMargin: Theme.space16
        AppText {
            text: row.name
            step: Theme.heading
            Layout.fillWidth: true
        }
        AppText {
            text: row.detail
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            StatusChip {
                status: row.status
                text: row.stateText
                width: Math.min(implicitWidth, parent.width)
            }
            AppButton {
                visible: row.open
                text: qsTr("Withdraw", "Button: makes an open invitation invalid")
                accessibleName: qsTr("Withdraw the invitation: %1", "Screen reader: button; %1 is a name").arg(row.name)
                look: "text"
                onClicked: row.withdrawn()
            }
        }
    }
}
