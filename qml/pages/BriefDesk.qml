pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A brief being written: its texts in two lanes, what it asks for, the creator's questions, and issuing it.
Item {
    id: panel

    required property Session session
    required property string space
    // On a phone one lane at a time, kept while scrolling.
    property string lane: panel.laneToBegin()
    // Why there is nothing to issue.
    readonly property string _whyNot: desk.facts.missing !== "" ? desk.facts.missing
        : desk.facts.known && !desk.facts.differs ? qsTr("Nothing has changed since the last issue.", "Why a brief cannot be issued again") : ""

    function laneToBegin(): string {
        return !desk.facts.mayEdit ? panel.session.contentLanguage : desk.facts.creatorLane !== "" ? desk.facts.creatorLane : "en";
    }

    // The next brief begins as any does.
    onSpaceChanged: {
        scroller.contentY = 0;
        snackbar.hide();
        panel.lane = Qt.binding(panel.laneToBegin);
    }

    BriefDeskModel {
        id: desk
        session: panel.session
        space: panel.space
        onDone: what => {
            if (what === "issue")
                snackbar.show(qsTr("Issued. The creator sees it as soon as both are online.", "After a brief was issued"), "");
            else if (what.startsWith("answer/"))
                snackbar.show(qsTr("Answered.", "After a question was answered"), "");
        }
    }
    Scroller {
        id: scroller
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top
        contentHeight: column.implicitHeight + 2 * Theme.gutter

        ColumnLayout {
            id: column
            x: Math.max(Theme.gutter, (scroller.width - width) / 2)
            y: Theme.gutter
            width: Math.min(Theme.pageWidthMax, scroller.width - 2 * Theme.gutter)
            spacing: Theme.space16
            visible: desk.facts.known

            AppText {
                text: desk.facts.creator
                step: Theme.title
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                text: desk.facts.issued
                visible: text !== ""
                color: Theme.muted
                step: Theme.caption
                Layout.fillWidth: true
            }
            Banner {
                text: desk.facts.warnings
                visible: text !== ""
                Layout.fillWidth: true
            }
            LaneHeader {
                editing: desk.facts.mayEdit
                lane: panel.lane
                Layout.fillWidth: true
                onChosen: lane => panel.lane = lane
            }
            Repeater {
                model: desk.blocks
                delegate: BriefBlock {
                    id: block
                    session: panel.session
                    space: panel.space
                    lane: panel.lane
                    mayEdit: desk.facts.mayEdit
                    Layout.fillWidth: true
                    onChangesWanted: changes.show(desk.changesOf(block.key, block.label))
                    onConfirmed: desk.stillCorrect(block.key)
                }
            }
            BriefPeople {
                desk: desk
                Layout.fillWidth: true
            }
            BriefDeliverables {
                desk: desk
                Layout.fillWidth: true
            }
            BriefQuestions {
                desk: desk
                Layout.fillWidth: true
            }
            BriefWithdrawal {
                desk: desk
                session: panel.session
                Layout.fillWidth: true
            }
        }
    }
    StickyFooter {
        id: bar
        columnWidth: Theme.pageWidthMax
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: desk.facts.known && (desk.facts.mayEdit || desk.problem !== "")
        height: visible ? implicitHeight : 0
        problem: desk.problem
        note: panel._whyNot

        ProgressLine {
            visible: desk.facts.mayEdit
            text: desk.facts.progress
            value: desk.facts.share
            status: desk.facts.mayIssue ? "good" : "active"
            Layout.fillWidth: true
        }
        AppButton {
            visible: desk.facts.mayEdit
            text: desk.facts.live ? qsTr("Issue changes", "Button: a new version of the brief") : qsTr("Issue brief", "Button")
            look: "filled"
            glyph: "send"
            enabled: desk.facts.mayIssue && desk.facts.differs
            hint: panel._whyNot
            onClicked: {
                if (desk.facts.live)
                    issuing.open();
                else
                    desk.issue(false);
            }
        }
    }
    Snackbar {
        id: snackbar
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.space16
        width: Math.min(implicitWidth, parent.width - 2 * Theme.space16)
        height: implicitHeight
    }
    ChangesSheet {
        id: changes
    }
    CommandSheet {
        id: issuing
        model: desk
        ends: ["issue"]
        title: qsTr("Issue changes", "Button: a new version of the brief")
        button: qsTr("Issue changes", "Button: a new version of the brief")
        // Each time anew: what was ticked for one brief is nothing to the next.
        onAboutToShow: material.checked = false
        onPressed: desk.issue(material.checked)
        AppText {
            text: qsTr("A material change asks the creator to acknowledge the brief again, and you to look again at open submissions.",
                       "Sheet for issuing a changed brief")
            Layout.fillWidth: true
        }
        CheckRow {
            id: material
            text: qsTr("This change is material", "A tick when a changed brief is issued")
            Layout.fillWidth: true
        }
    }
}
