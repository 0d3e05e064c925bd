pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Non-negotiables, negotiables or checks being written: each a text and its because (or range), in two lanes.
ColumnLayout {
    id: list

    required property CharterModel charter
    required property int kind
    required property RowModel rows
    required property string title
    required property string lane
    required property bool mayEdit
    // What the second text is called, and what to say while it is empty.
    required property string becauseLabel
    property string becauseMissing: ""
    property string emptyText: ""
    // What to say when one was removed.
    required property string removedText

    spacing: Theme.space8

    Connections {
        target: list.charter
        function onDone(what: string) {
            undo.heard(what);
        }
    }
    SectionHeader {
        text: list.title
        count: list.rows.count > 0 ? list.rows.count : ""
        action: list.mayEdit ? qsTr("Add", "Button: adds a non-negotiable, a negotiable or a check") : ""
        Layout.fillWidth: true
        onActed: adding.open()
    }
    AppText {
        text: list.emptyText
        visible: text !== "" && list.charter.loaded && list.rows.count === 0
        color: Theme.muted
        Layout.fillWidth: true
    }
    Repeater {
        model: list.rows
        delegate: Card {
            id: row
            required property string key
            required property string name
            required property string english
            required property string russian
            required property string source
            required property bool stale
            required property string becauseEnglish
            required property string becauseRussian
            required property string becauseSource
            required property bool becauseStale
            required property bool becauseMissing
            edgeStatus: row.stale || row.becauseStale ? "risk" : ""
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.space16

                BlockEditor {
                    session: list.charter.session
                    entity: row.key
                    field: list.charter.textField
                    about: row.name
                    label: qsTr("Text", "Name of a field: what is asked for")
                    english: row.english
                    russian: row.russian
                    source: row.source
                    stale: row.stale
                    lane: list.lane
                    editing: list.mayEdit
                    Layout.fillWidth: true
                    onChangesWanted: changes.show(list.charter.changesOf(row.key, false, row.name))
                    onConfirmedCorrect: list.charter.stillCorrect(row.key, false)
                }
                BlockEditor {
                    session: list.charter.session
                    entity: row.key
                    field: list.charter.becauseField
                    about: row.name
                    label: list.becauseLabel
                    english: row.becauseEnglish
                    russian: row.becauseRussian
                    source: row.becauseSource
                    stale: row.becauseStale
                    lane: list.lane
                    editing: list.mayEdit
                    Layout.fillWidth: true
                    onChangesWanted: changes.show(list.charter.changesOf(row.key, true, row.name))
                    onConfirmedCorrect: list.charter.stillCorrect(row.key, true)
                }
                RowLayout {
                    visible: list.mayEdit
                    spacing: Theme.space8
                    Layout.fillWidth: true
                    StatusChip {
                        visible: row.becauseMissing && list.becauseMissing !== ""
                        status: "risk"
                        text: list.becauseMissing
                        Layout.fillWidth: true
                        Layout.maximumWidth: implicitWidth
                    }
                    Item {
                        Layout.fillWidth: true
                    }
                    AppButton {
                        text: qsTr("Remove", "Button: takes a statement off the list")
                        accessibleName: qsTr("Remove: %1", "Screen reader: button; %1 is a statement").arg(row.name)
                        glyph: "trash-2"
                        look: "text"
                        onClicked: {
                            undo.asked(row.key);
                            list.charter.remove(row.key);
                        }
                    }
                }
            }
        }
    }
    RemovedBanner {
        id: undo
        subject: list.kind === CharterModel.Check ? list.charter.market : ""
        text: list.removedText
        Layout.fillWidth: true
        onUndone: key => list.charter.restore(key)
    }
    ChangesSheet {
        id: changes
    }
    CommandSheet {
        id: adding
        model: list.charter
        ends: ["add/" + list.kind]
        title: list.title
        button: qsTr("Add", "Button: adds a non-negotiable, a negotiable or a check")
        ready: english.text.trim() !== "" || russian.text.trim() !== ""
        onAboutToShow: {
            draft.take();
            draft.keep();
        }
        onOpened: english.focusField()
        onClosed: draft.keep()
        onPressed: {
            draft.give();
            list.charter.add(list.kind, english.text, russian.text, becauseEnglish.text, becauseRussian.text);
        }
        onFinished: draft.forget()

        KeptFields {
            id: draft
            session: list.charter.session
            name: "charter/" + list.kind + "/" + list.charter.market
            fields: [english, russian, becauseEnglish, becauseRussian]
        }

        AppTextArea {
            id: english
            label: qsTr("Text, English", "Name of a field: what is asked for")
            error: draft.problem
            linesMin: 2
            Layout.fillWidth: true
            onEdited: draft.edited()
        }
        AppTextArea {
            id: russian
            label: qsTr("Text, Russian", "Name of a field: what is asked for")
            linesMin: 2
            Layout.fillWidth: true
            onEdited: draft.edited()
        }
        AppTextArea {
            id: becauseEnglish
            label: qsTr("%1, English", "Name of a field; %1 is “Because” or “Range”").arg(list.becauseLabel)
            linesMin: 2
            Layout.fillWidth: true
            onEdited: draft.edited()
        }
        AppTextArea {
            id: becauseRussian
            label: qsTr("%1, Russian", "Name of a field; %1 is “Because” or “Range”").arg(list.becauseLabel)
            linesMin: 2
            Layout.fillWidth: true
            onEdited: draft.edited()
        }
    }
}
