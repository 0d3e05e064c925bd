import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// One language of a BilingualBlock being edited. An amber strip shows that its source has moved on.
ColumnLayout {
    id: lane

    required property string label
    required property string text
    property bool stale: false
    signal edited(string text)
    signal changesWanted
    signal confirmedCorrect

    spacing: Theme.space4
    Layout.fillWidth: true
    Layout.preferredWidth: Theme.thumb
    Layout.alignment: Qt.AlignTop

    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true

        Rectangle {
            visible: lane.stale
            implicitWidth: Theme.space4
            radius: Theme.lineWidth
            color: Theme.risk.text
            Layout.fillHeight: true
        }
        AppTextArea {
            id: area
            label: lane.label
            labelShown: false
            text: lane.text
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onEdited: lane.edited(area.text)
        }
    }
    RowLayout {
        visible: lane.stale
        spacing: 0
        Layout.fillWidth: true

        StatusChip {
            status: "risk"
            text: qsTr("Translation is stale", "State of a text whose source has changed since")
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
        Item {
            Layout.fillWidth: true
        }
    }
    GridLayout {
        visible: lane.stale
        columns: lane.width > Theme.queueWidth * Theme.effectiveScale ? 2 : 1
        columnSpacing: 0
        rowSpacing: 0
        AppButton {
            text: qsTr("See what changed", "Button: shows the difference in the source text")
            look: "text"
            Layout.maximumWidth: lane.width
            onClicked: lane.changesWanted()
        }
        AppButton {
            text: qsTr("Still correct", "Button: the translation needs no change")
            look: "text"
            Layout.maximumWidth: lane.width
            onClicked: lane.confirmedCorrect()
        }
    }
}
