import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Components

// A profile without an invitation: for somebody who founds a campaign (with meridianctl) or is invited later.
AppPage {
    id: page

    title: qsTr("Your profile", "Title of a page")
    pill: false

    PersonForm {
        id: form
        session: page.session
        Layout.fillWidth: true
        Component.onCompleted: form.focusFirst()
    }
    footer: StickyFooter {
        problem: page.session.problem
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Create profile", "Button")
            look: "filled"
            tall: true
            enabled: form.ready && page.session.state !== Session.Opening
            Layout.fillWidth: true
            onClicked: page.session.createProfile(form.name, form.zone, form.passphrase)
        }
    }
}
