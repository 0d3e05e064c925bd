import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// A passphrase: hidden until the eye is pressed, may be pasted, and says which keyboard and Caps Lock it was
// typed with, because a Russian layout is the commonest wrong passphrase.
ColumnLayout {
    id: control

    required property string label
    property alias text: field.text
    property alias hint: field.hint
    property alias error: field.error
    property bool shown: false
    // Of the last letter typed.
    property string _keyboard: ""
    property bool _caps: false
    signal accepted

    function focusField() {
        field.focusField();
    }
    // A letter tells the layout; a capital without Shift tells Caps Lock.
    function noteKey(letter: string, shift: bool) {
        if (letter.toLowerCase() === letter.toUpperCase())
            return;
        control._keyboard = /[\u0400-\u04FF]/.test(letter) ? "RU" : "EN";
        control._caps = (letter === letter.toUpperCase()) !== shift;
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
            control.noteKey(event.text, (event.modifiers & Qt.ShiftModifier) !== 0);
        }

        IconButton {
            text: control.shown ? qsTr("Hide the passphrase", "Button in the passphrase field")
                                : qsTr("Show the passphrase", "Button in the passphrase field")
            glyph: control.shown ? "eye-off" : "eye"
            onClicked: control.shown = !control.shown
        }
    }
    AppText {
        text: control._caps ? qsTr("Keyboard: %1. Caps Lock is on.", "%1 is EN or RU").arg(control._keyboard)
                            : qsTr("Keyboard: %1", "%1 is EN or RU").arg(control._keyboard)
        visible: control._keyboard !== ""
        step: Theme.caption
        color: control._caps ? Theme.risk.text : Theme.muted
        Layout.fillWidth: true
    }
}
