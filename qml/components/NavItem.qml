import QtQuick
import Meridian.Theme

// One destination of the bottom bar or the rail: icon over word.
Pressable {
    id: item

    required property string glyph
    property bool current: false
    // Pixels of the word, where several stand side by side and are to be alike; 0: as large as fits.
    property int wordSize: 0

    padding: Theme.space4
    Accessible.role: Accessible.PageTab
    Accessible.selected: item.current

    contentItem: Item {
        implicitWidth: Math.max(Theme.space48, words.implicitWidth)
        implicitHeight: pill.height + words.height + Theme.space4

        Rectangle {
            id: pill
            width: Theme.space48 + Theme.space8
            height: Theme.iconSize + Theme.space8
            radius: pill.height / 2
            color: item.current ? Theme.selected : "transparent"
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(0, (parent.height - parent.implicitHeight) / 2)

            Icon {
                anchors.centerIn: parent
                glyph: item.glyph
                color: item.current ? Theme.selectedText : Theme.muted
            }
        }
        AppText {
            id: words
            anchors.top: pill.bottom
            anchors.topMargin: Theme.space4
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: item.text
            step: Theme.caption
            color: item.current ? Theme.text : Theme.muted
            // Five words share a phone: each grows with the text scale as far as it fits, and is never broken.
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption.size
            font: item.wordSize === 0 ? Theme.caption.font
                : Qt.font({"family": Theme.fontFamily, "pixelSize": item.wordSize, "weight": Theme.caption.weight})
            Accessible.ignored: true
        }
    }
}
