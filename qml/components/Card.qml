import QtQuick
import QtQuick.Templates as T
import Meridian.Theme

// A white sheet with a border, holding one thing. It takes the size of its single child.
T.Pane {
    id: card

    // A thicker left edge in a state's colour, as amber on a stale block; empty for none.
    property string edgeStatus: ""

    padding: Theme.space16
    implicitWidth: Math.max(card.implicitBackgroundWidth,
                            card.contentWidth + card.leftPadding + card.rightPadding)
    implicitHeight: card.contentHeight + card.topPadding + card.bottomPadding

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.border

        Rectangle {
            visible: card.edgeStatus !== ""
            width: Theme.space4
            radius: Theme.lineWidth
            color: Theme.status(card.edgeStatus).text
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            anchors.topMargin: Theme.radiusCard
            anchors.bottomMargin: Theme.radiusCard
        }
    }
}
