import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// A name for what stands in the row: beside it where there is room, above it where there is not.
GridLayout {
    id: row

    required property string label
    property string hint: ""
    default property alias content: content.data
    readonly property bool _beside: row.width > Theme.stripBeside * Theme.effectiveScale

    columns: row._beside ? 2 : 1
    columnSpacing: Theme.space24
    rowSpacing: Theme.space4

    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.preferredWidth: row._beside ? row.width / 3 : -1
        Layout.maximumWidth: row._beside ? row.width / 3 : Theme.windowWidth
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: row._beside ? Theme.space12 : 0

        AppText {
            text: row.label
            step: Theme.label
            Layout.fillWidth: true
        }
        AppText {
            text: row.hint
            visible: row.hint !== ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
    }
    ColumnLayout {
        id: content
        spacing: Theme.space8
        Layout.fillWidth: true
        // Otherwise what does not grow keeps the whole column narrow, the label above it too.
        Layout.maximumWidth: Theme.windowWidth
        Layout.alignment: Qt.AlignTop
    }
}
