import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// One text in two lanes being written. What is typed is kept when there is a pause, lane by lane.
BilingualBlock {
    id: editor

    property var _typed: ({})
    signal written(string lane, string text)

    function keep() {
        pause.stop();
        const typed = editor._typed;
        editor._typed = {};
        for (const lane in typed)
            editor.written(lane, typed[lane]);
    }

    Component.onDestruction: editor.keep()
    onEdited: (lane, text) => {
        editor._typed[lane] = text;
        pause.restart();
    }

    Timer {
        id: pause
        interval: Theme.draftMs
        onTriggered: editor.keep()
    }
}
