import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Meridian.Theme

// One line to type in, with its label above and a hint or an error below. An error names the field.
ColumnLayout {
    id: control

    required property string label
    // What it shows as long as nobody types; what was typed stays, whatever comes to be given meanwhile.
    property string given: ""
    property string _given: ""
    property alias text: field.text
    property alias placeholder: field.placeholderText
    property alias echoMode: field.echoMode
    property alias readOnly: field.readOnly
    property alias inputMethodHints: field.inputMethodHints
    property alias maximumLength: field.maximumLength
    property bool labelShown: true
    property string hint: ""
    property string error: ""
    // What stands inside at the right end, as a show-eye.
    default property alias tools: tools.data
    signal accepted
    signal edited
    // Accepted, or left.
    signal finished

    onGivenChanged: {
        if (control.text === control._given)
            control.text = control.given;
        control._given = control.given;
    }

    readonly property bool fieldFocus: field.activeFocus

    function focusField() {
        field.forceActiveFocus(Qt.OtherFocusReason);
    }
    function selectAll() {
        field.selectAll();
    }

    spacing: Theme.space4

    AppText {
        text: control.label
        step: Theme.label
        visible: control.labelShown
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    T.TextField {
        id: field

        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(Theme.hitTarget, Theme.controlHeight, field.contentHeight + 2 * Theme.space8)
        implicitWidth: Theme.listWidth
        leftPadding: Theme.space12
        rightPadding: tools.children.length > 0 ? tools.width + Theme.space4 : Theme.space12
        topPadding: Theme.space8
        bottomPadding: Theme.space8
        verticalAlignment: Text.AlignVCenter
        font: Theme.body.font
        color: field.enabled ? Theme.text : Theme.muted
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryText
        placeholderTextColor: Theme.muted
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.name: control.label
        Accessible.description: control.error !== "" ? control.error : control.hint
        Accessible.passwordEdit: field.echoMode !== TextInput.Normal
        onAccepted: control.accepted()
        onEditingFinished: control.finished()
        onTextEdited: control.edited()

        background: Rectangle {
            radius: Theme.radiusControl
            color: field.readOnly || !field.enabled ? Theme.sunken : Theme.surface
            border.width: control.error !== "" ? Theme.lineWidth : Theme.hairline
            border.color: control.error !== "" ? Theme.bad.text : Theme.outline
            FocusRing {
                shown: field.activeFocus
            }
        }
        AppText {
            x: field.leftPadding
            width: field.width - field.leftPadding - field.rightPadding
            anchors.verticalCenter: parent.verticalCenter
            text: field.placeholderText
            visible: field.length === 0 && field.preeditText === ""
            color: Theme.muted
            wrapMode: Text.NoWrap
            clip: true
            Accessible.ignored: true
        }
        RowLayout {
            id: tools
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 0
        }
    }
    FieldNote {
        hint: control.hint
        error: control.error
        Layout.fillWidth: true
    }
}
