pragma ComponentBehavior: Bound

import QtQuick
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A submission being judged: its content with the verdict bar below, and beside it, where there is room, the
// ticks, the brief and what happened so far.
Item {
    id: panel

    required property Session session
    required property string space
    required property string submission
    // Whether A, R and D mean the verdicts here.
    property bool keys: false
    readonly property bool _beside: panel.width >= Theme.sideWidth + Theme.queueWidth
        && Theme.effectiveScale < Theme.stackScale
    readonly property var _about: [model.facts.creator, model.facts.title, model.facts.version]
    readonly property string _subject: panel._about.filter(part => part !== "").join(" · ")
    signal steppedTo(string submission)

    onSubmissionChanged: {
        content.contentY = 0;
        snackbar.hide();
    }

    ReviewModel {
        id: model
        session: panel.session
        space: panel.space
        submission: panel.submission
        onDone: what => {
            if (what === "approve" || what === "request-changes")
                snackbar.show(panel.session.online ? qsTr("Signed. It leaves in a moment.", "After a verdict, while connected")
                    : qsTr("Signed. Not delivered yet.", "After a verdict, while offline"), qsTr("Undo", "Button: takes a verdict back before it has left"));
            else if (what === "undo")
                snackbar.show(qsTr("Taken back before it left.", "After Undo of a verdict"), "");
            else if (what === "withdraw")
                snackbar.show(qsTr("Withdrawn. The creator will be told why.", "After a verdict was withdrawn"), "");
            else if (what === "delay")
                snackbar.show(qsTr("New date announced.", "After a delay notice"), "");
            else if (what === "send-to-decider")
                snackbar.show(qsTr("Sent to the decider.", "After both answers were sent to the decider"), "");
            else if (what.startsWith("save-file/"))
                snackbar.show(qsTr("The file is saved.", "After saving an attachment"), "");
        }
    }
    // Looked at: all of it is here and on the screen, stays there a moment, and its videos were started.
    Timer {
        interval: Theme.seenMs
        running: panel.visible && model.facts.key === panel.submission && body.allSeen
        onTriggered: model.opened()
    }
    Scroller {
        id: content
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: bar.top
        width: panel._beside ? parent.width - Theme.sideWidth : parent.width
        contentHeight: body.implicitHeight + (panel._beside ? 0 : narrowSide.implicitHeight) + 3 * Theme.gutter

        ReviewContent {
            id: body
            model: model
            session: panel.session
            x: Theme.gutter
            y: Theme.gutter
            width: content.width - 2 * Theme.gutter
            visible: model.facts.known
            onStepped: submission => panel.steppedTo(submission)
            onRevealed: place => content.scrollTo(body.y + place - Theme.space16)
            onDecisionWanted: approve => {
                decision.approving = approve;
                decision.open();
            }
        }
        ReviewSide {
            id: narrowSide
            visible: !panel._beside && model.facts.known
            model: model
            x: Theme.gutter
            y: body.y + body.implicitHeight + Theme.gutter
            width: content.width - 2 * Theme.gutter
            onOpened: submission => panel.steppedTo(submission)
            onWithdrawalWanted: verdict => panel.withdraw(verdict)
        }
    }
    Divider {
        visible: panel._beside
        x: content.width
        height: content.height
    }
    Scroller {
        visible: panel._beside
        x: content.width + Theme.hairline
        width: Theme.sideWidth - Theme.hairline
        height: content.height
        contentHeight: side.implicitHeight + 2 * Theme.space16

        ReviewSide {
            id: side
            model: model
            x: Theme.space16
            y: Theme.space16
            width: parent.width - 2 * Theme.space16
            visible: model.facts.known
            onOpened: submission => panel.steppedTo(submission)
            onWithdrawalWanted: verdict => panel.withdraw(verdict)
        }
    }
    VerdictBar {
        id: bar
        model: model
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onApproved: model.approve()
        onTakenBack: {
            if (model.facts.undoKey === model.facts.approvedKey)
                model.withdraw(model.facts.undoKey, "");
            else
                panel.withdraw(model.facts.approvedKey);
        }
        onChangesWanted: panel.askForChanges()
        onDelayWanted: delay.open()
    }
    Snackbar {
        id: snackbar
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.space16
        width: Math.min(implicitWidth, parent.width - 2 * Theme.space16)
        height: implicitHeight
        onActed: if (model.facts.undoKey !== "")
            model.withdraw(model.facts.undoKey, "")
    }
    ReasonSheet {
        id: changes
        session: panel.session
        model: model
        ends: ["request-changes"]
        subject: panel._subject
        about: "request-changes/" + panel.submission
        title: qsTr("Request changes", "Title of a sheet")
        explanation: qsTr("Say what should change. Pinned comments go along with it.", "Sheet for requesting changes")
        button: qsTr("Request changes", "Button: the verdict")
        needed: model.comments.count === 0
        onGiven: reason => model.requestChanges(reason)
    }
    ReasonSheet {
        id: delay
        session: panel.session
        model: model
        ends: ["delay"]
        subject: panel._subject
        about: "delay/" + panel.submission
        title: qsTr("A new date for the answer", "Title of a sheet: announces a delay")
        explanation: qsTr("The new date counts if the notice is stored before the promised one.", "Sheet for announcing a delay")
        button: qsTr("Announce delay", "Button: sends a delay notice")
        dates: model.delays
        onGiven: (reason, date) => model.announceDelay(date, reason)
    }
    ReasonSheet {
        id: withdrawal
        session: panel.session
        model: model
        ends: ["withdraw"]
        subject: panel._subject
        about: "withdraw/" + panel.submission
        property string verdict
        title: qsTr("Withdraw the verdict", "Title of a sheet: takes a delivered verdict back")
        explanation: qsTr("The verdict is already delivered. It stays in the history; the creator is told why it no longer counts.",
                          "Sheet for withdrawing a verdict")
        button: qsTr("Withdraw", "Button: takes a delivered verdict back")
        onGiven: reason => model.withdraw(withdrawal.verdict, reason)
    }
    ReasonSheet {
        id: decision
        session: panel.session
        model: model
        ends: ["decide"]
        subject: panel._subject
        about: "decide/" + panel.submission
        property bool approving: false
        title: qsTr("Decide between two answers", "Title of a sheet")
        explanation: decision.approving ? qsTr("Your decision: approved. It replaces both answers.", "Sheet for deciding between two answers")
                                        : qsTr("Your decision: changes. It replaces both answers.", "Sheet for deciding between two answers")
        button: qsTr("Decide", "Button: settles two different answers")
        onGiven: reason => model.decide(decision.approving, reason)
    }

    function askForChanges() {
        changes.open();
        if (body.draft !== "" && changes.reason === "")
            changes.reason = body.draft;
    }
    function withdraw(verdict: string) {
        withdrawal.verdict = verdict;
        withdrawal.open();
    }

    Shortcut {
        sequence: "A"
        enabled: panel.keys && model.facts.mayApprove
        onActivated: model.approve()
    }
    Shortcut {
        sequence: "R"
        enabled: panel.keys && model.facts.mayAnswer
        onActivated: panel.askForChanges()
    }
    Shortcut {
        sequence: "D"
        enabled: panel.keys && model.facts.mayDelay
        onActivated: delay.open()
    }
}
