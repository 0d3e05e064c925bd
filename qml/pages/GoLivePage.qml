pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// Going live: when, with which words and labels, the market's checks, and It's live with the link.
AppPage {
    id: page

    property string deliverable: ""
    // What stands in the way, said where the button is, and heard with it. With large text on a phone it begins the
    // page: the footer would cover that.
    readonly property var _blocks: vm.blocks
    readonly property string _whyNot: page._blocks.join(" ")
    readonly property string _missing: !vm.mayGoLive ? ""
        : !vm.allChecked ? qsTr("Tick the checks above first.", "Above a button that is not ready")
        : link.text.trim() === "" ? qsTr("Add the link to the post first.", "Above a button that is not ready")
        : vm.confirmsLinks && !confirmed.checked ? qsTr("Confirm the file behind the link first.", "Above a button that is not ready") : ""

    title: qsTr("Go live", "Title of a page: publishing an approved material")

    GoLiveModel {
        id: vm
        session: page.session
        Component.onCompleted: if (page.deliverable !== "")
            vm.deliverable = page.deliverable
        onDone: what => {
            if (what === "goLive")
                Navigation.say(qsTr("Saved: it is live.", "After publishing"));
        }
    }
    function copied() {
        Navigation.say(qsTr("Copied.", "After copying a text"));
    }

    Repeater {
        model: Theme.crowded ? page._blocks : []
        delegate: Banner {
            required property string modelData
            text: modelData
            status: "risk"
            Layout.fillWidth: true
        }
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space8
            AppText {
                text: vm.title
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
            }
            TwoZoneTime {
                mine: vm.mine
                theirs: vm.theirs
                step: Theme.display
                Layout.fillWidth: true
            }
            StatusChip {
                status: vm.live ? "good" : vm.mayGoLive ? "active" : "local"
                // How far away it is, which is no matter of where something lies.
                glyph: vm.live ? Theme.good.icon : "clock"
                text: vm.live ? qsTr("Live", "State of a deliverable") : vm.distance
                visible: text !== ""
            }
            AppText {
                text: vm.liveLink
                visible: text !== ""
                color: Theme.primary
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
        }
    }
    CopyCard {
        label: qsTr("Approved caption", "Heading")
        text: vm.caption
        action: qsTr("Copy approved caption", "Button")
        Layout.fillWidth: true
        onCopied: {
            vm.copy(vm.caption);
            page.copied();
        }
    }
    CopyCard {
        label: qsTr("Ad-marking token", "Heading: a code that the law of a market asks for")
        text: vm.adToken
        action: qsTr("Copy token", "Button")
        Layout.fillWidth: true
        onCopied: {
            vm.copy(vm.adToken);
            page.copied();
        }
    }
    CopyCard {
        label: qsTr("Labels to show", "Heading: disclosures of advertising")
        text: vm.labels
        action: qsTr("Copy labels", "Button")
        Layout.fillWidth: true
        onCopied: {
            vm.copy(vm.labels);
            page.copied();
        }
    }
    ColumnLayout {
        visible: vm.checks.count > 0 && !vm.live
        spacing: 0
        Layout.fillWidth: true
        SectionHeader {
            text: qsTr("Before you publish", "Heading: the market's checks")
            Layout.fillWidth: true
        }
        Repeater {
            model: vm.checks
            delegate: CheckRow {
                id: check
                required property string key
                required property bool ticked
                required text
                required reason
                checked: check.ticked
                Layout.fillWidth: true
                onToggled: vm.check(check.key, check.checked)
            }
        }
    }
    ColumnLayout {
        visible: !vm.live
        spacing: Theme.space8
        Layout.fillWidth: true
        AppTextField {
            id: link
            label: qsTr("Link to the post", "Name of a field")
            placeholder: qsTr("https://…", "In an empty field for a link")
            inputMethodHints: Qt.ImhUrlCharactersOnly
            enabled: vm.mayGoLive
            Layout.fillWidth: true
        }
        CheckRow {
            id: confirmed
            visible: vm.confirmsLinks
            enabled: vm.mayGoLive
            text: qsTr("The file behind the link is the approved one", "To tick before publishing")
            reason: qsTr("The file behind a link can change; the approval covers its text alone.", "Under the link field")
            Layout.fillWidth: true
        }
    }
    footer: StickyFooter {
        visible: !vm.live
        problem: vm.problem
        reasons: Theme.crowded ? [] : page._blocks
        note: page._missing
        Layout.fillWidth: true
        AppButton {
            visible: vm.briefChanged
            text: qsTr("See changes", "Button: shows what changed in the brief")
            tall: true
            Layout.fillWidth: Theme.crowded
            onClicked: Navigation.open("BriefChangesPage", {})
        }
        AppButton {
            text: qsTr("It’s live", "Button: says that a material is published")
            look: "filled"
            hint: page._whyNot !== "" ? page._whyNot : page._missing
            tall: true
            enabled: vm.mayGoLive && page._missing === ""
            Layout.fillWidth: true
            onClicked: vm.goLive(link.text, confirmed.checked)
        }
    }
}
