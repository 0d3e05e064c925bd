import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// A strip that says one thing about the page and offers one step, as amber when the brief changed.
Rectangle {
    id: banner

    required property string text
    property string status: "risk"
    property string action: ""
    // Whether the action fits beside the words.
    readonly property bool _beside: banner.width > Theme.stripBeside * Theme.effectiveScale
    readonly property StatusTint _look: Theme.status(banner.status)
    signal acted

    implicitWidth: Theme.queueWidth
    implicitHeight: grid.implicitHeight + Theme.space8
    radius: Theme.radiusControl
    color: banner._look.tint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.text

    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.leftMargin: Theme.space12
        anchors.rightMargin: Theme.space8
        columns: banner._beside ? 3 : 2
        columnSpacing: Theme.space8
        rowSpacing: 0

        Icon {
            glyph: banner._look.icon
            color: banner._look.text
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.space8 + Math.round((Theme.body.line - Theme.iconSize) / 2)
        }
        AppText {
            text: banner.text
            color: banner._look.text
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            Layout.bottomMargin: Theme.space8
            Accessible.ignored: true
        }
        Pressable {
            id: button
            text: banner.action
            visible: banner.action !== ""
            topInset: Theme.space4
            bottomInset: Theme.space4
            leftPadding: Theme.space12
            rightPadding: Theme.space12
            edge: banner._look.text
            Layout.column: banner._beside ? 2 : 1
            Layout.row: banner._beside ? 0 : 1
            Layout.maximumWidth: banner.width - Theme.space48
            Layout.bottomMargin: banner._beside ? 0 : Theme.space4
            onClicked: banner.acted()
            contentItem: AppText {
                text: button.text
                step: Theme.label
                color: banner._look.text
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
