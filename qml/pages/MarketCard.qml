import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One market: when it launches, what it is for, its angle and the reason and data behind it.
Card {
    id: card

    required property string name
    required property string launch
    required property string launchThere
    required property string subGoal
    required property string whyItMatters
    required property string expression
    required property string angle
    required property string reason
    required property string figures
    required property string whyThisOrder

    ColumnLayout {
        width: parent.width
        spacing: Theme.space16

        AppText {
            text: card.name
            step: Theme.title
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            Accessible.name: card.name
        }
        RowLayout {
            visible: card.launch !== ""
            spacing: Theme.space12
            Icon {
                glyph: "flag"
                color: Theme.primary
                Layout.alignment: Qt.AlignTop
            }
            TwoZoneTime {
                mine: card.launch
                theirs: card.launchThere
                step: Theme.heading
                Layout.fillWidth: true
            }
        }
        TitledText {
            label: qsTr("Angle", "Of a market: heading")
            text: card.angle
            note: card.reason
            Layout.fillWidth: true
        }
        TitledText {
            label: qsTr("What the data says", "Of a market: heading")
            text: card.figures
            Layout.fillWidth: true
        }
        TitledText {
            label: qsTr("How the thesis sounds here", "Of a market: heading")
            text: card.expression
            Layout.fillWidth: true
        }
        TitledText {
            label: qsTr("Sub-goal", "Of a market: heading")
            text: card.subGoal
            note: card.whyItMatters
            Layout.fillWidth: true
        }
        TitledText {
            label: qsTr("Why in this order", "Of a market: heading")
            text: card.whyThisOrder
            Layout.fillWidth: true
        }
    }
}
