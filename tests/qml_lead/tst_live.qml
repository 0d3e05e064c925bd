import QtQuick
import QtTest
import Meridian.App
import Meridian.Components

// Two leads have the same text open, each on a device of their own.
Item {
    id: root
    width: 1280
    height: 800

    LeadCase {
        id: lead
        name: "LiveText"

        property var milas: null
        property var svetlanas: null

        // Both have the same text of the campaign open. It begins anew with `words`.
        function open(label: string, words: string) {
            lead.milas = root.found(root.editing(mila), label);
            lead.svetlanas = root.found(root.editing(svetlana), label);
            tryVerify(() => lead.milas.text !== "" && lead.svetlanas.text !== "", 5000);
            lead.milas.focusField();
            keyClick(Qt.Key_A, Qt.ControlModifier);
            root.type(words);
            root.arrives(lead.svetlanas, words);
        }
        function cleanup() {
            disk.setReadOnly(mila, false);
            lead.milas = null;
            lead.svetlanas = null;
        }

        function test_a_what_one_types_appears_in_the_other_s_open_field() {
            open("Thesis, English", "Show day one");
            root.at(lead.svetlanas, 12);
            root.type(" and day seven");
            root.arrives(lead.milas, "Show day one and day seven");
        }
        function test_b_the_cursor_and_the_selection_stay_on_the_same_words() {
            open("Shared goal, English", "one MARK three");
            const area = lead.milas.editor;
            // Both stand in one window here, where a field that loses the focus would drop its selection.
            area.persistentSelection = true;
            area.select(4, 8);
            root.at(lead.svetlanas, 0);
            root.type("before ");
            root.at(lead.svetlanas, lead.svetlanas.text.length);
            root.type(" behind");
            root.arrives(lead.milas, "before one MARK three behind");
            compare(area.selectedText, "MARK");
            compare(area.cursorPosition, 15);
            // Backwards, too.
            area.select(15, 11);
            root.at(lead.svetlanas, 11);
            root.type("X");
            root.arrives(lead.milas, "before one XMARK three behind");
            compare(area.selectedText, "MARK");
            compare(area.cursorPosition, 12);
            // And a cursor alone, with what is typed at it.
            area.select(12, 12);
            root.at(lead.svetlanas, 0);
            root.type("😀");
            root.arrives(lead.milas, "😀before one XMARK three behind");
            lead.milas.focusField();
            root.type("Y");
            root.arrives(lead.svetlanas, "😀before one XYMARK three behind");
        }
        function test_c_both_keep_every_word_that_they_typed_at_the_same_time() {
            open("Value proposition, English", "Post on Friday.");
            root.at(lead.milas, 8);
            root.type("early ");
            root.at(lead.svetlanas, 14);
            root.type(" at noon");
            root.arrives(lead.milas, "Post on early Friday at noon.");
            root.arrives(lead.svetlanas, "Post on early Friday at noon.");
        }
        function test_d_undo_takes_back_the_own_words_only() {
            open("Success metric, English", "Reach.");
            tryVerify(() => !courier.carry(), 5000);
            wait(900);
            root.at(lead.milas, 0);
            root.type("MINE ");
            wait(900);
            root.at(lead.svetlanas, lead.svetlanas.text.length);
            root.type(" THEIRS");
            root.arrives(lead.milas, "MINE Reach. THEIRS");
            lead.milas.focusField();
            keyClick(Qt.Key_Z, Qt.ControlModifier);
            compare(lead.milas.text, "Reach. THEIRS");
            root.arrives(lead.svetlanas, "Reach. THEIRS");
            lead.milas.focusField();
            keyClick(Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier);
            root.arrives(lead.svetlanas, "MINE Reach. THEIRS");
        }
        function test_e_what_is_typed_last_is_kept_when_the_page_goes() {
            const edit = page("CampaignEditPage", {"session": mila});
            tryVerify(() => root.found(edit, "Brand guidelines, English") !== null, 5000);
            root.found(edit, "Brand guidelines, English").focusField();
            root.type("No red.");
            edit.destroy(); // as a lock does, without a pause to type in
            wait(50);
            const again = root.editing(mila);
            tryVerify(() => root.found(again, "Brand guidelines, English").text === "No red.", 5000);
        }
        function test_f_what_follows_a_refused_write_is_kept_when_the_page_goes() {
            const edit = page("CampaignEditPage", {"session": mila});
            tryVerify(() => root.found(edit, "Brand guidelines, English") !== null && root.found(edit, "Brand guidelines, English").text === "No red.", 5000);
            root.at(root.found(edit, "Brand guidelines, English"), 7);
            disk.setReadOnly(mila, true);
            disk.hold(mila);
            root.type(" No green.");
            wait(900); // the pause is over: it is being written
            disk.setReadOnly(mila, false);
            root.type(" No blue.");
            edit.destroy();
            wait(50);
            disk.release();
            const again = root.editing(mila);
            tryVerify(() => root.found(again, "Brand guidelines, English").text === "No red. No green. No blue.", 5000);
        }
        function test_g_what_could_not_be_kept_is_told() {
            const edit = page("CampaignEditPage", {"session": mila});
            tryVerify(() => root.found(edit, "Brand guidelines, English") !== null && root.found(edit, "Brand guidelines, English").text !== "", 5000);
            unsaved.clear();
            root.at(root.found(edit, "Brand guidelines, English"), 7);
            root.type("!");
            disk.setReadOnly(mila, true);
            edit.destroy();
            unsaved.wait(5000);
            disk.setReadOnly(mila, false);
            compare(unsaved.count, 1);
            verify(unsaved.signalArguments[0][0].startsWith("Meridian can’t write to its folder."));
        }
        function test_h_what_could_not_be_kept_is_there_again_says_so_and_is_written_in_the_end() {
            let edit = page("CampaignEditPage", {"session": mila});
            tryVerify(() => root.found(edit, "Brand guidelines, English") !== null && root.found(edit, "Brand guidelines, English").text !== "", 5000);
            const before = root.found(edit, "Brand guidelines, English").text;
            root.at(root.found(edit, "Brand guidelines, English"), before.length);
            disk.setReadOnly(mila, true);
            root.type(" No gold.");
            edit.destroy();
            wait(50);
            // Another page, and back: still full.
            const other = page("CampaignPage", {"session": mila});
            wait(50);
            other.destroy();
            edit = page("CampaignEditPage", {"session": mila});
            tryVerify(() => root.found(edit, "Brand guidelines, English") !== null && root.found(edit, "Brand guidelines, English").text === before + " No gold.", 5000);
            tryVerify(() => root.found(edit, "Brand guidelines, English").error.startsWith("Meridian can’t write to its folder."), 5000);
            // The other lane is not concerned.
            compare(root.found(edit, "Thesis, English").error, "");
            edit.destroy();
            wait(50);
            disk.setReadOnly(mila, false);
            edit = page("CampaignEditPage", {"session": mila});
            tryVerify(() => root.found(edit, "Brand guidelines, English") !== null && root.found(edit, "Brand guidelines, English").text === before + " No gold.", 5000);
            // It is written by itself, and nothing is said any more.
            root.arrivesAt(svetlana, "Brand guidelines, English", before + " No gold.");
            compare(root.found(edit, "Brand guidelines, English").error, "");
        }
        function test_i_what_is_refused_after_its_text_was_opened_again_is_there_all_the_same() {
            const field = root.found(root.editing(mila), "Thesis, English");
            tryVerify(() => field.text !== "", 5000);
            const before = field.text;
            root.at(field, before.length);
            disk.hold(mila);
            disk.setReadOnly(mila, true);
            root.type(" No silver.");
            root.leave(field.history);
            compare(field.text, "");
            wait(50);
            disk.release();
            tryCompare(field, "text", before + " No silver.");
            verify(field.error.startsWith("Meridian can’t write to its folder."));
            disk.setReadOnly(mila, false);
            root.arrivesAt(svetlana, "Thesis, English", before + " No silver.");
            compare(field.error, "");
        }
        function test_j_what_is_refused_waits_while_the_text_is_typed_in_again() {
            const field = root.found(root.editing(mila), "Thesis, English");
            tryVerify(() => field.text !== "", 5000);
            const before = field.text;
            root.at(field, before.length);
            disk.hold(mila);
            disk.setReadOnly(mila, true);
            root.type(" No lead.");
            root.leave(field.history);
            field.focusField();
            root.type("One");
            root.leave(field.history);
            field.focusField();
            root.type("Two");
            disk.release();
            tryVerify(() => unsaved.count > 1, 5000);
            disk.setReadOnly(mila, false);
            const all = ["No lead.", "One", "Two", before];
            tryVerify(() => all.every(words => field.text.includes(words)), 8000, "not all is there: " + field.text);
            const words = field.text;
            compare(words.length, before.length + " No lead.OneTwo".length);
            root.arrivesAt(svetlana, "Thesis, English", words);
            compare(field.error, "");
        }
        function test_k_a_text_that_another_program_wrote_is_edited_where_it_is_seen_to_be() {
            const field = root.found(root.editing(mila), "Success metric, English");
            tryVerify(() => field.text !== "", 5000);
            courier.write(field.history, "a\r\nbc\rd\r");
            tryCompare(field, "text", "a\n\nbc\nd\n");
            courier.append(field.history, "\ne");
            tryCompare(field, "text", "a\n\nbc\nd\n\ne");
            root.at(field, 5);
            keyClick(Qt.Key_Backspace);
            tryVerify(() => courier.read(field.history) === "a\r\nb\rd\r\ne", 5000, "it is " + JSON.stringify(courier.read(field.history)));
            compare(field.text, "a\n\nb\nd\n\ne");
        }
        function test_l_words_that_have_no_place_are_said_to_have_none() {
            const field = createTemporaryObject(strays, root);
            field.focusField();
            root.type("Astray");
            tryVerify(() => field.error !== "", 5000);
            compare(field.text, "Astray");
        }
    }
    Component {
        id: strays
        AppTextArea {
            id: stray
            width: root.width
            label: "Words"
            error: text.problem
            LiveText {
                id: text
                session: mila
                space: "00".repeat(16)
                block: 2
                lane: "en"
                area: stray.editor
                pauseMs: 1
            }
        }
    }
    SignalSpy {
        id: unsaved
        target: mila
        signalName: "unsaved"
    }

    function editing(session: var): var {
        const edit = lead.page("CampaignEditPage", {"session": session});
        tryVerifyFound(edit);
        return edit;
    }
    function tryVerifyFound(edit: var) {
        lead.tryVerify(() => root.found(edit, "Thesis, English") !== null, 5000);
    }
    function found(edit: var, label: string): var {
        return lead.all(edit).find(one => one.focusField !== undefined && one.editor !== undefined && one.label === label) ?? null;
    }
    function arrivesAt(session: var, label: string, words: string) {
        const theirs = root.editing(session);
        root.arrives(root.found(theirs, label), words);
    }
    // And back, as when a person goes on to read and then to write again.
    function leave(live: var) {
        const area = live.area;
        live.area = null;
        live.area = area;
    }
    function at(field: var, position: int) {
        field.focusField();
        field.editor.cursorPosition = position;
    }
    function type(words: string) {
        for (const letter of words) {
            if (letter.length > 1)
                lead.Window.window.activeFocusItem.insert(lead.Window.window.activeFocusItem.cursorPosition, letter);
            else
                lead.keyClick(letter);
        }
    }
    function arrives(field: var, words: string) {
        lead.tryVerify(() => {
            courier.carry();
            return field.text === words;
        }, 8000, "“" + words + "” did not come: " + field.text);
    }
}
