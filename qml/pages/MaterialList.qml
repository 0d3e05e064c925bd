pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// What the creator makes: each material with its state and date, and a way to what comes next for it.
ColumnLayout {
    id: list

    required property RowModelBase rows

    visible: list.rows.count > 0
    spacing: Theme.space8

    SectionHeader {
        text: qsTr("Deliverables", "Heading: what a creator makes")
        Layout.fillWidth: true
    }
    Card {
        padding: 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            Repeater {
                model: list.rows
                delegate: ListRow {
                    id: row
                    required property string key
                    required property string title
                    required property string stateText
                    required property string status
                    required property string date
                    required property bool submitted
                    required property bool mayGoLive
                    required property bool live
                    text: row.title
                    detail: row.date === "" ? row.stateText : row.stateText + "\n" + row.date
                    opens: true
                    leading: Icon {
                        glyph: Theme.status(row.status).icon
                        color: Theme.status(row.status).text
                    }
                    Layout.fillWidth: true
                    onClicked: Navigation.open(row.live || row.mayGoLive ? "GoLivePage"
                        : row.submitted ? "FeedbackPage" : "SubmitPage", {"deliverable": row.key})
                }
            }
        }
    }
}
