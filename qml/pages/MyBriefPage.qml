pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The creator's first page: what comes next, whom to ask, the one brief in six parts.
AppPage {
    id: page

    title: page.session.campaignTitle
    campaignTitle: true

    BriefModel {
        id: vm
        session: page.session
        onDone: what => {
            if (what === "ask")
                Navigation.say(qsTr("Question saved. It will go out when you’re online.", "After asking"));
        }
    }
    // Looked at: it stays on the screen a moment, of a window that is in use.
    Timer {
        interval: Theme.seenMs
        running: page.visible && page.Window.active && vm.hasBrief && !vm.seen
        onTriggered: vm.opened()
    }
    AskSheet {
        id: askSheet
        brief: vm
    }

    Card {
        visible: vm.hasBrief && vm.nextMine !== ""
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space8
            AppText {
                text: qsTr("Next: %1", "Above the next date; %1 says what kind of date").arg(vm.nextTitle)
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
            }
            TwoZoneTime {
                mine: vm.nextMine
                theirs: vm.nextTheirs
                step: Theme.display
                Layout.fillWidth: true
            }
            StatusChip {
                status: vm.nextStatus
                text: vm.nextState
                Layout.maximumWidth: parent.width
            }
        }
    }
    Banner {
        visible: vm.hasBrief && !vm.acknowledged
        text: !vm.acknowledgedBefore ? qsTr("Read your brief, then confirm.", "Above a brief that is new")
            : vm.changedCount > 0 ? qsTr("Your brief changed: %n part(s).", "Above the brief", vm.changedCount)
            : qsTr("Your brief was issued again.", "Above a brief in which nothing differs in the reader's language")
        action: vm.acknowledgedBefore ? qsTr("See changes", "Button: shows what changed in the brief") : ""
        Layout.fillWidth: true
        onActed: Navigation.open("BriefChangesPage", {})
    }
    Card {
        padding: 0
        visible: vm.contactName !== ""
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            ContactRow {
                name: vm.contactName
                initials: vm.contactInitials
                detail: vm.contactDetail
                Layout.fillWidth: true
                onAsked: askSheet.openFor("", "")
            }
            AppText {
                text: vm.contactAway
                visible: text !== ""
                color: Theme.risk.text
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space16
                Layout.rightMargin: Theme.space16
                Layout.bottomMargin: Theme.space12
            }
            AppText {
                text: vm.handover
                visible: text !== ""
                color: Theme.risk.text
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space16
                Layout.rightMargin: Theme.space16
                Layout.bottomMargin: Theme.space12
            }
            AppText {
                text: vm.approver
                visible: text !== ""
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space16
                Layout.rightMargin: Theme.space16
                Layout.bottomMargin: Theme.space12
            }
        }
    }
    Card {
        visible: vm.hasBrief
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            Repeater {
                model: vm.parts
                delegate: BriefPartDelegate {
                    Layout.fillWidth: true
                    onAsked: askSheet.openFor(key, title)
                }
            }
        }
    }
    MaterialList {
        rows: vm.deliverables
        Layout.fillWidth: true
    }
    Card {
        visible: vm.hasBrief && vm.angles.count > 1
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space12
            SectionHeader {
                text: qsTr("Both markets", "Heading: the angle of each market side by side")
                Layout.fillWidth: true
            }
            GridLayout {
                columns: page.width >= Theme.stripBeside && Theme.effectiveScale < Theme.stackScale ? vm.angles.count : 1
                columnSpacing: Theme.space24
                rowSpacing: Theme.space16
                Layout.fillWidth: true
                Repeater {
                    model: vm.angles
                    delegate: AngleDelegate {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                    }
                }
            }
        }
    }
    // Whoever has read down to here has read the brief.
    AppButton {
        visible: vm.hasBrief && !vm.acknowledged && !vm.acknowledgedBefore
        text: qsTr("Got it", "Button: acknowledges the brief")
        glyph: "check"
        tall: true
        Layout.fillWidth: true
        onClicked: vm.acknowledge()
    }
    StatusChip {
        visible: vm.acknowledged
        status: "good"
        text: qsTr("Acknowledged", "State of the brief that is shown: its creator has confirmed it")
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
    }
    QuestionList {
        rows: vm.questions
        Layout.fillWidth: true
    }
    EmptyState {
        visible: vm.loaded && !vm.hasBrief
        glyph: "file-text"
        text: vm.emptyText
        action: vm.contactName !== "" ? qsTr("Ask", "Button: asks the contact a question") : ""
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActed: askSheet.openFor("", "")
    }

    footer: StickyFooter {
        visible: vm.hasBrief || vm.problem !== ""
        problem: vm.problem
        Layout.fillWidth: true
        AppButton {
            visible: vm.toGoLive !== ""
            text: qsTr("Go live", "Button: opens the page for publishing")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: Navigation.open("GoLivePage", {"deliverable": vm.toGoLive})
        }
        AppButton {
            visible: vm.hasBrief
            text: qsTr("Submit content", "Button: opens the sheet for a submission")
            look: vm.toGoLive !== "" ? "outlined" : "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: Navigation.open("SubmitPage", {})
        }
    }
}
