import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One text of a brief or of the campaign in two lanes, on a card of its own.
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
    signal written(string lane, string text)
    signal changesWanted
    signal confirmed

    edgeStatus: card.stale ? "risk" : card.missing ? "bad" : ""

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4
        BlockEditor {
            label: card.label
            english: card.english
            russian: card.russian
            lane: card.lane
            source: card.source
            stale: card.stale
            editing: card.mayEdit
            Layout.fillWidth: true
            onWritten: (lane, text) => card.written(lane, text)
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
