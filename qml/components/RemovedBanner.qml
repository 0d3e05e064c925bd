import QtQuick

// Says that something was removed, once it was, and takes that back.
Banner {
    id: banner

    // Whose things these are: once others are shown, nothing is taken back from here.
    property string subject: ""
    readonly property bool shown: banner._removed !== ""
    property string _asked: ""
    property string _removed: ""
    signal undone(string key)

    function asked(key: string) {
        banner._asked = key;
    }
    // What the model has done: "remove/KEY" or "restore/KEY".
    function heard(what: string) {
        if (what === "remove/" + banner._asked) {
            banner._removed = banner._asked;
            banner._asked = "";
        } else if (what === "restore/" + banner._removed) {
            banner._removed = "";
        }
    }

    visible: banner.shown
    status: "local"
    action: qsTr("Undo", "Button: takes back a removal")
    onSubjectChanged: banner._asked = banner._removed = ""
    onActed: banner.undone(banner._removed)
}
