pragma ComponentBehavior: Bound

import QtQuick
import Meridian.Theme
import Meridian.Components

// One submission in the queue: picture, who, what, and when the answer is promised.
Pressable {
    id: row

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
    property bool selected: false
    readonly property var _words: [row.creator, row.detail, row.chipName, row.note]

    text: row.creator
    accessibleName: row._words.filter(part => part !== "").join(", ")
    ground: row.selected ? Theme.selected : "transparent"
    radius: row.selected ? Theme.radiusControl : 0
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    implicitHeight: Math.max(Theme.reviewRowHeight, implicitContentHeight + topPadding + bottomPadding)
    Accessible.role: Accessible.ListItem
    Accessible.selected: row.selected

    // Positioned by hand: a row's height follows its words as soon as they wrap.
    contentItem: Item {
        implicitWidth: Theme.listWidth
        implicitHeight: Math.max(Theme.thumbSmall, words.implicitHeight)

        Rectangle {
            id: thumb
            width: Theme.thumbSmall
            height: Theme.thumbSmall
            radius: Theme.radiusControl
            color: Theme.sunken
            border.width: Theme.hairline
            border.color: Theme.border
            clip: true

            Image {
                id: image
                anchors.fill: parent
                anchors.margins: Theme.hairline
                source: row.picture
                sourceSize.width: Theme.thumbSmall * 2
                sourceSize.height: Theme.thumbSmall * 2
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
                Accessible.ignored: true
            }
            Icon {
                anchors.centerIn: parent
                glyph: row.glyph
                color: Theme.muted
                visible: image.status !== Image.Ready
            }
        }
        Column {
            id: words
            x: thumb.width + Theme.space12
            width: parent.width - x

            AppText {
                width: parent.width
                text: row.creator
                step: Theme.heading
                color: row.selected ? Theme.selectedText : Theme.text
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: row.detail
                step: Theme.caption
                color: row.selected ? Theme.selectedText : Theme.muted
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: row.note
                visible: row.note !== ""
                step: Theme.caption
                color: Theme.risk.text
                Accessible.ignored: true
            }
            Item {
                width: Theme.space4
                height: Theme.space4
            }
            StatusChip {
                width: Math.min(implicitWidth, parent.width)
                status: row.status
                text: row.chip
                inSelectedRow: row.selected
                Accessible.ignored: true
            }
        }
    }
}
