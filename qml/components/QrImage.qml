import QtQuick
import Meridian.Theme

// A QR code on its quiet zone, always dark on light. `text` says what scanning it does.
Rectangle {
    id: code

    required property url source
    required property string text

    implicitWidth: Theme.qrSize
    implicitHeight: Theme.qrSize
    radius: Theme.radiusControl
    color: Theme.qrPaper
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.Graphic
    Accessible.name: code.text

    Image {
        id: picture
        anchors.fill: parent
        anchors.margins: Theme.space16
        source: code.source
        fillMode: Image.PreserveAspectFit
        // Modules are squares: interpolation blurs their edges and costs the camera time.
        smooth: false
    }
    Icon {
        anchors.centerIn: parent
        glyph: "qr-code"
        size: Theme.iconLarge
        color: Theme.qrInk
        visible: picture.status !== Image.Ready
    }
}
