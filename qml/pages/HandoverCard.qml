pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Handing the campaign over as a file, when there is no network at all.
Card {
    id: card

    required property Session session

    HandoverModel {
        id: vm
        session: card.session
    }
    FileDialog {
        id: saving
        title: qsTr("Save an exchange file", "Title of a file dialog")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("Exchange files (*.meridian)", "Filter of a file dialog; keep the part in brackets")]
        defaultSuffix: "meridian"
        onAccepted: vm.save(saving.selectedFile)
    }
    FileDialog {
        id: taking
        title: qsTr("Exchange file to take in", "Title of a file dialog")
        nameFilters: saving.nameFilters
        onAccepted: vm.take(taking.selectedFile)
    }
    ColumnLayout {
        width: parent.width
        spacing: Theme.space8

        AppText {
            text: qsTr("No network at all?", "Heading of a card: the campaign as a file")
            step: Theme.heading
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        AppText {
            text: qsTr("Save the campaign as an exchange file and send it through any messenger, or carry it. It is encrypted: only those in the campaign can read it.", "Outbox")
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            AppButton {
                text: qsTr("Save a file", "Button")
                glyph: "download"
                enabled: !vm.busy
                onClicked: {
                    saving.currentFile = Qt.resolvedUrl(saving.currentFolder + "/" + vm.fileName);
                    saving.open();
                }
            }
            AppButton {
                text: qsTr("Open a file", "Button: reads an exchange file")
                glyph: "inbox"
                enabled: !vm.busy
                onClicked: taking.open()
            }
        }
        ProgressLine {
            visible: vm.busy
            value: vm.progress
            text: vm.progressText
            Layout.fillWidth: true
        }
        Banner {
            status: "bad"
            text: vm.problem
            visible: text !== ""
            Layout.fillWidth: true
        }
        AppText {
            text: vm.outcome
            visible: text !== ""
            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
        }
    }
}
