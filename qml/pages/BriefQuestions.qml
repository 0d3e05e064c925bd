pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What the creator asked about the brief, and answering it.
ColumnLayout {
    id: list

    required property BriefDeskModel desk

    visible: list.desk.questions.count > 0
    spacing: Theme.space8

    SectionHeader {
        text: qsTr("Questions", "Brief: heading over the creator's questions")
        Layout.fillWidth: true
    }
    Repeater {
        model: list.desk.questions
        delegate: Card {
            id: row
            required property string key
            required property string text
            required property string detail
            required property string answer
            required property bool late
            edgeStatus: row.late ? "risk" : ""
            Layout.fillWidth: true
            Connections {
                target: list.desk
                function onDone(what: string) {
                    if (what === "answer/" + row.key)
                        field.forget();
                }
            }
            ColumnLayout {
                width: parent.width
                spacing: Theme.space4
                AppText {
                    text: row.text
                    Layout.fillWidth: true
                }
                AppText {
                    text: row.detail
                    step: Theme.caption
                    color: row.late ? Theme.risk.text : Theme.muted
                    Layout.fillWidth: true
                }
                AppText {
                    text: qsTr("Answer: %1", "Below a question; %1 is the answer").arg(row.answer)
                    visible: row.answer !== ""
                    Layout.fillWidth: true
                }
                KeptTextArea {
                    id: field
                    session: list.desk.session
                    about: "answer/" + row.key
                    visible: row.answer === "" && list.desk.facts.mayEdit
                    label: qsTr("Answer", "Name of a field: to a question")
                    accessibleName: qsTr("Answer to the question: %1", "Screen reader: name of a field; %1 is what was asked").arg(row.text)
                    linesMin: 2
                    Layout.fillWidth: true
                }
                AppButton {
                    visible: field.visible
                    text: qsTr("Send answer", "Button")
                    accessibleName: qsTr("Send the answer to the question: %1", "Screen reader: button; %1 is what was asked").arg(row.text)
                    enabled: field.text.trim() !== ""
                    onClicked: {
                        if (list.desk.runs("answer/" + row.key))
                            return;
                        field.give();
                        list.desk.answer(row.key, field.text);
                    }
                }
            }
        }
    }
}
