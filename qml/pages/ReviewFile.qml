pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// One file of a submission. A picture is shown whole and takes comments at a point; others are named.
Card {
    id: file

    required property int index
    required property string name
    required property string detail
    required property string missing
    required property string picture
    required property string glyph
    required property RowModel comments
    property bool pinned: false
    property point pinAt
    signal pointed(real x, real y)
    signal saveWanted

    padding: Theme.hairline

    ColumnLayout {
        width: parent.width
        spacing: 0

        Image {
            id: image
            visible: file.picture !== ""
            source: file.picture
            sourceSize.width: Theme.pageWidthMax
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Layout.fillWidth: true
            Layout.preferredHeight: status === Image.Ready && implicitWidth > 0
                ? Math.min(Theme.mediaHeightMax, width * implicitHeight / implicitWidth) : Theme.thumb * 2
            Accessible.role: Accessible.Graphic
            Accessible.name: file.name

            Item {
                anchors.centerIn: parent
                width: image.paintedWidth
                height: image.paintedHeight

                TapHandler {
                    onTapped: event => file.pointed(event.position.x / parent.width, event.position.y / parent.height)
                }
                Repeater {
                    model: file.comments
                    delegate: PinMark {
                        id: mark
                        required property int markFile
                        required property string number
                        required property real markX
                        required property real markY
                        visible: mark.markFile === file.index
                        text: mark.number
                        x: mark.markX * parent.width - width / 2
                        y: mark.markY * parent.height - height / 2
                    }
                }
                PinMark {
                    visible: file.pinned
                    text: "+"
                    x: file.pinAt.x * parent.width - width / 2
                    y: file.pinAt.y * parent.height - height / 2
                }
            }
        }
        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.margins: Theme.space12
            Icon {
                glyph: file.glyph
                color: Theme.muted
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                AppText {
                    text: file.name
                    step: Theme.label
                    Layout.fillWidth: true
                }
                AppText {
                    text: file.missing !== "" ? file.missing : file.detail
                    step: Theme.caption
                    color: file.missing !== "" ? Theme.risk.text : Theme.muted
                    Layout.fillWidth: true
                }
            }
            IconButton {
                visible: file.missing === ""
                text: qsTr("Save a copy", "Button: writes a file of a submission to a folder")
                glyph: "download"
                onClicked: file.saveWanted()
            }
        }
    }
}
