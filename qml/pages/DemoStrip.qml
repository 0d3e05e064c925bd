pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// Only in the demo: the clock, this device's airplane mode, and the five steps that tick themselves. On a
// phone it starts folded to one line; opened, it lists the steps below each other.
Rectangle {
    id: strip

    required property Session session
    property bool open: Theme.wide
    readonly property bool _large: Theme.effectiveScale >= Theme.stackScale
    readonly property bool _row: Theme.wide && !strip._large
    readonly property string _folded: qsTr("%1 of 5 · %2", "The strip of the demo, folded: how many steps are done, and the next one").arg(vm.taken).arg(vm.headline)

    implicitHeight: column.implicitHeight + Theme.hairline
    color: Theme.sunken
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Demo", "Screen reader: the strip of the demo")

    DemoModel {
        id: vm
        session: strip.session
        onSaid: text => Navigation.say(text)
    }
    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0

        RowLayout {
            spacing: Theme.space4
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12

            AppText {
                text: vm.now
                step: Theme.label
                visible: strip._row
                Layout.rightMargin: Theme.space8
                wrapMode: Text.NoWrap
            }
            AppText {
                text: strip._folded
                step: Theme.caption
                color: Theme.muted
                visible: !strip._row && !strip._large
                Layout.fillWidth: true
            }
            AppButton {
                text: qsTr("Airplane", "Button of the demo: this device goes offline, or online again")
                accessibleName: strip.session.airplane ? qsTr("Airplane: on", "Screen reader: a button of the demo")
                                                       : qsTr("Airplane: off", "Screen reader: a button of the demo")
                glyph: strip.session.airplane ? "cloud-off" : "globe"
                look: strip.session.airplane ? "filled" : "text"
                onClicked: strip.session.airplane = !strip.session.airplane
            }
            DemoActions {
                visible: strip._row
                model: vm
            }
            Item {
                visible: strip._row || strip._large
                Layout.fillWidth: true
            }
            IconButton {
                text: strip.open ? qsTr("Fold the demo’s steps", "Button of the demo") : qsTr("Show the demo’s steps", "Button of the demo")
                glyph: strip.open ? "chevron-up" : "chevron-down"
                onClicked: strip.open = !strip.open
            }
        }
        AppText {
            text: strip._folded
            step: Theme.caption
            color: Theme.muted
            visible: strip._large && !strip.open
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            Layout.bottomMargin: Theme.space8
        }
        DemoActions {
            visible: strip.open && !strip._row
            model: vm
        }
        Flow {
            visible: strip.open
            spacing: strip._row ? Theme.space16 : Theme.space8
            flow: strip._row ? Flow.LeftToRight : Flow.TopToBottom
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            Layout.bottomMargin: Theme.space8
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Steps of the demo", "Screen reader")

            Repeater {
                model: vm.steps
                delegate: DemoStepMark {}
            }
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
