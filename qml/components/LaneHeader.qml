pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// Above texts in two languages: the names of both lanes where they stand side by side, otherwise which one
// is shown.
ColumnLayout {
    id: header

    // Somebody writes: who only reads has one lane.
    property bool editing: true
    readonly property bool twoLanes: header.editing
        && header.width - 2 * header.inset >= Theme.twoLanesFrom * Theme.effectiveScale
    // "en" or "ru": the one that is shown alone.
    required property string lane
    // From the edge of the lanes' card to their fields.
    property real inset: Theme.space16
    signal chosen(string lane)

    // As wide as there is room, which the number of lanes follows: alone, the choice would keep it narrow.
    RowLayout {
        visible: !header.twoLanes
        spacing: 0
        Layout.fillWidth: true
        SegmentedControl {
            accessibleName: qsTr("Language of the text", "Name of a choice")
            options: [{"text": "EN", "name": "English"}, {"text": "RU", "name": "Русский"}]
            currentIndex: header.lane === "ru" ? 1 : 0
            onActivated: index => header.chosen(index === 1 ? "ru" : "en")
        }
        Item {
            Layout.fillWidth: true
        }
    }
    RowLayout {
        visible: header.twoLanes
        spacing: Theme.space16
        Layout.fillWidth: true
        Layout.leftMargin: header.inset
        Layout.rightMargin: header.inset
        Repeater {
            model: ["English", "Русский"]
            delegate: AppText {
                required property string modelData
                text: modelData
                step: Theme.label
                color: Theme.muted
                // One line: a layout that begins narrow would keep the height of a wrapped word.
                wrapMode: Text.NoWrap
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
}
