pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What the creator makes, with its dates, labels and token; adding another, changing or removing one.
ColumnLayout {
    id: list

    required property BriefDeskModel desk

    spacing: Theme.space8

    function edit(key: string) {
        list.desk.takeDeliverable(key);
        form.key = key;
        form.open();
    }

    Connections {
        target: list.desk
        function onDone(what: string) {
            removed.heard(what);
        }
    }
    SectionHeader {
        text: qsTr("Deliverables", "Brief: heading")
        action: list.desk.facts.mayEdit ? qsTr("Add deliverable", "Button") : ""
        Layout.fillWidth: true
        onActed: list.edit("")
    }
    Repeater {
        model: list.desk.deliverables
        delegate: Card {
            id: row
            required property string key
            required property string title
            required property string roughCut
            required property string goLive
            required property string adToken
            required property bool tokenMissing
            edgeStatus: row.tokenMissing ? "risk" : ""
            Layout.fillWidth: true
            RowLayout {
                width: parent.width
                spacing: Theme.space8
                ColumnLayout {
                    spacing: Theme.space4
                    Layout.fillWidth: true
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
                    AppText {
                        text: qsTr("Ad-marking token: %1", "Of a deliverable; %1 is a code").arg(row.adToken)
                        visible: row.adToken !== ""
                        step: Theme.caption
                        color: Theme.muted
                        wrapMode: Text.WrapAnywhere
                        Layout.fillWidth: true
                    }
                    StatusChip {
                        visible: row.tokenMissing
                        status: "risk"
                        text: qsTr("The ad-marking token is missing", "Of a deliverable")
                        Layout.fillWidth: true
                        Layout.maximumWidth: implicitWidth
                    }
                }
                IconButton {
                    visible: list.desk.facts.mayEdit
                    text: qsTr("Edit: %1", "Button: opens a deliverable; %1 is its title").arg(row.title)
                    glyph: "pencil"
                    Layout.alignment: Qt.AlignTop
                    onClicked: list.edit(row.key)
                }
            }
        }
    }
    RemovedBanner {
        id: removed
        subject: list.desk.space
        text: qsTr("Removed. The creator sees it once the changes are issued.", "After a deliverable was removed")
        Layout.fillWidth: true
        onUndone: key => list.desk.restoreDeliverable(key)
    }
    AppText {
        text: qsTr("Nothing to make yet. A brief names at least one deliverable.", "Brief without a deliverable")
        visible: list.desk.loaded && list.desk.deliverables.count === 0
        color: Theme.muted
        Layout.fillWidth: true
    }
    DeliverableSheet {
        id: form
        desk: list.desk
        onRemoved: key => {
            removed.asked(key);
            list.desk.removeDeliverable(key);
        }
    }
}
