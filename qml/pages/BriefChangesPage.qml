pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// What changed in the brief since it was acknowledged, part by part, word by word.
AppPage {
    id: page

    title: qsTr("What changed", "Title of a page: the difference between two briefs")

    BriefModel {
        id: vm
        session: page.session
        onDone: what => {
            if (what === "acknowledge")
                Navigation.back();
        }
    }
    Repeater {
        model: vm.differences
        delegate: Card {
            id: card
            required property string title
            required property string spoken
            required property var spans
            Layout.fillWidth: true
            ColumnLayout {
                width: parent.width
                spacing: Theme.space8
                AppText {
                    text: card.title
                    step: Theme.heading
                    Layout.fillWidth: true
                    Accessible.role: Accessible.Heading
                    Accessible.name: card.title
                }
                DiffText {
                    spans: card.spans
                    accessibleName: card.spoken
                    Layout.fillWidth: true
                }
            }
        }
    }
    EmptyState {
        visible: vm.loaded && vm.changedCount === 0
        glyph: "circle-check"
        text: vm.acknowledged || !vm.acknowledgedBefore
            ? qsTr("Nothing has changed since you read it.", "No difference between two briefs")
            : qsTr("Nothing has changed in your language.", "A brief was issued again with other words in the other language")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
    }
    footer: StickyFooter {
        visible: vm.hasBrief && !vm.acknowledged
        problem: vm.problem
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Got it", "Button: acknowledges the changed brief")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: vm.acknowledge()
        }
    }
}
