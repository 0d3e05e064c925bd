pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The dates of the campaign and why they are in this order. Read-only; my own are marked. Leads go on to the list
// of milestones.
AppPage {
    id: page

    title: qsTr("Timeline", "Main page: dates of the campaign")

    tools: IconButton {
        text: qsTr("Edit the milestones", "Button: opens the list of milestones")
        glyph: "pencil"
        visible: page.session.leads
        onClicked: Navigation.open("MilestonesPage", {})
    }
    TimelineModel {
        id: vm
        session: page.session
    }
    MeridianLine {
        visible: vm.rows.count > 0
        Layout.fillWidth: true

        Repeater {
            model: vm.rows
            delegate: MeridianEntry {
                id: entry
                required property string title
                required property string why
                required property string kind
                required property string market
                required property string distance
                required property bool own
                required property bool launch

                label: entry.title
                status: "active"

                Flow {
                    spacing: Theme.space8
                    visible: entry.own || entry.launch || entry.phase === "now"
                    Layout.fillWidth: true
                    StatusChip {
                        visible: entry.own
                        status: "active"
                        glyph: "user"
                        text: qsTr("Yours", "Of a date on the timeline: my own deadline")
                    }
                    StatusChip {
                        visible: entry.launch
                        status: "local"
                        glyph: "flag"
                        text: entry.kind === "" ? entry.title : entry.kind
                    }
                    Countdown {
                        visible: entry.phase === "now"
                        text: entry.distance
                        status: "active"
                    }
                }
                AppText {
                    text: entry.why
                    visible: text !== ""
                    color: Theme.muted
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.measure
                }
            }
        }
    }
    EmptyState {
        visible: vm.loaded && vm.rows.count === 0
        glyph: "calendar"
        text: qsTr("No dates yet. They appear here as soon as your leads set them.", "An empty timeline")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
    }
}
