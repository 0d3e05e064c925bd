import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// A comment, with the words of the caption, the point on the picture or the time in the video that it is about.
ColumnLayout {
    id: comment

    required property string author
    required property string text
    required property string quote
    required property string place
    required property string time
    required property int timeFile
    required property int timeMs
    required property string picture
    required property real x0
    required property real y0

    signal timePressed

    spacing: Theme.space4

    RowLayout {
        visible: comment.quote !== ""
        spacing: Theme.space12
        Layout.fillWidth: true
        Rectangle {
            implicitWidth: Theme.lineWidth
            color: Theme.primary
            Layout.fillHeight: true
        }
        AppText {
            text: comment.quote
            color: Theme.muted
            Layout.fillWidth: true
        }
    }
    AppText {
        text: comment.place
        visible: text !== ""
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
    }
    AppButton {
        visible: comment.time !== ""
        text: qsTr("At %1", "Button on a comment: shows the video at that time, as 0:12").arg(comment.time)
        accessibleName: qsTr("Show the video at %1", "Screen reader: a time as 0:12").arg(comment.time)
        glyph: "play"
        look: "text"
        flush: true
        onClicked: comment.timePressed()
    }
    Image {
        id: image
        visible: comment.picture !== "" && status === Image.Ready
        source: comment.picture
        fillMode: Image.PreserveAspectFit
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.listWidth
        Layout.preferredHeight: image.implicitWidth > 0
            ? Math.min(image.width, Theme.listWidth) * image.implicitHeight / image.implicitWidth : 0
        Accessible.role: Accessible.Graphic
        Accessible.name: comment.place

        Rectangle {
            x: (parent.width - image.paintedWidth) / 2 + image.paintedWidth * comment.x0 - width / 2
            y: (parent.height - image.paintedHeight) / 2 + image.paintedHeight * comment.y0 - height / 2
            width: Theme.space24
            height: Theme.space24
            radius: width / 2
            color: "transparent"
            border.width: Theme.focusWidth + Theme.hairline
            border.color: Theme.snackText
            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.hairline
                radius: width / 2
                color: "transparent"
                border.width: Theme.lineWidth
                border.color: Theme.snack
            }
        }
    }
    AppText {
        text: comment.text
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.measure
    }
    AppText {
        text: comment.author
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
    }
}
