pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The campaign on one page as leads write it: the shared texts, each market's column, and which market leads.
AppPage {
    id: page

    // The market to begin with; empty for the first of the own.
    property string market: ""
    readonly property var codes: edit.codes
    readonly property var names: edit.marketNames
    property string lane: page.session.contentLanguage

    title: qsTr("Edit the campaign", "Title of a page")
    columnWidth: Theme.pageWidthMax

    CampaignEditModel {
        id: edit
        session: page.session
        Component.onCompleted: if (page.market !== "")
            edit.market = page.market
        onDone: what => {
            if (what === "decide")
                Navigation.say(qsTr("Decided. Everybody sees it with its reason.", "After the priority decision"));
            else if (what === "launch")
                Navigation.say(qsTr("The launch date is set.", "After a launch date was set"));
        }
    }
    LaneHeader {
        lane: page.lane
        Layout.fillWidth: true
        onChosen: lane => page.lane = lane
    }
    SectionHeader {
        text: qsTr("Priority decision", "Campaign page: heading")
        Layout.fillWidth: true
    }
    PriorityCard {
        edit: edit
        lane: page.lane
        Layout.fillWidth: true
    }
    Card {
        padding: 0
        Layout.fillWidth: true
        ListRow {
            width: parent.width
            text: qsTr("Goal tensions", "Title of a page: goals that pull apart")
            detail: qsTr("Where two goals pull apart, and what was decided", "Below “Goal tensions”")
            opens: true
            onClicked: Navigation.open("TensionsPage", {})
        }
    }
    SectionHeader {
        text: qsTr("Shared by all markets", "Campaign page: heading")
        Layout.fillWidth: true
    }
    CampaignBlocks {
        edit: edit
        rows: edit.shared
        lane: page.lane
        mayEdit: edit.mayEdit
        Layout.fillWidth: true
    }
    CharterModel {
        id: charter
        session: page.session
        market: edit.market
    }
    CharterList {
        charter: charter
        kind: CharterModel.NonNegotiable
        rows: charter.nonNegotiables
        title: qsTr("Non-negotiables", "Campaign page: heading")
        lane: page.lane
        mayEdit: charter.mayEdit
        becauseLabel: qsTr("Because", "Name of a field: the reason of a non-negotiable")
        becauseMissing: qsTr("No “because” yet", "Of a non-negotiable without a reason")
        removedText: qsTr("Removed. Versions already sent keep what was ticked.", "After a non-negotiable or a check was removed")
        emptyText: qsTr("None yet. Each becomes a box that creators tick before they send.", "No non-negotiables")
        Layout.fillWidth: true
    }
    CharterList {
        charter: charter
        kind: CharterModel.Negotiable
        rows: charter.negotiables
        title: qsTr("Negotiables", "Campaign page: heading")
        lane: page.lane
        mayEdit: charter.mayEdit
        becauseLabel: qsTr("Range", "Name of a field: how far a negotiable may be changed")
        becauseMissing: qsTr("No range yet", "Of a negotiable without a range")
        removedText: qsTr("Removed.", "After a negotiable was removed")
        emptyText: qsTr("None yet. Each says what a market may adapt, and how far.", "No negotiables")
        Layout.fillWidth: true
    }
    SectionHeader {
        text: qsTr("Markets", "Campaign page: heading")
        action: edit.mayEdit ? qsTr("Add market", "Button") : ""
        Layout.fillWidth: true
        onActed: adding.open()
    }
    SegmentedControl {
        visible: page.codes.length > 1
        accessibleName: qsTr("Market", "Name of a choice")
        options: page.names.map(name => ({"text": name}))
        currentIndex: Math.max(0, page.codes.indexOf(edit.market))
        onActivated: index => edit.market = page.codes[index]
    }
    Repeater {
        model: edit.markets
        delegate: MarketSettings {
            session: page.session
            campaign: edit
            visible: key === edit.market
            Layout.fillWidth: true
        }
    }
    CampaignBlocks {
        edit: edit
        rows: edit.marketBlocks
        visible: page.codes.length > 0
        lane: page.lane
        mayEdit: edit.mayEditMarket
        Layout.fillWidth: true
    }
    CharterList {
        charter: charter
        kind: CharterModel.Check
        visible: page.codes.length > 0
        rows: charter.checks
        title: qsTr("Checks before going live", "Campaign page: heading; a market's")
        lane: page.lane
        mayEdit: charter.mayEditChecks
        becauseLabel: qsTr("Because", "Name of a field: the reason of a non-negotiable")
        removedText: qsTr("Removed. Versions already sent keep what was ticked.", "After a non-negotiable or a check was removed")
        emptyText: qsTr("None yet. Creators of this market tick them before they publish.", "No checks")
        Layout.fillWidth: true
    }
    AddMarketSheet {
        id: adding
        session: page.session
        edit: edit
    }
    footer: StickyFooter {
        visible: problem !== ""
        columnWidth: Theme.pageWidthMax
        problem: edit.problem !== "" ? edit.problem : charter.problem
        Layout.fillWidth: true
    }
}
