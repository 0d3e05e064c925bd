pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The briefs: a list of creators, and with room beside it the brief that is chosen.
AppPage {
    id: page

    property string space: ""

    title: qsTr("Briefs", "Main page of a lead: everybody's briefs")

    CreatorsModel {
        id: creators
        session: page.session
        briefsOnly: true
    }
    // Where creators have no place of their own below, the way to them and to inviting is here.
    tools: IconButton {
        visible: !Navigation.destinations.some(place => place.key === Navigation.creators.key)
        text: qsTr("Creators and invitations", "Button: opens the page of creators")
        glyph: "users"
        onClicked: Navigation.visit(Navigation.creators)
    }
    whole: Item {
        anchors.fill: parent

        ListView {
            id: list
            x: Theme.wide ? Theme.space8 : 0
            width: Theme.wide ? Theme.listWidth - Theme.space16 : parent.width
            height: parent.height
            topMargin: Theme.space8
            bottomMargin: Theme.space8
            model: creators.rows
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: AppScrollBar {}
            delegate: PersonRow {
                id: row
                required property string key
                required property string name
                required initials
                required status
                required stateText
                required property string progress
                width: ListView.view.width
                text: row.name
                detail: row.progress
                selected: Theme.wide && row.key === page.space
                opens: !Theme.wide
                onClicked: {
                    if (Theme.wide)
                        page.space = row.key;
                    else
                        Navigation.open("BriefDeskPage", {"space": row.key});
                }
            }
            // A window made wider has room for one, too.
            readonly property bool chooses: Theme.wide && list.count > 0
            onChoosesChanged: if (list.chooses && page.space === "")
                page.space = creators.firstKey()
        }
        EmptyState {
            visible: creators.loaded && creators.rows.count === 0
            glyph: "file-text"
            text: qsTr("No briefs yet. Add a creator first.", "An empty list of briefs")
            action: qsTr("Go to creators", "Button: opens the page of creators")
            onActed: Navigation.visit(Navigation.creators)
            width: Math.min(parent.width - 2 * Theme.gutter, Theme.queueWidth)
            x: (parent.width - width) / 2
            y: Theme.space48
        }
        Divider {
            visible: Theme.wide
            x: Theme.listWidth
            height: parent.height
        }
        BriefDesk {
            visible: Theme.wide && page.space !== ""
            x: Theme.listWidth + Theme.hairline
            width: parent.width - x
            height: parent.height
            session: page.session
            space: page.space
        }
    }
}
