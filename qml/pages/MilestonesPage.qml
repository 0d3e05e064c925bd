pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The milestones as leads keep them, by date: add one, open one to change it.
AppPage {
    id: page

    title: qsTr("Milestones", "Title of a page")

    tools: IconButton {
        text: qsTr("Add milestone", "Button")
        glyph: "plus"
        visible: model.mayAdd
        onClicked: Navigation.open("MilestonePage", {})
    }
    MilestonesModel {
        id: model
        session: page.session
    }
    Card {
        padding: 0
        visible: model.rows.count > 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: model.rows
                delegate: ColumnLayout {
                    id: row
                    required property int index
                    required property string key
                    required property string title
                    required property string why
                    required property string detail
                    required property string mine
                    required property string theirs
                    required property string note
                    required property bool mayEdit
                    spacing: 0
                    Layout.fillWidth: true

                    Divider {
                        visible: row.index > 0
                        Layout.fillWidth: true
                    }
                    RowLayout {
                        spacing: Theme.space8
                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.space16
                        Layout.rightMargin: Theme.space4
                        Layout.topMargin: Theme.space12
                        Layout.bottomMargin: Theme.space12

                        ColumnLayout {
                            spacing: Theme.space4
                            Layout.fillWidth: true
                            Layout.alignment: Qt.AlignTop
                            TwoZoneTime {
                                mine: row.mine
                                theirs: row.theirs
                                Layout.fillWidth: true
                            }
                            AppText {
                                text: row.title
                                step: Theme.heading
                                Layout.fillWidth: true
                            }
                            AppText {
                                text: row.why
                                visible: text !== ""
                                Layout.fillWidth: true
                                Layout.maximumWidth: Theme.measure
                            }
                            AppText {
                                text: row.detail
                                visible: text !== row.title
                                step: Theme.caption
                                color: Theme.muted
                                Layout.fillWidth: true
                            }
                            StatusChip {
                                visible: row.note !== ""
                                status: "risk"
                                text: row.note
                                Layout.fillWidth: true
                                Layout.maximumWidth: implicitWidth
                            }
                        }
                        IconButton {
                            visible: row.mayEdit
                            text: qsTr("Edit: %1", "Button: opens a milestone; %1 is its title").arg(row.title)
                            glyph: "pencil"
                            Layout.alignment: Qt.AlignTop
                            onClicked: Navigation.open("MilestonePage", {"milestone": row.key})
                        }
                    }
                }
            }
        }
    }
    EmptyState {
        visible: model.loaded && model.rows.count === 0
        glyph: "calendar"
        text: qsTr("No milestones yet. Each says when, and why then.", "An empty list of milestones")
        action: model.mayAdd ? qsTr("Add milestone", "Button") : ""
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActed: Navigation.open("MilestonePage", {})
    }
}
