import QtQuick
import QtQuick.Controls
import QtTest
import Meridian.Theme

// What every test of a page needs: the page in the window, and finding on it what a person reads and presses.
TestCase {
    id: tester

    when: windowShown

    // A sheet is open at once, and takes the focus once.
    function initTestCase() {
        Theme.reducedMotion = true;
    }
    function cleanup() {
        for (const session of [dana, svetlana, mila, betweenTwoBriefs]) {
            disk.setReadOnly(session, false);
            session.language = "en";
            session.contentLanguage = "en";
        }
    }

    function page(file: string, properties: var): var {
        tryVerify(() => properties.session.hasCampaign && properties.session.role !== "", 10000);
        const component = Qt.createComponent("qrc:/qt/qml/Meridian/Pages/" + file + ".qml");
        verify(component.status === Component.Ready, component.errorString());
        const room = tester.parent;
        const made = createTemporaryObject(component, room, Object.assign({"width": room.width, "height": room.height}, properties));
        verify(made);
        return made;
    }
    // Everything below an item, the page's own parts and what its lists have made.
    function all(item: var): var {
        let found = [item];
        for (let i = 0; i < item.children.length; ++i)
            found = found.concat(tester.all(item.children[i]));
        return found;
    }
    function overlay(): var {
        return tester.Overlay.overlay;
    }
    // The sheet that is open, which lies beside the page.
    function sheet(): var {
        tryVerify(() => tester.Overlay.overlay.visible && tester.Overlay.overlay.children.length > 0, 5000, "no sheet is open");
        const open = tester.Overlay.overlay.children;
        return open[open.length - 1];
    }
    function says(item: var, words: string): bool {
        return tester.all(item).some(one => one.visible && typeof one.text === "string" && one.text.replace(/\u00a0/g, " ").includes(words));
    }
    function read(item: var): string {
        return tester.all(item).filter(one => one.visible && typeof one.text === "string" && one.text !== "").map(one => one.text).join(" | ");
    }
    function trySays(item: var, words: string) {
        tryVerify(() => tester.says(item, words), 5000, words + " is not in: " + tester.read(item));
    }
    function button(item: var, name: string): var {
        return tester.all(item).find(one => one.visible && one.press !== undefined && one.text.replace(/\u00a0/g, " ") === name) ?? null;
    }
    function press(item: var, name: string) {
        tryVerify(() => tester.button(item, name) !== null, 5000, "no button “" + name + "”");
        const found = tester.button(item, name);
        verify(found.enabled, name + " is disabled");
        found.press();
    }
    // A refusal stands by the button, in what was pressed, and has the focus.
    function tryRefused(item: var, words: string) {
        trySays(item, words);
        tryVerify(() => {
            const focus = tester.Window.window.activeFocusItem;
            return focus !== null && String(focus.text).replace(/\u00a0/g, " ").includes(words) && tester.all(item).includes(focus);
        }, 5000, "the focus is not on “" + words + "”: " + tester.Window.window.activeFocusItem);
    }
    function field(item: var, label: string): var {
        return tester.all(item).find(one => one.visible && one.focusField !== undefined && one.label === label) ?? null;
    }
    // As somebody at the keyboard does it.
    function write(item: var, label: string, words: string) {
        tryVerify(() => tester.field(item, label) !== null, 5000, "no field “" + label + "”");
        tester.field(item, label).focusField();
        keyClick(Qt.Key_A, Qt.ControlModifier);
        for (const letter of words)
            keyClick(letter);
        compare(tester.field(item, label).text, words);
    }
}
