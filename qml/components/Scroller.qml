import QtQuick
import QtQuick.Templates as T
import Meridian.Theme

// What may be longer than its room. It goes along with the keyboard: what Tab reaches comes into view, and in a
// long text the line that is being typed.
Flickable {
    id: scroller

    readonly property TextEdit _text: scroller.Window.activeFocusItem as TextEdit

    function scrollTo(y: real) {
        scroller.contentY = Math.max(0, Math.min(y, scroller.contentHeight - scroller.height));
    }
    // Scrolls as little as shows all of an item that stands here; of a text that does not fit, its cursor.
    function reveal(item: Item) {
        const text = item as TextEdit;
        if (text !== null && text.height > scroller.height)
            scroller._show(text, text.cursorRectangle);
        else if (item !== null)
            scroller._show(item, Qt.rect(0, 0, item.width, item.height));
    }

    function _show(item: Item, part: rect) {
        if (!scroller.visible || !scroller._holds(item))
            return;
        const place = item.mapToItem(scroller.contentItem, part);
        const top = place.y - Theme.space16;
        // The content grows with what is typed, but only a moment later.
        const end = Math.max(scroller.contentHeight, place.y + place.height);
        const bottom = Math.min(end, place.y + place.height + Theme.space16);
        if (top < scroller.contentY)
            scroller.contentY = Math.max(0, top);
        else if (bottom > scroller.contentY + scroller.height)
            scroller.contentY = Math.min(top, bottom - scroller.height);
    }
    function _holds(item: Item): bool {
        let one = item;
        while (one && one !== scroller.contentItem)
            one = one.parent;
        return one !== null;
    }
    // What is pointed at is in view, and must not move away under the pointer.
    function _byPointer(item: Item): bool {
        const reason = (item as T.Control)?.focusReason ?? (item as T.TextField)?.focusReason ?? (item as T.TextArea)?.focusReason;
        return reason === Qt.MouseFocusReason || reason === Qt.ActiveWindowFocusReason;
    }

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: AppScrollBar {}
    Window.onActiveFocusItemChanged: {
        const item = scroller.Window.activeFocusItem;
        if (item !== null && !scroller._byPointer(item))
            scroller.reveal(item);
    }

    Connections {
        target: scroller._text
        function onCursorRectangleChanged() {
            scroller._show(scroller._text, scroller._text.cursorRectangle);
        }
    }
}
