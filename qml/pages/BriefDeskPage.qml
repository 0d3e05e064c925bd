import QtQuick

// One brief on a phone, or where something else leads to it.
AppPage {
    id: page

    required property string space

    title: qsTr("Brief", "Title of a page: a brief being written")

    whole: BriefDesk {
        anchors.fill: parent
        session: page.session
        space: page.space
    }
}
