pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A date, with its time or without: typed as people write dates, or chosen in a calendar, which is a popup on a
// desktop and a sheet on a phone. Whose time it is stands below.
AppTextField {
    id: field

    required property Session session
    // IANA; empty: mine.
    property string zone: ""
    property bool timed: true
    // As DateEntry has it.
    property string value: ""
    // Said below before whose time it is.
    property string about: ""
    readonly property bool valid: dates.valid
    readonly property var _notes: [field.about, dates.note]
    signal picked(string value)

    // What is typed is judged now, not when the field is left.
    function judge() {
        dates.finish();
    }
    function openCalendar() {
        if (field.readOnly)
            return;
        dates.look();
        (Theme.wide ? floating : full).open();
    }

    text: dates.text
    hint: field._notes.filter(part => part !== "").join(" ")
    error: dates.problem
    onEdited: dates.type(field.text)
    onFinished: dates.finish()
    Keys.onDownPressed: field.openCalendar()

    IconButton {
        visible: !field.readOnly
        text: qsTr("Calendar: %1", "Button: opens a calendar; %1 is the name of a field").arg(field.label)
        glyph: "calendar"
        onClicked: field.openCalendar()
    }
    DateEntry {
        id: dates
        session: field.session
        zone: field.zone
        timed: field.timed
        value: field.value
        onPicked: value => field.picked(value)
    }
    T.Popup {
        id: floating
        parent: field
        // Below its button: what is typed stays in sight.
        x: field.width - floating.width
        y: field.height
        width: Math.min(Theme.controlWidthMax, Theme.calendarWidth * Math.min(Theme.effectiveScale, Theme.stackScale) + 2 * floating.padding)
        implicitHeight: month.implicitHeight + 2 * floating.padding
        padding: Theme.space12
        margins: Theme.space8
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
        onOpened: month.focusDay()
        onClosed: field.focusField()
        background: Raised {
            radius: Theme.radiusCard
        }
        contentItem: SheetContent {
            Accessible.role: Accessible.Dialog
            Accessible.name: field.label
            CalendarMonth {
                id: month
                width: parent.width
                entry: dates
                shown: floating.visible
                onEnded: floating.close()
            }
        }
    }
    Sheet {
        id: full
        title: field.label
        onOpened: page.focusDay()
        CalendarMonth {
            id: page
            entry: dates
            shown: full.visible
            Layout.fillWidth: true
            onEnded: full.close()
        }
    }
}
