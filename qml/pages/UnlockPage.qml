import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Opens the profile. A wrong passphrase costs nothing: it says which keyboard was used and keeps what was typed.
AppPage {
    id: page

    title: qsTr("Meridian", "Title of the first page")
    pill: false

    Icon {
        glyph: "lock"
        size: Theme.iconLarge
        color: Theme.muted
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space24
    }
    AppText {
        text: page.session.state === Session.Opening
            ? qsTr("Opening your profile…", "While the passphrase is checked")
            : qsTr("Your profile is locked.", "Above the passphrase field")
        // What is wrong with a key file, or with the folder that it opens, stands below instead.
        visible: !page.session.hasKeyFile || page.session.problem === ""
        step: Theme.title
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    // What the keychain has to say comes first: it may make typing needless, or tell why it is needed.
    Banner {
        text: page.session.unlocking.note
        status: "local"
        visible: text !== "" && page.session.state === Session.Locked
        Layout.fillWidth: true
    }
    AppText {
        text: qsTr("Asking this computer’s keychain…", "While the profile is being unlocked; the passphrase may be typed instead")
        visible: page.session.unlocking.asking
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    PassphraseField {
        id: field
        visible: !page.session.hasKeyFile
        label: qsTr("Passphrase", "Name of a field")
        error: page.session.state === Session.Locked ? page.session.problem : ""
        enabled: page.session.state !== Session.Opening
        Layout.fillWidth: true
        onAccepted: unlocking.press()
        Component.onCompleted: field.focusField()
    }
    AppText {
        text: page.session.problem
        visible: page.session.hasKeyFile && text !== ""
        color: Theme.bad.text
        Layout.fillWidth: true
    }
    AppButton {
        id: unlocking
        text: qsTr("Unlock", "Button: opens the profile with the passphrase")
        look: "filled"
        tall: true
        enabled: page.session.state !== Session.Opening && (page.session.hasKeyFile || field.text !== "")
        Layout.fillWidth: true
        onClicked: page.session.unlock(field.text)
    }
    AppButton {
        text: qsTr("Use this computer’s keychain", "Button: unlocks the profile")
        glyph: "lock"
        tall: true
        visible: page.session.unlocking.keychain && !page.session.unlocking.due
        enabled: page.session.state === Session.Locked && !page.session.unlocking.asking
        Layout.fillWidth: true
        onClicked: page.session.unlocking.ask()
    }
    AppText {
        text: qsTr("Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again: what was received stays with the others, what was not sent is lost.",
                   "Below the passphrase field")
        visible: !page.session.hasKeyFile
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
    }
}
