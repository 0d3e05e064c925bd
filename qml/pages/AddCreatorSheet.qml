import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Components

// A new creator of the own hub: their card, and an empty brief behind it.
CommandSheet {
    id: sheet

    required property Session session
    required property CreatorsModel creators
    readonly property var tiers: ["nano", "micro", "macro"]
    readonly property var languages: ["en", "ru"]

    model: sheet.creators
    ends: ["add-creator"]
    title: qsTr("Add creator", "Button")
    button: qsTr("Add creator", "Button")
    ready: nameField.text.trim() !== ""
    onAboutToShow: {
        nameField.text = handleField.text = followersField.text = "";
        language.currentIndex = sheet.languages.indexOf(sheet.session.language);
        zoneField.zone = sheet.session.myZone;
    }
    onOpened: nameField.focusField()
    onPressed: {
        const code = sheet.creators.markets[Math.max(0, market.currentIndex)] ?? "";
        sheet.creators.addCreator(nameField.text, code, zoneField.zone, handleField.text, sheet.tiers[tier.currentIndex],
                                  parseInt(followersField.text.replace(/\D/g, "")) || 0, sheet.languages[language.currentIndex]);
    }

    AppTextField {
        id: nameField
        label: qsTr("Name", "Name of a field")
        Layout.fillWidth: true
    }
    AppTextField {
        id: handleField
        label: qsTr("Handle", "Name of a field: the creator's name on their channel")
        placeholder: "@"
        Layout.fillWidth: true
    }
    AppTextField {
        id: followersField
        label: qsTr("Followers", "Name of a field")
        inputMethodHints: Qt.ImhDigitsOnly
        Layout.fillWidth: true
    }
    FormRow {
        label: qsTr("Tier", "Name of a choice: nano, micro or macro")
        Layout.fillWidth: true
        SegmentedControl {
            id: tier
            accessibleName: qsTr("Tier", "Name of a choice: nano, micro or macro")
            options: [{"text": qsTr("nano", "Tier of a creator")}, {"text": qsTr("micro", "Tier of a creator")}, {"text": qsTr("macro", "Tier of a creator")}]
        }
    }
    FormRow {
        label: qsTr("Language of the brief", "Name of a choice")
        Layout.fillWidth: true
        SegmentedControl {
            id: language
            accessibleName: qsTr("Language of the brief", "Name of a choice")
            options: [{"text": "English"}, {"text": "Русский"}]
        }
    }
    ZoneField {
        id: zoneField
        session: sheet.session
        Layout.fillWidth: true
    }
    FormRow {
        label: qsTr("Market", "Name of a choice")
        visible: sheet.creators.markets.length > 1
        Layout.fillWidth: true
        ComboSelect {
            id: market
            label: qsTr("Market", "Name of a choice")
            model: sheet.creators.markets
            Layout.fillWidth: true
        }
    }
}
