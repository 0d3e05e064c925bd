import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One text of a brief in two lanes. What is typed is kept when there is a pause, lane by lane.
Card {
    id: card

    required property string key
    required property string label
    required property string hint
    required property string english
    required property string russian
    required property string source
    required property bool stale
    required property bool missing
    required property string lane
    property bool mayEdit: false
    property var _typed: ({})
    signal written(string lane, string text)
    signal changesWanted
    signal confirmed

    function keep() {
        pause.stop();
        const typed = card._typed;
        card._typed = {};
        for (const lane in typed)
            card.written(lane, typed[lane]);
    }

    edgeStatus: card.stale ? "risk" : card.missing ? "bad" : ""
    Component.onDestruction: card.keep()

    Timer {
        id: pause
        interval: Theme.draftMs
        onTriggered: card.keep()
    }
    ColumnLayout {
        width: parent.width
        spacing: Theme.space4
        BilingualBlock {
            label: card.label
            english: card.english
            russian: card.russian
            lane: card.lane
            source: card.source
            stale: card.stale
            editing: card.mayEdit
            Layout.fillWidth: true
            onEdited: (lane, text) => {
                card._typed[lane] = text;
                pause.restart();
            }
            onChangesWanted: card.changesWanted()
            onConfirmedCorrect: card.confirmed()
        }
        AppText {
            text: card.hint
            visible: text !== ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
    }
}
