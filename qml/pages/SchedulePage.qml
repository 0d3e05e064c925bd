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

    title: qsTr("Feedback schedule", "Title of a page")

    ScheduleModel {
        id: schedule
        session: page.session
        onDone: Navigation.say(qsTr("Saved. Promises already given keep their dates.", "After the feedback schedule was changed"))
    }
    Banner {
        text: schedule.problem
        status: "bad"
        visible: text !== ""
        Layout.fillWidth: true
    }
    Card {
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
                    onActivated: index => schedule.setAnswer(schedule.choice.answerDay, index * 30)
                }
                ComboSelect {
                    id: zone
                    inSentence: true
                    label: qsTr("City of the schedule", "Name of a choice")
                    textRole: "text"
                    valueRole: "key"
                    displayText: page.session.cityOf(schedule.choice.zone)
                    popup.onAboutToShow: if (!zone.model) {
                        zone.model = page.session.zones;
                        zone.currentIndex = zone.indexOfValue(schedule.choice.zone);
                    }
                    onActivated: schedule.setZone(zone.currentValue)
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
            RowLayout {
                spacing: Theme.space8
                Layout.fillWidth: true
                AppTextField {
                    id: date
                    label: qsTr("Another day off", "Name of a field")
                    placeholder: "2027-05-10"
                    Layout.fillWidth: true
                    onAccepted: add.press()
                }
                AppButton {
                    id: add
                    text: qsTr("Add", "Button: adds a day off")
                    enabled: date.text.trim() !== ""
                    Layout.alignment: Qt.AlignBottom
                    onClicked: {
                        schedule.addDayOff(date.text);
                        if (schedule.problem === "")
                            date.text = "";
                    }
                }
            }
        }
    }
    SectionHeader {
        text: qsTr("The next three answers", "Schedule: heading")
        Layout.fillWidth: true
    }
    Repeater {
        model: schedule.slotRows
        delegate: Card {
            id: answer
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
            }
        }
    }
    footer: StickyFooter {
        visible: schedule.mayEdit
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
