import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A question to the contact, about a part of the brief or about nothing in particular.
CommandSheet {
    id: sheet

    required property BriefModel brief
    property string part: ""
    property string partTitle: ""

    function openFor(part: string, title: string) {
        sheet.part = part;
        sheet.partTitle = title;
        sheet.open();
    }

    model: sheet.brief
    ends: ["ask"]
    title: qsTr("Ask", "Title of a sheet: a question to the contact")
    button: qsTr("Send question", "Button")
    ready: question.text.trim() !== ""
    onAboutToShow: question.take()
    onOpened: question.focusField()
    onClosed: question.keep()
    onPressed: {
        question.give();
        sheet.brief.ask(sheet.part, question.text);
    }
    onFinished: question.forget()

    AppText {
        text: sheet.brief.contactDetail === "" ? sheet.brief.contactName
            : qsTr("%1 · %2", "Above a question: %1 whom it goes to, %2 their local time and style").arg(sheet.brief.contactName).arg(sheet.brief.contactDetail)
        color: Theme.muted
        Layout.fillWidth: true
    }
    AppText {
        text: qsTr("About: %1", "Above a question; %1 is a part of the brief").arg(sheet.partTitle)
        visible: sheet.partTitle !== ""
        step: Theme.heading
        Layout.fillWidth: true
    }
    KeptTextArea {
        id: question
        session: sheet.brief.session
        about: "ask/" + sheet.part
        label: qsTr("Your question", "Name of a field")
        hint: sheet.brief.replyBy === "" ? "" : qsTr("Answer by %1", "Under a question; %1 is a date").arg(sheet.brief.replyBy)
        Layout.fillWidth: true
    }
}
