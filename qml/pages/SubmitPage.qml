pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// Submitting: files, links, caption, what must be in it, and what will be promised; then a receipt.
AppPage {
    id: page

    property string deliverable: ""
    property bool sent: false

    // With large text on a phone it stands in the page, not in the footer.
    readonly property string _promise: vm.promise === "" || page.session.online ? vm.promise
        : vm.promise + "\n" + qsTr("You’re offline. Connect before then.", "Under the promise, before sending")

    title: page.sent ? qsTr("Submitted", "Title of a page: the receipt of a submission")
        : qsTr("Submit content", "Title of a page")

    SubmitModel {
        id: vm
        session: page.session
        onDone: what => page.sent = page.sent || what === "submit"
        Component.onCompleted: if (page.deliverable !== "")
            vm.deliverable = page.deliverable
    }
    FileDialog {
        id: fileDialog
        title: qsTr("File to submit", "Title of a file dialog")
        onAccepted: vm.addFile(fileDialog.selectedFile)
    }
    FileDialog {
        id: photoDialog
        title: qsTr("Photo or video to submit", "Title of a file dialog")
        nameFilters: [qsTr("Photos and videos (*.jpg *.jpeg *.png *.webp *.heic *.mp4 *.mov *.webm)", "Filter of a file dialog; keep the part in brackets")]
        onAccepted: vm.addFile(photoDialog.selectedFile)
    }

    DropArea {
        parent: page
        anchors.fill: parent
        enabled: !page.sent
        keys: ["text/uri-list"]
        onDropped: drop => vm.addFiles(drop.urls)
    }
    ColumnLayout {
        visible: page.sent
        spacing: Theme.space16
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48

        Icon {
            glyph: page.session.online ? "circle-check" : "circle-dashed"
            size: Theme.iconLarge
            color: Theme.local.text
            Layout.alignment: Qt.AlignHCenter
        }
        AppText {
            text: page.session.online
                ? qsTr("Saved here and on its way.", "Receipt of a submission, while connected")
                : Theme.wide ? qsTr("Saved on this device. It will go out when you’re online.", "Receipt of a submission, while offline")
                : qsTr("Saved on this phone. It will go out when you’re online.", "Receipt of a submission, while offline, on a phone")
            step: Theme.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        AppText {
            text: qsTr("The promise starts when it is received. You will see the date under Feedback.", "Receipt of a submission: what happens next")
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        AppText {
            text: vm.promise
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
    ColumnLayout {
        visible: !page.sent
        spacing: Theme.space16
        Layout.fillWidth: true

        AppText {
            text: qsTr("%1, version %2", "Above a submission: %1 the material, %2 the version to be").arg(vm.title).arg(vm.version)
            visible: vm.title !== ""
            step: Theme.heading
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            AppButton {
                text: qsTr("File", "Button: picks a file")
                glyph: "file"
                enabled: !vm.busy
                onClicked: fileDialog.open()
            }
            AppButton {
                text: qsTr("Photo", "Button: picks a photo or video")
                glyph: "image"
                enabled: !vm.busy
                onClicked: photoDialog.open()
            }
            AppButton {
                text: qsTr("Link", "Button: adds a link")
                glyph: "link"
                onClicked: {
                    linkRow.shown = true;
                    linkField.focusField();
                }
            }
            AppButton {
                text: qsTr("Paste file", "Button: takes the files that were copied in another program")
                glyph: "paperclip"
                visible: vm.mayPaste
                enabled: !vm.busy
                onClicked: vm.paste()
            }
        }
        ProgressLine {
            visible: vm.busy
            value: vm.progress
            text: vm.progressText
            Layout.fillWidth: true
        }
        Flow {
            visible: vm.files.count > 0
            spacing: Theme.space8
            Layout.fillWidth: true
            Repeater {
                model: vm.files
                delegate: FileThumb {
                    onRemoved: vm.removeFile(key)
                }
            }
        }
        AppText {
            text: vm.unshown
            visible: text !== ""
            step: Theme.caption
            color: Theme.risk.text
            Layout.fillWidth: true
        }
        Repeater {
            model: vm.links
            delegate: RowLayout {
                id: linkItem
                required property string key
                spacing: Theme.space8
                Layout.fillWidth: true
                Icon {
                    glyph: "link"
                    color: Theme.muted
                }
                AppText {
                    text: linkItem.key
                    wrapMode: Text.WrapAnywhere
                    Layout.fillWidth: true
                }
                IconButton {
                    text: qsTr("Remove: %1", "Button: takes a file or link out; %1 is its name").arg(linkItem.key)
                    glyph: "x"
                    onClicked: vm.removeLink(linkItem.key)
                }
            }
        }
        ColumnLayout {
            id: linkRow
            property bool shown: false
            visible: linkRow.shown
            spacing: Theme.space8
            Layout.fillWidth: true

            // Whether nothing is left to take.
            function take(): bool {
                if (linkField.text.trim() === "")
                    return true;
                linkField.error = vm.addLink(linkField.text);
                if (linkField.error !== "") {
                    linkField.focusField();
                    return false;
                }
                linkField.text = "";
                linkRow.shown = false;
                return true;
            }
            AppTextField {
                id: linkField
                label: qsTr("Link", "Name of a field")
                hint: qsTr("The file behind a link can change; the approval covers its text alone.", "Under the link field")
                inputMethodHints: Qt.ImhUrlCharactersOnly
                Layout.fillWidth: true
                onEdited: linkField.error = ""
                onAccepted: linkRow.take()
            }
            AppButton {
                text: qsTr("Add link", "Button")
                enabled: linkField.text.trim() !== ""
                onClicked: linkRow.take()
            }
        }
        AppTextArea {
            id: captionField
            label: qsTr("Caption", "Name of a field: the text of a post")
            text: vm.caption
            linesMin: 4
            Layout.fillWidth: true
            onEdited: vm.caption = captionField.text
        }
        ColumnLayout {
            visible: vm.ticks.count > 0
            spacing: 0
            Layout.fillWidth: true
            SectionHeader {
                text: qsTr("Must have", "Heading: the non-negotiables to tick")
                Layout.fillWidth: true
            }
            Repeater {
                model: vm.ticks
                delegate: CheckRow {
                    id: tick
                    required property string key
                    required property bool ticked
                    required text
                    required reason
                    checked: tick.ticked
                    Layout.fillWidth: true
                    onToggled: vm.tick(tick.key, tick.checked)
                }
            }
        }
    }
    AppText {
        text: page._promise
        visible: Theme.crowded && !page.sent && text !== ""
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
    }
    footer: StickyFooter {
        problem: page.sent ? "" : vm.problem
        note: page.sent ? "" : Theme.crowded ? vm.missing : vm.missing + (vm.missing !== "" && page._promise !== "" ? "\n" : "") + page._promise
        Layout.fillWidth: true
        AppButton {
            visible: !page.sent
            text: qsTr("Send for approval", "Button: submits the content")
            look: "filled"
            tall: true
            enabled: vm.ready
            Layout.fillWidth: true
            // What is typed for a link is meant to go along.
            onClicked: if (linkRow.take())
                vm.send()
        }
        AppButton {
            visible: page.sent
            text: qsTr("See feedback", "Button: goes to the page with answers")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: {
                Navigation.back();
                Navigation.goTo("feedback");
            }
        }
    }
}
