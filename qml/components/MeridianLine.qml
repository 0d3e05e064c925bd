import QtQuick

// The signature: a vertical line with a dot for each date and a larger one at "now". Put MeridianEntry
// items inside, directly or through a Repeater; the line runs from the first dot to the last.
Column {
    id: line

    property string accessibleName: qsTr("Timeline", "Screen reader: a list of dates along a vertical line")

    Accessible.role: Accessible.List
    Accessible.name: line.accessibleName
}
