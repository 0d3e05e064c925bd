import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// How the profile is unlocked, and when it locks by itself.
Card {
    id: card

    required property Session session
    readonly property var locks: [0, 5, 15, 60]
    readonly property Preferences look: card.session.preferences
    readonly property Unlocking unlocking: card.session.unlocking

    ColumnLayout {
        width: parent.width
        spacing: Theme.space16

        CheckRow {
            text: qsTr("Unlock with this computer’s keychain", "Settings: a choice")
            reason: qsTr("Your passphrase is still asked every 14 days.", "Settings: below the choice of the keychain")
            visible: card.unlocking.possible
            checked: card.unlocking.keychain
            Layout.fillWidth: true
            onToggled: {
                if (checked)
                    asking.open();
                else
                    card.unlocking.turnOff();
                // It is on once the keychain holds the key.
                checked = Qt.binding(() => card.unlocking.keychain);
            }
        }
        FormRow {
            label: qsTr("Lock automatically", "Settings: auto-lock")
            hint: card.unlocking.keychain ? qsTr("Not while the keychain unlocks: then it is locked when the computer is.", "Settings: below auto-lock") : ""
            Layout.fillWidth: true
            ComboSelect {
                label: qsTr("Lock automatically", "Settings: auto-lock")
                model: card.locks.map(minutes => minutes === 0 ? qsTr("Never", "Auto-lock")
                    : qsTr("After %n minute(s)", "Auto-lock", minutes))
                currentIndex: card.locks.indexOf(card.look.autoLockMinutes)
                Layout.fillWidth: true
                onActivated: index => card.look.autoLockMinutes = card.locks[index]
            }
        }
        AppButton {
            text: qsTr("Lock now", "Button")
            glyph: "lock"
            onClicked: card.session.lock()
        }
    }
    Sheet {
        id: asking

        title: qsTr("Unlock with this computer’s keychain", "Settings: a choice")
        onOpened: field.focusField()
        onClosed: {
            field.text = "";
            field.error = "";
        }

        AppText {
            text: qsTr("The keychain keeps a key to this profile. Whoever is logged in to this computer as you can then open it. Give your passphrase to allow that.",
                       "Settings: before the keychain is turned on")
            Layout.fillWidth: true
        }
        PassphraseField {
            id: field
            label: qsTr("Passphrase", "Name of a field")
            Layout.fillWidth: true
            onAccepted: allow.press()
        }
        footer: StickyFooter {
            Layout.fillWidth: true
            AppButton {
                id: allow
                text: qsTr("Allow", "Button: the keychain may unlock the profile")
                look: "filled"
                tall: true
                enabled: field.text !== ""
                Layout.fillWidth: true
                onClicked: card.unlocking.turnOn(field.text)
            }
        }
        Connections {
            target: card.unlocking
            enabled: asking.visible
            function onTurned(problem: string) {
                field.error = problem;
                if (problem !== "")
                    return;
                asking.close();
                Navigation.say(qsTr("The keychain unlocks this profile now.", "After the keychain was turned on"));
            }
        }
    }
}
