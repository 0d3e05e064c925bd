import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Components

// A new market: its code, its name in both languages, and where it is.
CommandSheet {
    id: sheet

    required property Session session
    required property CampaignEditModel edit

    model: sheet.edit
    ends: ["add-market"]
    title: qsTr("Add market", "Button")
    button: qsTr("Add market", "Button")
    ready: code.text.trim() !== ""
    onAboutToShow: {
        draft.take();
        draft.keep();
        if (draft.empty)
            zoneField.zone = sheet.session.myZone;
    }
    onOpened: code.focusField()
    onClosed: draft.keep()
    onPressed: {
        draft.give();
        sheet.edit.addMarket(code.text, english.text, russian.text, zoneField.zone);
    }
    onFinished: draft.forget()

    KeptFields {
        id: draft
        session: sheet.session
        name: "market"
        fields: [code, english, russian]
    }
    AppTextField {
        id: code
        label: qsTr("Code", "Name of a field: of a market")
        error: draft.problem
        hint: qsTr("Latin letters, digits or hyphens, as US", "Below the field for a market's code")
        Layout.fillWidth: true
        onEdited: draft.edited()
    }
    AppTextField {
        id: english
        label: qsTr("Name, English", "Name of a field: of a market")
        Layout.fillWidth: true
        onEdited: draft.edited()
    }
    AppTextField {
        id: russian
        label: qsTr("Name, Russian", "Name of a field: of a market")
        Layout.fillWidth: true
        onEdited: draft.edited()
    }
    ZoneField {
        id: zoneField
        session: sheet.session
        Layout.fillWidth: true
        onChosen: zone => zoneField.zone = zone
    }
}
