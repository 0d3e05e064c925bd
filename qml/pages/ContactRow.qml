import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// Whom to ask: initials, name, their local time, and Ask.
RowLayout {
    id: row

    required property string name
    required property string initials
    required property string detail
    signal asked

    spacing: Theme.space12

    Avatar {
        initials: row.initials
        Layout.leftMargin: Theme.space16
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.topMargin: Theme.space12
        Layout.bottomMargin: Theme.space12
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
    }
    AppButton {
        text: qsTr("Ask", "Button: asks the contact a question")
        accessibleName: qsTr("Ask: %1", "Screen reader: button that asks a person; %1 is a name").arg(row.name)
        look: "text"
        Layout.rightMargin: Theme.space4
        onClicked: row.asked()
    }
}
