import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// The creator's one contact and one approver. Whoever is chosen here is who the creator sees.
Card {
    id: card

    required property BriefDeskModel desk

    ColumnLayout {
        width: parent.width
        spacing: Theme.space16
        enabled: card.desk.facts.mayEdit

        SelectField {
            id: contact
            label: qsTr("Contact", "Of a brief: whom the creator asks")
            hint: qsTr("Answers the creator’s questions", "Below: contact")
            textRole: "text"
            valueRole: "key"
            model: card.desk.people
            currentIndex: card.desk.people.count > 0 ? contact.indexOfValue(card.desk.contact) : -1
            Layout.fillWidth: true
            onActivated: card.desk.setContact(contact.currentValue)
        }
        SelectField {
            id: approver
            label: qsTr("Approver", "Of a brief: whose verdict the creator waits for")
            hint: qsTr("Reviews what is submitted", "Below: approver")
            textRole: "text"
            valueRole: "key"
            model: card.desk.people
            currentIndex: card.desk.people.count > 0 ? approver.indexOfValue(card.desk.approver) : -1
            Layout.fillWidth: true
            onActivated: card.desk.setApprover(approver.currentValue)
        }
    }
}
