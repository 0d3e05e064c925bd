pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// What became of what was sent: the promise on the meridian line, then the answer and what to do next.
AppPage {
    id: page

    // Which material; empty: the one that was sent last.
    property string deliverable: ""

    title: qsTr("Feedback", "Main page of a creator: answers to what was submitted")

    // The video of a comment, standing still at its time.
    function showTime(file: int, ms: int) {
        const one = files.itemAt(file) as ReviewFile;
        if (one === null)
            return;
        page.scrollTo(sent.y + one.y);
        one.showAt(ms);
    }

    FeedbackModel {
        id: vm
        session: page.session
        Component.onCompleted: if (page.deliverable !== "")
            vm.deliverable = page.deliverable
    }
    GridLayout {
        visible: vm.hasSubmission
        columns: Theme.crowded ? 1 : 2
        columnSpacing: Theme.space8
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        AppText {
            text: vm.title
            step: Theme.title
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            Accessible.name: vm.title
        }
        StatusChip {
            visible: vm.round !== ""
            status: "local"
            glyph: "refresh-cw"
            text: vm.round
        }
    }
    MeridianLine {
        visible: vm.hasSubmission
        accessibleName: qsTr("Feedback", "Main page of a creator: answers to what was submitted")
        Layout.fillWidth: true

        Repeater {
            model: vm.steps
            delegate: MeridianEntry {
                id: step
                required status
                required property string key
                required property string title
                required property string stateText
                required property string note

                label: step.title
                main: step.key === "promised"

                Countdown {
                    visible: step.stateText !== ""
                    text: step.stateText
                    status: step.status
                    accessibleName: qsTr("%1: %2", "Screen reader: a step of feedback and its state").arg(step.title).arg(step.stateText)
                    Layout.fillWidth: true
                }
                AppText {
                    text: step.note
                    visible: text !== ""
                    step: Theme.caption
                    color: Theme.muted
                    Layout.fillWidth: true
                }
                VerdictCard {
                    feedback: vm
                    visible: step.key === "answer" && (vm.verdict !== "" || vm.withdrawn !== "")
                    Layout.fillWidth: true
                    onUnfolded: below => Qt.callLater(page.reveal, below)
                }
            }
        }
    }
    ColumnLayout {
        id: sent
        visible: vm.hasSubmission && vm.files.count > 0
        spacing: Theme.space8
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("What was sent", "Feedback: heading over the files")
            Layout.fillWidth: true
        }
        Repeater {
            id: files
            model: vm.files
            delegate: ReviewFile {
                session: page.session
                space: vm.space
                submission: vm.submission
                maySave: false
                Layout.fillWidth: true
            }
        }
    }
    ColumnLayout {
        visible: vm.hasSubmission && vm.comments.count > 0
        spacing: Theme.space8
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("Comments", "Heading")
            count: vm.comments.count
            Layout.fillWidth: true
        }
        Card {
            Layout.fillWidth: true
            ColumnLayout {
                width: parent.width
                spacing: Theme.space16
                Repeater {
                    model: vm.comments
                    delegate: CommentDelegate {
                        id: said
                        Layout.fillWidth: true
                        onTimePressed: page.showTime(said.timeFile, said.timeMs)
                    }
                }
            }
        }
    }
    VersionList {
        visible: vm.versions.count > 1
        title: qsTr("Versions", "Heading: all versions of a material")
        rows: vm.versions
        current: vm.submission
        Layout.fillWidth: true
        onChosen: key => {
            vm.version = key;
            page.scrollTo(0);
        }
    }
    VersionList {
        visible: vm.others.count > 0
        title: qsTr("Other deliverables", "Heading: the other materials that a creator has sent")
        rows: vm.others
        Layout.fillWidth: true
        // Above this one, which goes on showing what was sent last.
        onChosen: key => Navigation.open("FeedbackPage", {"deliverable": key})
    }
    EmptyState {
        visible: vm.loaded && !vm.hasSubmission
        glyph: "message-circle"
        text: vm.hasBrief
            ? qsTr("Nothing sent yet. Once you submit, you see here when the answer is promised.", "Feedback before the first submission")
            : qsTr("Your lead is preparing your brief.", "Instead of the brief")
        action: vm.hasBrief ? qsTr("Submit content", "Button: opens the sheet for a submission") : ""
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActed: Navigation.open("SubmitPage", {})
    }
    footer: StickyFooter {
        visible: vm.wantsRevision || vm.mayGoLive || vm.live
        Layout.fillWidth: true
        AppButton {
            visible: vm.wantsRevision
            text: qsTr("Send revision", "Button: submits a new version")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: Navigation.open("SubmitPage", {"deliverable": vm.material})
        }
        AppButton {
            visible: vm.mayGoLive || vm.live
            text: vm.live ? qsTr("See where it is live", "Button: opens the page of a published material")
                             : qsTr("Go live", "Button: opens the page for publishing")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: Navigation.open("GoLivePage", {"deliverable": vm.material})
        }
    }
}
