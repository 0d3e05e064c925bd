import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// An invitation: for whom and as what; then the message to send, its QR code and the file.
Sheet {
    id: sheet

    required property Session session
    required property CreatorsModel model
    property string space: ""
    property string market: ""
    // From which day to which a deputy acts, as DateField has them.
    property string from: ""
    property string to: ""
    readonly property var languages: ["en", "ru"]
    readonly property var roles: sheet.model.roles
    readonly property bool made: sheet.model.message !== ""
    readonly property bool _colleague: sheet.space === ""
    readonly property string role: !sheet._colleague ? "creator" : roleBox.chosen
    readonly property var _marketRoles: ["creator", "deputy", "hub-lead"]
    readonly property bool _ofMarket: sheet._marketRoles.includes(sheet.role)
    readonly property bool _dated: sheet.role === "deputy"

    // Of a creator, who has a name, a market and a space; a colleague is asked for.
    function openFor(name: string, market: string, space: string, language: string) {
        sheet.model.forgetInvitation();
        nameField.text = name;
        sheet.space = space;
        sheet.market = market;
        sheet.from = sheet.to = "";
        roleBox.value = marketBox.value = "";
        language_.currentIndex = Math.max(0, sheet.languages.indexOf(language));
        sheet.open();
    }

    title: qsTr("Invitation", "Title of a sheet")
    onClosed: sheet.model.forgetInvitation()

    Connections {
        target: sheet.model
        function onDone(what: string) {
            if (what === "save-invitation")
                sheet.say(qsTr("The invitation file is saved.", "After saving an invitation"));
        }
    }
    AppTextField {
        id: nameField
        visible: !sheet.made
        label: qsTr("Name", "Name of a field")
        readOnly: !sheet._colleague
        Layout.fillWidth: true
    }
    FormRow {
        label: qsTr("Role", "Name of a choice")
        visible: !sheet.made && sheet._colleague
        Layout.fillWidth: true
        ComboSelect {
            id: roleBox
            label: qsTr("Role", "Name of a choice")
            model: sheet.model.roleTexts
            values: sheet.roles
            Layout.fillWidth: true
        }
    }
    FormRow {
        label: qsTr("Market", "Name of a choice")
        visible: !sheet.made && sheet._colleague && sheet._ofMarket && marketBox.count > 1
        Layout.fillWidth: true
        ComboSelect {
            id: marketBox
            label: qsTr("Market", "Name of a choice")
            model: sheet.model.marketNames
            values: sheet.model.markets
            Layout.fillWidth: true
        }
    }
    DateField {
        session: sheet.session
        visible: !sheet.made && sheet._dated
        label: qsTr("First day", "Name of a field: from when a deputy acts")
        timed: false
        value: sheet.from
        Layout.fillWidth: true
        onPicked: value => sheet.from = value
    }
    DateField {
        session: sheet.session
        visible: !sheet.made && sheet._dated
        label: qsTr("Last day", "Name of a field: until when a deputy acts")
        timed: false
        value: sheet.to
        Layout.fillWidth: true
        onPicked: value => sheet.to = value
    }
    FormRow {
        label: qsTr("Language of the message", "Name of a choice")
        visible: !sheet.made
        Layout.fillWidth: true
        SegmentedControl {
            id: language_
            accessibleName: qsTr("Language of the message", "Name of a choice")
            options: [{"text": "English"}, {"text": "Русский"}]
            onActivated: index => language_.currentIndex = index
        }
    }
    AppText {
        text: sheet.model.validity
        visible: sheet.made
        color: Theme.muted
        step: Theme.caption
        Layout.fillWidth: true
    }
    AppTextArea {
        visible: sheet.made
        label: qsTr("Message", "Name of a field: the invitation to send")
        text: sheet.model.message
        readOnly: true
        Layout.fillWidth: true
    }
    Flow {
        visible: sheet.made
        spacing: Theme.space8
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Copy message", "Button")
            glyph: "copy"
            look: "filled"
            onClicked: {
                sheet.model.copy(sheet.model.message);
                sheet.say(qsTr("Copied. Paste it into any messenger.", "After copying an invitation"));
            }
        }
        AppButton {
            text: qsTr("Copy link", "Button")
            glyph: "link"
            onClicked: {
                sheet.model.copy(sheet.model.link);
                sheet.say(qsTr("Copied. Paste it into any messenger.", "After copying an invitation"));
            }
        }
        AppButton {
            text: qsTr("Save as file", "Button: writes the invitation to a .meridian file")
            glyph: "download"
            onClicked: dialog.open()
        }
    }
    AppText {
        text: qsTr("The file brings the invitation and, sealed, what it opens: joining works without a network. Unlike the message, it stays a secret after it was used: whoever has it can read what it brings and, while the invitation is valid, join once in this name.",
                   "Below the buttons of an invitation: of the .meridian file")
        visible: sheet.made
        color: Theme.muted
        step: Theme.caption
        Layout.fillWidth: true
    }
    QrImage {
        visible: sheet.made
        source: sheet.model.qr
        text: qsTr("QR code with the invitation", "Screen reader: a picture")
        Layout.alignment: Qt.AlignHCenter
    }
    FileDialog {
        id: dialog
        title: qsTr("Save as file", "Button: writes the invitation to a .meridian file")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("Invitations (*.meridian)", "Filter of a file dialog; keep the part in brackets")]
        defaultSuffix: "meridian"
        onAccepted: sheet.model.saveFile(dialog.selectedFile)
    }
    footer: StickyFooter {
        visible: !sheet.made || sheet.model.problem !== ""
        problem: sheet.model.problem
        note: sheet.made ? "" : qsTr("The link works once this invitation has reached the relay.", "Below the button that makes an invitation")
        Layout.fillWidth: true
        AppButton {
            visible: !sheet.made
            text: qsTr("Make invitation", "Button")
            look: "filled"
            tall: true
            enabled: nameField.text.trim() !== ""
            Layout.fillWidth: true
            onClicked: {
                const market = !sheet._ofMarket ? "" : sheet._colleague ? marketBox.chosen : sheet.market;
                const language = sheet.languages[language_.currentIndex];
                if (sheet._dated)
                    sheet.model.inviteDeputy(nameField.text, market, language, sheet.from, sheet.to);
                else
                    sheet.model.invite(nameField.text, sheet.role, market, sheet.space, language);
            }
        }
    }
}
