import QtQuick
import QtTest

// What leads write beside verdicts: milestones, the charter, deliverables, the schedule.
Item {
    id: root
    width: 390
    height: 844

    LeadCase {
        id: lead
        name: "LeadWriting"

        readonly property string readOnly: "Meridian can’t write to its folder."

        function test_a_a_milestone_is_saved_with_its_why_and_never_without() {
            const made = page("MilestonePage", {"session": svetlana});
            tryVerify(() => field(made, "Title, English") !== null);
            write(made, "Title, English", "Rough cuts seen");
            press(made, "Save milestone");
            trySays(made, "Say why: a milestone keeps its reason.");
            write(made, "Why, English", "Two days are left to mend.");
            press(made, "Save milestone");
            trySays(made, "That is no date and time.");
            write(made, "Date and time", "2027-03-11 12:00");
            press(made, "Save milestone");
            const list = page("MilestonesPage", {"session": svetlana});
            trySays(list, "Rough cuts seen");
            trySays(list, "Two days are left to mend.");
            trySays(list, "Thu 11 Mar, 12:00");
        }
        function test_b_a_milestone_without_a_why_is_named_and_preflight_opens_it() {
            const list = page("MilestonesPage", {"session": svetlana});
            trySays(list, "The why is missing");
            const preflight = page("PreflightPage", {"session": svetlana});
            trySays(preflight, "No why on the milestone “Samples for Russia clear customs”.");
            verify(button(preflight, "Open the milestone") !== null);
        }
        function test_c_a_milestone_is_removed_and_put_back() {
            const list = page("MilestonesPage", {"session": svetlana});
            trySays(list, "Kickoff");
            const kickoff = page("MilestonePage", {"session": svetlana, "milestone": root.keyOf(list, "Edit: Kickoff")});
            trySays(kickoff, "Title");
            press(kickoff, "Remove this milestone");
            trySays(kickoff, "Removed from the timeline.");
            tryVerify(() => !says(list, "Kickoff"));
            press(kickoff, "Undo");
            trySays(list, "Kickoff");
        }
        function test_d_a_hub_lead_changes_the_milestones_of_the_own_market_only() {
            const list = page("MilestonesPage", {"session": dana});
            trySays(list, "Kickoff");
            verify(button(list, "Edit: US launch") !== null);
            verify(button(list, "Edit: Kickoff") === null);
            verify(button(list, "Edit: Samples for Russia clear customs") === null);
        }
        function test_d2_a_hub_lead_sees_the_launch_date_and_changes_the_rest() {
            const list = page("MilestonesPage", {"session": dana});
            trySays(list, "US launch");
            const key = root.keyOf(list, "Edit: US launch");
            const launch = page("MilestonePage", {"session": dana, "milestone": key});
            tryVerify(() => field(launch, "Date and time") !== null && field(launch, "Date and time").text !== "");
            const date = field(launch, "Date and time");
            verify(date.readOnly);
            trySays(launch, "The campaign lead sets the launch date.");
            verify(button(launch, "Take Fri 19 Mar as the launch date") === null);
            write(launch, "Why, English", "The first of the two.");
            press(launch, "Save milestone");
            trySays(list, "The first of the two.");
            trySays(list, "Mon 15 Mar");
            const lead = page("MilestonePage", {"session": svetlana, "milestone": key});
            tryVerify(() => field(lead, "Date and time") !== null && field(lead, "Date and time").text !== "");
            verify(!field(lead, "Date and time").readOnly);
        }
        function test_d3_a_form_saves_what_was_typed_and_keeps_what_arrived() {
            const list = page("MilestonesPage", {"session": svetlana});
            trySays(list, "Rough cuts seen");
            const key = root.keyOf(list, "Edit: Rough cuts seen");
            const open = page("MilestonePage", {"session": svetlana, "milestone": key});
            tryVerify(() => field(open, "Title, English") !== null && field(open, "Title, English").text === "Rough cuts seen");
            write(open, "Title, English", "Rough cuts reviewed");
            const other = page("MilestonePage", {"session": svetlana, "milestone": key});
            tryVerify(() => field(other, "Why, English") !== null && field(other, "Why, English").text !== "");
            write(other, "Why, English", "Three days are left to mend.");
            write(other, "Date and time", "2027-03-12 12:00");
            press(other, "Save milestone");
            trySays(list, "Three days are left to mend.");
            press(open, "Save milestone");
            trySays(list, "Rough cuts reviewed");
            trySays(list, "Three days are left to mend.");
            trySays(list, "Fri 12 Mar, 12:00");
        }
        function test_d4_a_milestone_that_is_left_is_there_again_and_can_be_discarded() {
            const first = page("MilestonePage", {"session": svetlana});
            tryVerify(() => field(first, "Title, English") !== null);
            verify(!says(first, "Not saved yet"));
            write(first, "Title, English", "Half a th");
            first.destroy(); // as a lock does, without a pause to type in
            wait(50);
            const again = page("MilestonePage", {"session": svetlana});
            tryVerify(() => field(again, "Title, English") !== null && field(again, "Title, English").text === "Half a th", 5000);
            trySays(again, "Not saved yet: what you typed before.");
            press(again, "Discard");
            tryVerify(() => field(again, "Title, English").text === "", 5000);
            again.destroy();
            wait(50);
            const third = page("MilestonePage", {"session": svetlana});
            tryVerify(() => field(third, "Title, English") !== null);
            wait(200);
            compare(field(third, "Title, English").text, "");
        }
        function test_e_the_buffer_is_shown_while_the_launch_date_is_chosen() {
            const edit = page("CampaignEditPage", {"session": svetlana, "market": "RU"});
            trySays(edit, "2 days between the launches of US and RU: 3–5 keep a slip from reaching the next market.");
            verify(button(edit, "Fri 19 Mar") !== null);
            verify(button(edit, "Sat 20 Mar") !== null);
            press(edit, "Thu 18 Mar");
            trySays(edit, "3 days between the launches of US and RU");
            compare(field(edit, "Launch, Moscow").text, "Thu 18 Mar, 12:00");
            press(edit, "Set date");
            const campaign = page("CampaignPage", {"session": svetlana});
            trySays(campaign, "3 days between the launches");
        }
        function test_f_a_non_negotiable_is_added_in_two_languages_removed_and_put_back() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            trySays(edit, "Non-negotiables");
            const list = all(edit).find(one => one.charter !== undefined && one.title === "Non-negotiables");
            press(list, "Add");
            write(sheet(), "Text, English", "Name the cream once.");
            write(sheet(), "Because, English", "Viewers look for it.");
            press(sheet(), "Add");
            tryVerify(() => root.texts(list).includes("Name the cream once."), 5000);
            verify(root.texts(list).includes("Viewers look for it."));
            // Each field says whose it is.
            verify(field(list, "Because (Name the cream once.), English") !== null);
            const before = list.rows.count;
            press(list, "Remove");
            tryCompare(list.rows, "count", before - 1);
            trySays(list, "Removed. Versions already sent keep what was ticked.");
            press(list, "Undo");
            tryCompare(list.rows, "count", before);
            tryVerify(() => !says(list, "Removed."));
        }
        function test_f1_a_statement_that_is_refused_stays_until_it_is_added() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            trySays(edit, "Negotiables");
            const list = all(edit).find(one => one.charter !== undefined && one.title === "Negotiables");
            press(list, "Add");
            write(sheet(), "Text, English", "The place");
            disk.setReadOnly(svetlana, true);
            press(sheet(), "Add");
            tryRefused(sheet(), readOnly);
            disk.setReadOnly(svetlana, false);
            press(sheet(), "Add");
            tryVerify(() => root.texts(list).includes("The place"), 5000);
            press(list, "Add");
            compare(field(sheet(), "Text, English").text, "");
            keyClick(Qt.Key_Escape);
        }
        function test_f3_what_is_refused_on_a_long_page_is_told_in_sight() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            tryVerify(() => button(edit, "Save the decision") !== null && field(edit, "Why, English") !== null && field(edit, "Why, English").text !== "", 5000);
            write(edit, "Why, English", " ");
            write(edit, "Why, Russian", " ");
            press(edit, "Save the decision");
            tryRefused(edit, "Say why: a decision keeps its reason.");
            const said = edit.Window.window.activeFocusItem;
            const place = () => said.mapToItem(edit, 0, 0, said.width, said.height);
            tryVerify(() => place().y > 0 && place().y + place().height <= edit.height, 5000, "it is at " + place());
            // Further down.
            const launch = all(edit).find(one => one.visible && one.focusField !== undefined && one.label.startsWith("Launch, "));
            write(edit, launch.label, "some day");
            press(edit, "Set date");
            tryRefused(edit, "That is no date and time.");
        }
        function test_f4_a_creator_who_is_refused_can_be_added_again() {
            const creators = page("CreatorsPage", {"session": dana});
            press(creators, "Add creator");
            write(sheet(), "Name", "Kim Park");
            disk.setReadOnly(dana, true);
            press(sheet(), "Add creator");
            tryRefused(sheet(), readOnly);
            compare(field(sheet(), "Name").text, "Kim Park");
            disk.setReadOnly(dana, false);
            press(sheet(), "Add creator");
            trySays(creators, "Kim Park");
        }
        function test_f2_a_statement_that_is_left_is_there_again() {
            const listOf = edit => all(edit).find(one => one.charter !== undefined && one.title === "Negotiables");
            const edit = page("CampaignEditPage", {"session": svetlana});
            trySays(edit, "Negotiables");
            press(listOf(edit), "Add");
            write(sheet(), "Range, Russian", "Half a ran");
            edit.destroy();
            wait(50);
            const again = page("CampaignEditPage", {"session": svetlana});
            trySays(again, "Negotiables");
            press(listOf(again), "Add");
            tryVerify(() => field(sheet(), "Range, Russian").text === "Half a ran", 5000);
            write(sheet(), "Text, English", "The music");
            press(sheet(), "Add");
            tryVerify(() => root.texts(listOf(again)).includes("The music"), 5000);
            press(listOf(again), "Add");
            compare(field(sheet(), "Range, Russian").text, "");
        }
        function test_f2a_a_statement_that_could_not_be_kept_says_so_until_it_is() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            trySays(edit, "Negotiables");
            const list = all(edit).find(one => one.charter !== undefined && one.title === "Negotiables");
            press(list, "Add");
            disk.setReadOnly(svetlana, true);
            write(sheet(), "Range, Russian", "A thi");
            tryVerify(() => field(sheet(), "Text, English").error.startsWith(readOnly), 5000);
            keyClick(Qt.Key_Escape);
            disk.setReadOnly(svetlana, false);
            press(list, "Add");
            tryCompare(field(sheet(), "Text, English"), "error", "");
            compare(field(sheet(), "Range, Russian").text, "A thi");
            write(sheet(), "Range, Russian", " ");
            keyClick(Qt.Key_Escape);
        }
        function test_g_a_hub_lead_keeps_the_checks_of_the_own_market() {
            const edit = page("CampaignEditPage", {"session": dana});
            trySays(edit, "Checks before going live");
            const lists = all(edit).filter(one => one.charter !== undefined && one.rows !== undefined);
            verify(button(lists.find(one => one.title === "Non-negotiables"), "Add") === null);
            const checks = lists.find(one => one.title === "Checks before going live");
            press(checks, "Add");
            write(sheet(), "Text, English", "Label switched on");
            press(sheet(), "Add");
            tryVerify(() => root.texts(checks).includes("Label switched on"), 5000);
        }
        function test_h_a_token_is_filled_in_where_preflight_sends_one() {
            const brief = page("BriefDeskPage", {"session": dana, "space": ben});
            tryVerify(() => all(brief).some(one => one.visible && one.text !== undefined && String(one.text).startsWith("Edit: ")), 5000);
            all(brief).find(one => one.visible && one.press !== undefined && one.text.startsWith("Edit: ")).press();
            write(sheet(), "Ad-marking token", "2VtzqwXYZ");
            press(sheet(), "Save deliverable");
            trySays(brief, "Ad-marking token: 2VtzqwXYZ");
        }
        function test_h2_a_deliverable_that_is_saved_keeps_what_arrived_meanwhile() {
            const desks = [0, 1].map(() => root.deskOf(page("BriefDeskPage", {"session": dana, "space": ben})));
            for (const desk of desks)
                tryVerify(() => desk.deliverables.count > 0, 5000);
            const key = all(root).find(one => one.tokenMissing !== undefined).key;
            desks[0].takeDeliverable(key);
            desks[1].takeDeliverable(key);
            desks[1].deliverable.adToken = "FromElsewhere";
            desks[1].saveDeliverable();
            disk.writes(dana);
            wait(0);
            desks[0].deliverable.labelsEn = "Ad by Verba";
            desks[0].saveDeliverable();
            tryVerify(() => {
                desks[1].takeDeliverable(key);
                return desks[1].deliverable.labelsEn === "Ad by Verba";
            }, 5000);
            compare(desks[1].deliverable.adToken, "FromElsewhere");
        }
        function test_h3_a_deliverable_that_is_left_is_there_again() {
            let brief = page("BriefDeskPage", {"session": dana, "space": ben});
            press(brief, "Add deliverable");
            write(sheet(), "Title, English", "A short st");
            brief.destroy();
            wait(50);
            brief = page("BriefDeskPage", {"session": dana, "space": ben});
            press(brief, "Add deliverable");
            tryVerify(() => field(sheet(), "Title, English").text === "A short st", 5000);
            trySays(sheet(), "Not saved yet");
            press(sheet(), "Add deliverable");
            trySays(brief, "A short st");
            press(brief, "Add deliverable");
            wait(200);
            compare(field(sheet(), "Title, English").text, "");
        }
        function test_h3a_a_deliverable_that_is_refused_says_so_on_its_sheet() {
            const brief = page("BriefDeskPage", {"session": dana, "space": ben});
            press(brief, "Add deliverable");
            write(sheet(), "Title, English", "A long st");
            write(sheet(), "Rough cut due", "some day");
            press(sheet(), "Add deliverable");
            tryRefused(sheet(), "That is no date and time.");
            verify(!says(brief, "That is no date and time."));
            keyClick(Qt.Key_Escape);
            verify(!says(brief, "That is no date and time."));
            press(brief, "Add deliverable");
            verify(!says(sheet(), "That is no date and time."));
            press(sheet(), "Discard");
            keyClick(Qt.Key_Escape);
        }
        function test_h3b_an_answer_is_kept_until_it_is_sent() {
            let brief = page("BriefDeskPage", {"session": dana, "space": maya});
            trySays(brief, "Is 40 seconds enough?");
            write(brief, "Answer", "Yes, 40 is en");
            brief.destroy();
            wait(50);
            brief = page("BriefDeskPage", {"session": dana, "space": maya});
            tryVerify(() => field(brief, "Answer") !== null && field(brief, "Answer").text === "Yes, 40 is en", 5000);
            disk.setReadOnly(dana, true);
            press(brief, "Send answer");
            tryRefused(brief, readOnly);
            compare(field(brief, "Answer").text, "Yes, 40 is en");
            disk.setReadOnly(dana, false);
            press(brief, "Send answer");
            trySays(brief, "Answer: Yes, 40 is en");
        }
        function test_h3c_a_draft_that_could_not_be_kept_is_there_again_and_says_so() {
            let brief = page("BriefDeskPage", {"session": dana, "space": maya});
            tryVerify(() => button(brief, "Withdraw the brief") !== null, 5000);
            disk.setReadOnly(dana, true);
            press(brief, "Withdraw the brief");
            write(sheet(), "Reason", "Not enough room");
            keyClick(Qt.Key_Escape);
            brief.destroy();
            wait(50);
            brief = page("BriefDeskPage", {"session": dana, "space": maya});
            press(brief, "Withdraw the brief");
            tryVerify(() => field(sheet(), "Reason").text === "Not enough room", 5000);
            tryVerify(() => field(sheet(), "Reason").error.startsWith(readOnly), 5000);
            // Once there is room it is kept, and nothing is said.
            disk.setReadOnly(dana, false);
            write(sheet(), "Reason", "Enough room");
            keyClick(Qt.Key_Escape);
            wait(100);
            brief.destroy();
            wait(50);
            brief = page("BriefDeskPage", {"session": dana, "space": maya});
            press(brief, "Withdraw the brief");
            tryVerify(() => field(sheet(), "Reason").text === "Enough room", 5000);
            compare(field(sheet(), "Reason").error, "");
            write(sheet(), "Reason", " ");
            keyClick(Qt.Key_Escape);
        }
        function test_h3d_an_incomplete_brief_says_so_where_its_button_is_in_both_languages() {
            for (const [language, words, issue] of [["en", "Not written in the creator’s language: “The bigger picture”.", "Issue brief"],
                                                    ["ru", "Не заполнено на языке креатора: «Общая картина».", "Отправить бриф"]]) {
                dana.language = language;
                const brief = page("BriefDeskPage", {"session": dana, "space": ben});
                tryVerify(() => button(brief, issue) !== null, 5000);
                tryVerify(() => !button(brief, issue).enabled);
                const footer = root.footerOf(button(brief, issue));
                trySays(footer, words);
                verify(button(brief, issue).hint.replace(/\u00a0/g, " ").includes(words), button(brief, issue).hint);
            }
        }
        function test_h4_undo_of_a_removal_stays_with_its_brief() {
            const brief = page("BriefDeskPage", {"session": dana, "space": maya});
            const desk = () => root.deskOf(brief);
            tryVerify(() => desk().deliverables.count === 1, 5000);
            const list = all(brief).find(one => one.desk !== undefined && one.edit !== undefined);
            const banner = all(list).find(one => one.undone !== undefined);
            press(brief, all(brief).find(one => one.visible && one.press !== undefined && one.text.startsWith("Edit: ")).text.replace(/\u00a0/g, " "));
            press(sheet(), "Remove this deliverable");
            tryVerify(() => banner.shown, 5000);
            tryVerify(() => desk().deliverables.count === 0, 5000);
            brief.space = ben;
            verify(!banner.shown);
            brief.space = maya;
            verify(!banner.shown);
            tryVerify(() => desk().facts.creator === "Maya Collins", 5000);
            // What is refused is not said to be removed.
            banner.asked("another");
            banner.heard("remove/somebody else's");
            verify(!banner.shown);
        }
        function test_h5_an_issued_brief_is_withdrawn_with_a_reason() {
            const brief = page("BriefDeskPage", {"session": dana, "space": maya});
            trySays(brief, "Version 1, issued");
            press(brief, "Withdraw the brief");
            trySays(sheet(), "can’t submit until one is issued again");
            verify(!button(sheet(), "Withdraw the brief").enabled);
            write(sheet(), "Reason", "Another part.");
            press(sheet(), "Withdraw the brief");
            tryVerify(() => button(brief, "Issue brief") !== null, 5000, "it is still live");
            tryVerify(() => button(brief, "Withdraw the brief") === null, 5000);
        }
        function test_i_the_contact_of_a_creator_can_be_another_lead() {
            const brief = page("BriefDeskPage", {"session": dana, "space": ben});
            trySays(brief, "Answers the creator’s questions");
            const contact = all(brief).find(one => one.visible && one.label === "Contact" && one.textAt !== undefined);
            tryCompare(contact, "currentText", "Dana Brooks");
            contact.currentIndex = contact.indexOfValue(root.keyNamed(contact, "Svetlana Orlova"));
            contact.activated(contact.currentIndex);
            wait(100);
            const again = page("BriefDeskPage", {"session": dana, "space": ben});
            const now = all(again).find(one => one.label === "Contact" && one.textAt !== undefined);
            tryCompare(now, "currentText", "Svetlana Orlova");
        }
        function test_j_a_day_without_answers_moves_them_and_tells_everybody() {
            const schedule = page("SchedulePage", {"session": dana});
            trySays(schedule, "Fri 12 Mar, 17:00");
            press(schedule, "Not this day");
            trySays(sheet(), "The next working day: Mon 15 Mar, 17:00");
            verify(!button(sheet(), "Announce the new date").enabled);
            write(sheet(), "Reason", "A holiday.");
            press(sheet(), "Announce the new date");
            trySays(schedule, "Mon 15 Mar, 17:00");
            trySays(schedule, "Moved: a day off");
            trySays(schedule, "Not on: 12 March 2027");
        }
        // At the end: it holds for what is promised from then on.
        function test_z_a_schedule_that_was_edited_promises_other_days() {
            const schedule = page("SchedulePage", {"session": dana});
            const choice = label => all(schedule).find(one => one.visible && one.label === label && one.activated !== undefined);
            tryVerify(() => choice("Day of answers") && choice("Day of answers").displayText === "Fri", 5000);
            verify(!button(schedule, "Save schedule").enabled);
            // As somebody at the keyboard does it.
            const step = (label, key, times, shown) => {
                choice(label).forceActiveFocus(Qt.TabFocusReason);
                for (let i = 0; i < times; ++i)
                    keyClick(key);
                compare(choice(label).displayText, shown);
            };
            step("Day of answers", Qt.Key_Up, 1, "Thu");
            step("Time of answers", Qt.Key_Down, 3, "18:30");
            compare(choice("Day of the cut-off").displayText, "Wed");
            compare(choice("Time of the cut-off").displayText, "18:30");
            step("Time of the cut-off", Qt.Key_Up, 1, "18:00");
            const answers = ["Thu 11 Mar, 18:30", "Thu 18 Mar, 18:30", "Thu 25 Mar, 18:30"];
            for (const answer of answers)
                trySays(schedule, answer);
            press(schedule, "Save schedule");
            tryVerify(() => !button(schedule, "Save schedule").enabled, 5000);
            schedule.destroy();
            wait(50);
            const again = page("SchedulePage", {"session": dana});
            for (const answer of answers)
                trySays(again, answer);
            trySays(again, "what arrived by Wed 10 Mar, 18:00");
            trySays(again, "Los Angeles: Thu 11 Mar, 15:30");
        }
        function test_l_a_market_is_added_and_its_rules_are_set() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            press(edit, "Add market");
            write(sheet(), "Code", "K Z");
            press(sheet(), "Add market");
            trySays(sheet(), "A market has a short code");
            write(sheet(), "Code", "KZ");
            write(sheet(), "Name, English", "Kazakhstan");
            press(sheet(), "Add market");
            tryVerify(() => button(edit, "Kazakhstan") !== null, 5000);
            press(edit, "Each post needs an ad-marking token");
            const campaign = page("CampaignPage", {"session": svetlana});
            trySays(campaign, "Kazakhstan");
        }
        function test_k_leads_see_each_market_s_schedule_and_move_none() {
            const schedule = page("SchedulePage", {"session": svetlana, "market": "US"});
            trySays(schedule, "The next three answers");
            tryVerify(() => button(schedule, "Russia") !== null);
            verify(button(schedule, "Not this day") === null);
        }
    }

    function deskOf(brief: var): var {
        return lead.all(brief).find(one => one.desk !== undefined).desk;
    }
    function footerOf(button: var): var {
        let item = button;
        while (item && item.note === undefined)
            item = item.parent;
        return item;
    }
    // Of the row whose button bears the name.
    function keyOf(list: var, name: string): string {
        let item = lead.button(list, name);
        while (item && item.key === undefined)
            item = item.parent;
        return item ? item.key : "";
    }
    function keyNamed(box: var, name: string): string {
        for (let i = 0; i < box.count; ++i)
            if (box.textAt(i) === name)
                return box.valueAt(i);
        return "";
    }
    // Also what stands in fields.
    function texts(item: var): var {
        return lead.all(item).filter(one => one.visible && typeof one.text === "string").map(one => one.text);
    }
}
