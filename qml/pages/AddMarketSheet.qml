import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Components

// A new market: its code, its name in both languages, and where it is.
CommandSheet {
    id: sheet

    required property Session session
    required property CampaignEditModel edit
    // It stays until it is given, also while the sheet is closed.
    readonly property string _typed: code.text + "\n" + english.text + "\n" + russian.text
    property string _given: ""

    model: sheet.edit
    ends: ["add-market"]
    title: qsTr("Add market", "Button")
    button: qsTr("Add market", "Button")
    ready: code.text.trim() !== ""
    onAboutToShow: if (sheet._typed.trim() === "")
        zoneField.zone = sheet.session.myZone
    onOpened: code.focusField()
    onPressed: {
        sheet._given = sheet._typed;
        sheet.edit.addMarket(code.text, english.text, russian.text, zoneField.zone);
    }
    onFinished: if (sheet._typed === sheet._given)
        code.text = english.text = russian.text = ""

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
        id: zoneField
        session: sheet.session
        Layout.fillWidth: true
        onChosen: zone => zoneField.zone = zone
    }
}
