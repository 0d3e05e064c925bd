import QtQuick
import Meridian.Theme

// What changed, word by word. Added words are underlined and removed ones struck through, because
// colour alone says nothing to some readers.
AppText {
    id: diff

    // Each has `text` and `kind`: "same", "added" or "removed".
    required property var spans
    // The same in words, given by the model, for a screen reader.
    required property string accessibleName

    function escaped(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");
    }
    // The space after the words is between them and the next ones: no line through or under it.
    function painted(tag: string, look: StatusTint, text: string): string {
        const words = text.replace(/\s+$/, "");
        return "<" + tag + " style=\"color:" + look.text + ";background-color:" + look.tint + "\">"
            + diff.escaped(words) + "</" + tag + ">" + diff.escaped(text.slice(words.length));
    }

    textFormat: Text.RichText
    text: diff.spans.map(span => span.kind === "added" ? diff.painted("u", Theme.good, span.text)
        : span.kind === "removed" ? diff.painted("s", Theme.bad, span.text)
        : diff.escaped(span.text)).join("")
    Accessible.role: Accessible.StaticText
    Accessible.name: diff.accessibleName
}
