import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Components
import Meridian.Navigation

// Takes an issued brief back, with a reason. Another brief of this creator, or another hub's, can be issued then.
ColumnLayout {
    id: part

    required property BriefDeskModel desk
    required property Session session

    visible: part.desk.facts.mayEdit && part.desk.facts.live
    spacing: 0

    Connections {
        target: part.desk
        function onDone(what: string) {
            if (what === "withdraw-brief")
                Navigation.say(qsTr("Withdrawn. The draft stays.", "After an issued brief was taken back"));
        }
    }
    AppButton {
        text: qsTr("Withdraw the brief", "Button: takes an issued brief back")
        look: "text"
        flush: true
        glyph: "undo-2"
        onClicked: sheet.open()
    }
    ReasonSheet {
        id: sheet
        session: part.session
        model: part.desk
        ends: ["withdraw-brief"]
        about: "withdraw-brief/" + part.desk.space
        title: qsTr("Withdraw the brief", "Title of a sheet")
        explanation: qsTr("The creator no longer has a brief and can’t submit until one is issued again. What was sent and answered stays.",
                          "Sheet for withdrawing a brief")
        button: qsTr("Withdraw the brief", "Button: takes an issued brief back")
        onGiven: reason => part.desk.withdraw(reason)
    }
}
