pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A month to choose a day from, and a time below it. Arrows move by a day and a week, Home and End within the
// week, Page Up and Page Down by a month; Enter takes the day and ends, Space takes it and stays.
ColumnLayout {
    id: calendar

    required property DateEntry entry
    // A form has many dates: its days are made while it is looked at.
    required property bool shown
    readonly property int columns: 7
    signal ended

    function focusDay() {
        for (let i = 0; i < grid.children.length; ++i)
            if (grid.children[i].pointed === true)
                grid.children[i].forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space8

    RowLayout {
        spacing: Theme.space4
        Layout.fillWidth: true
        IconButton {
            text: qsTr("Previous month", "Button of a calendar")
            glyph: "chevron-left"
            onClicked: calendar.entry.pointByMonths(-1)
        }
        AppText {
            text: calendar.entry.month
            step: Theme.heading
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            text: qsTr("Next month", "Button of a calendar")
            glyph: "chevron-right"
            onClicked: calendar.entry.pointByMonths(1)
        }
    }
    Row {
        Layout.fillWidth: true
        Repeater {
            model: calendar.entry.weekdays
            delegate: AppText {
                required property string modelData
                width: Math.floor(calendar.width / calendar.columns)
                text: modelData
                step: Theme.caption
                color: Theme.muted
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
    FocusScope {
        id: scope
        implicitHeight: grid.implicitHeight
        Layout.fillWidth: true
        Accessible.role: Accessible.Table
        Accessible.name: calendar.entry.month

        Grid {
            id: grid
            columns: calendar.columns
            Repeater {
                model: calendar.shown ? calendar.entry.days : null
                delegate: CalendarDayCell {
                    id: cell
                    width: Math.floor(calendar.width / calendar.columns)
                    Keys.forwardTo: [keys]
                    onPointedChanged: if (cell.pointed && scope.activeFocus)
                        cell.forceActiveFocus(Qt.TabFocusReason)
                    onClicked: {
                        calendar.entry.choose(cell.date);
                        if (!calendar.entry.timed)
                            calendar.ended();
                    }
                }
            }
        }
        Item {
            id: keys
            Keys.onPressed: event => {
                event.accepted = true;
                switch (event.key) {
                case Qt.Key_Left: calendar.entry.pointBy(-1); break;
                case Qt.Key_Right: calendar.entry.pointBy(1); break;
                case Qt.Key_Up: calendar.entry.pointBy(-calendar.columns); break;
                case Qt.Key_Down: calendar.entry.pointBy(calendar.columns); break;
                case Qt.Key_PageUp: calendar.entry.pointByMonths(-1); break;
                case Qt.Key_PageDown: calendar.entry.pointByMonths(1); break;
                case Qt.Key_Home: calendar.entry.pointToEdge(false); break;
                case Qt.Key_End: calendar.entry.pointToEdge(true); break;
                case Qt.Key_Return:
                case Qt.Key_Enter:
                    calendar.entry.choosePointed();
                    calendar.ended();
                    break;
                default: event.accepted = false;
                }
            }
        }
    }
    SelectField {
        visible: calendar.entry.timed
        label: qsTr("Time", "Name of a choice: a time of day")
        hint: calendar.entry.note
        model: calendar.entry.times
        currentIndex: calendar.entry.time
        Layout.fillWidth: true
        onActivated: index => calendar.entry.chooseTime(index)
    }
    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Today", "Button of a calendar: goes to the current day")
            look: "text"
            flush: true
            onClicked: calendar.entry.pointToToday()
        }
        Item {
            Layout.fillWidth: true
        }
        AppButton {
            text: qsTr("Done", "Button: closes a calendar")
            look: calendar.entry.timed ? "filled" : "outlined"
            onClicked: calendar.ended()
        }
    }
}
