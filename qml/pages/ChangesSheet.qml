import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// What changed in the source of a translation since it was made.
Sheet {
    id: sheet

    // As a model's changesOf() gives it.
    property var change: ({"title": "", "spans": [], "spoken": ""})

    function show(change: var) {
        sheet.change = change;
        sheet.open();
    }

    title: qsTr("What changed", "Title of a sheet: in the source of a translation")

    AppText {
        text: sheet.change.title
        visible: text !== ""
        step: Theme.label
        color: Theme.muted
        Layout.fillWidth: true
    }
    DiffText {
        spans: sheet.change.spans
        accessibleName: sheet.change.spoken
        Layout.fillWidth: true
    }
}
