import QtQuick
import QtTest
import Meridian.Theme

// Dates typed and chosen, by keyboard and pointer, in both languages.
Item {
    id: root
    width: 1280
    height: 800

    LeadCase {
        id: lead
        name: "Dates"

        function init() {
            Theme.windowWidth = root.width;
        }
        // A milestone's date with its calendar open on 15 March, which has the focus.
        function opened(session: var): var {
            const made = root.fresh(session);
            tryVerify(() => root.date(made) !== null);
            const date = root.date(made);
            date.picked("2027-03-15 09:00");
            tryCompare(date, "value", "2027-03-15 09:00");
            root.reach(date);
            keyClick(Qt.Key_Down);
            tryVerify(() => root.pointed() !== null && root.pointed().activeFocus, 5000, "no day has the focus");
            compare(root.pointed().date, "2027-03-15");
            return date;
        }
        function test_a_the_keyboard_moves_through_days_weeks_and_months_and_takes_one() {
            const date = opened(svetlana);
            for (const [key, day] of [[Qt.Key_Right, "2027-03-16"], [Qt.Key_Left, "2027-03-15"], [Qt.Key_Up, "2027-03-08"],
                                      [Qt.Key_Down, "2027-03-15"], [Qt.Key_End, "2027-03-20"], [Qt.Key_Home, "2027-03-14"],
                                      [Qt.Key_PageDown, "2027-04-14"], [Qt.Key_PageUp, "2027-03-14"],
                                      [Qt.Key_Up, "2027-03-07"], [Qt.Key_Up, "2027-02-28"], [Qt.Key_Down, "2027-03-07"]]) {
                keyClick(key);
                compare(root.pointed().date, day);
                verify(root.pointed().activeFocus, "the focus stayed behind at " + day);
            }
            keyClick(Qt.Key_Return);
            tryVerify(() => root.pointed() === null, 5000, "the calendar is still open");
            compare(date.value, "2027-03-07 09:00");
            compare(date.text, "Sun 7 Mar, 09:00");
            tryVerify(() => date.fieldFocus);
        }
        function test_b_escape_takes_nothing() {
            const date = opened(svetlana);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Escape);
            tryVerify(() => root.pointed() === null);
            compare(date.value, "2027-03-15 09:00");
            verify(date.fieldFocus);
        }
        function test_c_the_week_begins_as_the_language_has_it_and_days_have_names() {
            let date = opened(svetlana);
            compare(root.days()[0].date, "2027-02-28");
            compare(root.named("2027-03-15").accessibleName, "Monday, 15 March 2027, chosen");
            compare(root.named("2027-03-10").accessibleName, "Wednesday, 10 March 2027, today");
            verify(root.named("2027-03-10").today);
            for (const day of root.days()) {
                verify(day.width >= Theme.hitTarget && day.height >= Theme.hitTarget, "too small: " + day.width + "×" + day.height);
                verify(day.accessibleName !== "");
            }
            keyClick(Qt.Key_Escape);
            svetlana.language = "ru";
            date = opened(svetlana);
            compare(root.days()[0].date, "2027-03-01");
            compare(root.named("2027-03-15").accessibleName, "понедельник, 15 марта 2027, выбрано");
            compare(root.named("2027-03-10").accessibleName, "среда, 10 марта 2027, сегодня");
            trySays(sheet(), "Март 2027");
            keyClick(Qt.Key_Return);
            compare(date.text, "пн, 15 марта, 09:00");
        }
        function test_d_a_day_is_pressed_and_then_its_time_is_chosen() {
            const date = opened(svetlana);
            mouseClick(root.named("2027-03-18"));
            compare(date.value, "2027-03-18 09:00");
            const time = all(sheet()).find(one => one.visible && one.label === "Time" && one.textAt !== undefined);
            time.currentIndex = time.find("17:30");
            time.activated(time.currentIndex);
            compare(date.value, "2027-03-18 17:30");
            press(sheet(), "Done");
            tryVerify(() => root.pointed() === null);
            compare(date.text, "Thu 18 Mar, 17:30");
        }
        function test_e_a_date_is_typed_as_people_write_it_in_both_languages() {
            for (const [language, words, value, shown] of [["en", "3/18/2027 5:30 pm", "2027-03-18 17:30", "Thu 18 Mar, 17:30"],
                                                           ["en", "18 mar", "2027-03-18 09:00", "Thu 18 Mar, 09:00"],
                                                           ["ru", "18.03.2027 17:30", "2027-03-18 17:30", "чт, 18 марта, 17:30"]]) {
                svetlana.language = language;
                const made = root.fresh(svetlana);
                tryVerify(() => root.date(made) !== null);
                root.date(made).picked("2027-03-15 09:00");
                root.type(made, words);
                compare(root.date(made).value, value);
                keyClick(Qt.Key_Tab);
                tryCompare(root.date(made), "text", shown);
                compare(root.date(made).error, "");
            }
        }
        function test_f_nonsense_is_refused_at_the_field_once_it_is_left_in_both_languages() {
            for (const [language, words, sentence] of [["en", "some day", "That is no date. Type it like this: 11 Mar 2027, 09:00"],
                                                       ["en", "31.02.2027 9:00", "The calendar has no such day."],
                                                       ["en", "15 mar 25:00", "The clock has no such time."],
                                                       ["ru", "31.02.2027 9:00", "Такого дня нет в календаре. Введите так: 11 марта 2027, 09:00"],
                                                       ["ru", "abc", "Это не дата."]]) {
                svetlana.language = language;
                const made = root.fresh(svetlana);
                tryVerify(() => root.date(made) !== null);
                root.type(made, words);
                compare(root.date(made).error, "");
                keyClick(Qt.Key_Tab);
                trySays(root.date(made), sentence);
                compare(root.date(made).text, words);
                // Mended, the sentence goes.
                root.type(made, "2027-03-15 9:00");
                compare(root.date(made).error, "");
            }
            // The day alone is not enough where there was no time before.
            svetlana.language = "en";
            const made = root.fresh(svetlana);
            root.type(made, "15 mar");
            keyClick(Qt.Key_Tab);
            trySays(root.date(made), "The time is missing. Type it like this: 11 Mar 2027, 09:00");
        }
        function test_g_whose_time_it_is_stands_below_and_mine_where_it_differs() {
            const made = root.fresh(svetlana);
            tryVerify(() => root.date(made) !== null);
            trySays(root.date(made), "Moscow time");
            root.date(made).zone = "America/New_York";
            root.type(made, "2027-03-15 18:00");
            trySays(root.date(made), "New York time. For you: Tue 16 Mar, 01:00 (Moscow)");
            svetlana.language = "ru";
            trySays(root.date(made), "Время: Нью-Йорк. У вас: вт, 16 марта, 01:00 (Москва)");
        }
        function test_h_on_a_phone_the_calendar_is_a_sheet_and_takes_the_same_keys() {
            Theme.windowWidth = 390;
            const date = opened(svetlana);
            verify(button(sheet(), "Close") !== null);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Return);
            tryVerify(() => root.pointed() === null);
            compare(date.value, "2027-03-16 09:00");
        }
        function test_i_a_day_off_is_chosen_or_typed_and_nonsense_is_not_added() {
            const schedule = page("SchedulePage", {"session": dana});
            tryVerify(() => button(schedule, "Add") !== null);
            const date = field(schedule, "Another day off");
            write(schedule, "Another day off", "31.02.2027");
            press(schedule, "Add");
            trySays(date, "The calendar has no such day. Type it like this: 11 Mar 2027");
            verify(!says(schedule, "Not on: "));
            write(schedule, "Another day off", "10 may");
            press(schedule, "Add");
            trySays(schedule, "Not on: 10 May 2027");
            compare(date.text, "");
            date.focusField();
            keyClick(Qt.Key_Down);
            tryVerify(() => root.pointed() !== null && root.pointed().activeFocus);
            compare(root.pointed().date, "2027-03-10");
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Space);
            tryVerify(() => root.pointed() === null, 5000, "without a time there is nothing more to choose");
            compare(date.text, "Thu 11 Mar");
        }
    }

    function date(page: var): var {
        return lead.all(page).find(one => one.visible && one.openCalendar !== undefined) ?? null;
    }
    // A date alone, so that no page keeps it as a draft.
    function fresh(session: var): var {
        lead.tryVerify(() => session.hasCampaign, 10000);
        const component = Qt.createComponent("qrc:/qt/qml/Meridian/Pages/DateField.qml");
        const made = lead.createTemporaryObject(component, root, {"session": session, "label": "Date and time", "width": root.width / 2});
        lead.verify(made, component.errorString());
        made.picked.connect(value => made.value = value);
        return made;
    }
    // The first key in a new page only wakes its window.
    function reach(date: var) {
        date.focusField();
        lead.tryVerify(() => date.fieldFocus);
        lead.keyClick(Qt.Key_End);
        lead.wait(50);
    }
    function type(page: var, words: string) {
        root.reach(root.date(page));
        root.date(page).selectAll();
        for (const letter of words)
            lead.keyClick(letter);
    }
    function days(): var {
        const overlay = lead.overlay();
        return lead.all(overlay).filter(one => one.visible && one.pointed !== undefined && one.date !== undefined);
    }
    function pointed(): var {
        return root.days().find(one => one.pointed) ?? null;
    }
    function named(date: string): var {
        return root.days().find(one => one.date === date);
    }
}
