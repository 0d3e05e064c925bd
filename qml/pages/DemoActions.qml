import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What the demo can do with time: on to what happens next, and back to where it began.
RowLayout {
    id: actions

    required property DemoModel model

    spacing: Theme.space4

    AppButton {
        text: qsTr("Jump to next event", "Button of the demo: moves the clock")
        glyph: "clock"
        look: "text"
        visible: actions.model.mayJump
        onClicked: actions.model.jump()
    }
    AppButton {
        text: qsTr("Start over", "Button of the demo: everything as it was at the start")
        glyph: "undo-2"
        look: "text"
        visible: actions.model.mayStartOver
        onClicked: actions.model.startOver()
    }
}
