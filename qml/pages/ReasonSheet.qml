import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Asks for a reason, and for one of several dates where there are some, before something is said to others.
CommandSheet {
    id: sheet

    required property Session session
    // What the reason is for, unlike any other: what is typed is kept under this name until it is given.
    required property string about
    required property string explanation
    // Whose work it concerns; may be empty.
    property string subject: ""
    property string label: qsTr("Reason", "Name of a field")
    property alias reason: area.text
    property bool needed: true
    property RowModel dates: null
    signal given(string reason, string date)

    ready: (!sheet.needed || area.text.trim() !== "") && (sheet.dates === null || date.currentIndex >= 0)
    // The list is filled after this sheet was made, so that nothing is chosen in it yet.
    onAboutToShow: {
        area.take();
        date.currentIndex = 0;
    }
    onOpened: area.focusField()
    onClosed: area.keep()
    onPressed: {
        area.give();
        sheet.given(area.text, sheet.dates !== null ? date.currentValue : "");
    }
    onFinished: area.forget()
    onFinishedBefore: about => area.forgetAbout(about)

    AppText {
        text: sheet.subject
        visible: text !== ""
        step: Theme.heading
        Layout.fillWidth: true
    }
    AppText {
        text: sheet.explanation
        Layout.fillWidth: true
    }
    SelectField {
        id: date
        visible: sheet.dates !== null
        label: qsTr("New date", "Name of a field: when the answer comes instead")
        model: sheet.dates
        textRole: "text"
        valueRole: "key"
        Layout.fillWidth: true
    }
    KeptTextArea {
        id: area
        session: sheet.session
        about: sheet.about
        label: sheet.label
        Layout.fillWidth: true
    }
}
