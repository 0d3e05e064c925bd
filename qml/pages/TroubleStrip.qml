import QtQuick
import Meridian.App
import Meridian.Components

// What is wrong with the data on this device, above every page: what happened, what is safe, what to do.
Banner {
    id: strip

    required property Session session

    visible: strip.session.trouble !== ""
    status: "bad"
    radius: 0
    text: strip.session.trouble === "damaged"
        ? qsTr("Part of the data on this device can’t be read, so something may be missing here, and nothing more can be signed. What was sent is safe with the others. Keep the profile’s folder as it is, and ask a lead of the campaign for a new invitation.", "Banner")
        : qsTr("This device has gone back to an older state, and what was done last is missing. What the relay or others received comes back by itself. What never left this device doesn’t: look through what you did last, and do again what isn’t here.", "Banner")
    action: strip.session.trouble === "set-back" ? qsTr("Understood", "Button: closes the banner") : ""
    onActed: strip.session.setBackUnderstood()
}
