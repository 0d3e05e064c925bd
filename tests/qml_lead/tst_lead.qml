import QtQuick
import QtTest
import Meridian.App
import Meridian.Pages

Item {
    id: root
    width: 390
    height: 844

    // Everything below an item, the page's own parts and what its lists have made.
    function all(item) {
        let found = [item];
        for (let i = 0; i < item.children.length; ++i)
            found = found.concat(root.all(item.children[i]));
        return found;
    }
    function says(item, words) {
        return root.all(item).some(one => one.visible && typeof one.text === "string" && one.text.replace(/\u00a0/g, " ").includes(words));
    }
    function button(item, name) {
        return root.all(item).find(one => one.visible && one.press !== undefined && one.text === name) ?? null;
    }

    TestCase {
        name: "LeadPages"
        when: windowShown

        function page(file, properties) {
            tryVerify(() => properties.session.hasCampaign && properties.session.role !== "", 10000);
            const component = Qt.createComponent("qrc:/qt/qml/Meridian/Pages/" + file + ".qml");
            verify(component.status === Component.Ready, component.errorString());
            const made = createTemporaryObject(component, root, Object.assign({"width": root.width, "height": root.height}, properties));
            verify(made);
            return made;
        }

        function test_1_the_queue_lists_what_waits_for_an_answer() {
            const queue = page("ReviewQueuePage", {"session": dana});
            tryVerify(() => root.says(queue, "Maya Collins"));
            tryVerify(() => root.says(queue, "Jordan Reyes"));
            verify(root.says(queue, "Contested"));
            verify(root.button(queue, "Prepare for offline"));
        }
        function test_2_approve_waits_until_the_content_was_looked_at_then_can_be_undone() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            tryVerify(() => root.button(review, "Approve") !== null);
            verify(!root.button(review, "Approve").enabled);
            tryVerify(() => root.button(review, "Approve").enabled, 5000);
            root.button(review, "Approve").press();
            tryVerify(() => root.says(review, "Signed. Not delivered yet."), 5000);
            tryVerify(() => root.button(review, "Undo") !== null);
            wait(50);
            root.button(review, "Undo").press();
            tryVerify(() => root.says(review, "Taken back. Nothing was sent."), 5000);
            tryVerify(() => root.says(review, "In review"), 5000);
        }
        function test_3_two_answers_are_shown_with_who_decides() {
            const review = page("ReviewPage", {"session": dana, "space": jordan, "submission": jordansVideo});
            tryVerify(() => root.says(review, "Two answers on version 1. Decision: Mila Petrović."));
            verify(root.says(review, "The disclosure must be in the first line."));
            root.button(review, "Send to decider").press();
            tryVerify(() => root.button(review, "With the decider") !== null, 5000);
        }
        function test_4_an_incomplete_brief_says_what_is_missing_and_is_not_issued() {
            const brief = page("BriefDeskPage", {"session": dana, "space": ben});
            tryVerify(() => root.says(brief, "5 of 6"));
            verify(root.says(brief, "The bigger picture"));
            verify(!root.button(brief, "Issue brief").enabled);
            verify(root.button(brief, "Still correct") !== null || root.says(brief, "Translation is stale"));
        }
        function test_5_creators_show_how_far_their_briefs_are() {
            const creators = page("CreatorsPage", {"session": dana});
            tryVerify(() => root.says(creators, "Ben Halvorsen"));
            verify(root.says(creators, "Not issued · 5 of 6"));
            verify(root.button(creators, "Invite") !== null);
        }
        function test_6_the_schedule_says_what_it_promises_in_each_zone() {
            const schedule = page("SchedulePage", {"session": dana});
            tryVerify(() => root.says(schedule, "Los Angeles: Fri 12 Mar, 14:00"));
            verify(root.says(schedule, "Clocks change before it"));
        }
        function test_7_preflight_names_what_blocks_and_opens_the_fix() {
            const preflight = page("PreflightPage", {"session": svetlana});
            tryVerify(() => root.says(preflight, "US launch in 5 days"));
            verify(root.says(preflight, "Blocks launch"));
            verify(root.button(preflight, "Open the brief") !== null);
        }
        function test_8_a_lead_decides_which_market_leads_and_says_why() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            tryVerify(() => root.says(edit, "Shared by all markets"));
            tryVerify(() => root.button(edit, "Decide") !== null);
            tryVerify(() => root.says(edit, "Thesis"));
        }
    }
}
