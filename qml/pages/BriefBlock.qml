import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// One text of a brief or of the campaign in two lanes, on a card of its own.
Card {
    id: card

    required property Session session
    property string space: ""
    required property string key
    required property string entity
    required property int field
    required property string label
    required property string hint
    required property string english
    required property string russian
    required property string source
    required property bool stale
    required property bool missing
    required property string lane
    property bool mayEdit: false
    signal changesWanted
    signal confirmed

    edgeStatus: card.stale ? "risk" : card.missing ? "bad" : ""

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4
        BlockEditor {
            session: card.session
            space: card.space
            entity: card.entity
            field: card.field
            label: card.label
            english: card.english
            russian: card.russian
            lane: card.lane
            source: card.source
            stale: card.stale
            editing: card.mayEdit
            Layout.fillWidth: true
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
