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

    // As nobody has touched it: nothing is left of the creator before.
    function begin() {
        tier.currentIndex = 0;
        market.value = "";
        language.currentIndex = sheet.languages.indexOf(sheet.session.language);
        zoneField.zone = sheet.session.myZone;
    }

    model: sheet.creators
    ends: ["add-creator"]
    title: qsTr("Add creator", "Button")
    button: qsTr("Add creator", "Button")
    ready: nameField.text.trim() !== ""
    onAboutToShow: {
        draft.take();
        draft.keep();
        if (draft.empty)
            sheet.begin();
    }
    onOpened: nameField.focusField()
    onClosed: draft.keep()
    onPressed: {
        draft.give();
        sheet.creators.addCreator(nameField.text, market.chosen, zoneField.zone, handleField.text, sheet.tiers[tier.currentIndex],
                                  parseInt(followersField.text.replace(/\D/g, "")) || 0, sheet.languages[language.currentIndex]);
    }
    onFinished: {
        draft.forget();
        if (draft.empty)
            sheet.begin();
    }

    KeptFields {
        id: draft
        session: sheet.session
        name: "creator"
        fields: [nameField, handleField, followersField]
    }
    AppTextField {
        id: nameField
        label: qsTr("Name", "Name of a field")
        error: draft.problem
        Layout.fillWidth: true
        onEdited: draft.edited()
    }
    AppTextField {
        id: handleField
        label: qsTr("Handle", "Name of a field: the creator's name on their channel")
        placeholder: "@"
        Layout.fillWidth: true
        onEdited: draft.edited()
    }
    AppTextField {
        id: followersField
        label: qsTr("Followers", "Name of a field")
        inputMethodHints: Qt.ImhDigitsOnly
        Layout.fillWidth: true
        onEdited: draft.edited()
    }
    FormRow {
        label: qsTr("Tier", "Name of a choice: nano, micro or macro")
        Layout.fillWidth: true
        SegmentedControl {
            id: tier
            accessibleName: qsTr("Tier", "Name of a choice: nano, micro or macro")
            options: [{"text": qsTr("nano", "Tier of a creator")}, {"text": qsTr("micro", "Tier of a creator")}, {"text": qsTr("macro", "Tier of a creator")}]
            onActivated: index => tier.currentIndex = index
        }
    }
    FormRow {
        label: qsTr("Language of the brief", "Name of a choice")
        Layout.fillWidth: true
        SegmentedControl {
            id: language
            accessibleName: qsTr("Language of the brief", "Name of a choice")
            options: [{"text": "English"}, {"text": "Русский"}]
            onActivated: index => language.currentIndex = index
        }
    }
    ZoneField {
        id: zoneField
        session: sheet.session
        Layout.fillWidth: true
        onChosen: zone => zoneField.zone = zone
    }
    FormRow {
        label: qsTr("Market", "Name of a choice")
        visible: sheet.creators.markets.length > 1
        Layout.fillWidth: true
        ComboSelect {
            id: market
            label: qsTr("Market", "Name of a choice")
            model: sheet.creators.markets
            values: sheet.creators.markets
            Layout.fillWidth: true
        }
    }
}
