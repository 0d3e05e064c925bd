pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The campaign on one page: what everybody pulls towards, and how each market does.
AppPage {
    id: page

    title: vm.name !== "" ? vm.name : qsTr("Campaign", "Main page: the campaign on one page")
    campaignTitle: true
    columnWidth: Theme.pageWidthMax

    tools: IconButton {
        text: qsTr("Edit the campaign", "Button: opens the editor of the campaign page")
        glyph: "pencil"
        visible: page.session.leads
        onClicked: Navigation.open("CampaignEditPage", {})
    }
    CampaignModel {
        id: vm
        session: page.session
    }
    AppText {
        text: vm.thesis
        visible: text !== ""
        step: Theme.display
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.measure * 1.5
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    GridLayout {
        columns: Theme.panes >= 3 ? 3 : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16
        Layout.fillWidth: true

        TitledText {
            label: qsTr("Shared goal", "Campaign page: heading")
            text: vm.goal
            boxed: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }
        TitledText {
            label: qsTr("Value proposition", "Campaign page: heading")
            text: vm.valueProposition
            boxed: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }
        TitledText {
            label: qsTr("Success metric", "Campaign page: heading")
            text: vm.successMetric
            boxed: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }
    }
    TitledText {
        label: qsTr("Priority decision", "Campaign page: heading")
        text: vm.decision
        note: vm.decisionWhy
        boxed: true
        visible: vm.decision !== ""
        Layout.fillWidth: true
    }
    StatusChip {
        visible: vm.buffer !== ""
        status: vm.bufferWarns ? "risk" : "good"
        text: vm.bufferWarns ? qsTr("%1: 3–5 keep a slip from reaching the next market.", "Below the launches; %1 is “2 days between the launches”").arg(vm.buffer)
                                : vm.buffer
        Layout.maximumWidth: parent.width
    }
    GridLayout {
        columns: Theme.wide ? Math.max(1, vm.markets.count) : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16
        Layout.fillWidth: true

        Repeater {
            model: vm.markets
            delegate: MarketCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
            }
        }
    }
    ReasonList {
        label: qsTr("Non-negotiables", "Campaign page: heading")
        rows: vm.nonNegotiables
        Layout.fillWidth: true
    }
    ReasonList {
        label: qsTr("Negotiables", "Campaign page: heading")
        rows: vm.negotiables
        Layout.fillWidth: true
    }
    EmptyState {
        visible: vm.loaded && vm.thesis === "" && vm.markets.count === 0
        glyph: "globe"
        text: qsTr("The campaign page is still empty. It fills as soon as the first data arrives.", "An empty campaign page")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
    }
}
