pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// The review queue in groups, with what stands above it: the copy for offline, and conflicts of briefs.
Scroller {
    id: list

    required property ReviewQueueModel queue
    required property OfflineModel offline
    property string currentKey: ""
    // On a phone cards keep the gutter; beside a submission they are as wide as the row that is chosen.
    readonly property real _cardMargin: Theme.wide ? 0 : Theme.gutter - column.x
    signal opened(string space, string submission)

    contentHeight: column.implicitHeight + 2 * Theme.space8

    ColumnLayout {
        id: column
        x: Theme.wide ? Theme.space8 : Theme.space4
        y: Theme.space8
        width: list.width - 2 * column.x
        spacing: 0

        OfflineStrip {
            model: list.offline
            Layout.fillWidth: true
            Layout.leftMargin: list._cardMargin
            Layout.rightMargin: list._cardMargin
        }
        Repeater {
            model: list.queue.briefConflicts
            delegate: BriefConflictCard {
                id: conflict
                Layout.fillWidth: true
                Layout.topMargin: Theme.space8
                Layout.leftMargin: list._cardMargin
                Layout.rightMargin: list._cardMargin
                onKept: issue => list.queue.keepBrief(conflict.key, issue)
            }
        }
        EmptyState {
            visible: list.queue.loaded && list.queue.open === 0 && list.queue.briefConflicts.count === 0
            glyph: "circle-check"
            text: list.queue.emptyText
            Layout.fillWidth: true
            Layout.topMargin: Theme.space32
            Layout.bottomMargin: Theme.space16
        }
        Repeater {
            model: list.queue.rows
            delegate: ColumnLayout {
                id: place
                required property string heading
                required property string key
                required property string space
                required property string creator
                required property string detail
                required property string chip
                required property string status
                required property string chipName
                required property string note
                required property string picture
                required property string glyph
                spacing: Theme.space4
                Layout.fillWidth: true

                SectionHeader {
                    visible: place.heading !== ""
                    text: place.heading
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.space12
                    Layout.topMargin: Theme.space16
                }
                QueueDelegate {
                    key: place.key
                    space: place.space
                    creator: place.creator
                    detail: place.detail
                    chip: place.chip
                    status: place.status
                    chipName: place.chipName
                    note: place.note
                    picture: place.picture
                    glyph: place.glyph
                    selected: place.key === list.currentKey
                    Layout.fillWidth: true
                    onClicked: list.opened(place.space, place.key)
                }
            }
        }
        AppButton {
            look: "text"
            text: list.queue.answeredToo ? qsTr("Hide answered ones", "Button of the review queue")
                                         : qsTr("Show answered ones", "Button of the review queue")
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.space8
            onClicked: list.queue.answeredToo = !list.queue.answeredToo
        }
    }
}
