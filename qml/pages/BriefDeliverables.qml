pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What the creator makes, with its dates, and adding another.
ColumnLayout {
    id: list

    required property BriefDeskModel desk

    spacing: Theme.space8

    SectionHeader {
        text: qsTr("Deliverables", "Brief: heading")
        action: list.desk.facts.mayEdit ? qsTr("Add deliverable", "Button") : ""
        Layout.fillWidth: true
        onActed: adding.open()
    }
    Repeater {
        model: list.desk.deliverables
        delegate: Card {
            id: row
            required property string title
            required property string roughCut
            required property string goLive
            Layout.fillWidth: true
            ColumnLayout {
                width: parent.width
                spacing: Theme.space4
                AppText {
                    text: row.title
                    step: Theme.heading
                    Layout.fillWidth: true
                }
                AppText {
                    text: qsTr("Rough cut: %1", "Of a deliverable; %1 is a date").arg(row.roughCut)
                    visible: row.roughCut !== ""
                    step: Theme.caption
                    color: Theme.muted
                    Layout.fillWidth: true
                }
                AppText {
                    text: qsTr("Goes live: %1", "Of a deliverable; %1 is a date").arg(row.goLive)
                    visible: row.goLive !== ""
                    step: Theme.caption
                    color: Theme.muted
                    Layout.fillWidth: true
                }
            }
        }
    }
    AppText {
        text: qsTr("Nothing to make yet. A brief names at least one deliverable.", "Brief without a deliverable")
        visible: list.desk.loaded && list.desk.deliverables.count === 0
        color: Theme.muted
        Layout.fillWidth: true
    }
    Sheet {
        id: adding
        title: qsTr("Add deliverable", "Button")
        onAboutToShow: english.text = russian.text = roughCut.text = goLive.text = ""
        onOpened: english.focusField()
        AppTextField {
            id: english
            label: qsTr("Title, English", "Name of a field")
            Layout.fillWidth: true
        }
        AppTextField {
            id: russian
            label: qsTr("Title, Russian", "Name of a field")
            Layout.fillWidth: true
        }
        AppTextField {
            id: roughCut
            label: qsTr("Rough cut due", "Name of a field")
            hint: qsTr("In the creator’s time zone, as 2027-03-15 09:00", "Below a field for a date")
            Layout.fillWidth: true
        }
        AppTextField {
            id: goLive
            label: qsTr("Goes live", "Name of a field")
            hint: qsTr("In the creator’s time zone, as 2027-03-15 09:00", "Below a field for a date")
            Layout.fillWidth: true
        }
        footer: StickyFooter {
            Layout.fillWidth: true
            AppButton {
                text: qsTr("Add deliverable", "Button")
                look: "filled"
                tall: true
                enabled: english.text.trim() !== "" || russian.text.trim() !== ""
                Layout.fillWidth: true
                onClicked: {
                    list.desk.addDeliverable(english.text, russian.text, roughCut.text, goLive.text);
                    adding.close();
                }
            }
        }
    }
}
