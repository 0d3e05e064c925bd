pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The frame of every page: the bar with the sync pill, a column that scrolls, and a footer that stays.
// Pages that fill the whole room (lists with panes) put it into `whole` instead.
FocusScope {
    id: page

    required property Session session
    required property string title
    // The title is the campaign's, and switches between campaigns.
    property bool campaignTitle: false
    property bool pill: true
    // Width of the column on a wide window.
    property real columnWidth: Theme.columnWidth
    property alias footer: footer.data
    property alias tools: tools.data
    property alias whole: whole.data
    default property alias content: column.data
    readonly property T.StackView stack: T.StackView.view
    readonly property bool canGoBack: page.stack !== null && page.stack.depth > 1

    function scrollTo(y: real) {
        scroller.scrollTo(y);
    }
    function reveal(item: Item) {
        scroller.reveal(item);
    }

    Accessible.role: Accessible.Pane
    Accessible.name: page.title

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }
    PageBar {
        id: bar
        anchors.left: parent.left
        anchors.right: parent.right
        title: page.title
        canGoBack: page.canGoBack
        switches: page.campaignTitle && !page.canGoBack
        onBack: Navigation.back()
        onSwitched: Navigation.open("CampaignsPage", {})

        RowLayout {
            id: tools
            spacing: Theme.space4
        }
        SyncPill {
            id: syncPill
            // What goes out together is seen to go: 3, 2, 1, synced. The name says at once how it is.
            property int counted: page.session.waitingCount
            Behavior on counted {
                NumberAnimation { duration: Theme.countMs }
            }
            visible: page.pill
            status: page.session.syncState === "synced" ? "good" : page.session.syncState === "attention" ? "bad" : "local"
            glyph: page.session.syncState === "offline" ? "cloud-off" : Theme.status(status).icon
            text: syncPill.counted > page.session.waitingCount
                ? qsTr("%n waiting", "The sync pill, counting down: changes that have not gone out", syncPill.counted) : page.session.syncText
            accessibleName: page.session.syncName
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(syncPill.implicitWidth)
            onClicked: Navigation.open("OutboxPage", {})
        }
        IconButton {
            visible: !page.canGoBack && !Theme.wide && page.session.state === Session.Open && page.session.role !== ""
                && (page.campaignTitle || Navigation.currentKey === Navigation.places[0].key)
            text: qsTr("Settings", "Button: opens the settings")
            glyph: "settings"
            onClicked: Navigation.open("SettingsPage", {})
        }
    }
    TroubleStrip {
        id: trouble
        session: page.session
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: bar.bottom
        height: visible ? implicitHeight : 0
    }
    ZoneOffer {
        id: zoneOffer
        session: page.session
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: trouble.bottom
        visible: page.pill && page.session.offeredZone !== ""
        height: visible ? implicitHeight : 0
    }
    Scroller {
        id: scroller
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: zoneOffer.bottom
        anchors.bottom: footer.top
        visible: whole.children.length === 0
        contentHeight: column.implicitHeight + 2 * Theme.gutter

        ColumnLayout {
            id: column
            width: Math.min(page.columnWidth, scroller.width - 2 * Theme.gutter)
            x: Math.max(Theme.gutter, (scroller.width - width) / 2)
            y: Theme.gutter
            spacing: Theme.space16
        }
    }
    Item {
        id: whole
        anchors.fill: scroller
        visible: whole.children.length > 0
    }
    ColumnLayout {
        id: footer
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: 0
    }
}
