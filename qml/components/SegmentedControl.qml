pragma ComponentBehavior: Bound

import QtQuick
import Meridian.Theme

// A choice of one among two to four, all visible, as EN│RU; one below the other where large text needs the
// room. Left and Right move it. Whoever keeps the choice sets `currentIndex` by what was activated.
Rectangle {
    id: control

    // Each has `text`, and may have `name` where the words are too short to be spoken.
    required property var options
    required property string accessibleName
    property int currentIndex: 0
    signal activated(int index)

    function choose(index: int) {
        if (index < 0 || index >= control.options.length || index === control.currentIndex)
            return;
        control.activated(index);
    }

    // Of all segments side by side, in the narrowest place where a choice stands: a card on a phone.
    readonly property real _across: {
        let sum = 0;
        for (let i = 0; i < segments.count; ++i)
            sum += segments.itemAt(i) ? segments.itemAt(i).implicitWidth : 0;
        return sum;
    }
    readonly property bool _stacked: Theme.effectiveScale >= Theme.stackScale
        && control._across > Theme.windowWidth - 2 * Theme.gutter - 2 * Theme.space16 - 2 * Theme.space4

    implicitWidth: row.implicitWidth + 2 * Theme.space4
    implicitHeight: row.implicitHeight
    radius: Theme.radiusControl
    color: "transparent"
    Accessible.role: Accessible.Grouping
    Accessible.name: control.accessibleName

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: control._stacked ? 0 : Math.max(0, (parent.height - Theme.hitTarget) / 2)
        anchors.bottomMargin: anchors.topMargin
        radius: Theme.radiusControl
        color: Theme.sunken
        border.width: Theme.hairline
        border.color: Theme.outline
    }
    Grid {
        id: row
        x: Theme.space4
        columns: control._stacked ? 1 : Math.max(1, control.options.length)

        Repeater {
            id: segments
            model: control.options

            delegate: Pressable {
                id: segment
                required property int index
                required property var modelData

                text: segment.modelData.text
                accessibleName: segment.modelData.name ?? segment.text
                checked: segment.index === control.currentIndex
                radius: Theme.radiusChip
                topInset: Theme.space4
                bottomInset: Theme.space4
                leftPadding: Theme.space12
                rightPadding: Theme.space12
                ground: segment.checked ? Theme.surface : "transparent"
                edge: !segment.checked ? "transparent" : segment.enabled ? Theme.primary : Theme.outline
                onClicked: control.choose(segment.index)
                Accessible.role: Accessible.RadioButton
                Accessible.checked: segment.checked
                Keys.onLeftPressed: control.choose(segment.index - 1)
                Keys.onRightPressed: control.choose(segment.index + 1)

                contentItem: AppText {
                    text: segment.text
                    step: Theme.label
                    color: segment.checked && segment.enabled ? Theme.primary : Theme.muted
                    wrapMode: Text.NoWrap
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
