import QtQuick
import Meridian.Theme

// One language of a BilingualBlock being edited. An amber strip shows that its source has moved on.
Column {
    id: lane

    required property string label
    required property string text
    // Somebody else fills the field and hears what is typed.
    property bool live: false
    property bool stale: false
    readonly property alias field: area
    signal edited(string text)
    signal changesWanted
    signal confirmedCorrect

    spacing: Theme.space4

    Item {
        width: lane.width
        height: area.implicitHeight

        Rectangle {
            visible: lane.stale
            width: Theme.space4
            height: parent.height
            radius: Theme.lineWidth
            color: Theme.risk.text
        }
        AppTextArea {
            id: area
            x: lane.stale ? Theme.space12 : 0
            width: lane.width - area.x
            label: lane.label
            labelShown: false
            onEdited: lane.edited(area.text)
        }
        Binding {
            target: area
            property: "text"
            value: lane.text
            when: !lane.live
            restoreMode: Binding.RestoreNone
        }
    }
    StatusChip {
        visible: lane.stale
        width: Math.min(implicitWidth, lane.width)
        status: "risk"
        text: qsTr("Translation is stale", "State of a text whose source has changed since")
    }
    Flow {
        visible: lane.stale
        x: -Theme.space12
        width: lane.width + Theme.space12

        AppButton {
            text: qsTr("See what changed", "Button: shows the difference in the source text")
            look: "text"
            onClicked: lane.changesWanted()
        }
        AppButton {
            text: qsTr("Still correct", "Button: the translation needs no change")
            look: "text"
            onClicked: lane.confirmedCorrect()
        }
    }
}
