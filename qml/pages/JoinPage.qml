import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// Joining: paste or pick the invitation, read what it says, then name, zone and lock.
AppPage {
    id: page

    // On the way, unless another invitation is wanted instead of one that does not get through.
    readonly property bool _waiting: page.session.joining && !page._again
    property string stage: vm.busy || page._waiting ? "waiting" : !vm.found ? "paste" : page._agreed ? "person" : "before"
    property bool _agreed: false
    property bool _again: false

    title: page.stage === "before" ? qsTr("Before joining", "Title of a page")
        : page.stage === "person" ? qsTr("Your profile", "Title of a page") : qsTr("Join a campaign", "Title of a page")
    pill: false

    JoinModel {
        id: vm
        session: page.session
        onJoined: {
            page._again = false;
            // The brief is the next screen.
            if (page.canGoBack)
                Navigation.back();
        }
    }
    FileDialog {
        id: dialog
        title: qsTr("Picture with a QR code or invitation file", "Title of a file dialog")
        nameFilters: [qsTr("Invitations (*.meridian *.txt *.png *.jpg *.jpeg *.webp)", "Filter of a file dialog; keep the part in brackets")]
        onAccepted: vm.readFile(dialog.selectedFile)
    }
    Banner {
        text: vm.problem !== "" ? vm.problem : page._waiting && vm.stuck !== "" ? vm.stuck : page.session.state === Session.Open ? page.session.problem : ""
        status: "bad"
        visible: text !== ""
        Layout.fillWidth: true
    }

    // Paste.
    ColumnLayout {
        visible: page.stage === "paste"
        spacing: Theme.space16
        Layout.fillWidth: true

        AppText {
            text: qsTr("Paste the whole message you were sent, or its link. You can also pick a picture of the QR code or a .meridian file.",
                       "What to do to join")
            Layout.fillWidth: true
        }
        AppTextArea {
            id: pasted
            label: qsTr("Invitation", "Name of a field")
            placeholder: qsTr("Paste the message here", "In an empty field")
            linesMin: 5
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            // The way on, until there is a text to go on with.
            AppButton {
                text: qsTr("Paste", "Button: takes the text of the clipboard")
                glyph: "clipboard-paste"
                look: pasted.text.trim() === "" ? "filled" : "outlined"
                onClicked: {
                    pasted.text = vm.clipboardText();
                    vm.read(pasted.text);
                }
            }
            AppButton {
                text: qsTr("Pick a picture or file", "Button: opens a file dialog")
                glyph: "qr-code"
                onClicked: dialog.open()
            }
        }
        // With a profile and no campaign: the way on for whoever was not invited.
        AppText {
            text: qsTr("Founding a campaign? Close Meridian and run “meridianctl campaign create”: the README says how.",
                       "Joining: for somebody without an invitation; keep the command")
            visible: page.session.state === Session.Open && !page.session.hasCampaign
            color: Theme.muted
            Layout.fillWidth: true
        }
    }

    // What the invitation says.
    Banner {
        text: vm.otherRelay
        status: "risk"
        visible: page.stage === "before" && text !== ""
        Layout.fillWidth: true
    }
    Card {
        visible: page.stage === "before"
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space8
            AppText {
                text: vm.campaign
                step: Theme.title
                Layout.fillWidth: true
            }
            AppText {
                text: qsTr("Invitation from: %1", "Before joining; %1 is a name").arg(vm.inviter)
                Layout.fillWidth: true
            }
            AppText {
                text: vm.forWhom
                Layout.fillWidth: true
            }
            AppText {
                text: qsTr("The file brings the brief: it opens without a network.", "Before joining, of a .meridian file")
                visible: vm.withBrief
                color: Theme.muted
                Layout.fillWidth: true
            }
            StatusChip {
                status: vm.expired ? "bad" : "active"
                text: vm.expired ? qsTr("Expired: %1", "Of an invitation; %1 is a date").arg(vm.expiry)
                                    : qsTr("Valid until %1, once", "Of an invitation; %1 is a date").arg(vm.expiry)
                Layout.maximumWidth: parent.width
            }
        }
    }
    Card {
        visible: page.stage === "before"
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            ColumnLayout {
                spacing: Theme.space4
                AppText {
                    text: qsTr("You will see", "Before joining: heading")
                    step: Theme.heading
                }
                AppText {
                    text: vm.forCreator ? qsTr("Your brief and the shared timeline.", "Before joining, for a creator")
                                           : qsTr("The campaign and its timeline.", "Before joining, for others")
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.space4
                AppText {
                    text: qsTr("Others will see", "Before joining: heading")
                    step: Theme.heading
                }
                AppText {
                    text: vm.forCreator ? qsTr("Your name, your time zone and what you submit.", "Before joining, for a creator")
                                           : qsTr("Your name, your time zone and what you write.", "Before joining, for others")
                    Layout.fillWidth: true
                }
            }
        }
    }

    // Who I am.
    PersonForm {
        id: form
        session: page.session
        visible: page.stage === "person"
        nameGiven: vm.invitee
        Layout.fillWidth: true
    }

    // On the way.
    EmptyState {
        visible: page.stage === "waiting"
        glyph: "circle-dashed"
        text: vm.busy && !vm.found ? qsTr("Reading the invitation…", "While joining")
            : vm.busy ? qsTr("Making your profile…", "While joining")
            : vm.stuck !== "" ? qsTr("Ask: %1", "A join that does not get through; %1 is who invited").arg(vm.inviter)
            : qsTr("Saved. Joins by itself when online.", "After joining without a connection")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
    }

    footer: StickyFooter {
        visible: page.stage !== "waiting" || (!vm.busy && vm.stuck !== "")
        Layout.fillWidth: true

        AppButton {
            visible: page.stage === "waiting"
            text: qsTr("Use another invitation", "Button: after an invitation that does not work")
            tall: true
            onClicked: {
                vm.forget();
                page._again = true;
            }
        }

        AppButton {
            visible: page.stage === "paste"
            text: qsTr("Continue", "Button")
            look: "filled"
            tall: true
            enabled: pasted.text.trim() !== ""
            Layout.fillWidth: true
            onClicked: vm.read(pasted.text)
        }
        AppButton {
            visible: page.stage === "before"
            text: qsTr("This isn’t me", "Button: the invitation is for somebody else")
            tall: true
            onClicked: vm.forget()
        }
        AppButton {
            visible: page.stage === "waiting" ? vm.inviter !== "" : page.stage === "before" && vm.expired
            text: qsTr("Ask for a new one", "Button: copies a message to whoever invited")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: {
                vm.copy(vm.askForNew);
                Navigation.say(qsTr("Message copied. Send it to: %1", "%1 is a name").arg(vm.inviter));
            }
        }
        AppButton {
            visible: page.stage === "before" && !vm.expired
            text: qsTr("Join", "Button: accepts the invitation")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: {
                if (page.session.state === Session.Open) {
                    vm.join("", "", "");
                    return;
                }
                page._agreed = true;
                form.focusFirst();
            }
        }
        AppButton {
            visible: page.stage === "person"
            text: qsTr("Join", "Button: accepts the invitation")
            look: "filled"
            tall: true
            enabled: form.ready
            Layout.fillWidth: true
            onClicked: vm.join(form.name, form.zone, form.passphrase)
        }
    }
}
