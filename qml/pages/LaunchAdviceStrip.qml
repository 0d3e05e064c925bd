pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What the launch date being typed means for the other markets, and days that would be safe.
ColumnLayout {
    id: strip

    required property Session session
    // The market's code, and the date as it is typed.
    required property string market
    required property string typed
    // Whoever cannot set the date is warned alone.
    property bool mayChoose: true
    signal chosen(string typed)

    visible: advice.text !== "" || advice.holiday !== ""
    spacing: Theme.space8

    LaunchAdviceModel {
        id: advice
        session: strip.session
        market: strip.market
        typed: strip.typed
    }
    StatusChip {
        visible: advice.text !== ""
        status: advice.status
        text: advice.text
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
    }
    StatusChip {
        visible: advice.holiday !== ""
        status: "risk"
        glyph: "calendar"
        text: advice.holiday
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
    }
    Flow {
        visible: strip.mayChoose && advice.days.count > 0
        spacing: Theme.space8
        Layout.fillWidth: true
        Repeater {
            model: advice.days
            delegate: AppButton {
                id: day
                required property string key
                required text
                accessibleName: qsTr("Take %1 as the launch date", "Screen reader: a suggested day; %1 is the day").arg(day.text)
                onClicked: strip.chosen(day.key)
            }
        }
    }
}
