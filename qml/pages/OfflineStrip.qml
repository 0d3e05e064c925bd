import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What of the queue is on this device, and since when. Preparing runs by itself while connected; the button asks for it now.
Card {
    id: strip

    required property OfflineModel model

    visible: strip.model.loaded && strip.model.text !== ""
    padding: Theme.space12

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4

        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Icon {
                glyph: strip.model.complete ? "circle-check" : strip.model.damaged ? "triangle-alert" : "download"
                color: strip.model.complete ? Theme.good.text : strip.model.damaged ? Theme.bad.text : Theme.muted
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                AppText {
                    text: strip.model.text
                    step: Theme.label
                    Layout.fillWidth: true
                }
                AppText {
                    text: strip.model.detail
                    visible: text !== ""
                    step: Theme.caption
                    color: Theme.muted
                    Layout.fillWidth: true
                }
            }
        }
        ProgressLine {
            visible: !strip.model.complete && !strip.model.damaged
            value: strip.model.progress
            text: strip.model.progressText
            Layout.fillWidth: true
        }
        AppButton {
            visible: !strip.model.damaged
            text: qsTr("Prepare for offline", "Button: fetches what the review queue needs")
            look: "text"
            flush: true
            onClicked: strip.model.prepare()
        }
        Refusal {
            text: strip.model.problem
            Layout.fillWidth: true
        }
    }
}
