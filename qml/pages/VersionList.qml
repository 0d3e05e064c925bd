pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Versions, or materials, with their states, one of which is chosen.
ColumnLayout {
    id: list

    required property string title
    required property RowModel rows
    // The one that is shown; empty where that is none of them.
    property string current: ""
    signal chosen(string key)

    spacing: Theme.space8

    SectionHeader {
        text: list.title
        Layout.fillWidth: true
    }
    Card {
        padding: 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: list.rows
                delegate: ListRow {
                    id: row
                    required property string key
                    required property string title
                    required property string stateText
                    text: row.title
                    detail: row.stateText
                    selected: row.key === list.current
                    opens: !row.selected
                    Layout.fillWidth: true
                    onClicked: list.chosen(row.key)
                }
            }
        }
    }
}
