import QtQuick
import Meridian.Theme

// The words between two choices of a SentenceForm. They break at spaces, so that the sentence flows.
MeasuredText {
    id: words

    width: words.parent ? Math.min(words.naturalWidth, words.parent.width) : words.naturalWidth
    height: Math.max(Theme.hitTarget, words.implicitHeight)
}
