import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A time zone in a form. It shows `zone`, and says what was chosen instead.
ColumnLayout {
    id: control

    required property Session session
    property string zone
    signal chosen(string zone)

    spacing: Theme.space4

    AppText {
        text: qsTr("Time zone", "Name of a field")
        step: Theme.label
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    ZoneSelect {
        session: control.session
        zone: control.zone
        label: qsTr("Time zone", "Name of a field")
        Layout.fillWidth: true
        onChosen: zone => control.chosen(zone)
    }
}
