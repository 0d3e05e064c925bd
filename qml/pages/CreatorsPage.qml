pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The creators, how far each one's brief is, and inviting people.
AppPage {
    id: page

    title: qsTr("Creators", "Main page: creators and invitations")

    CreatorsModel {
        id: creators
        session: page.session
        onDone: what => {
            if (what === "add-creator")
                Navigation.say(qsTr("Added. Invite them when the brief is ready.", "After a creator was added"));
        }
    }
    // On a phone the words stand in what a screen reader says.
    tools: [
        AppButton {
            text: qsTr("Add creator", "Button")
            glyph: "plus"
            visible: creators.markets.length > 0 && Theme.wide
            onClicked: adding.open()
        },
        IconButton {
            text: qsTr("Add creator", "Button")
            glyph: "plus"
            visible: creators.markets.length > 0 && !Theme.wide
            onClicked: adding.open()
        }
    ]
    Card {
        padding: 0
        visible: creators.rows.count > 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: creators.rows
                delegate: ColumnLayout {
                    id: creator
                    required property int index
                    required property string key
                    required property string name
                    required property string initials
                    required property string detail
                    required property string market
                    required property string status
                    required property string stateText
                    required property string progress
                    required property bool joined
                    required property bool mine
                    required property bool opens
                    required property string language
                    spacing: 0
                    Layout.fillWidth: true
                    Divider {
                        visible: creator.index > 0
                        Layout.fillWidth: true
                    }
                    PersonRow {
                        text: creator.name
                        initials: creator.initials
                        opens: creator.opens
                        enabled: creator.opens
                        detail: creator.detail
                        status: creator.status
                        stateText: creator.progress === "" ? creator.stateText
                            : qsTr("%1 · %2", "State of a brief: %1 “Not issued”, %2 “5 of 6”").arg(creator.stateText).arg(creator.progress)
                        Layout.fillWidth: true
                        onClicked: Navigation.open("BriefDeskPage", {"space": creator.key})
                    }
                    AppButton {
                        visible: !creator.joined && creator.mine
                        text: qsTr("Invite", "Button: makes an invitation for a creator")
                        accessibleName: qsTr("Invite: %1", "Screen reader: button; %1 is a name").arg(creator.name)
                        glyph: "send"
                        look: "text"
                        Layout.leftMargin: Theme.space16 + Theme.avatar
                        Layout.bottomMargin: Theme.space8
                        onClicked: inviting.openFor(creator.name, creator.market, creator.key, creator.language)
                    }
                }
            }
        }
    }
    EmptyState {
        visible: creators.loaded && creators.rows.count === 0
        glyph: "users"
        text: qsTr("No creators yet. Add the first one, write their brief, then invite them.", "An empty list of creators")
        action: creators.markets.length > 0 ? qsTr("Add creator", "Button") : ""
        Layout.fillWidth: true
        Layout.topMargin: Theme.space32
        onActed: adding.open()
    }
    AppButton {
        visible: !Theme.wide && page.session.role !== "creator"
        text: qsTr("Feedback schedule", "Button: opens the schedule")
        glyph: "clock"
        Layout.fillWidth: true
        onClicked: Navigation.open("SchedulePage", {})
    }
    SectionHeader {
        text: qsTr("Invitations", "Creators: heading")
        action: creators.roles.length > 0 ? qsTr("Invite a colleague", "Button: opens the sheet for invitations") : ""
        Layout.fillWidth: true
        onActed: inviting.openFor("", "", "", page.session.language)
    }
    Card {
        padding: 0
        visible: creators.invitations.count > 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: creators.invitations
                delegate: InvitationDelegate {
                    id: invitation
                    Layout.fillWidth: true
                    onWithdrawn: creators.withdraw(invitation.key)
                }
            }
        }
    }
    AddCreatorSheet {
        id: adding
        session: page.session
        creators: creators
    }
    InviteSheet {
        id: inviting
        session: page.session
        model: creators
    }
    footer: StickyFooter {
        visible: creators.problem !== ""
        problem: creators.problem
        Layout.fillWidth: true
    }
}
