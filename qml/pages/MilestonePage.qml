pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// One milestone being written: what, why, when, and for which market. A launch says at once what its date means
// for the other markets.
AppPage {
    id: page

    // Its key; empty for a new one.
    property string milestone: ""
    property string lane: page.session.contentLanguage
    readonly property var _markets: model.markets
    readonly property var _marketNames: model.marketNames
    readonly property var _types: model.types

    title: page.milestone === "" ? qsTr("New milestone", "Title of a page") : qsTr("Milestone", "Title of a page: one being changed")

    tools: IconButton {
        text: qsTr("Remove this milestone", "Button")
        glyph: "trash-2"
        visible: page.milestone !== "" && model.mayEdit
        onClicked: {
            removed.asked(page.milestone);
            model.remove(page.milestone);
        }
    }
    MilestonesModel {
        id: model
        session: page.session
        milestone: page.milestone
        onDone: what => {
            if (what === "save") {
                Navigation.say(qsTr("Saved. Everybody sees it on the timeline.", "After a milestone was saved"));
                Navigation.back();
            } else {
                removed.heard(what);
            }
        }
    }
    Component.onCompleted: model.takeDraft()
    Component.onDestruction: model.keepDraft()
    Timer {
        id: pause
        interval: Theme.draftMs
        onTriggered: model.keepDraft()
    }
    Connections {
        target: model
        function onChanged() {
            pause.restart();
        }
    }
    Banner {
        text: qsTr("Not saved yet: what you typed before.", "Above a form that was left without saving")
        visible: model.restored && model.dirty
        status: "local"
        action: qsTr("Discard", "Button: throws away what was typed and not saved")
        Layout.fillWidth: true
        onActed: model.discardDraft()
    }
    RemovedBanner {
        id: removed
        subject: page.milestone
        text: qsTr("Removed from the timeline.", "After a milestone was removed")
        Layout.fillWidth: true
        onUndone: key => model.restore(key)
    }
    LaneHeader {
        editing: model.mayEdit
        lane: page.lane
        Layout.fillWidth: true
        onChosen: lane => page.lane = lane
    }
    Card {
        edgeStatus: model.draft.titleStale || model.draft.whyStale ? "risk" : ""
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            BilingualBlock {
                label: qsTr("Title", "Name of a field: of a milestone")
                english: model.draft.titleEn
                russian: model.draft.titleRu
                source: model.draft.titleSource
                stale: model.draft.titleStale
                lane: page.lane
                editing: model.mayEdit
                Layout.fillWidth: true
                onEdited: (lane, text) => {
                    if (lane === "ru")
                        model.draft.titleRu = text;
                    else
                        model.draft.titleEn = text;
                }
                onChangesWanted: changes.show(model.changesOf("title", qsTr("Title", "Name of a field: of a milestone")))
                onConfirmedCorrect: model.stillCorrect("title")
            }
            BilingualBlock {
                label: qsTr("Why", "Name of a field: of a milestone")
                english: model.draft.whyEn
                russian: model.draft.whyRu
                source: model.draft.whySource
                stale: model.draft.whyStale
                lane: page.lane
                editing: model.mayEdit
                Layout.fillWidth: true
                onEdited: (lane, text) => {
                    if (lane === "ru")
                        model.draft.whyRu = text;
                    else
                        model.draft.whyEn = text;
                }
                onChangesWanted: changes.show(model.changesOf("why", qsTr("Why", "Name of a field: of a milestone")))
                onConfirmedCorrect: model.stillCorrect("why")
            }
        }
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            enabled: model.mayEdit
            SelectField {
                label: qsTr("Kind", "Name of a choice: kickoff, launch, review …")
                model: page._types
                currentIndex: model.draft.type
                Layout.fillWidth: true
                onActivated: index => model.draft.type = index
            }
            SelectField {
                label: qsTr("Market", "Name of a choice")
                visible: page._markets.length > 1
                model: page._marketNames
                currentIndex: Math.max(0, page._markets.indexOf(model.draft.market))
                Layout.fillWidth: true
                onActivated: index => {
                    model.draft.market = page._markets[index];
                    model.draft.zone = model.zoneOf(page._markets[index]);
                }
            }
            DateField {
                session: page.session
                label: qsTr("Date and time", "Name of a field")
                about: model.mayMoveDate ? "" : qsTr("The campaign lead sets the launch date.", "Below the date of a launch")
                readOnly: !model.mayMoveDate
                zone: model.draft.zone
                value: model.draft.at
                Layout.fillWidth: true
                onPicked: value => model.draft.at = value
            }
            LaunchAdviceStrip {
                session: page.session
                market: model.mayMoveDate && model.draft.type === MilestonesModel.Launch ? model.draft.market : ""
                typed: model.draft.at
                Layout.fillWidth: true
                onChosen: typed => model.draft.at = typed
            }
            ZoneField {
                enabled: model.mayMoveDate
                session: page.session
                zone: model.draft.zone
                Layout.fillWidth: true
                onChosen: zone => model.draft.zone = zone
            }
        }
    }
    ChangesSheet {
        id: changes
    }
    footer: StickyFooter {
        visible: model.mayEdit && !removed.shown
        problem: model.problem
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Save milestone", "Button")
            look: "filled"
            tall: true
            enabled: model.dirty
            Layout.fillWidth: !Theme.wide
            onClicked: model.save()
        }
    }
}
