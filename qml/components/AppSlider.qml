pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Meridian.Theme

// A place along a line, as in a video. Arrow keys move it by `stepSize`, Home and End to its ends.
T.Slider {
    id: slider

    // What is set, and where it stands, for a screen reader: “Position in the video”, “0:12 of 0:52”.
    required property string text
    property string valueText: ""
    // Places of note along the line, in the slider's values.
    property var marks: []

    // What an arrow key or a screen reader does.
    function step(direction: int) {
        slider.value += direction * slider.stepSize;
        slider.moved();
    }

    implicitWidth: Theme.listWidth
    implicitHeight: Theme.hitTarget
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Slider
    Accessible.name: slider.text
    Accessible.description: slider.valueText
    Accessible.onIncreaseAction: slider.step(1)
    Accessible.onDecreaseAction: slider.step(-1)
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Home && event.key !== Qt.Key_End)
            return;
        slider.value = event.key === Qt.Key_Home ? slider.from : slider.to;
        slider.moved();
        event.accepted = true;
    }

    background: Item {
        Rectangle {
            y: (parent.height - height) / 2
            x: slider.handle.width / 2
            width: parent.width - slider.handle.width
            height: Theme.space4
            radius: Theme.lineWidth
            color: Theme.outline

            Rectangle {
                width: parent.width * slider.visualPosition
                height: parent.height
                radius: Theme.lineWidth
                color: Theme.primary
            }
            Repeater {
                model: slider.marks
                delegate: Rectangle {
                    required property real modelData
                    x: slider.to > slider.from ? parent.width * (modelData - slider.from) / (slider.to - slider.from) - width / 2 : 0
                    y: (parent.height - height) / 2
                    width: Theme.dotSize
                    height: Theme.dotSize
                    radius: width / 2
                    color: Theme.primary
                    border.width: Theme.lineWidth
                    border.color: Theme.surface
                }
            }
        }
    }
    handle: Rectangle {
        x: slider.visualPosition * (slider.width - width)
        y: (slider.height - height) / 2
        implicitWidth: Theme.nowDotSize
        implicitHeight: Theme.nowDotSize
        radius: width / 2
        color: Theme.primary

        FocusRing {
            shown: slider.visualFocus
            around: parent.radius
        }
    }
}
