pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// Rules in one state. Those that hold are folded: they are only looked at on purpose.
ColumnLayout {
    id: group

    required property string title
    required property RowModel rows
    // Of rules, those in a folded row among them.
    required property int count
    property bool folds: false
    property bool folded: false
    signal foldPressed
    signal rowToggled(string key)

    visible: group.rows.count > 0
    spacing: Theme.space8

    SectionHeader {
        text: group.title
        count: group.count
        action: !group.folds ? "" : group.folded ? qsTr("Show", "Button: unfolds a group") : qsTr("Hide", "Button: folds a group")
        Layout.fillWidth: true
        onActed: group.foldPressed()
    }
    Card {
        visible: !group.folded
        padding: 0
        Layout.fillWidth: true

        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: group.rows
                delegate: PreflightDelegate {
                    id: row
                    Layout.fillWidth: true
                    onFoldPressed: group.rowToggled(row.key)
                    onFixWanted: {
                        const properties = {};
                        if (row.page === "BriefDeskPage")
                            properties.space = row.space;
                        if (row.page === "ReviewPage") {
                            properties.space = row.space;
                            properties.submission = row.submission;
                        }
                        if (row.page === "CampaignEditPage" || row.page === "SchedulePage")
                            properties.market = row.market;
                        if (row.page === "MilestonePage")
                            properties.milestone = row.milestone;
                        Navigation.open(row.page, properties);
                    }
                }
            }
        }
    }
}
