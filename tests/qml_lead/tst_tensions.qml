import QtQuick
import QtTest

// S3: goals that pull apart are written down, hold up their markets, and are decided by a lead.
Item {
    id: root
    width: 390
    height: 844

    LeadCase {
        id: lead
        name: "Tensions"

        function test_a_nothing_is_written_down_and_the_page_says_what_it_is_for() {
            const tensions = page("TensionsPage", {"session": mila});
            trySays(tensions, "No goal tension is written down.");
            const edit = page("CampaignEditPage", {"session": mila});
            trySays(edit, "Where two goals pull apart, and what was decided");
        }
        function test_b_a_tension_being_written_is_there_again_and_blocks_the_markets_that_are_ticked() {
            const tensions = page("TensionsPage", {"session": mila});
            trySays(tensions, "No goal tension is written down.");
            press(tensions, "Write down a goal tension");
            write(sheet(), "One goal, English", "Growth in month 1");
            verify(!button(sheet(), "Write it down").enabled);
            keyClick(Qt.Key_Escape);
            press(tensions, "Write down a goal tension");
            compare(field(sheet(), "One goal, English").text, "Growth in month 1");
            write(sheet(), "The other goal, Russian", "Trust first");
            write(sheet(), "Why it matters, English", "One hero video can't do both.");
            press(sheet(), "Russia");
            verify(button(sheet(), "Russia").checked);
            press(sheet(), "Write it down");
            trySays(tensions, "Unresolved. Holds up: Russia");
            trySays(tensions, "Trust first");
            const preflight = page("PreflightPage", {"session": mila});
            trySays(preflight, "A goal tension is unresolved: Growth in month 1 — Trust first.");
            press(tensions, "Write down a goal tension");
            compare(field(sheet(), "One goal, English").text, "");
            verify(!button(sheet(), "Russia").checked);
            keyClick(Qt.Key_Escape);
        }
        function test_c_a_lead_decides_and_what_was_said_stays() {
            const tensions = page("TensionsPage", {"session": mila});
            const preflight = page("PreflightPage", {"session": mila});
            trySays(preflight, "A goal tension is unresolved");
            trySays(tensions, "Growth in month 1");
            press(tensions, "Resolve");
            trySays(sheet(), "Growth in month 1 — Trust first");
            write(sheet(), "Decision, English", "Month 3 decides.");
            press(sheet(), "Save the decision");
            trySays(tensions, "Resolved: Russia");
            trySays(tensions, "Month 3 decides.");
            trySays(tensions, "Decided: Mila");
            tryVerify(() => !says(preflight, "A goal tension is unresolved"), 5000);
            verify(button(tensions, "Resolve") === null);
        }
        function test_d_a_hub_writes_one_down_and_does_not_decide_it() {
            const tensions = page("TensionsPage", {"session": dana});
            trySays(tensions, "No goal tension is written down.");
            press(tensions, "Write down a goal tension");
            write(sheet(), "One goal, English", "A code in the hero video");
            write(sheet(), "The other goal, English", "No discount for 30 days");
            write(sheet(), "Why it matters, English", "Three scripts wait.");
            press(sheet(), "Write it down");
            trySays(tensions, "Unresolved. Holds up: United States, Russia");
            verify(button(tensions, "Resolve") === null);
            // Svetlana's device knows nothing of it yet, and removes one of her own.
            const hers = page("TensionsPage", {"session": svetlana});
            trySays(hers, "No goal tension is written down.");
            press(hers, "Write down a goal tension");
            write(sheet(), "One goal, English", "Reach");
            write(sheet(), "The other goal, English", "Quality");
            write(sheet(), "Why it matters, English", "None, as it turned out.");
            press(sheet(), "Write it down");
            trySays(hers, "Reach");
            press(hers, "Remove");
            trySays(hers, "Removed.");
            press(hers, "Undo");
            trySays(hers, "Reach");
            press(hers, "Remove");
            tryVerify(() => !says(hers, "Quality"), 5000);
        }
    }
}
