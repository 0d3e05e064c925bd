import QtQuick
import QtQuick.Templates as T
import Meridian.Theme

// What every control that can be pressed is made of. `text` is required, also where only an icon is
// drawn: it is the name that a screen reader speaks. Space and Enter press it, and so does a screen reader.
T.AbstractButton {
    id: control

    required text
    // What the name says when the visible words need more around them, as "Promise at risk, due today".
    property string accessibleName: control.text
    property string hint: ""
    property real radius: Theme.radiusControl
    property color ground: "transparent"
    property color edge: "transparent"

    // What a key or a screen reader does: the same as a tap.
    function press() {
        if (!control.enabled)
            return;
        if (control.checkable) {
            control.toggle();
            control.toggled();
        }
        control.clicked();
    }

    implicitWidth: Math.max(control.implicitContentWidth + control.leftPadding + control.rightPadding,
                            Theme.hitTarget)
    implicitHeight: Math.max(control.implicitContentHeight + control.topPadding + control.bottomPadding,
                             Theme.hitTarget)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: control.accessibleName
    Accessible.description: control.hint
    Accessible.focusable: true
    Accessible.onPressAction: control.press()
    // A key that is held down is one press.
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            control.press();
    }
    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            control.press();
    }

    background: Rectangle {
        radius: control.radius
        color: control.ground
        border.width: Theme.hairline
        border.color: control.edge

        Rectangle {
            anchors.fill: parent
            radius: control.radius
            color: control.down ? Theme.pressed : Theme.hover
            visible: control.enabled && (control.down || control.hovered)
        }
        FocusRing {
            shown: control.visualFocus
            around: control.radius
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
