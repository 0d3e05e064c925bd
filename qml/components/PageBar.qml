import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// The bar on top of a page: a way back, the title, and on the right whatever the page puts inside.
Rectangle {
    id: bar

    required property string title
    property bool canGoBack: false
    // The title opens the list of campaigns.
    property bool switches: false
    default property alias tools: tools.data
    readonly property real _needed: (bar.switches ? campaign.implicitWidth : heading.implicitWidth)
        + (bar.canGoBack ? Theme.hitTarget : 0) + tools.implicitWidth + Theme.space48
    readonly property bool _stacked: bar._needed > bar.width
    signal back
    signal switched

    implicitHeight: Math.max(Theme.barHeight, row.implicitHeight + Theme.space8)
    color: Theme.surface

    GridLayout {
        id: row
        columns: 4
        anchors.fill: parent
        anchors.leftMargin: bar.canGoBack ? Theme.space4 : bar.switches ? Theme.gutter - Theme.space8 : Theme.gutter
        anchors.rightMargin: Theme.space8
        columnSpacing: Theme.space8
        rowSpacing: 0

        IconButton {
            text: qsTr("Back", "Button: to the page before")
            glyph: "arrow-left"
            visible: bar.canGoBack
            Layout.row: 0
            Layout.column: 0
            onClicked: bar.back()
        }
        AppText {
            id: heading
            text: bar.title
            step: Theme.title
            visible: !bar.switches
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            Accessible.name: bar.title
        }
        Pressable {
            id: campaign
            text: bar.title
            accessibleName: qsTr("Campaign: %1. Switch", "Screen reader: the title that opens the list of campaigns")
                .arg(bar.title)
            visible: bar.switches
            Layout.row: 0
            Layout.column: 1
            leftPadding: Theme.space8
            rightPadding: Theme.space8
            Layout.fillWidth: true
            Layout.maximumWidth: campaign.implicitWidth
            onClicked: bar.switched()
            contentItem: RowLayout {
                spacing: Theme.space4
                AppText {
                    text: bar.title
                    step: Theme.title
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
                Icon {
                    glyph: "chevron-down"
                    color: Theme.muted
                }
            }
        }
        Item {
            visible: bar.switches
            Layout.row: 0
            Layout.column: 2
            Layout.fillWidth: true
        }
        RowLayout {
            id: tools
            spacing: Theme.space4
            Layout.row: bar._stacked ? 1 : 0
            Layout.column: bar._stacked ? 1 : 3
            Layout.columnSpan: bar._stacked ? 3 : 1
            Layout.alignment: bar._stacked ? Qt.AlignLeft : Qt.AlignRight
            Layout.fillWidth: bar._stacked
            Layout.maximumWidth: tools.implicitWidth
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
