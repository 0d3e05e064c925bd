import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A time zone by its city. The list is made when it is first opened.
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
    ComboSelect {
        id: box
        label: qsTr("Time zone", "Name of a field")
        textRole: "text"
        valueRole: "key"
        // Said anew in a new language.
        displayText: (control.session.language, control.session.cityOf(control.zone))
        Layout.fillWidth: true
        popup.onAboutToShow: if (!box.model)
            box.model = control.session.zones
        onCountChanged: box.currentIndex = box.indexOfValue(control.zone)
        onActivated: {
            control.zone = box.currentValue;
            control.chosen(control.zone);
        }
        Connections {
            target: control.session
            function onLanguageChanged() {
                box.model = undefined;
            }
        }
    }
}
