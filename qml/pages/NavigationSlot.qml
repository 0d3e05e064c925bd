import QtQuick
import QtQuick.Templates as T
import Meridian.App
import Meridian.Navigation

// The stack of one destination: loaded when it is first looked at, and then kept.
Loader {
    id: slot

    required property Session session
    required property string page
    required property bool shown
    readonly property int depth: slot.item ? (slot.item as T.StackView).depth : 0

    function load() {
        if (slot.shown && slot.status === Loader.Null)
            slot.setSource(Navigation.address("PageStack"), {"session": slot.session, "first": Navigation.address(slot.page)});
    }

    visible: slot.shown
    onShownChanged: slot.load()
    // Another role has another page in this place.
    onPageChanged: {
        slot.source = "";
        slot.load();
    }
    Component.onCompleted: slot.load()
}
