pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What a submission is measured by and what happened to it: ticks, brief, verdicts with their seals, versions.
ColumnLayout {
    id: side

    required property ReviewModel model
    property string _unsealed: ""
    signal opened(string submission)
    signal withdrawalWanted(string verdict)

    spacing: Theme.space24

    ColumnLayout {
        visible: side.model.verdicts.count > 0
        spacing: Theme.space8
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("Answers", "Review: heading over the verdicts")
            Layout.fillWidth: true
        }
        Repeater {
            model: side.model.verdicts
            delegate: VerdictDelegate {
                id: verdict
                review: side.model
                unsealed: side._unsealed === verdict.key
                Layout.fillWidth: true
                onSealPressed: side._unsealed = verdict.unsealed ? "" : verdict.key
                onUndone: side.model.withdraw(verdict.key, "")
                onWithdrawalWanted: side.withdrawalWanted(verdict.key)
            }
        }
    }
    ColumnLayout {
        visible: side.model.ticks.count > 0
        spacing: Theme.space8
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("Ticked by the creator", "Review: heading over the non-negotiables")
            Layout.fillWidth: true
        }
        Repeater {
            model: side.model.ticks
            delegate: RowLayout {
                id: tick
                required property string title
                spacing: Theme.space8
                Layout.fillWidth: true
                Icon {
                    glyph: "check"
                    color: Theme.good.text
                    Layout.alignment: Qt.AlignTop
                }
                AppText {
                    text: tick.title
                    Layout.fillWidth: true
                }
            }
        }
    }
    ColumnLayout {
        visible: side.model.brief.count > 0
        spacing: Theme.space12
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("The brief", "Review: heading over the brief's parts")
            Layout.fillWidth: true
        }
        Repeater {
            model: side.model.brief
            delegate: ColumnLayout {
                id: part
                required property string title
                required property string text
                spacing: 0
                Layout.fillWidth: true
                AppText {
                    text: part.title
                    step: Theme.label
                    color: Theme.muted
                    Layout.fillWidth: true
                }
                AppText {
                    text: part.text
                    Layout.fillWidth: true
                }
            }
        }
    }
    ColumnLayout {
        visible: side.model.history.count > 0
        spacing: Theme.space4
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("Other versions", "Review: heading over the history")
            Layout.fillWidth: true
        }
        Repeater {
            model: side.model.history
            delegate: PersonRow {
                id: version
                required property string key
                required property string title
                required detail
                required status
                required stateText
                text: version.title
                leftPadding: 0
                rightPadding: 0
                Layout.fillWidth: true
                onClicked: side.opened(version.key)
            }
        }
    }
}
