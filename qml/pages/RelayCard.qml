import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The relay of the campaign: everybody sees how it is with it; whoever leads the campaign names it.
Card {
    id: card

    required property Session session

    RelayModel {
        id: vm
        session: card.session
        onDone: {
            changing.close();
            Navigation.say(qsTr("The relay is set.", "After a founding line was kept"));
        }
    }
    ColumnLayout {
        width: parent.width
        spacing: Theme.space8

        AppText {
            text: vm.address
            visible: text !== ""
            step: Theme.heading
            wrapMode: Text.WrapAnywhere
            Layout.fillWidth: true
        }
        StatusChip {
            text: vm.state
            status: vm.status
            visible: text !== ""
            Layout.maximumWidth: parent.width
        }
        AppText {
            text: vm.trouble
            visible: text !== ""
            color: Theme.bad.text
            Layout.fillWidth: true
            Accessible.name: qsTr("Last problem: %1", "Screen reader: of the relay").arg(vm.trouble)
        }
        AppText {
            text: qsTr("It passes on what you write and cannot read a word of it.", "Settings: of the relay")
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        Flow {
            id: steps
            spacing: Theme.space8
            Layout.fillWidth: true
            AppButton {
                text: qsTr("Sync now", "Button: exchanges changes with the relay")
                width: Math.min(implicitWidth, steps.width)
                visible: vm.address !== ""
                onClicked: card.session.syncNow()
            }
            AppButton {
                text: vm.address === "" ? qsTr("Set a relay", "Button") : qsTr("Set another relay", "Button")
                visible: vm.mayChange
                width: Math.min(implicitWidth, steps.width)
                onClicked: changing.open()
            }
        }
    }
    Sheet {
        id: changing

        title: qsTr("Relay", "Settings: heading; the server that passes sealed changes on")
        onClosed: {
            line.text = "";
            vm.dismissProblem();
        }

        AppText {
            text: qsTr("Paste the founding line that the relay prints when it starts. It holds a code that admits this campaign: show it to nobody else.",
                       "Settings: above the field for a founding line")
            Layout.fillWidth: true
        }
        AppTextArea {
            id: line
            label: qsTr("Founding line", "Name of a field: the relay's address, identity and code")
            placeholder: "wss://…"
            linesMin: 3
            Layout.fillWidth: true
        }
        AppButton {
            text: qsTr("Paste", "Button: takes the text of the clipboard")
            glyph: "copy"
            onClicked: line.text = vm.clipboardText()
        }
        footer: StickyFooter {
            problem: vm.problem
            note: vm.address === "" ? "" : qsTr("Invitations that were sent before name the relay from before.", "Settings: before another relay is set")
            Layout.fillWidth: true
            AppButton {
                text: qsTr("Set relay", "Button: keeps the founding line")
                look: "filled"
                tall: true
                enabled: line.text.trim() !== ""
                Layout.fillWidth: true
                onClicked: vm.setLine(line.text)
            }
        }
    }
}
