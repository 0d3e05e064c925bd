pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What the creator makes.
ColumnLayout {
    id: list

    required property RowModel rows

    visible: list.rows.count > 0
    spacing: Theme.space8

    SectionHeader {
        text: qsTr("Deliverables", "Heading: what a creator makes")
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
                delegate: MaterialDelegate {
                    Layout.fillWidth: true
                }
            }
        }
    }
}
