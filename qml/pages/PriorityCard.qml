import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// Which market's goal takes priority, and why. Needed before any brief is issued.
Card {
    id: card

    required property CampaignEditModel edit
    required property string lane
    readonly property var _modes: card.edit.modes
    readonly property var _codes: card.edit.codes
    // The fields are being filled, or what is kept is being taken from them.
    property bool _filling: false
    property bool _typing: false
    // It was typed before, and is not decided yet.
    property bool _restored: false

    // As it was left; else as it was decided, until somebody chooses or types.
    function fill() {
        const decided = [card.edit.mode, card.edit.leading, card.edit.decisionEn, card.edit.decisionRu];
        // Decided meanwhile, by whoever left before the answer came.
        if (draft.text === JSON.stringify(decided))
            card.keep("");
        const kept = draft.text === "" ? decided : JSON.parse(draft.text);
        card._filling = true;
        relation.currentIndex = Math.max(0, kept[0] - 1);
        leading.currentIndex = Math.max(0, card._codes.indexOf(kept[1]));
        english.text = kept[2];
        russian.text = kept[3];
        card._filling = false;
    }
    function edited() {
        if (card._filling)
            return;
        card.keep(JSON.stringify([relation.currentIndex + 1, card._codes[Math.max(0, leading.currentIndex)] ?? "", english.text, russian.text]));
    }
    function keep(typed: string) {
        card._typing = true;
        draft.type(typed);
        card._typing = false;
    }

    KeptText {
        id: draft
        session: card.edit.session
        name: "priority-decision"
        onTextChanged: {
            card._restored = !card._typing && draft.text !== "";
            if (!card._typing)
                card.fill();
        }
    }
    // Behind the lists: with those that differ the boxes begin anew.
    Timer {
        id: filling
        interval: 0
        onTriggered: card.fill()
    }
    Connections {
        target: card.edit
        function onChanged() {
            filling.restart();
        }
        function onDone(what: string) {
            if (what !== "decide")
                return;
            // The fields show what was decided before the campaign is read again.
            card._typing = true;
            draft.forget();
            card._typing = false;
        }
    }

    edgeStatus: card.edit.decisionContested ? "contested" : card.edit.loaded && card.edit.mode === 0 ? "bad" : ""

    ColumnLayout {
        width: parent.width
        spacing: Theme.space12

        Banner {
            text: qsTr("Not saved yet: what you typed before.", "Above a form that was left without saving")
            visible: card.edit.mayEdit && card._restored
            status: "local"
            action: qsTr("Discard", "Button: throws away what was typed and not saved")
            Layout.fillWidth: true
            onActed: {
                card.keep("");
                card.fill();
            }
        }
        StatusChip {
            visible: card.edit.decisionContested
            status: "contested"
            text: qsTr("Two decisions were made at the same time. Decide again to settle it.", "Priority decision")
            Layout.maximumWidth: parent.width
        }
        AppText {
            text: qsTr("No decision yet: no brief can be issued before it.", "Priority decision")
            visible: card.edit.loaded && card.edit.mode === 0
            color: Theme.bad.text
            Layout.fillWidth: true
        }
        TitledText {
            visible: !card.edit.mayEdit && card.edit.mode > 0
            label: (card._modes[card.edit.mode - 1] ?? "") + (card.edit.mode < 3 ? ": " + (card.edit.marketNames[card._codes.indexOf(card.edit.leading)] ?? card.edit.leading) : "")
            text: card.lane === "ru" ? card.edit.decisionRu || card.edit.decisionEn : card.edit.decisionEn || card.edit.decisionRu
            Layout.fillWidth: true
        }
        SelectField {
            id: relation
            visible: card.edit.mayEdit
            label: qsTr("How the markets relate", "Name of a choice: the priority decision")
            model: card._modes
            Layout.fillWidth: true
            onActivated: card.edited()
        }
        SelectField {
            id: leading
            visible: card.edit.mayEdit && relation.currentIndex < 2
            label: qsTr("First market", "Name of a choice: the one that leads")
            model: card.edit.marketNames
            Layout.fillWidth: true
            onActivated: card.edited()
        }
        AppTextArea {
            id: english
            visible: card.edit.mayEdit
            label: qsTr("Why, English", "Name of a field: reason of a decision")
            error: draft.problem
            linesMin: 2
            Layout.fillWidth: true
            onEdited: card.edited()
        }
        AppTextArea {
            id: russian
            visible: card.edit.mayEdit
            label: qsTr("Why, Russian", "Name of a field: reason of a decision")
            linesMin: 2
            Layout.fillWidth: true
            onEdited: card.edited()
        }
        AppButton {
            visible: card.edit.mayEdit
            text: qsTr("Save the decision", "Button: makes the priority decision")
            look: "filled"
            onClicked: {
                if (card.edit.runs("decide"))
                    return;
                // What shows, also where it was not touched.
                if (draft.text === "")
                    card.edited();
                const [mode, market, whyEnglish, whyRussian] = JSON.parse(draft.text);
                draft.give();
                card.edit.decide(mode, market, whyEnglish, whyRussian);
            }
        }
    }
}
