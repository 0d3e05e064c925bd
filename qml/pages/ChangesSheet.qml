import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// What changed in the source of a translation since it was made.
Sheet {
    id: sheet

    property var spans: []
    property string part: ""

    function show(part: string, spans: var) {
        sheet.part = part;
        sheet.spans = spans;
        sheet.open();
    }

    title: qsTr("What changed", "Title of a sheet: in the source of a translation")

    AppText {
        text: sheet.part
        visible: text !== ""
        step: Theme.label
        color: Theme.muted
        Layout.fillWidth: true
    }
    DiffText {
        spans: sheet.spans
        accessibleName: sheet.spans.map(span => span.text).join("")
        Layout.fillWidth: true
    }
}
