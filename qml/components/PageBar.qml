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
    signal back
    signal switched

    implicitHeight: Math.max(Theme.barHeight, row.implicitHeight + Theme.space8)
    color: Theme.surface

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: bar.canGoBack ? Theme.space4 : bar.switches ? Theme.gutter - Theme.space8 : Theme.gutter
        anchors.rightMargin: Theme.space8
        spacing: Theme.space8

        IconButton {
            text: qsTr("Back", "Button: to the page before")
            glyph: "arrow-left"
            visible: bar.canGoBack
            onClicked: bar.back()
        }
        AppText {
            text: bar.title
            step: Theme.title
            visible: !bar.switches
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
            Layout.fillWidth: true
        }
        RowLayout {
            id: tools
            spacing: Theme.space4
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
