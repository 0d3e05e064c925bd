import QtQuick
import Meridian.Theme
import Meridian.Components

// A person in a list: initials, name over a detail, and a state. Pressing it opens what is theirs.
Pressable {
    id: row

    property string initials: ""
    property string detail: ""
    property string status: ""
    property string stateText: ""
    property bool selected: false
    property bool opens: true
    // A chip goes below the words where a row is narrow.
    readonly property bool _beside: row.width > Theme.stripBeside * Theme.effectiveScale

    ground: row.selected ? Theme.selected : "transparent"
    radius: row.selected ? Theme.radiusControl : 0
    leftPadding: Theme.space16
    rightPadding: Theme.space12
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    accessibleName: row.text + ", " + row.detail + (row.stateText === "" ? "" : ", " + row.stateText)
    Accessible.role: Accessible.ListItem
    Accessible.selected: row.selected

    // Positioned by hand: words that wrap have their height at once, where a layout would polish itself again.
    contentItem: Item {
        id: content

        readonly property real _left: face.visible ? face.width + Theme.space12 : 0
        readonly property real _right: chevron.visible ? chevron.width + Theme.space12 : 0
        readonly property bool _chipBeside: chip.visible && row._beside
        readonly property real _line: Math.max(face.visible ? face.height : 0, names.height,
                                               content._chipBeside ? chip.height : 0)

        implicitHeight: content._line + (chip.visible && !row._beside ? Theme.space4 + chip.height : 0)

        Avatar {
            id: face
            visible: row.initials !== ""
            initials: row.initials
            inSelectedRow: row.selected
        }
        Column {
            id: names
            x: content._left
            y: Math.round((content._line - names.height) / 2)
            width: Math.max(0, content.width - content._left - content._right
                               - (content._chipBeside ? chip.width + Theme.space12 : 0))

            AppText {
                width: names.width
                text: row.text
                step: Theme.heading
                color: row.selected ? Theme.selectedText : Theme.text
                Accessible.ignored: true
            }
            AppText {
                width: names.width
                text: row.detail
                visible: text !== ""
                step: Theme.caption
                color: row.selected ? Theme.selectedText : Theme.muted
                Accessible.ignored: true
            }
        }
        StatusChip {
            id: chip
            visible: row.stateText !== ""
            status: row.status
            text: row.stateText
            inSelectedRow: row.selected
            x: row._beside ? content.width - content._right - chip.width : content._left
            y: row._beside ? Math.round((content._line - chip.height) / 2) : content._line + Theme.space4
            width: Math.min(chip.implicitWidth,
                            row._beside ? Theme.listWidth : content.width - content._left)
            Accessible.ignored: true
        }
        Icon {
            id: chevron
            visible: row.opens
            glyph: "chevron-right"
            color: row.selected ? Theme.selectedText : Theme.muted
            x: content.width - chevron.width
            y: Math.round((content._line - chevron.height) / 2)
        }
    }
}
