pragma ComponentBehavior: Bound

import QtQuick

// One submission on a phone, or where something else leads to it.
AppPage {
    id: page

    required property string space
    required property string submission

    title: qsTr("Review", "Title of a page: one submission")

    whole: ReviewPanel {
        anchors.fill: parent
        session: page.session
        space: page.space
        submission: page.submission
        keys: page.visible
        onSteppedTo: submission => page.submission = submission
    }
}
