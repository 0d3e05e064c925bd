pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// Rules in one state. Those that hold are folded: they are only looked at on purpose.
ColumnLayout {
    id: section

    required property string title
    required property RowModel rows
    // Of rules, those in a folded row among them.
    required property int count
    property bool folds: false
    property bool folded: false
    signal foldPressed
    signal rowToggled(string key)

    visible: section.rows.count > 0
    spacing: Theme.space8

    SectionHeader {
        text: section.title
        count: section.count
        action: !section.folds ? "" : section.folded ? qsTr("Show", "Button: unfolds a group") : qsTr("Hide", "Button: folds a group")
        Layout.fillWidth: true
        onActed: section.foldPressed()
    }
    Card {
        visible: !section.folded
        padding: 0
        Layout.fillWidth: true

        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: section.rows
                delegate: PreflightDelegate {
                    id: row
                    Layout.fillWidth: true
                    onFoldPressed: section.rowToggled(row.key)
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
