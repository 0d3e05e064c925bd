import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Name, zone and lock: all that a new profile needs.
ColumnLayout {
    id: form

    required property Session session
    property alias name: nameField.text
    // As somebody else calls this person.
    property alias nameGiven: nameField.given
    readonly property string zone: zoneBox.zone
    readonly property string passphrase: passphraseField.text
    readonly property bool ready: form.name.trim() !== ""
        && (form.session.hasKeyFile || chosen.fits)

    function focusFirst() {
        nameField.focusField();
    }

    spacing: Theme.space16

    NewPassphrase {
        id: chosen
        typed: form.passphrase
    }
    AppTextField {
        id: nameField
        label: qsTr("Your name", "Name of a field")
        hint: qsTr("As others in the campaign see it", "Below the name field")
        maximumLength: 120
        Layout.fillWidth: true
    }
    ZoneField {
        id: zoneBox
        session: form.session
        zone: form.session.systemZone()
        Layout.fillWidth: true
        onChosen: zone => zoneBox.zone = zone
    }
    ColumnLayout {
        visible: !form.session.hasKeyFile
        spacing: Theme.space8
        Layout.fillWidth: true

        PassphraseField {
            id: passphraseField
            label: qsTr("Passphrase", "Name of a field")
            hint: qsTr("At least 12 characters. It locks what lies on this device.", "Below the passphrase field")
            Layout.fillWidth: true
        }
        AppButton {
            text: qsTr("Suggest five words", "Button: fills in a random passphrase")
            look: "text"
            flush: true
            onClicked: {
                passphraseField.text = form.session.suggestPassphrase();
                passphraseField.shown = true;
            }
        }
        AppText {
            text: qsTr("Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.",
                       "Below the passphrase field")
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
    }
}
