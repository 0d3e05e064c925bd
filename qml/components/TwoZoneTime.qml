import QtQuick
import Meridian.Theme

// One instant in my zone, then in theirs. Both are required: `theirs` is empty only where the model
// found that the two zones show the same.
Column {
    id: time

    required property string mine
    required property string theirs
    property TypeStep step: Theme.body
    property color ink: Theme.text

    Accessible.role: Accessible.StaticText
    Accessible.name: time.theirs === "" ? time.mine : time.mine + ", " + time.theirs

    AppText {
        width: parent.width
        text: time.mine
        step: time.step
        color: time.ink
        Accessible.ignored: true
    }
    AppText {
        width: parent.width
        text: time.theirs
        visible: time.theirs !== ""
        step: Theme.caption
        color: Theme.muted
        Accessible.ignored: true
    }
}
