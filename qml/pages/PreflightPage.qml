pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What blocks the next launch, what warns, and the button that opens each fix.
AppPage {
    id: page

    property bool readyShown: false

    title: qsTr("Preflight", "Main page: what blocks a launch")
    columnWidth: Theme.pageWidthMax

    PreflightModel {
        id: model
        session: page.session
    }
    AppText {
        text: model.headline
        visible: text !== ""
        step: Theme.wide ? Theme.display : Theme.title
        Layout.fillWidth: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    GridLayout {
        columns: Theme.wide ? Math.max(1, model.gates.count) : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space12
        Layout.fillWidth: true

        Repeater {
            model: model.gates
            delegate: Card {
                id: gate
                required property string name
                required property string launch
                required property string launchThere
                required property string status
                required property string summary
                edgeStatus: gate.status
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.space8
                    AppText {
                        text: gate.name
                        step: Theme.heading
                        Layout.fillWidth: true
                        Accessible.role: Accessible.Heading
                        Accessible.name: gate.name
                    }
                    TwoZoneTime {
                        visible: gate.launch !== ""
                        mine: gate.launch
                        theirs: gate.launchThere
                        Layout.fillWidth: true
                    }
                    StatusChip {
                        status: gate.status
                        text: gate.summary
                        Layout.maximumWidth: parent.width
                    }
                }
            }
        }
    }
    PreflightGroup {
        title: qsTr("Blocks launch", "Preflight: heading of a group")
        rows: model.blocks
        count: model.blocking
        Layout.fillWidth: true
        onRowToggled: key => model.toggle(key)
    }
    PreflightGroup {
        title: qsTr("Warns", "Preflight: heading of a group")
        rows: model.warns
        count: model.warning
        Layout.fillWidth: true
        onRowToggled: key => model.toggle(key)
    }
    PreflightGroup {
        title: qsTr("Ready", "Preflight: heading of a group")
        rows: model.ready
        count: model.holding
        folds: true
        folded: !page.readyShown
        Layout.fillWidth: true
        onRowToggled: key => model.toggle(key)
        onFoldPressed: page.readyShown = !page.readyShown
    }
}
