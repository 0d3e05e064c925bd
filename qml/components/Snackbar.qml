import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// What just happened, for ten seconds, with at most one action. It stays while it is focused or pointed at.
Item {
    id: bar

    property string text: ""
    property string action: ""
    readonly property bool shown: bar.text !== ""
    signal acted

    function show(text: string, action: string) {
        bar.text = text;
        bar.action = action;
        timer.restart();
    }
    function hide() {
        bar.text = "";
    }

    implicitWidth: Math.min(Theme.dialogWidth, Theme.windowWidth - 2 * Theme.space16)
    implicitHeight: row.implicitHeight + Theme.space8
    visible: bar.shown
    Accessible.role: Accessible.AlertMessage
    Accessible.name: bar.text

    Timer {
        id: timer
        interval: Theme.snackbarMs
        running: bar.shown && !button.activeFocus && !hover.hovered
        onTriggered: bar.hide()
    }
    HoverHandler {
        id: hover
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: Theme.snack
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space4
        spacing: Theme.space8

        AppText {
            text: bar.text
            color: Theme.snackText
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            Layout.bottomMargin: Theme.space8
            Accessible.ignored: true
        }
        Pressable {
            id: button
            text: bar.action
            visible: bar.action !== ""
            leftPadding: Theme.space12
            rightPadding: Theme.space12
            Layout.maximumWidth: bar.width / 2
            onClicked: {
                bar.acted();
                bar.hide();
            }
            contentItem: AppText {
                text: button.text
                step: Theme.label
                color: Theme.snackAction
                Accessible.ignored: true
            }
        }
    }
}
