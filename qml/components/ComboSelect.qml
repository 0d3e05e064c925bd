pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Meridian.Theme

// One of many. In a form it is a box; `inSentence` makes it part of the words around it.
T.ComboBox {
    id: control

    required property string label
    property bool inSentence: false
    // What each entry stands for, where that matters: what was chosen stays chosen when the list changes.
    property var values: []
    property string value: ""
    readonly property string chosen: control.values[Math.max(0, control.currentIndex)] ?? ""
    readonly property real _inset: Math.max(0, (Theme.hitTarget - Theme.controlHeight) / 2)

    function _place() {
        if (control.values.length > 0)
            control.currentIndex = Math.max(0, control.values.indexOf(control.value));
    }
    onActivated: control.value = control.chosen
    onModelChanged: control._place()
    onValuesChanged: control._place()
    onValueChanged: control._place()

    implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight,
                             control.implicitContentHeight + 2 * Theme.space8)
    implicitWidth: control.inSentence ? control.implicitContentWidth + control.leftPadding + control.rightPadding
                                      : Theme.listWidth
    leftPadding: control.inSentence ? Theme.space8 : Theme.space12
    rightPadding: control.leftPadding + Theme.iconSmall + Theme.space4
    topInset: control.inSentence ? Theme.space4 : control._inset
    bottomInset: control.topInset
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.ComboBox
    Accessible.name: control.label + ": " + control.displayText
    Accessible.onPressAction: control.popup.open()
    Keys.onReturnPressed: event => {
        event.accepted = !control.popup.visible;
        if (event.accepted)
            control.popup.open();
    }

    contentItem: AppText {
        text: control.displayText
        color: !control.enabled ? Theme.muted : control.inSentence ? Theme.selectedText : Theme.text
        Accessible.ignored: true
    }
    indicator: Icon {
        glyph: "chevron-down"
        size: Theme.iconSmall
        color: control.inSentence && control.enabled ? Theme.selectedText : Theme.muted
        x: control.width - control.leftPadding - width
        y: (control.height - height) / 2
    }
    background: Rectangle {
        radius: control.inSentence ? Theme.radiusChip : Theme.radiusControl
        color: !control.enabled ? Theme.sunken : control.inSentence ? Theme.selected : Theme.surface
        border.width: control.inSentence ? 0 : Theme.hairline
        border.color: Theme.outline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: control.down ? Theme.pressed : Theme.hover
            visible: control.down || control.hovered
        }
        FocusRing {
            shown: control.visualFocus
            around: parent.radius
        }
    }
    delegate: T.ItemDelegate {
        id: row
        required property int index

        width: ListView.view.width
        implicitHeight: Math.max(Theme.hitTarget, implicitContentHeight + Theme.space16)
        leftPadding: Theme.space12
        rightPadding: Theme.space12
        highlighted: control.highlightedIndex === row.index
        Accessible.role: Accessible.ListItem
        Accessible.name: control.textAt(row.index)
        contentItem: AppText {
            text: control.textAt(row.index)
            color: row.highlighted ? Theme.selectedText : Theme.text
            Accessible.ignored: true
        }
        background: Rectangle {
            color: row.highlighted ? Theme.selected : "transparent"
            radius: Theme.radiusChip
        }
    }
    popup: T.Popup {
        id: list
        y: control.height
        width: Math.max(control.width, Math.min(Theme.listWidth, control.Window.width - 2 * Theme.gutter))
        implicitHeight: Math.min(contentItem.implicitHeight + 2 * Theme.space4, Theme.windowHeight / 2)
        padding: Theme.space4
        margins: Theme.space8
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: control.popup.visible ? control.delegateModel : null
            currentIndex: control.highlightedIndex
            T.ScrollBar.vertical: AppScrollBar {}
        }
        background: Raised {}
    }
}
