import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// A button with words. `look` is "filled" for the one main action, "outlined" or "text" for the others.
// Long words wrap and the button grows: nothing is cut off.
Pressable {
    id: control

    property string look: "outlined"
    property string glyph: ""
    // 48 high at any width, as in a sticky footer.
    property bool tall: false
    // In a layout: its words, not its frame, stand where the text above begins.
    property bool flush: false

    readonly property real _drawn: control.tall ? Theme.primaryHeight : Theme.controlHeight
    readonly property real _inset: Math.max(0, (Theme.hitTarget - control._drawn) / 2)
    readonly property color _ink: !control.enabled ? Theme.muted
        : control.look === "filled" ? Theme.primaryText : Theme.primary

    Layout.leftMargin: control.flush ? -control.leftPadding : 0
    topInset: control._inset
    bottomInset: control._inset
    topPadding: control._inset + Theme.space8
    bottomPadding: control._inset + Theme.space8
    leftPadding: control.look === "text" ? Theme.space12 : Theme.space16
    rightPadding: control.leftPadding
    implicitWidth: Math.min(Theme.controlWidthMax, Math.max(Theme.hitTarget,
        control.implicitContentWidth + control.leftPadding + control.rightPadding))
    implicitHeight: Math.max(control._drawn + 2 * control._inset,
                             control.implicitContentHeight + control.topPadding + control.bottomPadding)
    ground: control.look === "filled" ? (control.enabled ? Theme.primary : Theme.sunken)
        : control.look === "outlined" ? Theme.surface : "transparent"
    edge: control.look === "outlined" ? Theme.outline : "transparent"

    contentItem: Item {
        implicitWidth: row.lead + words.naturalWidth
        implicitHeight: words.implicitHeight

        Row {
            id: row
            readonly property real lead: control.glyph === "" ? 0 : Theme.iconSize + Theme.space8
            anchors.centerIn: parent
            spacing: Theme.space8

            Icon {
                glyph: control.glyph
                color: control._ink
                visible: control.glyph !== ""
                anchors.verticalCenter: parent.verticalCenter
            }
            MeasuredText {
                id: words
                width: Math.min(words.naturalWidth, control.availableWidth - row.lead)
                text: control.text
                step: Theme.label
                color: control._ink
                horizontalAlignment: Text.AlignHCenter
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
