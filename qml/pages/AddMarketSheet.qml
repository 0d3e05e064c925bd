import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Components

// A new market: its code, its name in both languages, and where it is.
Sheet {
    id: sheet

    required property Session session
    required property CampaignEditModel edit

    title: qsTr("Add market", "Button")
    onAboutToShow: {
        sheet.edit.dismissProblem();
        code.text = english.text = russian.text = "";
        zone.zone = sheet.session.myZone;
    }
    onOpened: code.focusField()

    Connections {
        target: sheet.edit
        function onDone(what: string) {
            if (what === "add-market")
                sheet.close();
        }
    }
    AppTextField {
        id: code
        label: qsTr("Code", "Name of a field: of a market")
        hint: qsTr("Latin letters, digits or hyphens, as US", "Below the field for a market's code")
        error: sheet.edit.problem
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
    footer: StickyFooter {
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Add market", "Button")
            look: "filled"
            tall: true
            enabled: code.text.trim() !== ""
            Layout.fillWidth: true
            onClicked: sheet.edit.addMarket(code.text, english.text, russian.text, zone.zone)
        }
    }
}
