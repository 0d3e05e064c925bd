import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// Why the last press was refused. It takes the focus, as an error in a field does, unless a sheet lies above:
// then the press was made there, and there it is told.
RowLayout {
    id: refusal

    property string text: ""
    property bool _fresh: false
    readonly property bool _covered: {
        const above = refusal._sheetOf(refusal.Window.activeFocusItem);
        return above !== null && above !== refusal._sheetOf(refusal);
    }

    function _sheetOf(item: Item): Item {
        let one = item;
        while (one && !(one instanceof SheetContent))
            one = one.parent;
        return one;
    }

    // With the words it may become visible itself, in either order.
    function _claim() {
        if (!refusal._fresh || !refusal.visible)
            return;
        refusal._fresh = false;
        words.forceActiveFocus(Qt.OtherFocusReason);
    }

    visible: refusal.text !== "" && !refusal._covered
    spacing: Theme.space8
    onTextChanged: {
        refusal._fresh = refusal.text !== "" && !refusal._covered;
        refusal._claim();
    }
    onVisibleChanged: refusal._claim()

    Icon {
        glyph: Theme.bad.icon
        color: Theme.bad.text
        Layout.alignment: Qt.AlignTop
    }
    AppText {
        id: words
        text: refusal.text
        color: Theme.bad.text
        activeFocusOnTab: true
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        Accessible.focusable: true

        FocusRing {
            shown: words.activeFocus
        }
    }
}
