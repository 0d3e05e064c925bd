import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// One deliverable of a brief: title and labels in both languages, dates in the creator's zone, the token.
CommandSheet {
    id: sheet

    required property BriefDeskModel desk
    // Of the one being changed; empty for a new one.
    property string key: ""
    signal removed(string key)

    model: sheet.desk
    ends: ["add-deliverable", "edit-deliverable"]
    button: sheet.key === "" ? qsTr("Add deliverable", "Button") : qsTr("Save deliverable", "Button")
    ready: english.text.trim() !== "" || russian.text.trim() !== ""
    title: sheet.key === "" ? qsTr("Add deliverable", "Button") : qsTr("Deliverable", "Title of a sheet: one being changed")
    onClosed: sheet.desk.keepDeliverable()
    Component.onDestruction: sheet.desk.keepDeliverable()
    onOpened: english.focusField()
    onPressed: sheet.desk.saveDeliverable()

    Connections {
        target: sheet.desk
        function onDeliverableChanged() {
            pause.restart();
        }
    }
    Timer {
        id: pause
        interval: Theme.draftMs
        onTriggered: sheet.desk.keepDeliverable()
    }
    Banner {
        text: qsTr("Not saved yet: what you typed before.", "Above a form that was left without saving")
        visible: sheet.desk.restored
        status: "local"
        action: qsTr("Discard", "Button: throws away what was typed and not saved")
        Layout.fillWidth: true
        onActed: sheet.desk.discardDeliverable()
    }
    AppTextField {
        id: english
        label: qsTr("Title, English", "Name of a field")
        text: sheet.desk.deliverable.titleEn
        Layout.fillWidth: true
        onEdited: sheet.desk.deliverable.titleEn = english.text
    }
    AppTextField {
        id: russian
        label: qsTr("Title, Russian", "Name of a field")
        text: sheet.desk.deliverable.titleRu
        Layout.fillWidth: true
        onEdited: sheet.desk.deliverable.titleRu = russian.text
    }
    DateField {
        session: sheet.desk.session
        label: qsTr("Rough cut due", "Name of a field")
        zone: sheet.desk.deliverableZone
        value: sheet.desk.deliverable.roughCut
        Layout.fillWidth: true
        onPicked: value => sheet.desk.deliverable.roughCut = value
    }
    DateField {
        session: sheet.desk.session
        label: qsTr("Goes live", "Name of a field")
        zone: sheet.desk.deliverableZone
        value: sheet.desk.deliverable.goLive
        Layout.fillWidth: true
        onPicked: value => sheet.desk.deliverable.goLive = value
    }
    AppTextArea {
        id: labelsEnglish
        label: qsTr("Labels to show, English", "Name of a field: disclosures of advertising")
        linesMin: 2
        text: sheet.desk.deliverable.labelsEn
        Layout.fillWidth: true
        onEdited: sheet.desk.deliverable.labelsEn = labelsEnglish.text
    }
    AppTextArea {
        id: labelsRussian
        label: qsTr("Labels to show, Russian", "Name of a field: disclosures of advertising")
        linesMin: 2
        text: sheet.desk.deliverable.labelsRu
        Layout.fillWidth: true
        onEdited: sheet.desk.deliverable.labelsRu = labelsRussian.text
    }
    AppTextField {
        id: token
        label: qsTr("Ad-marking token", "Heading: a code that the law of a market asks for")
        hint: qsTr("The creator copies it when going live; it needs no new issue of the brief", "Below the field for the token")
        text: sheet.desk.deliverable.adToken
        Layout.fillWidth: true
        onEdited: sheet.desk.deliverable.adToken = token.text
    }
    AppButton {
        visible: sheet.key !== ""
        text: qsTr("Remove this deliverable", "Button")
        glyph: "trash-2"
        look: "text"
        flush: true
        onClicked: {
            sheet.removed(sheet.key);
            sheet.close();
        }
    }
}
