import QtQuick
import QtTest
import Meridian.Navigation
import Meridian.Theme

Item {
    id: root
    width: 390
    height: 844

    SignalSpy {
        id: opened
        target: Navigation
        signalName: "opened"
    }
    LeadCase {
        id: lead
        name: "LeadPages"

        function test_1_the_queue_lists_what_waits_for_an_answer() {
            const queue = page("ReviewQueuePage", {"session": dana});
            tryVerify(() => lead.says(queue, "Maya Collins"));
            tryVerify(() => lead.says(queue, "Jordan Reyes"));
            verify(lead.says(queue, "Contested"));
            // By promise, and by when each came where that is the same, with a heading where the group begins.
            trySays(queue, "This week");
            const from = one => one.mapToItem(queue, 0, 0).y;
            const names = all(queue).filter(one => one.visible && ["Maya Collins", "Jordan Reyes"].includes(one.text) && one.step !== undefined);
            compare(names.sort((one, other) => from(one) - from(other)).map(one => one.text), ["Maya Collins", "Jordan Reyes"]);
            trySays(queue, "2 submissions");
            trySays(queue, "everything here");
            verify(lead.button(queue, "Prepare for offline"));
        }
        function test_2_approve_waits_until_the_content_was_looked_at_then_can_be_undone() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            tryVerify(() => lead.button(review, "Approve") !== null);
            verify(!lead.button(review, "Approve").enabled);
            tryVerify(() => lead.button(review, "Approve").enabled, 5000);
            lead.button(review, "Approve").press();
            tryVerify(() => lead.says(review, "Signed. Not delivered yet."), 5000);
            tryVerify(() => lead.button(review, "Undo") !== null);
            // Nothing is there to be approved twice.
            tryVerify(() => lead.button(review, "Approve") === null, 5000);
            wait(50);
            lead.button(review, "Undo").press();
            tryVerify(() => lead.says(review, "Taken back before it left."), 5000);
            tryVerify(() => lead.says(review, "In review"), 5000);
            tryVerify(() => lead.button(review, "Approve") !== null, 5000);
        }
        function test_3_two_answers_are_shown_with_who_decides() {
            const review = page("ReviewPage", {"session": dana, "space": jordan, "submission": jordansVideo});
            tryVerify(() => lead.says(review, "Two answers on version 1. Decision: Mila Petrović."));
            verify(lead.says(review, "The disclosure must be in the first line."));
            // Both answers, by whom and when.
            trySays(review, "Svetlana Orlova");
            trySays(review, "Dana Brooks");
            trySays(review, "Wed 10 Mar, 06:30");
            lead.button(review, "Send to decider").press();
            tryVerify(() => lead.button(review, "With the decider") !== null, 5000);
        }
        readonly property string readOnly: "Meridian can’t write to its folder."

        function test_4_an_incomplete_brief_says_what_is_missing_and_is_not_issued() {
            const brief = page("BriefDeskPage", {"session": dana, "space": ben});
            tryVerify(() => lead.says(brief, "5 of 6"));
            verify(lead.says(brief, "The bigger picture"));
            verify(!lead.button(brief, "Issue brief").enabled);
            verify(lead.button(brief, "Still correct") !== null || lead.says(brief, "Translation is stale"));
        }
        function test_4a_a_brief_that_is_out_says_why_it_is_not_issued_again() {
            const brief = page("BriefDeskPage", {"session": dana, "space": maya});
            trySays(brief, "Nothing has changed since the last issue.");
            verify(!button(brief, "Issue changes").enabled);
        }
        function test_5_creators_show_how_far_their_briefs_are() {
            const creators = page("CreatorsPage", {"session": dana});
            tryVerify(() => lead.says(creators, "Ben Halvorsen"));
            verify(lead.says(creators, "Not issued · 5 of 6"));
            verify(lead.button(creators, "Invite") !== null);
        }
        function test_5a_what_was_copied_of_an_invitation_is_said_on_its_sheet() {
            const creators = page("CreatorsPage", {"session": dana});
            press(creators, "Invite");
            press(sheet(), "Make invitation");
            press(sheet(), "Copy link");
            trySays(sheet(), "Copied. Paste it into any messenger.");
            keyClick(Qt.Key_Escape);
        }
        function test_6_the_schedule_says_what_it_promises_in_each_zone() {
            const schedule = page("SchedulePage", {"session": dana});
            tryVerify(() => lead.says(schedule, "Los Angeles: Fri 12 Mar, 14:00"));
            verify(lead.says(schedule, "Clocks change before it"));
        }
        function test_7_preflight_names_what_blocks_and_opens_the_fix() {
            const preflight = page("PreflightPage", {"session": svetlana});
            tryVerify(() => lead.says(preflight, "United States launch in 5 days"));
            verify(lead.says(preflight, "Blocks launch"));
            verify(lead.button(preflight, "Open the brief") !== null);
        }
        function test_7a_every_fix_opens_its_page_and_names_its_owner() {
            const group = Qt.createComponent("qrc:/qt/qml/Meridian/Pages/PreflightGroup.qml");
            const rows = createTemporaryObject(group, root, {"title": "All", "rows": everyFix, "count": everyFix.count, "width": root.width});
            verify(rows, group.errorString());
            const expected = [
                ["CampaignEditPage", {"market": "US"}], ["CampaignEditPage", {"market": "US"}], ["SchedulePage", {"market": "US"}],
                ["BriefDeskPage", {"space": maya}], ["BriefDeskPage", {"space": maya}],
                ["ReviewPage", {"space": maya, "submission": mayasVideo}], ["ReviewQueuePage", {}],
                ["MilestonePage", {"milestone": usLaunch}], ["BriefDeskPage", {"space": maya}], ["SettingsPage", {}], ["TensionsPage", {}]];
            const fixes = () => all(rows).filter(one => one.fixWanted !== undefined);
            tryVerify(() => fixes().length === expected.length, 5000);
            opened.clear();
            for (const [index, [file, properties]] of expected.entries()) {
                const row = fixes()[index];
                verify(says(row, "Dana Brooks"), read(row));
                press(row, row.fix);
                compare(opened.count, index + 1);
                compare(opened.signalArguments[index][0], file);
                compare(opened.signalArguments[index][1], properties);
                // It opens, by these properties.
                page(file, Object.assign({"session": dana}, properties)).destroy();
            }
        }
        function test_7b_like_rows_are_one_that_opens_and_folds_by_the_keyboard() {
            const preflight = page("PreflightPage", {"session": svetlana});
            trySays(preflight, "Not approved yet: 3");
            const heads = () => all(preflight).filter(one => one.visible && one.foldPressed !== undefined && one.folds > 0);
            const head = () => heads().find(one => one.sentence === "Not approved yet: 3");
            verify(says(head(), "Dana Brooks"), read(head()));
            const inside = () => all(preflight).filter(one => one.visible && one.fixWanted !== undefined && one.inside);
            compare(inside().length, 0);
            // What is folded is counted above.
            const group = all(preflight).find(one => one.rowToggled !== undefined && one.title === "Warns");
            verify(group.count > group.rows.count);
            trySays(group, String(group.count));
            const shows = button(head(), "Show 3");
            compare(shows.accessibleName, "Show 3: Not approved yet: 3");
            shows.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            tryVerify(() => inside().length === 3, 5000);
            for (const row of inside()) {
                verify(says(row, "Dana Brooks"), read(row));
                verify(button(row, row.fix) !== null);
            }
            // The key folds them again: the focus has stayed.
            keyClick(Qt.Key_Space);
            tryVerify(() => inside().length === 0, 5000);
            verify(button(head(), "Show 3").activeFocus);
            svetlana.language = "ru";
            const russian = page("PreflightPage", {"session": svetlana});
            trySays(russian, "Пока не согласовано: 3");
            verify(button(russian, "Показать (3)") !== null);
        }
        function test_7c_a_selected_row_keeps_its_avatar_and_its_chip() {
            const width = Theme.windowWidth;
            Theme.windowWidth = Theme.breakpointThreePanes;
            const briefs = page("BriefsPage", {"session": dana});
            const queue = page("ReviewQueuePage", {"session": dana});
            for (const dark of [false, true]) {
                Theme.dark = dark;
                const person = () => all(briefs).find(one => one.visible && one.selected === true && one.initials !== undefined);
                tryVerify(() => person() !== undefined, 5000);
                const face = all(person()).find(one => one.visible && one.inSelectedRow !== undefined && one.initials !== undefined);
                verify(!Qt.colorEqual(face.color, person().ground));
                const submission = () => all(queue).find(one => one.visible && one.selected === true && one.chipName !== undefined);
                tryVerify(() => submission() !== undefined, 5000);
                for (const row of [person(), submission()]) {
                    const chip = all(row).find(one => one.visible && one.inSelectedRow === true && one.status !== undefined);
                    verify(chip.border.width > 0);
                    verify(!Qt.colorEqual(chip.border.color, row.ground));
                }
            }
            Theme.dark = false;
            Theme.windowWidth = width;
        }
        function test_8_a_lead_decides_which_market_leads_and_says_why() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            tryVerify(() => lead.says(edit, "Shared by all markets"));
            tryVerify(() => lead.says(edit, "Thesis"));
            tryVerify(() => lead.field(edit, "Why, English") !== null && lead.field(edit, "Why, English").text !== "", 5000);
            const before = lead.field(edit, "Why, English").text;
            verify(before !== "Growth first.");
            for (const why of ["Growth first.", before]) {
                write(edit, "Why, English", why);
                press(edit, "Save the decision");
                // It is what whoever opens the page reads.
                const again = page("CampaignEditPage", {"session": svetlana});
                tryVerify(() => lead.field(again, "Why, English") !== null && lead.field(again, "Why, English").text === why, 5000);
                again.destroy();
            }
        }
        function test_9_changes_are_asked_for_with_a_reason_and_can_be_undone() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(review, "Request changes");
            write(sheet(), "Reason", "Lower the jar.");
            press(sheet(), "Request changes");
            trySays(review, "Lower the jar.");
            press(review, "Request changes");
            compare(field(sheet(), "Reason").text, "");
            keyClick(Qt.Key_Escape);
            trySays(review, "Changes requested");
            press(review, "Undo");
            trySays(review, "Taken back before it left.");
        }
        function test_9_0_a_reason_that_is_left_is_there_again() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(review, "Request changes");
            write(sheet(), "Reason", "Lower the j");
            review.destroy(); // as a lock does, without a pause to type in
            wait(50);
            const again = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(again, "Request changes");
            tryVerify(() => field(sheet(), "Reason").text === "Lower the j", 5000);
        }
        function test_9_1_a_reason_that_is_refused_stays_and_can_be_given_again() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(review, "Request changes");
            write(sheet(), "Reason", "Lower the lid.");
            disk.setReadOnly(dana, true);
            press(sheet(), "Request changes");
            tryRefused(sheet(), readOnly);
            compare(field(sheet(), "Reason").text, "Lower the lid.");
            disk.setReadOnly(dana, false);
            press(sheet(), "Request changes");
            trySays(review, "Lower the lid.");
            trySays(review, "Signed. Not delivered yet.");
            verify(!says(review, readOnly));
            press(review, "Undo");
            trySays(review, "Taken back before it left.");
            press(review, "Request changes");
            compare(field(sheet(), "Reason").text, "");
            keyClick(Qt.Key_Escape);
        }
        function test_9_2_a_refusal_does_not_outlive_its_sheet() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(review, "Announce delay");
            write(sheet(), "Reason", "Late.");
            disk.setReadOnly(dana, true);
            press(sheet(), "Announce delay");
            trySays(sheet(), readOnly);
            keyClick(Qt.Key_Escape);
            disk.setReadOnly(dana, false);
            verify(!says(review, readOnly));
            press(review, "Announce delay");
            tryVerify(() => !says(sheet(), readOnly), 5000);
            compare(field(sheet(), "Reason").text, "Late.");
            write(sheet(), "Reason", " ");
            keyClick(Qt.Key_Escape);
        }
        function test_9_3_a_reason_that_was_refused_is_there_again_after_another_submission() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(review, "Request changes");
            disk.setReadOnly(dana, true);
            write(sheet(), "Reason", "Louder.");
            keyClick(Qt.Key_Escape);
            wait(50);
            review.space = jordan;
            review.submission = jordansVideo;
            wait(50);
            disk.setReadOnly(dana, false);
            review.space = maya;
            review.submission = mayasVideo;
            press(review, "Request changes");
            tryVerify(() => field(sheet(), "Reason").text === "Louder.", 5000);
            // It is kept by itself now, and nothing is said.
            tryCompare(field(sheet(), "Reason"), "error", "");
            keyClick(Qt.Key_Escape);
        }
        function test_9a_a_delay_is_announced_with_a_new_date_and_a_reason() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(review, "Announce delay");
            write(sheet(), "Reason", "On a plane.");
            press(sheet(), "Announce delay");
            trySays(review, "New date announced.");
        }
        function test_9b_the_creators_way_of_speaking_stands_above_the_comment() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            trySays(review, "Maya Collins: asks a lot and early; likes reasons.");
        }
        function test_9b1_a_point_on_a_picture_is_marked_by_keyboard() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            press(review, "Comment on a point");
            keyClick(Qt.Key_Left);
            for (let i = 0; i < 3; ++i)
                keyClick(Qt.Key_Down, Qt.ShiftModifier);
            keyClick(Qt.Key_Return);
            tryVerify(() => field(review, "Comment on the marked point") !== null, 5000);
            write(review, "Comment on the marked point", "Here.");
            press(review, "Add comment");
            trySays(review, "Here.");
            const marks = () => all(review).filter(one => one.markFile === 0 && one.visible && one.markX !== undefined && Math.abs(one.markX - 0.48) < 0.001 && Math.abs(one.markY - 0.8) < 0.001);
            tryVerify(() => marks().length === 1, 5000);
        }
        function test_9b2_words_of_a_caption_are_selected_by_keyboard() {
            const review = page("ReviewPage", {"session": dana, "space": maya, "submission": mayasVideo});
            tryVerify(() => all(review).some(one => one.selectedText !== undefined && one.text.startsWith("Day 1")), 5000);
            const caption = all(review).find(one => one.selectedText !== undefined && one.text.startsWith("Day 1"));
            caption.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Home, Qt.ControlModifier);
            for (let i = 0; i < 5; ++i)
                keyClick(Qt.Key_Right, Qt.ShiftModifier);
            compare(caption.selectedText, "Day 1");
            verify(button(review, "Comment on the selected words") !== null);
        }
        function test_9b3_a_seal_says_nothing_until_it_was_checked() {
            const review = page("ReviewPage", {"session": dana, "space": jordan, "submission": jordansVideo});
            tryVerify(() => button(review, "Show the seal") !== null, 5000);
            verify(!says(review, "Checked on this phone"));
            press(review, "Show the seal");
            trySays(review, "Covers: caption, morning-shift.png");
            trySays(review, "Checked on this phone");
        }
        function test_9c_two_briefs_for_one_creator_wait_for_a_lead() {
            const queue = page("ReviewQueuePage", {"session": betweenTwoBriefs});
            trySays(queue, "Two briefs: Maya Collins");
            trySays(queue, "dana · ");
            trySays(queue, "dina · ");
            verify(button(queue, "Keep this one, which the creator has") !== null);
            disk.setReadOnly(betweenTwoBriefs, true);
            press(queue, "Prepare for offline");
            tryRefused(queue, readOnly);
            press(queue, "Keep this one");
            tryVerify(() => all(queue).filter(one => one.visible && String(one.text).includes(readOnly) && one.activeFocusOnTab).length === 2);
            disk.setReadOnly(betweenTwoBriefs, false);
            press(queue, "Keep this one");
            tryVerify(() => !says(queue, "Two briefs: Maya Collins"), 5000);
        }
        function test_9d_a_delivered_verdict_is_withdrawn_with_a_reason() {
            const review = page("ReviewPage", {"session": dana, "space": jordan, "submission": jordansVideo});
            press(review, "Withdraw");
            trySays(sheet(), "It stays in the history");
            verify(!button(sheet(), "Withdraw").enabled);
            write(sheet(), "Reason", "The label is missing.");
            press(sheet(), "Withdraw");
            trySays(review, "Withdrawn. The creator will be told why.");
            tryVerify(() => !says(review, "Two answers on version 1."), 5000);
        }
        function test_9e_the_pages_speak_russian() {
            for (const session of [dana, svetlana]) {
                session.language = "ru";
                session.contentLanguage = "ru";
            }
            const queue = page("ReviewQueuePage", {"session": dana});
            for (const words of ["На этой неделе", "Maya Collins", "Версия 1", "Скачать в дорогу", "всё на устройстве"])
                trySays(queue, words);
            const brief = page("BriefDeskPage", {"session": dana, "space": ben});
            for (const words of ["Общая картина", "5 из 6"])
                trySays(brief, words);
            verify(!button(brief, "Отправить бриф").enabled);
            const preflight = page("PreflightPage", {"session": svetlana});
            for (const words of ["Проверка готовности", "США: запуск через 5 дней", "Блокирует запуск"])
                trySays(preflight, words);
            verify(button(preflight, "Открыть бриф") !== null);
            const schedule = page("SchedulePage", {"session": dana});
            for (const words of ["График обратной связи", "Отвечаю еженедельно:", "Ближайшие три ответа", "пт, 12 марта, 17:00",
                                 "на то, что пришло до: чт, 11 марта, 17:00", "Лос-Анджелес: пт, 12 марта, 14:00"])
                trySays(schedule, words);
            verify(button(schedule, "Не в этот день") !== null);
            // A word that was left in the other language would be one of these; a brief has dates in its English lane.
            for (const made of [queue, brief, preflight, schedule])
                for (const english of ["Prepare for", "Version ", "Deliverable", "Blocks", "Answer"].concat(made === brief ? [] : " Mar,"))
                    verify(!says(made, english), english + " in: " + read(made));
        }
    }
}
