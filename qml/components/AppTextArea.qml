import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Meridian.Theme

// Text of several lines. The field grows with what is typed; the page scrolls, not the field.
ColumnLayout {
    id: control

    required property string label
    // Where several have the same label: whose it is.
    property string accessibleName: control.label
    property alias text: area.text
    property alias placeholder: area.placeholderText
    property alias readOnly: area.readOnly
    property alias cursorPosition: area.cursorPosition
    readonly property Item editor: area
    // Takes back by undo() and redo() instead of the field itself.
    property var history: null
    property bool labelShown: true
    property int linesMin: 3
    property string hint: ""
    property string error: ""
    signal edited

    function focusField() {
        area.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Theme.space4

    AppText {
        text: control.label
        step: Theme.label
        visible: control.labelShown
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    T.TextArea {
        id: area

        Layout.fillWidth: true
        implicitWidth: Theme.listWidth
        // Not implicitHeight, which the text sets by itself.
        Layout.preferredHeight: Math.max(area.contentHeight, control.linesMin * Theme.body.line) + 2 * Theme.space12
        padding: Theme.space12
        font: Theme.body.font
        color: area.enabled ? Theme.text : Theme.muted
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryText
        placeholderTextColor: Theme.muted
        wrapMode: TextEdit.Wrap
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.name: control.accessibleName
        Accessible.description: control.error !== "" ? control.error : control.hint
        Accessible.multiLine: true
        // Tab leaves the field, so that the keyboard can reach what follows: what that is by then.
        Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Keys.onPressed: event => {
            if (control.history === null || !(event.matches(StandardKey.Undo) || event.matches(StandardKey.Redo)))
                return;
            event.accepted = true;
            if (event.matches(StandardKey.Undo))
                control.history.undo();
            else
                control.history.redo();
        }
        onTextChanged: if (area.activeFocus)
            control.edited()

        background: Rectangle {
            radius: Theme.radiusControl
            color: area.readOnly || !area.enabled ? Theme.sunken : Theme.surface
            border.width: control.error !== "" ? Theme.lineWidth : Theme.hairline
            border.color: control.error !== "" ? Theme.bad.text : Theme.outline
            FocusRing {
                shown: area.activeFocus
            }
        }
        AppText {
            x: area.leftPadding
            y: area.topPadding
            width: area.width - 2 * Theme.space12
            text: area.placeholderText
            visible: area.length === 0 && area.preeditText === ""
            color: Theme.muted
            Accessible.ignored: true
        }
    }
    FieldNote {
        hint: control.hint
        error: control.error
        Layout.fillWidth: true
    }
}
