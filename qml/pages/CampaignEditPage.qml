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

    readonly property var codes: edit.codes
    property string lane: page.session.contentLanguage

    title: qsTr("Edit the campaign", "Title of a page")
    columnWidth: Theme.pageWidthMax

    CampaignEditModel {
        id: edit
        session: page.session
        onDone: what => {
            if (what === "decide")
                Navigation.say(qsTr("Decided. Everybody sees it with its reason.", "After the priority decision"));
            else if (what === "launch")
                Navigation.say(qsTr("The launch date is set.", "After a launch date was set"));
        }
    }
    Banner {
        text: edit.problem
        status: "bad"
        visible: text !== ""
        Layout.fillWidth: true
    }
    SegmentedControl {
        visible: page.width < Theme.twoLanesFrom * Theme.effectiveScale
        accessibleName: qsTr("Language of the text", "Name of a choice")
        options: [{"text": "EN", "name": "English"}, {"text": "RU", "name": "Русский"}]
        currentIndex: page.lane === "ru" ? 1 : 0
        onActivated: index => page.lane = index === 1 ? "ru" : "en"
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
    SectionHeader {
        text: qsTr("Markets", "Campaign page: heading")
        Layout.fillWidth: true
    }
    SegmentedControl {
        visible: page.codes.length > 1
        accessibleName: qsTr("Market", "Name of a choice")
        options: page.codes.map(code => ({"text": code}))
        currentIndex: Math.max(0, page.codes.indexOf(edit.market))
        onActivated: index => edit.market = page.codes[index]
    }
    Repeater {
        model: edit.markets
        delegate: Card {
            id: market
            required property string key
            required property string launch
            required property string city
            required property bool mayEdit
            visible: market.key === edit.market
            Layout.fillWidth: true
            RowLayout {
                width: parent.width
                spacing: Theme.space8
                AppTextField {
                    id: launchField
                    label: qsTr("Launch, %1", "Name of a field; %1 is the market's city").arg(market.city)
                    text: market.launch
                    readOnly: !market.mayEdit
                    hint: qsTr("Written as 2027-03-15 09:00", "Below a field for a date")
                    Layout.fillWidth: true
                }
                AppButton {
                    text: qsTr("Set date", "Button")
                    visible: market.mayEdit
                    enabled: launchField.text !== market.launch
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.space24
                    onClicked: edit.setLaunch(market.key, launchField.text)
                }
            }
        }
    }
    CampaignBlocks {
        edit: edit
        rows: edit.marketBlocks
        lane: page.lane
        mayEdit: edit.mayEditMarket
        Layout.fillWidth: true
    }
}
