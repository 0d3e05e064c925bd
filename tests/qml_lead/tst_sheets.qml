import QtQuick
import QtTest
import Meridian.Components

// What a choice shows, what a sheet keeps, and what follows the keyboard into view.
Item {
    id: root
    width: 390
    height: 844

    // What a control shows the choice of.
    property int kept: 0

    LeadCase {
        id: lead
        name: "Sheets"

        function zones(item: var): var {
            return lead.all(item).find(one => one.visible && one.zone !== undefined && one.displayText !== undefined);
        }
        function city(item: var): string {
            return zones(item).displayText.replace(/\u00a0/g, " ");
        }
        // As somebody picks one in the open list.
        function pick(box: var, zone: string) {
            box.popup.open();
            tryVerify(() => box.count > 0, 5000);
            box.currentIndex = box.indexOfValue(zone);
            box.activated(box.currentIndex);
            box.popup.close();
        }
        function marked(control: var): string {
            return all(control).filter(one => one.press !== undefined && one.checked).map(one => one.text).join();
        }

        function test_a_a_segment_is_marked_by_whoever_keeps_the_choice() {
            root.kept = 0;
            const control = createTemporaryObject(segments, root);
            compare(marked(control), "One");
            press(control, "Two");
            compare(pressed.signalArguments[pressed.count - 1][0], 1);
            compare(marked(control), "One");
            root.kept = 1;
            compare(marked(control), "Two");
            root.kept = 2;
            compare(marked(control), "Three");
            // What is pressed is not what was pressed before.
            press(control, "Two");
            compare(pressed.signalArguments[pressed.count - 1][0], 1);
        }
        function test_b_a_milestone_shows_the_zone_that_its_date_is_read_in() {
            const made = page("MilestonePage", {"session": svetlana});
            tryVerify(() => zones(made) !== undefined, 5000);
            const box = zones(made);
            pick(box, "Asia/Vladivostok");
            compare(city(made), "Vladivostok");
            write(made, "Title, English", "Zones");
            const market = all(made).find(one => one.visible && one.label === "Market" && one.textAt !== undefined);
            for (const [name, place] of [["United States", "New York"], ["Russia", "Moscow"]]) {
                market.activated([0, 1, 2].find(index => market.textAt(index) === name));
                compare(city(made), place);
                compare(box.textAt(box.currentIndex), box.displayText);
            }
            pick(box, "Asia/Vladivostok");
            made.destroy();
            wait(50);
            const again = page("MilestonePage", {"session": svetlana});
            tryVerify(() => zones(again) !== undefined && city(again) === "Vladivostok", 5000);
            pick(zones(again), "America/New_York");
            press(again, "Discard");
            tryVerify(() => !["New York", "Vladivostok"].includes(city(again)), 5000);
        }
        function test_c_a_creator_being_typed_is_there_again_and_leaves_nothing_to_the_next() {
            const creators = page("CreatorsPage", {"session": dana});
            press(creators, "Add creator");
            write(sheet(), "Name", "Rae Kim");
            write(sheet(), "Handle", "@rae");
            press(sheet(), "macro");
            pick(zones(sheet()), "Asia/Vladivostok");
            keyClick(Qt.Key_Escape);
            press(creators, "Add creator");
            compare(field(sheet(), "Name").text, "Rae Kim");
            compare(field(sheet(), "Handle").text, "@rae");
            verify(button(sheet(), "macro").checked);
            compare(city(sheet()), "Vladivostok");
            press(sheet(), "Add creator");
            trySays(creators, "Rae Kim");
            press(creators, "Add creator");
            compare(field(sheet(), "Name").text, "");
            compare(field(sheet(), "Handle").text, "");
            verify(button(sheet(), "nano").checked);
            compare(city(sheet()), "New York");
            keyClick(Qt.Key_Escape);
        }
        function test_d_a_market_being_typed_is_there_again() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            press(edit, "Add market");
            write(sheet(), "Code", "FR");
            write(sheet(), "Name, English", "France");
            keyClick(Qt.Key_Escape);
            press(edit, "Add market");
            compare(field(sheet(), "Code").text, "FR");
            compare(field(sheet(), "Name, English").text, "France");
            keyClick(Qt.Key_Escape);
        }
        function test_e_that_a_change_is_material_is_ticked_each_time_anew() {
            const brief = page("BriefDeskPage", {"session": dana, "space": jordan});
            const edit = () => all(brief).find(one => one.visible && one.press !== undefined && one.text.startsWith("Edit: "));
            tryVerify(() => edit() !== undefined, 5000);
            edit().press();
            write(sheet(), "Title, English", "One night shift");
            press(sheet(), "Save deliverable");
            tryVerify(() => button(brief, "Issue changes") !== null && button(brief, "Issue changes").enabled, 5000);
            press(brief, "Issue changes");
            press(sheet(), "This change is material");
            verify(button(sheet(), "This change is material").checked);
            keyClick(Qt.Key_Escape);
            press(brief, "Issue changes");
            verify(!button(sheet(), "This change is material").checked);
            keyClick(Qt.Key_Escape);
        }
        function test_f_the_next_brief_begins_at_its_top_in_its_own_lane() {
            const brief = page("BriefDeskPage", {"session": dana, "space": jordan});
            const desk = all(brief).find(one => one.laneToBegin !== undefined);
            tryVerify(() => button(desk, "RU") !== null, 5000);
            compare(desk.lane, "en");
            press(desk, "RU");
            compare(desk.lane, "ru");
            const scroller = all(desk).find(one => one.scrollTo !== undefined);
            tryVerify(() => scroller.contentHeight - scroller.height > 300, 5000); // the parts are read one by one
            scroller.scrollTo(300);
            compare(scroller.contentY, 300);
            const said = all(desk).find(one => one.show !== undefined && one.hide !== undefined);
            said.show("Issued.", "");
            brief.space = ben;
            compare(scroller.contentY, 0);
            verify(!said.shown);
            trySays(desk, "Ben Halvorsen");
            compare(desk.lane, "en");
            dana.contentLanguage = "ru";
            compare(desk.lane, "en"); // the creator's
        }
        function test_g_what_changed_in_a_source_is_heard_as_taken_out_and_put_in() {
            const brief = page("BriefDeskPage", {"session": dana, "space": ben});
            press(brief, "RU");
            press(brief, "See what changed");
            const diff = all(sheet()).find(one => one.spans !== undefined);
            verify(/^What I make\. (Removed: .+\. )?Added: .+\.$/.test(diff.accessibleName.replace(/\u00a0/g, " ")), diff.accessibleName);
            keyClick(Qt.Key_Escape);
        }
        function test_h_the_line_being_typed_and_what_tab_reaches_are_in_view() {
            const scroller = createTemporaryObject(scrollers, root);
            const place = item => item.mapToItem(scroller, 0, 0, item.width, item.height);
            const inView = rect => rect.y >= 0 && rect.y + rect.height <= scroller.height;
            const area = scroller.area;
            area.focusField();
            for (let line = 0; line < 30; ++line) {
                keyClick(Qt.Key_X);
                keyClick(Qt.Key_Return);
                const cursor = area.editor.mapToItem(scroller, area.editor.cursorRectangle);
                verify(inView(cursor), "line " + line + " is at " + cursor);
            }
            verify(scroller.contentY > 0);
            tryVerify(() => scroller.contentY <= scroller.contentHeight - scroller.height, 5000);
            keyClick(Qt.Key_Tab);
            compare(lead.Window.window.activeFocusItem, scroller.below);
            tryVerify(() => inView(place(scroller.below)), 5000, "it is at " + place(scroller.below));
            keyClick(Qt.Key_Backtab);
            const cursor = area.editor.mapToItem(scroller, area.editor.cursorRectangle);
            verify(inView(cursor), "it is at " + cursor);
            keyClick(Qt.Key_Home, Qt.ControlModifier);
            compare(Math.max(0, scroller.contentY) < area.editor.cursorRectangle.height * 2, true);
        }
        function test_i_what_is_pointed_at_stays_under_the_pointer() {
            const scroller = createTemporaryObject(scrollers, root);
            clicked.target = scroller.below;
            clicked.clear();
            // A few pixels of it are in view.
            scroller.contentY = scroller.below.mapToItem(scroller.contentItem, 0, 0).y - scroller.height + 10;
            const before = scroller.contentY;
            mouseClick(scroller, 60, scroller.height - 4);
            compare(clicked.count, 1);
            compare(scroller.contentY, before);
        }
    }
    SignalSpy {
        id: pressed
        signalName: "activated"
    }
    SignalSpy {
        id: clicked
        signalName: "clicked"
    }
    Component {
        id: segments
        SegmentedControl {
            id: control
            accessibleName: "Choice"
            options: [{"text": "One"}, {"text": "Two"}, {"text": "Three"}]
            currentIndex: root.kept
            Component.onCompleted: pressed.target = control
        }
    }
    Component {
        id: scrollers
        Scroller {
            property alias area: area
            property alias below: below
            width: 300
            height: 240
            contentHeight: column.height
            Column {
                id: column
                padding: 16
                AppTextArea {
                    id: area
                    width: 260
                    label: "Words"
                }
                Item {
                    width: 1
                    height: 200
                }
                AppButton {
                    id: below
                    text: "Below"
                }
            }
        }
    }
}
