pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// What waits for an answer, by promise. On a phone a list; with room beside it the submission that is chosen.
AppPage {
    id: page

    property string space: ""
    property string submission: ""

    title: qsTr("To review", "Main page: submissions that wait for an answer")

    function choose(space: string, submission: string) {
        if (!Theme.wide) {
            Navigation.open("ReviewPage", {"space": space, "submission": submission});
            return;
        }
        page.space = space;
        page.submission = submission;
    }
    function step(steps: int) {
        const key = queue.keyAfter(page.submission, steps);
        if (key !== "")
            page.choose(queue.spaceOf(key), key);
    }

    ReviewQueueModel {
        id: queue
        session: page.session
        // With room for it, the most urgent one is open at once.
        onChanged: if (Theme.wide && page.submission === "")
            page.step(0)
    }
    OfflineModel {
        id: offline
        session: page.session
    }
    whole: Item {
        anchors.fill: parent

        QueueList {
            id: list
            queue: queue
            offline: offline
            currentKey: Theme.wide ? page.submission : ""
            width: Theme.wide ? Theme.queueWidth : parent.width
            height: parent.height
            onOpened: (space, submission) => page.choose(space, submission)
        }
        Divider {
            visible: Theme.wide
            x: Theme.queueWidth
            height: parent.height
        }
        ReviewPanel {
            visible: Theme.wide && page.submission !== ""
            x: Theme.queueWidth + Theme.hairline
            width: parent.width - x
            height: parent.height
            session: page.session
            space: page.space
            submission: page.submission
            keys: page.visible && visible
            onSteppedTo: submission => page.choose(page.space, submission)
        }
    }
    footer: StickyFooter {
        visible: queue.problem !== ""
        problem: queue.problem
        Layout.fillWidth: true
    }
    Shortcut {
        sequence: "J"
        enabled: page.visible && Theme.wide
        onActivated: page.step(1)
    }
    Shortcut {
        sequence: "K"
        enabled: page.visible && Theme.wide
        onActivated: page.step(-1)
    }
}
