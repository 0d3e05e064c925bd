import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// A question to the contact, about a part of the brief or about nothing in particular.
Sheet {
    id: sheet

    required property string to
    required property string replyBy
    property string style: ""
    property string part: ""
    property string partTitle: ""
    signal sent(string part, string text)

    function openFor(part: string, title: string) {
        sheet.part = part;
        sheet.partTitle = title;
        sheet.open();
        question.focusField();
    }

    title: qsTr("Ask", "Title of a sheet: a question to the contact")

    AppText {
        text: sheet.style === "" ? sheet.to
            : qsTr("%1 · %2", "Above a question: %1 whom it goes to, %2 their local time and style").arg(sheet.to).arg(sheet.style)
        color: Theme.muted
        Layout.fillWidth: true
    }
    AppText {
        text: qsTr("About: %1", "Above a question; %1 is a part of the brief").arg(sheet.partTitle)
        visible: sheet.partTitle !== ""
        step: Theme.heading
        Layout.fillWidth: true
    }
    AppTextArea {
        id: question
        label: qsTr("Your question", "Name of a field")
        hint: sheet.replyBy === "" ? "" : qsTr("Answer by %1", "Under a question; %1 is a date").arg(sheet.replyBy)
        Layout.fillWidth: true
    }
    footer: StickyFooter {
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Send question", "Button")
            look: "filled"
            tall: true
            enabled: question.text.trim() !== ""
            Layout.fillWidth: true
            onClicked: {
                sheet.sent(sheet.part, question.text);
                question.text = "";
                sheet.close();
            }
        }
    }
}
