import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Meridian.Theme

// A task of its own: the whole screen on a phone, a dialog on a desktop. Focus returns to the opener.
// The content put inside is one column that scrolls; the footer stays.
T.Popup {
    id: sheet

    required property string title
    default property alias content: column.data
    property alias footer: footer.data
    readonly property real _room: sheet.parent ? sheet.parent.height : Theme.windowHeight
    property Item _opener: null

    // What just happened here: the window's own messages lie under a sheet.
    function say(text: string) {
        snackbar.show(text, "");
    }

    parent: T.Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    width: Theme.wide ? Math.min(Theme.dialogWidth, Theme.windowWidth - 2 * Theme.space48) : Theme.windowWidth
    height: Theme.wide ? Math.min(sheet.implicitHeight, sheet._room - 2 * Theme.space48) : sheet._room
    // The round corners stay free of the footer's square ones.
    bottomPadding: Theme.wide ? Theme.space12 : 0
    implicitHeight: Math.max(Theme.barHeight, bar.implicitHeight) + Theme.hairline + column.implicitHeight
        + 2 * Theme.gutter + footer.implicitHeight + sheet.bottomPadding
    x: Theme.wide && sheet.parent ? Math.round((sheet.parent.width - sheet.width) / 2) : 0
    y: Theme.wide ? Math.round((sheet._room - sheet.height) / 2) : 0

    onAboutToShow: sheet._opener = sheet.parent && sheet.parent.Window.window
        ? sheet.parent.Window.window.activeFocusItem : null
    onOpened: close.forceActiveFocus(Qt.OtherFocusReason)
    onClosed: {
        snackbar.hide();
        if (sheet._opener)
            sheet._opener.forceActiveFocus(Qt.PopupFocusReason);
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fadeMs; easing.type: Theme.easing }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.fadeMs; easing.type: Theme.easing }
    }
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Raised {
        radius: Theme.wide ? Theme.radiusSheet : 0
    }
    contentItem: SheetContent {
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        ColumnLayout {
            anchors.fill: parent
            spacing: 0

            RowLayout {
                id: bar
                spacing: Theme.space4
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.barHeight
                Layout.leftMargin: Theme.gutter
                Layout.rightMargin: Theme.space8

                AppText {
                    text: sheet.title
                    step: Theme.title
                    Layout.fillWidth: true
                    Accessible.role: Accessible.Heading
                    Accessible.name: sheet.title
                }
                IconButton {
                    id: close
                    text: qsTr("Close", "Button: closes a sheet")
                    glyph: "x"
                    onClicked: sheet.close()
                }
            }
            Divider {
                Layout.fillWidth: true
            }
            Scroller {
                id: scroller
                Layout.fillWidth: true
                Layout.fillHeight: true
                contentHeight: column.implicitHeight + 2 * Theme.gutter

                ColumnLayout {
                    id: column
                    x: Theme.gutter
                    y: Theme.gutter
                    width: scroller.width - 2 * Theme.gutter
                    spacing: Theme.space16
                }
            }
            ColumnLayout {
                id: footer
                spacing: 0
                Layout.fillWidth: true
                // With all of it hidden it would take the room of the rest.
                Layout.maximumHeight: footer.implicitHeight
            }
        }
        Snackbar {
            id: snackbar
            x: Math.round((parent.width - width) / 2)
            y: parent.height - (footer.visible ? footer.height : 0) - height - Theme.space16
            width: Math.min(implicitWidth, parent.width - 2 * Theme.space16)
            height: implicitHeight
        }
    }
}
