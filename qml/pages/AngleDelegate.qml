import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// A market's angle above its reason and what the data says.
ColumnLayout {
    id: market

    required property string key
    required property string angle
    required property string reason
    required property string figures

    spacing: Theme.space4

    AppText {
        text: market.key
        step: Theme.label
        color: Theme.muted
        Layout.fillWidth: true
    }
    AppText {
        text: market.angle
        step: Theme.heading
        Layout.fillWidth: true
    }
    AppText {
        text: market.reason
        visible: text !== ""
        Layout.fillWidth: true
    }
    AppText {
        text: market.figures
        visible: text !== ""
        step: Theme.caption
        color: Theme.muted
        Layout.fillWidth: true
    }
}
