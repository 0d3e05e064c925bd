import QtQuick
import Meridian.Theme

// A form that reads as a sentence: put SentenceWords and ComboSelect with `inSentence` inside, in the
// order in which the reader's language says them. It wraps like text.
Flow {
    id: sentence

    required property string accessibleName

    spacing: Theme.space4
    Accessible.role: Accessible.Grouping
    Accessible.name: sentence.accessibleName
}
