pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// The answer in a sentence, its reason, and the seal that says who signed what.
Card {
    id: card

    required property FeedbackModel feedback
    // The seal was opened, and what it says stands below it.
    signal unfolded(below: Item)

    edgeStatus: card.feedback.verdictStatus

    ColumnLayout {
        width: parent.width
        spacing: Theme.space12

        AppText {
            text: card.feedback.verdict !== "" ? card.feedback.verdict : card.feedback.withdrawn
            step: Theme.heading
            Layout.fillWidth: true
        }
        AppText {
            text: card.feedback.reason
            visible: text !== ""
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.measure
        }
        AppText {
            text: card.feedback.caption
            visible: card.feedback.approved && text !== ""
            color: Theme.muted
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.measure
        }
        AppButton {
            id: seal
            property bool open: false
            text: qsTr("Signed: %1", "Button: a seal that tells about a signature; %1 is a name").arg(card.feedback.sealWho)
            glyph: "badge-check"
            visible: card.feedback.sealWho !== ""
            look: "text"
            flush: true
            Layout.maximumWidth: parent.width
            onClicked: seal.open = !seal.open
        }
        // The outcome first; who signed is on the button above it.
        ColumnLayout {
            id: below
            visible: seal.open
            spacing: Theme.space4
            Layout.fillWidth: true
            onHeightChanged: if (seal.open)
                card.unfolded(below)
            SealCheck {
                session: card.feedback.session
                space: card.feedback.space
                submission: card.feedback.submission
                verdict: card.feedback.sealKey
                opened: seal.open
                Layout.fillWidth: true
            }
            AppText {
                text: card.feedback.sealWhen
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
            }
            Repeater {
                model: card.feedback.sealFiles
                delegate: AppText {
                    required property string modelData
                    text: modelData
                    step: Theme.caption
                    color: Theme.muted
                    wrapMode: Text.WrapAnywhere
                    Layout.fillWidth: true
                }
            }
        }
    }
}
