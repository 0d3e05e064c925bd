pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What was written here and where it has got to.
AppPage {
    id: page

    title: qsTr("Outbox", "Title of a page: what waits to be sent")
    pill: false

    OutboxModel {
        id: vm
        session: page.session
    }
    Card {
        Layout.fillWidth: true
        RowLayout {
            width: parent.width
            spacing: Theme.space12
            Icon {
                Layout.alignment: Qt.AlignTop
                readonly property bool stopped: page.session.syncState === "attention"
                glyph: stopped ? Theme.bad.icon : page.session.syncState === "synced" ? "circle-check"
                    : page.session.online ? "refresh-cw" : "cloud-off"
                color: stopped ? Theme.bad.text : page.session.syncState === "synced" ? Theme.good.text : Theme.muted
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                AppText {
                    text: page.session.syncName
                    step: Theme.heading
                    Layout.fillWidth: true
                }
                AppText {
                    text: page.session.syncProblem !== "" ? page.session.syncProblem
                        : page.session.syncState === "attention" ? qsTr("What was not accepted says why below.", "Outbox, with something that was refused")
                        : page.session.syncNote !== "" ? page.session.syncNote
                        : page.session.syncState === "synced" ? qsTr("Nothing waits to be sent.", "Outbox, while all is delivered")
                        : page.session.online ? qsTr("Everything here goes out by itself.", "Outbox, while connected")
                        : qsTr("Saved here. It goes out by itself when you’re online.", "Outbox, while offline")
                    step: Theme.caption
                    color: Theme.muted
                    Layout.fillWidth: true
                }
                AppButton {
                    text: qsTr("Try now", "Button: connects at once")
                    look: "text"
                    visible: !page.session.online
                    flush: true
                    onClicked: page.session.syncNow()
                }
            }
        }
    }
    HandoverCard {
        session: page.session
        visible: page.session.hasCampaign
        Layout.fillWidth: true
    }
    Card {
        padding: 0
        visible: vm.rows.count > 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: vm.rows
                delegate: OutboxDelegate {
                    Layout.fillWidth: true
                }
            }
        }
    }
    ColumnLayout {
        visible: vm.uncounted.count > 0
        spacing: Theme.space8
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("Kept, and without effect", "Outbox: heading of what doesn’t count")
            Layout.fillWidth: true
        }
        Card {
            padding: 0
            Layout.fillWidth: true
            ColumnLayout {
                width: parent.width
                spacing: 0
                Repeater {
                    model: vm.uncounted
                    delegate: OutboxDelegate {
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
    EmptyState {
        visible: vm.loaded && vm.rows.count === 0
        glyph: "inbox"
        text: qsTr("Nothing is waiting. What you write shows here until it is delivered.", "An empty outbox")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
    }
}
