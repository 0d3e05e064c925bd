import QtQuick
import Meridian.App
import Meridian.Components

// One time zone of many, by its city. The list is made when it is first opened. Whoever keeps the zone takes what
// was chosen; until then it is the old one that shows.
ComboSelect {
    id: box

    required property Session session
    required property string zone
    signal chosen(string zone)

    function _find() {
        box.currentIndex = box.indexOfValue(box.zone);
    }

    textRole: "text"
    valueRole: "key"
    // Said anew in a new language.
    displayText: (box.session.language, box.session.cityOf(box.zone))
    popup.onAboutToShow: if (!box.model)
        box.model = box.session.zones
    onCountChanged: box._find()
    onZoneChanged: box._find()
    onActivated: {
        box.chosen(box.currentValue);
        box._find();
    }

    Connections {
        target: box.session
        function onLanguageChanged() {
            box.model = undefined;
        }
    }
}
