import QtQuick
import Meridian.Theme

// The words between two choices of a SentenceForm. They break at spaces, so that the sentence flows.
AppText {
    id: words

    width: Math.min(Math.ceil(words.implicitWidth), words.parent ? words.parent.width : words.implicitWidth)
    height: Math.max(Theme.hitTarget, words.implicitHeight)
}
