pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What was asked, and the answers. Nothing shows while there is nothing.
ColumnLayout {
    id: list

    required property RowModel rows

    visible: list.rows.count > 0
    spacing: Theme.space8

    SectionHeader {
        text: qsTr("My questions", "Heading")
        Layout.fillWidth: true
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            Repeater {
                model: list.rows
                delegate: ColumnLayout {
                    id: row
                    required property string about
                    required property string text
                    required property string answer
                    required property string stateText
                    required property string status
                    spacing: Theme.space4
                    Layout.fillWidth: true
                    AppText {
                        text: row.about
                        visible: text !== ""
                        step: Theme.caption
                        color: Theme.muted
                        Layout.fillWidth: true
                    }
                    AppText {
                        text: row.text
                        Layout.fillWidth: true
                    }
                    AppText {
                        text: row.answer
                        visible: text !== ""
                        step: Theme.heading
                        Layout.fillWidth: true
                    }
                    StatusChip {
                        status: row.status
                        text: row.stateText
                        Layout.maximumWidth: row.width
                    }
                }
            }
        }
    }
}
