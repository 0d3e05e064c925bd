pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Statements, each with its reason below it, under one heading. Nothing shows while there are none.
ColumnLayout {
    id: list

    required property string label
    required property RowModel rows

    visible: list.rows.count > 0
    spacing: Theme.space8

    SectionHeader {
        text: list.label
        Layout.fillWidth: true
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space12
            Repeater {
                model: list.rows
                delegate: ColumnLayout {
                    id: row
                    required property string text
                    required property string reason
                    spacing: 0
                    Layout.fillWidth: true
                    AppText {
                        text: row.text
                        Layout.fillWidth: true
                        Layout.maximumWidth: Theme.measure
                    }
                    AppText {
                        text: row.reason
                        visible: row.reason !== ""
                        step: Theme.caption
                        color: Theme.muted
                        Layout.fillWidth: true
                        Layout.maximumWidth: Theme.measure
                    }
                }
            }
        }
    }
}
