import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// The bar on top of a page: a way back, the title, and on the right whatever the page puts inside. A long title takes
// two lines beside it, smaller ones if they must be; only where even those find no room it stands below, where the
// title begins. Widths are given from outside in: a layout that asks words for their height, and so for their lines,
// would go round.
Rectangle {
    id: bar

    required property string title
    property bool canGoBack: false
    // The title opens the list of campaigns.
    property bool switches: false
    default property alias tools: tools.data
    // Of what stands around the words of the title.
    readonly property real _around: bar.switches ? 2 * Theme.space8 + Theme.space4 + arrow.width : 0
    readonly property real lineShare: 0.65
    readonly property real _beside: bar._room - Theme.space8 - tools.implicitWidth
    readonly property bool _small: bar.widthMin(whole, longest) > bar._beside
        && (bar.widthMin(wholeSmall, longestSmall) <= bar._beside || bar.widthOf(whole) > bar._room)
    readonly property TypeStep _step: bar._small ? Theme.heading : Theme.title
    readonly property real _titleWidth: bar.widthOf(bar._small ? wholeSmall : whole)
    readonly property real _titleWidthMin: bar._small ? bar.widthMin(wholeSmall, longestSmall) : bar.widthMin(whole, longest)
    readonly property real _titleHeight: bar.switches ? campaign.implicitHeight : heading.implicitHeight
    readonly property real _left: bar.canGoBack ? Theme.space4 + Theme.hitTarget + Theme.space8
        : bar.switches ? Theme.gutter - Theme.space8 : Theme.gutter
    readonly property real _room: Math.max(0, bar.width - bar._left - Theme.space8)
    readonly property bool _stacked: bar._titleWidthMin > bar._beside
    readonly property real _titleRoom: bar._stacked ? bar._room : Math.min(bar._beside, bar._titleWidth)
    readonly property real _lineHeight: Math.max(Theme.barHeight - Theme.space8, bar._titleHeight,
        bar._stacked ? 0 : tools.implicitHeight)

    signal back
    signal switched

    function widthOf(words: TextMetrics): real {
        return Math.ceil(words.advanceWidth) + Theme.hairline + bar._around;
    }
    // Two lines hold it, and no word is broken.
    function widthMin(words: TextMetrics, word: TextMetrics): real {
        const width = bar.widthOf(words);
        return Math.min(width, Math.max(width * bar.lineShare, bar.widthOf(word)));
    }

    TextMetrics {
        id: whole
        font: Theme.title.font
        text: bar.title
    }
    TextMetrics {
        id: wholeSmall
        font: Theme.heading.font
        text: bar.title
    }
    TextMetrics {
        id: longest
        font: Theme.title.font
        text: bar.title.split(" ").reduce((one, other) => other.length > one.length ? other : one, "")
    }
    TextMetrics {
        id: longestSmall
        font: Theme.heading.font
        text: longest.text
    }

    implicitHeight: bar._lineHeight + (bar._stacked ? tools.implicitHeight : 0) + Theme.space8
    color: Theme.surface

    IconButton {
        text: qsTr("Back", "Button: to the page before")
        glyph: "arrow-left"
        visible: bar.canGoBack
        x: Theme.space4
        y: Theme.space4 + (bar._lineHeight - height) / 2
        onClicked: bar.back()
    }
    AppText {
        id: heading
        text: bar.title
        step: bar._step
        visible: !bar.switches
        x: bar._left
        y: Theme.space4 + (bar._lineHeight - height) / 2
        width: bar._titleRoom
        Accessible.role: Accessible.Heading
        Accessible.name: bar.title
    }
    Pressable {
        id: campaign
        text: bar.title
        accessibleName: qsTr("Campaign: %1. Switch", "Screen reader: the title that opens the list of campaigns")
            .arg(bar.title)
        visible: bar.switches
        x: bar._left
        y: Theme.space4 + (bar._lineHeight - height) / 2
        width: bar._titleRoom
        leftPadding: Theme.space8
        rightPadding: Theme.space8
        onClicked: bar.switched()
        contentItem: Item {
            implicitWidth: Math.ceil(name.implicitWidth) + Theme.space4 + arrow.width
            implicitHeight: name.implicitHeight

            AppText {
                id: name
                text: bar.title
                step: bar._step
                width: parent.width - Theme.space4 - arrow.width
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Icon {
                id: arrow
                x: Math.min(name.width, Math.ceil(name.contentWidth)) + Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                glyph: "chevron-down"
                color: Theme.muted
            }
        }
    }
    RowLayout {
        id: tools
        x: bar._stacked ? (bar.canGoBack ? bar._left : Theme.gutter) : bar.width - width - Theme.space8
        y: Theme.space4 + (bar._stacked ? bar._lineHeight : (bar._lineHeight - height) / 2)
        width: Math.min(tools.implicitWidth, bar._room)
        spacing: Theme.space4
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
