import QtQuick
import Meridian.Theme
import Meridian.Components

// One of many in a form: its label above, a hint below. A column without a layout: what wraps has its height at
// once.
Column {
    id: control

    required property string label
    property string hint: ""
    property alias model: box.model
    property alias textRole: box.textRole
    property alias valueRole: box.valueRole
    property alias currentIndex: box.currentIndex
    property alias currentText: box.currentText
    property alias currentValue: box.currentValue
    readonly property alias count: box.count
    signal activated(int index)

    function indexOfValue(value: var): int {
        return box.indexOfValue(value);
    }

    spacing: Theme.space4

    AppText {
        text: control.label
        step: Theme.label
        width: control.width
        Accessible.ignored: true
    }
    ComboSelect {
        id: box
        label: control.label
        width: control.width
        onActivated: index => control.activated(index)
    }
    FieldNote {
        hint: control.hint
        width: control.width
    }
}
