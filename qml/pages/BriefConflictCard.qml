pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// Two briefs that were issued to one creator side by side. The creator sees only the first, until a lead decides.
Card {
    id: card

    required property string key
    required property string creator
    required property string first
    required property string firstBy
    required property string firstGoal
    required property string second
    required property string secondBy
    required property string secondGoal
    signal kept(string issue)

    edgeStatus: "contested"

    ColumnLayout {
        width: parent.width
        spacing: Theme.space12

        StatusChip {
            status: "contested"
            text: qsTr("Two briefs: %1", "Conflict card; %1 is a creator").arg(card.creator)
            Layout.maximumWidth: parent.width
        }
        AppText {
            text: qsTr("Both were issued at the same time. The creator sees the first one only; nothing is lost. Which one counts?", "Conflict card")
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        Repeater {
            model: [{"issue": card.first, "by": card.firstBy, "text": card.firstGoal, "seen": true},
                    {"issue": card.second, "by": card.secondBy, "text": card.secondGoal, "seen": false}]
            delegate: ColumnLayout {
                id: choice
                required property var modelData
                spacing: Theme.space4
                Layout.fillWidth: true
                AppText {
                    text: choice.modelData.by
                    step: Theme.label
                    Layout.fillWidth: true
                }
                AppText {
                    text: choice.modelData.text
                    Layout.fillWidth: true
                }
                AppButton {
                    text: choice.modelData.seen ? qsTr("Keep this one, which the creator has", "Button of a conflict card")
                                                : qsTr("Keep this one", "Button of a conflict card")
                    Layout.maximumWidth: parent.width
                    onClicked: card.kept(choice.modelData.issue)
                }
            }
        }
    }
}
