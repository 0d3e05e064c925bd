import QtQuick
import Meridian.Components
import Meridian.Navigation

// One material of the creator's, with its state and date, and the way to what comes next for it.
ListRow {
    id: row

    required property string key
    required property string title
    required property string stateText
    required status
    required property string date
    required property bool submitted
    required property bool mayGoLive
    required property bool live

    text: row.title
    detail: row.date === "" ? row.stateText : row.stateText + "\n" + row.date
    opens: true
    onClicked: Navigation.open(row.live || row.mayGoLive ? "GoLivePage"
        : row.submitted ? "FeedbackPage" : "SubmitPage", {"deliverable": row.key})
}
