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
        code.text = english.text = russian.text = "";
        zone.zone = sheet.session.myZone;
    }
    onOpened: code.focusField()
    onPressed: sheet.edit.addMarket(code.text, english.text, russian.text, zone.zone)

    AppTextField {
        id: code
        label: qsTr("Code", "Name of a field: of a market")
        hint: qsTr("Latin letters, digits or hyphens, as US", "Below the field for a market's code")
        Layout.fillWidth: true
    }
    AppTextField {
        id: english
        label: qsTr("Name, English", "Name of a field: of a market")
        Layout.fillWidth: true
    }
    AppTextField {
        id: russian
        label: qsTr("Name, Russian", "Name of a field: of a market")
        Layout.fillWidth: true
    }
    ZoneField {
        id: zone
        session: sheet.session
        Layout.fillWidth: true
    }
}
