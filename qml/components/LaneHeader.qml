pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// Above texts in two languages: the names of both lanes where they stand side by side, otherwise which one
// is shown.
ColumnLayout {
    id: header

    required property bool twoLanes
    // "en" or "ru": the one that is shown alone.
    required property string lane
    // From the edge of the lanes' card to their fields.
    property real inset: Theme.space16
    signal chosen(string lane)

    SegmentedControl {
        visible: !header.twoLanes
        accessibleName: qsTr("Language of the text", "Name of a choice")
        options: [{"text": "EN", "name": "English"}, {"text": "RU", "name": "Русский"}]
        currentIndex: header.lane === "ru" ? 1 : 0
        onActivated: index => header.chosen(index === 1 ? "ru" : "en")
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
