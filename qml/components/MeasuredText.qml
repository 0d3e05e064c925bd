import QtQuick
import Meridian.Theme

// Text whose owner takes its width from the words. A Text's own implicitWidth is laid out anew with its width, so
// that a width bound to it goes round in a circle; this one depends on the words and the font alone.
AppText {
    id: measured

    // On one line, whatever the width is.
    readonly property real naturalWidth: Math.ceil(measured._natural.advanceWidth) + Theme.hairline

    readonly property TextMetrics _natural: TextMetrics {
        font: measured.font
        text: measured.text
    }
}
