pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Two goals that pull apart, why that matters, and whose they are.
CommandSheet {
    id: sheet

    required property Session session
    required property TensionsModel tensions
    // Codes of the markets that are ticked.
    property var _chosen: []

    model: sheet.tensions
    ends: ["open"]
    title: qsTr("Write down a goal tension", "Button")
    button: qsTr("Write it down", "Button: saves a goal tension")
    ready: first.filled && second.filled && why.filled
    onAboutToShow: {
        draft.take();
        draft.keep();
    }
    onOpened: first.english.focusField()
    onClosed: draft.keep()
    onPressed: {
        draft.give();
        sheet.tensions.open(first.texts, second.texts, why.texts, sheet._chosen);
    }
    onFinished: {
        draft.forget();
        sheet._chosen = [];
    }

    component Lanes: ColumnLayout {
        id: lanes
        required property string labelEnglish
        required property string labelRussian
        property alias english: en
        property alias russian: ru
        property string error: ""
        readonly property bool filled: en.text.trim() !== "" || ru.text.trim() !== ""
        readonly property var texts: [en.text, ru.text]
        spacing: Theme.space12
        Layout.fillWidth: true
        AppTextArea {
            id: en
            label: lanes.labelEnglish
            error: lanes.error
            linesMin: 1
            Layout.fillWidth: true
            onEdited: draft.edited()
        }
        AppTextArea {
            id: ru
            label: lanes.labelRussian
            linesMin: 1
            Layout.fillWidth: true
            onEdited: draft.edited()
        }
    }
    KeptFields {
        id: draft
        session: sheet.session
        name: "goal-tension"
        fields: [first.english, first.russian, second.english, second.russian, why.english, why.russian]
    }
    AppText {
        text: qsTr("While it is open, the markets that it concerns issue no brief and do not launch.", "Above the fields of a goal tension")
        Layout.fillWidth: true
    }
    Lanes {
        id: first
        labelEnglish: qsTr("One goal, English", "Name of a field")
        labelRussian: qsTr("One goal, Russian", "Name of a field")
        error: draft.problem
    }
    Lanes {
        id: second
        labelEnglish: qsTr("The other goal, English", "Name of a field")
        labelRussian: qsTr("The other goal, Russian", "Name of a field")
    }
    Lanes {
        id: why
        labelEnglish: qsTr("Why it matters, English", "Name of a field")
        labelRussian: qsTr("Why it matters, Russian", "Name of a field")
    }
    AppText {
        text: qsTr("Which markets it concerns; none ticked means all", "Above boxes to tick, one for each market")
        step: Theme.label
        color: Theme.muted
        Layout.fillWidth: true
    }
    Repeater {
        model: sheet.tensions.markets
        delegate: CheckRow {
            id: box
            required property string modelData
            required property int index
            text: sheet.tensions.marketNames[box.index] ?? box.modelData
            checked: sheet._chosen.includes(box.modelData)
            Layout.fillWidth: true
            onToggled: sheet._chosen = sheet._chosen.includes(box.modelData)
                ? sheet._chosen.filter(code => code !== box.modelData) : sheet._chosen.concat([box.modelData])
        }
    }
}
