pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.Components
import Meridian.Navigation

// The campaigns of this profile, and a way into another.
AppPage {
    id: page

    title: qsTr("Campaigns", "Title of a page: the campaigns of this profile")
    pill: false

    Card {
        padding: 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: page.session.campaigns
                delegate: ListRow {
                    id: row
                    required property string key
                    required property string title
                    required property string brand
                    required property string role
                    required property bool current
                    text: row.title
                    // The brand where the name does not say it already.
                    detail: row.title.includes(row.brand) ? row.role
                        : qsTr("%1 · %2", "Of a campaign: %1 its brand, %2 my role in it").arg(row.brand).arg(row.role)
                    selected: row.current
                    Layout.fillWidth: true
                    onClicked: {
                        Navigation.back();
                        page.session.selectCampaign(row.key);
                    }
                }
            }
        }
    }
    AppButton {
        text: qsTr("Join another campaign", "Button")
        glyph: "plus"
        Layout.fillWidth: true
        onClicked: Navigation.open("JoinPage", {})
    }
}
