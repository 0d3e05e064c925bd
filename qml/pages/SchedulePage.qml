pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// The feedback schedule as a sentence, and live below it what it promises in each creator's zone.
AppPage {
    id: page

    // The market to begin with; empty for the own or the first.
    property string market: ""
    readonly property var _markets: schedule.markets
    readonly property var _names: schedule.marketNames
    readonly property bool _known: page._markets.length > 0

    title: qsTr("Feedback schedule", "Title of a page")

    ScheduleModel {
        id: schedule
        session: page.session
        Component.onCompleted: if (page.market !== "")
            schedule.market = page.market
        onDone: what => Navigation.say(what === "move"
            ? qsTr("New date announced. Whoever was promised the old one sees why.", "After the answers of a day were moved")
            : qsTr("Saved. Promises already given keep their dates.", "After the feedback schedule was changed"))
    }
    function notThisDay(slot: string, due: string) {
        schedule.askMove(slot);
        moving.slot = slot;
        moving.due = due;
        moving.open();
    }
    ReasonSheet {
        id: moving
        session: page.session
        model: schedule
        ends: ["move"]
        about: "move/" + schedule.market + "/" + moving.slot
        property string slot
        property string due
        title: qsTr("Not this day", "Title of a sheet: answers come on another day")
        explanation: qsTr("Answers due %1 come later. Everybody who was promised this date gets the new one with your reason. The notice counts if it is stored before the old date.",
                          "Sheet for moving a day of answers; %1 is a date").arg(moving.due)
        button: qsTr("Announce the new date", "Button: sends a notice to all creators of the market")
        dates: schedule.moves
        onGiven: (reason, date) => schedule.move(moving.slot, date, reason)

        // For the story, which presses nothing.
        function openForFirst() {
            if (answers.count > 0)
                moving.openFor(answers.itemAt(0));
        }
        function openFor(answer: var) {
            page.notThisDay(answer.key, answer.due);
        }
    }
    SegmentedControl {
        visible: page._markets.length > 1
        accessibleName: qsTr("Market", "Name of a choice")
        options: page._names.map(name => ({"text": name}))
        currentIndex: Math.max(0, page._markets.indexOf(schedule.market))
        onActivated: index => schedule.market = page._markets[index]
    }
    EmptyState {
        visible: schedule.loaded && !page._known
        glyph: "clock"
        text: qsTr("Your market is not set up yet. The campaign lead adds it with its time zone.", "Instead of a feedback schedule")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
    }
    Card {
        visible: page._known
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space8
            enabled: schedule.mayEdit

            SentenceForm {
                accessibleName: qsTr("Feedback schedule", "Title of a page")
                Layout.fillWidth: true

                SentenceWords {
                    text: qsTr("I answer every", "Schedule sentence: I answer every [Fri] by [18:00] [Moscow]")
                }
                ComboSelect {
                    inSentence: true
                    label: qsTr("Day of answers", "Name of a choice")
                    model: schedule.days
                    currentIndex: schedule.choice.answerDay - 1
                    onActivated: index => schedule.setAnswer(index + 1, schedule.choice.answerBy)
                }
                SentenceWords {
                    text: qsTr("by", "Schedule sentence: by [18:00]")
                }
                ComboSelect {
                    inSentence: true
                    label: qsTr("Time of answers", "Name of a choice")
                    model: schedule.times
                    currentIndex: Math.round(schedule.choice.answerBy / 30)
                    displayText: (page.session.language, schedule.timeText(schedule.choice.answerBy))
                    onActivated: index => schedule.setAnswer(schedule.choice.answerDay, index * 30)
                }
                ZoneSelect {
                    inSentence: true
                    session: page.session
                    zone: schedule.choice.zone
                    label: qsTr("City of the schedule", "Name of a choice")
                    onChosen: zone => schedule.setZone(zone)
                }
                // What is counted begins a line of its own.
                Item {
                    width: parent ? parent.width : 0
                    height: Theme.hairline
                }
                SentenceWords {
                    text: qsTr("what arrived by", "Schedule sentence: what arrived by [Thu] [18:00]")
                }
                ComboSelect {
                    inSentence: true
                    label: qsTr("Day of the cut-off", "Name of a choice")
                    model: schedule.days
                    currentIndex: schedule.choice.cutoffDay - 1
                    onActivated: index => schedule.setCutoff(index + 1, schedule.choice.cutoffAt)
                }
                ComboSelect {
                    inSentence: true
                    label: qsTr("Time of the cut-off", "Name of a choice")
                    model: schedule.times
                    currentIndex: Math.round(schedule.choice.cutoffAt / 30)
                    displayText: (page.session.language, schedule.timeText(schedule.choice.cutoffAt))
                    onActivated: index => schedule.setCutoff(schedule.choice.cutoffDay, index * 30)
                }
            }
            CheckRow {
                text: qsTr("Not on public holidays: %1", "Schedule; %1 is a country or market").arg(schedule.country)
                checked: schedule.choice.holidays
                Layout.fillWidth: true
                onToggled: schedule.setHolidays(checked)
            }
            Repeater {
                model: schedule.daysOff
                delegate: RowLayout {
                    id: dayOff
                    required property int index
                    required property string modelData
                    Layout.fillWidth: true
                    AppText {
                        text: qsTr("Not on: %1", "Schedule; %1 is a date").arg(dayOff.modelData)
                        Layout.fillWidth: true
                    }
                    IconButton {
                        text: qsTr("Remove %1", "Button: a date is no day off any more").arg(dayOff.modelData)
                        glyph: "x"
                        onClicked: schedule.removeDayOff(dayOff.index)
                    }
                }
            }
            GridLayout {
                columns: Theme.effectiveScale < Theme.stackScale ? 2 : 1
                columnSpacing: Theme.space8
                rowSpacing: Theme.space8
                Layout.fillWidth: true
                DateField {
                    id: date
                    session: page.session
                    label: qsTr("Another day off", "Name of a field")
                    timed: false
                    zone: schedule.choice.zone
                    Layout.fillWidth: true
                    onPicked: value => date.value = value
                    onAccepted: add.press()
                }
                AppButton {
                    id: add
                    text: qsTr("Add", "Button: adds a day off")
                    enabled: date.text.trim() !== ""
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.effectiveScale < Theme.stackScale ? Theme.space24 : 0
                    onClicked: {
                        date.judge();
                        if (!date.valid)
                            return date.focusField();
                        const answer = schedule.addDayOff(date.value);
                        date.value = "";
                        if (answer !== "")
                            page.notThisDay(answer, schedule.dueOf(answer));
                    }
                }
            }
        }
    }
    SectionHeader {
        visible: page._known
        text: qsTr("The next three answers", "Schedule: heading")
        Layout.fillWidth: true
    }
    Repeater {
        id: answers
        model: schedule.slotRows
        delegate: Card {
            id: answer
            required property string key
            required property string due
            required property string cutoff
            required property string note
            required property var zones
            Layout.fillWidth: true
            ColumnLayout {
                width: parent.width
                spacing: Theme.space4
                AppText {
                    text: answer.due
                    step: Theme.heading
                    Layout.fillWidth: true
                }
                AppText {
                    text: answer.cutoff
                    step: Theme.caption
                    color: Theme.muted
                    Layout.fillWidth: true
                }
                StatusChip {
                    visible: answer.note !== ""
                    status: "risk"
                    text: answer.note
                    Layout.maximumWidth: parent.width
                }
                Repeater {
                    model: answer.zones
                    delegate: AppText {
                        required property string modelData
                        text: modelData
                        Layout.fillWidth: true
                    }
                }
                AppButton {
                    visible: schedule.mayMove
                    text: qsTr("Not this day", "Button: answers come on another day")
                    accessibleName: qsTr("Not this day: %1", "Screen reader: button; %1 is a date").arg(answer.due)
                    look: "text"
                    glyph: "calendar"
                    flush: true
                    onClicked: page.notThisDay(answer.key, answer.due)
                }
            }
        }
    }
    footer: StickyFooter {
        visible: schedule.mayEdit && page._known
        problem: schedule.problem
        note: qsTr("Promises already given keep their dates.", "Below the feedback schedule")
        Layout.fillWidth: true
        AppButton {
            text: qsTr("Save schedule", "Button")
            look: "filled"
            tall: true
            enabled: schedule.dirty
            Layout.fillWidth: !Theme.wide
            onClicked: schedule.save()
        }
    }
}
