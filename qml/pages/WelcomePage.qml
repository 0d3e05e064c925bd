import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The first screen: which language, and whether there is an invitation.
AppPage {
    id: page

    title: qsTr("Meridian", "Title of the first page")
    pill: false

    SegmentedControl {
        // Each language in its own name, whatever the interface speaks now.
        readonly property var codes: ["en", "ru"]
        accessibleName: qsTr("Language of the interface", "Name of a choice")
        options: [{"text": "English"}, {"text": "Русский"}]
        currentIndex: codes.indexOf(page.session.language)
        onActivated: index => page.session.language = codes[index]
    }
    Banner {
        text: page.session.problem
        status: "bad"
        visible: text !== ""
        Layout.fillWidth: true
    }
    AppText {
        text: qsTr("Everyone pulls in the same direction, knows why, and can do their part without a connection.",
                   "First screen: what Meridian is for")
        step: Theme.title
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.measure
        Layout.topMargin: Theme.space24
    }
    AppButton {
        text: qsTr("Join with an invitation", "Button on the first screen")
        look: "filled"
        tall: true
        Layout.fillWidth: true
        Layout.topMargin: Theme.space24
        onClicked: Navigation.open("JoinPage", {})
    }
    AppButton {
        text: qsTr("Set up without an invitation", "Button on the first screen: makes a profile alone")
        tall: true
        Layout.fillWidth: true
        onClicked: Navigation.open("CreateProfilePage", {})
    }
}
