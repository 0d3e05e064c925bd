pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme

// Texts of the campaign or of one market, each in two lanes.
ColumnLayout {
    id: list

    required property CampaignEditModel edit
    required property RowModel rows
    required property string lane
    required property bool mayEdit

    spacing: Theme.space12

    Repeater {
        model: list.rows
        delegate: BriefBlock {
            id: block
            session: list.edit.session
            lane: list.lane
            mayEdit: list.mayEdit
            Layout.fillWidth: true
            onChangesWanted: changes.show(list.edit.changesOf(block.key, block.label))
            onConfirmed: list.edit.stillCorrect(block.key)
        }
    }
    ChangesSheet {
        id: changes
    }
}
