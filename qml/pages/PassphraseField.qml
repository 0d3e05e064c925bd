import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A passphrase: hidden until the eye is pressed, may be pasted, and says which keyboard it is typed with and
// whether Caps Lock is on, because a Russian layout is the commonest wrong passphrase.
ColumnLayout {
    id: control

    required property string label
    property alias text: field.text
    property alias hint: field.hint
    property alias error: field.error
    property bool shown: false
    signal accepted

    function focusField() {
        field.focusField();
    }

    Keyboard {
        id: keyboard
        watching: field.fieldFocus
    }
    spacing: Theme.space4

    AppTextField {
        id: field
        label: control.label
        echoMode: control.shown ? TextInput.Normal : TextInput.Password
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        Layout.fillWidth: true
        onAccepted: control.accepted()
        Keys.onPressed: event => {
            event.accepted = false;
            keyboard.typed(event.text, (event.modifiers & Qt.ShiftModifier) !== 0);
        }

        IconButton {
            text: control.shown ? qsTr("Hide the passphrase", "Button in the passphrase field")
                                : qsTr("Show the passphrase", "Button in the passphrase field")
            glyph: control.shown ? "eye-off" : "eye"
            onClicked: control.shown = !control.shown
        }
    }
    AppText {
        text: keyboard.layout === "" ? qsTr("Caps Lock is on.", "Below the passphrase field")
            : keyboard.capsLock ? qsTr("Keyboard: %1. Caps Lock is on.", "%1 is EN or RU").arg(keyboard.layout)
            : qsTr("Keyboard: %1", "%1 is EN or RU").arg(keyboard.layout)
        visible: keyboard.layout !== "" || keyboard.capsLock
        step: Theme.caption
        color: keyboard.capsLock ? Theme.risk.text : Theme.muted
        Layout.fillWidth: true
    }
}
