pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Goals that pull apart, what is open first: both side by side, why that matters, and what was decided.
AppPage {
    id: page

    title: qsTr("Goal tensions", "Title of a page: goals that pull apart")
    columnWidth: Theme.pageWidthMax

    tools: IconButton {
        text: qsTr("Write down a goal tension", "Button")
        glyph: "plus"
        visible: vm.mayOpen
        onClicked: opening.open()
    }
    TensionsModel {
        id: vm
        session: page.session
        onDone: what => undo.heard(what)
    }
    Repeater {
        model: vm.rows
        delegate: Card {
            id: row
            required property string key
            required property string first
            required property string second
            required property string why
            required property string status
            required property string note
            required property bool open
            required property string how
            required property string decidedBy
            edgeStatus: row.open ? row.status : ""
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.space16

                StatusChip {
                    status: row.status
                    text: row.note
                    Layout.maximumWidth: parent.width
                }
                GridLayout {
                    columns: Theme.wide ? 2 : 1
                    columnSpacing: Theme.space24
                    rowSpacing: Theme.space12
                    Layout.fillWidth: true
                    TitledText {
                        label: qsTr("One goal", "Of a goal tension: heading")
                        text: row.first
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                    }
                    TitledText {
                        label: qsTr("The other goal", "Of a goal tension: heading")
                        text: row.second
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                    }
                }
                TitledText {
                    label: qsTr("Why it matters", "Of a goal tension: heading")
                    text: row.why
                    Layout.fillWidth: true
                }
                TitledText {
                    label: row.decidedBy
                    text: row.how
                    visible: !row.open
                    Layout.fillWidth: true
                }
                GridLayout {
                    visible: row.open && vm.mayResolve
                    columns: Theme.crowded ? 1 : 3
                    columnSpacing: Theme.space8
                    rowSpacing: Theme.space8
                    Layout.fillWidth: true
                    AppButton {
                        text: qsTr("Resolve", "Button: says what was decided between two goals")
                        accessibleName: qsTr("Resolve: %1", "Screen reader: button; %1 is a goal").arg(row.first)
                        onClicked: {
                            resolving.key = row.key;
                            resolving.goals = qsTr("%1 — %2", "The two goals of a tension").arg(row.first).arg(row.second);
                            resolving.open();
                        }
                    }
                    Item {
                        visible: !Theme.crowded
                        Layout.fillWidth: true
                    }
                    AppButton {
                        text: qsTr("Remove", "Button: it was no goal tension")
                        accessibleName: qsTr("Remove: %1", "Screen reader: button; %1 is a goal").arg(row.first)
                        glyph: "trash-2"
                        look: "text"
                        onClicked: {
                            undo.asked(row.key);
                            vm.remove(row.key);
                        }
                    }
                }
            }
        }
    }
    RemovedBanner {
        id: undo
        text: qsTr("Removed.", "After a goal tension was removed")
        Layout.fillWidth: true
        onUndone: key => vm.restore(key)
    }
    EmptyState {
        visible: vm.loaded && vm.rows.count === 0
        glyph: "check"
        text: qsTr("No goal tension is written down. Where two goals pull apart, write it here: nothing is issued on top of it until a lead has decided.", "An empty list of goal tensions")
        action: vm.mayOpen ? qsTr("Write down a goal tension", "Button") : ""
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActed: opening.open()
    }
    TensionSheet {
        id: opening
        tensions: vm
        session: page.session
    }
    CommandSheet {
        id: resolving
        property string key: ""
        property string goals: ""
        model: vm
        ends: ["resolve"]
        title: qsTr("Resolve a goal tension", "Title of a sheet")
        button: qsTr("Save the decision", "Button: says what was decided between two goals")
        ready: english.text.trim() !== "" || russian.text.trim() !== ""
        onAboutToShow: {
            decision.take();
            decision.keep();
        }
        onOpened: english.focusField()
        onClosed: decision.keep()
        onPressed: {
            decision.give();
            vm.resolve(resolving.key, english.text, russian.text);
        }
        onFinished: decision.forget()

        KeptFields {
            id: decision
            session: page.session
            name: resolving.key === "" ? "" : "resolve-tension/" + resolving.key
            fields: [english, russian]
        }
        AppText {
            text: resolving.goals
            step: Theme.heading
            Layout.fillWidth: true
        }
        AppText {
            text: qsTr("Say what counts from now on, so that nobody has to ask again. Briefs and launches go on then.", "Above the fields of a decision")
            Layout.fillWidth: true
        }
        AppTextArea {
            id: english
            label: qsTr("Decision, English", "Name of a field")
            error: decision.problem
            linesMin: 2
            Layout.fillWidth: true
            onEdited: decision.edited()
        }
        AppTextArea {
            id: russian
            label: qsTr("Decision, Russian", "Name of a field")
            linesMin: 2
            Layout.fillWidth: true
            onEdited: decision.edited()
        }
    }
    footer: StickyFooter {
        visible: problem !== ""
        columnWidth: Theme.pageWidthMax
        problem: opening.opened || resolving.opened ? "" : vm.problem
        Layout.fillWidth: true
    }
}
