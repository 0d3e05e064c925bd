import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One part of the brief: number and title, text, its reason, and a way to ask about it.
ColumnLayout {
    id: part

    required property int index
    required property string key
    required property string title
    required property string text
    required property string note
    required property string because
    required property string tone
    required property string questions
    required property bool changed
    signal asked

    spacing: Theme.space4

    Divider {
        visible: part.index > 0
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space12
    }
    RowLayout {
        spacing: Theme.space8
        AppText {
            text: qsTr("%1. %2", "Heading of a part of the brief: %1 its number, %2 its title").arg(part.index + 1).arg(part.title)
            step: Theme.heading
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        StatusChip {
            visible: part.changed
            status: "risk"
            text: qsTr("Changed", "Of a part of the brief")
        }
        IconButton {
            text: qsTr("Ask about: %1", "Button: a question about a part of the brief; %1 is its title").arg(part.title)
            glyph: "message-circle"
            ink: Theme.muted
            onClicked: part.asked()
        }
    }
    AppText {
        text: part.text
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.measure
    }
    AppText {
        text: qsTr("Tone: %1", "Of the creator's role; %1 is a text").arg(part.tone)
        visible: part.tone !== ""
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.measure
    }
    AppText {
        text: qsTr("Because: %1", "The reason of an instruction; %1 is a text").arg(part.because)
        visible: part.because !== ""
        color: Theme.muted
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.measure
    }
    AppText {
        text: part.note
        visible: part.note !== ""
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
    }
    AppText {
        text: part.questions
        visible: part.questions !== ""
        step: Theme.caption
        color: Theme.active.text
        Layout.fillWidth: true
    }
}
