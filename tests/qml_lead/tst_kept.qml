import QtQuick
import QtTest
import Meridian.Pages

// A text that is kept until it is given, under one name after another, on a disk that takes no writes.
Item {
    id: root
    width: 1280
    height: 800

    LeadCase {
        id: lead
        name: "KeptText"

        readonly property string readOnly: "Meridian can’t write to its folder."
        property var area: null

        function open(about: string) {
            lead.area = createTemporaryObject(areas, root, {"about": about});
            settle();
            lead.area.focusField();
        }
        function type(words: string) {
            for (const letter of words)
                keyClick(letter);
        }
        // What was asked of the profile has been answered.
        function settle() {
            disk.writes(dana);
            wait(0);
        }
        // Refused, and said there.
        function refuse(words: string) {
            disk.setReadOnly(dana, true);
            type(words);
            lead.area.keep();
            tryVerify(() => lead.area.error.startsWith(readOnly));
        }
        function cleanup() {
            disk.setReadOnly(dana, false);
            lead.area = null;
            unsaved.clear();
        }

        function test_a_ten_keys_are_one_write_when_there_is_a_pause() {
            open("keys");
            const before = disk.writes(dana);
            type("Ten quick!");
            compare(disk.writes(dana), before);
            tryVerify(() => disk.writes(dana) > before, 5000);
            lead.area.keep();
            compare(disk.writes(dana), before + 1);
            lead.area.give();
            lead.area.forget();
            compare(lead.area.text, "");
        }
        function test_b_words_that_were_refused_are_there_again_under_their_name_alone() {
            open("one");
            refuse("Of one");
            lead.area.about = "two";
            compare(lead.area.text, "");
            compare(lead.area.error, "");
            settle();
            compare(lead.area.text, "");
            type("Of two");
            lead.area.about = "one";
            settle();
            compare(lead.area.text, "Of one");
            verify(lead.area.error.startsWith(readOnly));
            disk.setReadOnly(dana, false);
            lead.area.about = "two";
            settle();
            compare(lead.area.text, "Of two");
        }
        function test_c_a_refusal_that_comes_late_is_told_and_is_none_of_the_next_text() {
            open("three");
            disk.hold(dana);
            disk.setReadOnly(dana, true);
            type("Late");
            lead.area.about = "four";
            disk.release();
            unsaved.wait(5000);
            settle();
            compare(lead.area.error, "");
            lead.area.about = "three";
            settle();
            compare(lead.area.text, "Late");
            verify(lead.area.error.startsWith(readOnly));
        }
        function test_d_what_was_refused_is_kept_by_itself_where_it_is_read_again() {
            open("five");
            refuse("Again");
            lead.area.destroy();
            wait(50);
            disk.setReadOnly(dana, false);
            open("five");
            compare(lead.area.text, "Again");
            tryCompare(lead.area, "error", "");
            lead.area.destroy();
            wait(50);
            open("five");
            compare(lead.area.text, "Again");
        }
        function test_e_what_arrives_late_takes_no_other_words_along() {
            open("six");
            type("Of six");
            lead.area.give();
            lead.area.about = "seven";
            settle();
            type("Of seven");
            lead.area.forget();
            compare(lead.area.text, "Of seven");
            lead.area.about = "six";
            settle();
            compare(lead.area.text, "");
            lead.area.about = "seven";
            settle();
            compare(lead.area.text, "Of seven");
        }
        function test_g_each_of_two_that_are_on_their_way_is_forgotten_by_its_name() {
            open("nine");
            type("Of nine");
            lead.area.give();
            lead.area.about = "ten";
            settle();
            type("Of ten");
            lead.area.give();
            lead.area.forgetAbout("nine");
            compare(lead.area.text, "Of ten");
            lead.area.about = "nine";
            settle();
            compare(lead.area.text, "");
            // Typed since under a name: that stays.
            type("Again");
            lead.area.give();
            type(" and more");
            lead.area.about = "ten";
            settle();
            compare(lead.area.text, "Of ten");
            lead.area.forgetAbout("nine");
            lead.area.about = "nine";
            settle();
            compare(lead.area.text, "Again and more");
            lead.area.about = "ten";
            settle();
            lead.area.forget();
            compare(lead.area.text, "");
        }
        function test_f_what_is_typed_while_the_rest_is_on_its_way_stays() {
            open("eight");
            type("Sent");
            lead.area.give();
            type(" and more");
            lead.area.forget();
            compare(lead.area.text, "Sent and more");
            lead.area.give();
            lead.area.forget();
            compare(lead.area.text, "");
        }
    }
    Component {
        id: areas
        KeptTextArea {
            width: root.width
            session: dana
            label: "Words"
        }
    }
    SignalSpy {
        id: unsaved
        target: dana
        signalName: "unsaved"
    }
}
