pragma ComponentBehavior: Bound

import QtQuick
import Meridian.Theme

// Text in one step of the type scale. It wraps and never elides, because Russian runs a third longer.
Text {
    id: label

    property TypeStep step: Theme.body

    font: label.step.font
    color: Theme.text
    linkColor: Theme.primary
    lineHeight: label.step.line
    lineHeightMode: Text.FixedHeight
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    // A Text tells a screen reader nothing by itself.
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text
    Accessible.ignored: label.text === ""
    // A fixed line height puts the glyphs at the top of the line; half the leading brings them to its middle.
    topPadding: Math.round(metrics.leading / 2)
    bottomPadding: -label.topPadding

    readonly property FontMetrics _metrics: FontMetrics {
        id: metrics
        readonly property real leading: Math.max(0, label.step.line - metrics.height)
        font: label.step.font
    }
}
