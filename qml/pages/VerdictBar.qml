import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// The verdicts, always in reach below the content, and what stands between if one is not possible yet.
Rectangle {
    id: bar

    required property ReviewModel model
    signal approved
    signal takenBack
    signal changesWanted
    signal delayWanted

    readonly property bool _offers: bar.model.facts.mayAnswer || (bar.model.facts.mayJudge && bar.model.facts.approvedKey !== "")
    visible: bar._offers || bar.model.workText !== "" || bar.model.problem !== ""
    height: visible ? column.implicitHeight + 2 * Theme.space12 : 0
    color: Theme.surface

    Divider {
        width: parent.width
    }
    ColumnLayout {
        id: column
        x: Theme.gutter
        y: Theme.space12
        width: parent.width - 2 * Theme.gutter
        spacing: Theme.space8

        ProgressLine {
            visible: bar.model.workText !== ""
            value: bar.model.workShare
            text: bar.model.workText
            Layout.fillWidth: true
        }
        Refusal {
            text: bar.model.problem
            Layout.fillWidth: true
        }
        AppText {
            text: bar.model.facts.whyNot
            visible: text !== "" && bar.model.problem === ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        Flow {
            visible: bar._offers
            spacing: Theme.space8
            Layout.fillWidth: true

            AppButton {
                visible: bar.model.facts.mayAnswer && bar.model.facts.approvedKey === ""
                text: qsTr("Approve", "Button: the verdict")
                look: "filled"
                glyph: "check"
                enabled: bar.model.facts.mayApprove
                hint: bar.model.facts.whyNot
                onClicked: bar.approved()
            }
            AppButton {
                visible: bar.model.facts.approvedKey !== ""
                text: bar.model.facts.undoKey === bar.model.facts.approvedKey
                    ? qsTr("Undo", "Button: takes a verdict back before it has left")
                    : qsTr("Withdraw", "Button: takes a delivered verdict back")
                glyph: "undo-2"
                onClicked: bar.takenBack()
            }
            AppButton {
                visible: bar.model.facts.mayAnswer
                text: qsTr("Request changes", "Button: the verdict")
                onClicked: bar.changesWanted()
            }
            AppButton {
                text: qsTr("Announce delay", "Button: opens a sheet")
                look: "text"
                visible: bar.model.facts.mayDelay
                onClicked: bar.delayWanted()
            }
        }
    }
}
