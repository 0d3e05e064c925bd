import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// One verdict: what, by whom, when, where it has got to, and its seal.
Card {
    id: row

    required property ReviewModel review
    required property string key
    required property string verdict
    required property string status
    required property string author
    required property string when
    required property string reason
    required property string delivery
    required property string deliveryStatus
    required property string seen
    required property string withdrawn
    required property string seal
    required property bool mayUndo
    required property bool mayWithdraw
    property bool unsealed: false
    signal sealPressed
    signal undone
    signal withdrawalWanted

    padding: Theme.space12

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4

        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            StatusChip {
                status: row.status
                text: row.verdict
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
            }
            Item {
                Layout.fillWidth: true
            }
            IconButton {
                visible: row.seal !== ""
                text: row.unsealed ? qsTr("Hide the seal", "Button: who signed what")
                                   : qsTr("Show the seal", "Button: who signed what")
                glyph: "badge-check"
                ink: Theme.muted
                onClicked: row.sealPressed()
            }
        }
        AppText {
            text: row.author
            step: Theme.label
            Layout.fillWidth: true
        }
        AppText {
            text: row.when
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        AppText {
            text: row.reason
            visible: text !== ""
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4
        }
        AppText {
            text: row.withdrawn
            visible: text !== ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        Rectangle {
            visible: row.unsealed
            color: Theme.sunken
            radius: Theme.radiusControl
            implicitHeight: seal.implicitHeight + 2 * Theme.space8
            Layout.fillWidth: true
            ColumnLayout {
                id: seal
                x: Theme.space12
                y: Theme.space8
                width: parent.width - 2 * Theme.space12
                spacing: Theme.space8
                AppText {
                    text: row.seal
                    step: Theme.caption
                    Layout.fillWidth: true
                }
                SealCheck {
                    session: row.review.session
                    space: row.review.space
                    submission: row.review.submission
                    verdict: row.key
                    opened: row.unsealed
                    Layout.fillWidth: true
                }
            }
        }
        StatusChip {
            visible: row.delivery !== ""
            status: row.deliveryStatus
            text: row.delivery
            Layout.topMargin: Theme.space4
            Layout.maximumWidth: parent.width
        }
        AppText {
            text: row.seen
            visible: text !== ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        AppButton {
            visible: row.mayUndo || row.mayWithdraw
            text: row.mayUndo ? qsTr("Undo", "Button: takes a verdict back before it has left")
                              : qsTr("Withdraw", "Button: takes a delivered verdict back")
            glyph: "undo-2"
            look: "text"
            flush: true
            onClicked: row.mayUndo ? row.undone() : row.withdrawalWanted()
        }
    }
}
