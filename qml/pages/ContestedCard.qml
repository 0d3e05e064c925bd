pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Two answers on one version: both, by whom and when, and the way to the one who decides.
Card {
    id: card

    required property ReviewModel model
    signal decided(bool approve)

    edgeStatus: "contested"

    ColumnLayout {
        width: parent.width
        spacing: Theme.space12

        StatusChip {
            status: "contested"
            text: card.model.facts.contestedText
            Layout.maximumWidth: parent.width
        }
        GridLayout {
            columns: card.width >= Theme.stripBeside * Theme.effectiveScale ? 2 : 1
            columnSpacing: Theme.space16
            rowSpacing: Theme.space12
            Layout.fillWidth: true
            Repeater {
                model: card.model.verdicts
                delegate: ColumnLayout {
                    id: answer
                    required property string verdict
                    required property string status
                    required property string author
                    required property string when
                    required property string reason
                    required property string withdrawn
                    visible: answer.withdrawn === ""
                    spacing: Theme.space4
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    StatusChip {
                        status: answer.status
                        text: answer.verdict
                        Layout.maximumWidth: parent.width
                    }
                    AppText {
                        text: answer.author
                        step: Theme.label
                        Layout.fillWidth: true
                    }
                    AppText {
                        text: answer.when
                        step: Theme.caption
                        color: Theme.muted
                        Layout.fillWidth: true
                    }
                    AppText {
                        text: answer.reason
                        visible: text !== ""
                        Layout.fillWidth: true
                    }
                }
            }
        }
        AppText {
            text: qsTr("Until the decision nothing goes live. The creator sees that leads are deciding.", "Conflict card of two answers")
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            AppButton {
                visible: !card.model.facts.mayDecide
                enabled: !card.model.facts.sentToDecider
                look: card.model.facts.sentToDecider ? "outlined" : "filled"
                glyph: "send"
                text: card.model.facts.sentToDecider ? qsTr("With the decider", "Button of a conflict card, after it was pressed")
                                                     : qsTr("Send to decider", "Button of a conflict card")
                onClicked: card.model.sendToDecider()
            }
            AppButton {
                visible: card.model.facts.mayDecide
                text: qsTr("Decide: approved", "Button of a conflict card")
                look: "filled"
                onClicked: card.decided(true)
            }
            AppButton {
                visible: card.model.facts.mayDecide
                text: qsTr("Decide: changes", "Button of a conflict card")
                onClicked: card.decided(false)
            }
        }
    }
}
