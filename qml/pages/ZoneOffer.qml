import QtQuick
import Meridian.App
import Meridian.Theme
import Meridian.Components

// “You seem to be in Belgrade: show times here?” Either answer is remembered for that place.
Rectangle {
    id: offer

    required property Session session

    implicitHeight: words.implicitHeight + 2 * Theme.space8
    color: Theme.active.tint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: question.text

    Flow {
        id: words
        x: Theme.gutter
        y: Theme.space8
        width: parent.width - 2 * Theme.gutter
        spacing: Theme.space8

        AppText {
            id: question
            text: qsTr("You seem to be in %1: show times here?", "Banner; %1 is a city")
                .arg(offer.session.cityOf(offer.session.offeredZone))
            color: Theme.active.text
            width: Math.min(implicitWidth, words.width)
            topPadding: Theme.space8
            bottomPadding: Theme.space8
        }
        AppButton {
            text: qsTr("Show times here", "Button: answers the banner about the time zone")
            width: Math.min(implicitWidth, words.width)
            onClicked: offer.session.showTimesHere()
        }
        AppButton {
            text: qsTr("Keep %1", "Button: answers the banner about the time zone; %1 is a city").arg(offer.session.cityOf(offer.session.myZone))
            look: "text"
            width: Math.min(implicitWidth, words.width)
            onClicked: offer.session.keepProfileZone()
        }
    }
}
