import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Asks for a reason, and for one of several dates where there are some, before something is said to others.
Sheet {
    id: sheet

    required property Session session
    // What the reason is for, unlike any other: what is typed is kept under this name until it is given.
    required property string about
    required property string explanation
    required property string button
    property string label: qsTr("Reason", "Name of a field")
    property alias reason: area.text
    property bool needed: true
    property RowModel dates: null
    property string problem: ""
    property bool _typed: false
    signal given(string reason, string date)

    // The list is filled after this sheet was made, so that nothing is chosen in it yet.
    onAboutToShow: {
        sheet._typed = false;
        area.text = kept.text;
        date.currentIndex = 0;
    }
    onOpened: area.focusField()
    onClosed: sheet.keep()
    Component.onDestruction: sheet.keep()

    function keep() {
        pause.stop();
        if (sheet._typed)
            kept.keep(area.text);
    }

    KeptText {
        id: kept
        session: sheet.session
        name: sheet.about
        onTextChanged: if (!sheet._typed)
            area.text = kept.text
    }
    Timer {
        id: pause
        interval: Theme.draftMs
        onTriggered: sheet.keep()
    }

    AppText {
        text: sheet.explanation
        Layout.fillWidth: true
    }
    ComboSelect {
        id: date
        visible: sheet.dates !== null
        label: qsTr("New date", "Name of a field: when the answer comes instead")
        model: sheet.dates
        textRole: "text"
        valueRole: "key"
        Layout.fillWidth: true
    }
    AppTextArea {
        id: area
        label: sheet.label
        error: sheet.problem
        Layout.fillWidth: true
        onEdited: {
            sheet._typed = true;
            pause.restart();
        }
    }
    footer: StickyFooter {
        Layout.fillWidth: true
        AppButton {
            text: sheet.button
            look: "filled"
            tall: true
            enabled: (!sheet.needed || area.text.trim() !== "") && (sheet.dates === null || date.currentIndex >= 0)
            Layout.fillWidth: true
            onClicked: {
                sheet.given(area.text, sheet.dates !== null ? date.currentValue : "");
                sheet._typed = false;
                kept.keep("");
                sheet.close();
            }
        }
    }
}
