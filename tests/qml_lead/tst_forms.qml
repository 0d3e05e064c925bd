import QtQuick
import QtTest

// Forms: what is typed stays until it is given, whatever arrives meanwhile, and what is asked for can be given.
Item {
    id: root
    width: 1280
    height: 800

    LeadCase {
        id: lead
        name: "Forms"

        // All that shows is asked for again.
        function refresh(session: var) {
            session.language = "ru";
            disk.writes(session);
            wait(50);
            session.language = "en";
            disk.writes(session);
            wait(50);
        }
        function choose(item: var, label: string, index: int) {
            const box = all(item).find(one => one.visible && one.label === label && one.indexOfValue !== undefined && one.popup !== undefined);
            verify(box !== undefined, label);
            box.currentIndex = index;
            box.activated(index);
        }
        function test_a_a_hub_lead_invites_a_deputy_between_two_days() {
            const creators = page("CreatorsPage", {"session": dana});
            press(creators, "Invite a colleague");
            write(sheet(), "Name", "Sam");
            press(sheet(), "Make invitation");
            trySays(sheet(), "Say from which day to which the deputy acts.");
            write(sheet(), "First day", "2027-03-20");
            write(sheet(), "Last day", "2027-03-19");
            press(sheet(), "Make invitation");
            trySays(sheet(), "Say from which day to which the deputy acts.");
            write(sheet(), "Last day", "2027-03-27");
            press(sheet(), "Make invitation");
            trySays(sheet(), "Valid until");
            keyClick(Qt.Key_Escape);
            trySays(creators, "Sam");
        }
        function test_b_a_campaign_lead_invites_for_the_market_that_is_chosen() {
            const creators = page("CreatorsPage", {"session": svetlana});
            for (const [role, name, market, detail] of [[0, "Lev", 1, "Russia"], [0, "Una", 0, "United States"], [1, "Vic", -1, ""]]) {
                press(creators, "Invite a colleague");
                write(sheet(), "Name", name);
                choose(sheet(), "Role", role);
                if (market >= 0)
                    choose(sheet(), "Market", market);
                press(sheet(), "Make invitation");
                trySays(sheet(), "Valid until");
                keyClick(Qt.Key_Escape);
                const row = () => all(creators).find(one => one.visible && one.withdrawn !== undefined && one.name === name);
                tryVerify(() => row() !== undefined, 5000, name);
                for (const market of ["Russia", "United States"])
                    compare(row().detail.includes(market), detail === market, row().detail);
            }
        }
        function test_c_the_reason_of_a_decision_stays_until_it_is_made() {
            let edit = page("CampaignEditPage", {"session": svetlana});
            tryVerify(() => field(edit, "Why, English") !== null && field(edit, "Why, English").text !== "", 5000);
            const before = field(edit, "Why, English").text;
            write(edit, "Why, English", "They show it first.");
            refresh(svetlana);
            compare(field(edit, "Why, English").text, "They show it first.");
            edit.destroy();
            wait(50);
            edit = page("CampaignEditPage", {"session": svetlana});
            tryVerify(() => field(edit, "Why, English")?.text === "They show it first.", 5000);
            press(edit, "Save the decision");
            disk.writes(svetlana);
            edit.destroy();
            wait(50);
            edit = page("CampaignEditPage", {"session": svetlana});
            tryVerify(() => field(edit, "Why, English")?.text === "They show it first.", 5000);
            // Made, not kept: what stands there follows what others decide.
            write(edit, "Why, English", before);
            press(edit, "Save the decision");
            tryVerify(() => field(edit, "Why, English").text === before, 5000);
        }
        function test_c1_what_is_chosen_for_a_decision_stays_when_its_lists_are_others() {
            const edit = page("CampaignEditPage", {"session": svetlana});
            tryVerify(() => field(edit, "Why, English") !== null && field(edit, "Why, English").text !== "", 5000);
            const relation = () => all(edit).find(one => one.visible && one.label === "How the markets relate" && one.popup !== undefined);
            const before = relation().currentIndex;
            choose(edit, "How the markets relate", 3);
            refresh(svetlana);
            tryVerify(() => relation().currentIndex === 3, 5000);
            edit.destroy();
            wait(50);
            const again = page("CampaignEditPage", {"session": svetlana});
            trySays(again, "Not saved yet: what you typed before.");
            press(again, "Discard");
            const now = () => all(again).find(one => one.visible && one.label === "How the markets relate" && one.popup !== undefined);
            tryVerify(() => now().currentIndex === before, 5000);
        }
        function test_d_a_name_that_is_typed_stays_while_the_profile_is_read_again() {
            const settings = page("SettingsPage", {"session": svetlana});
            tryVerify(() => field(settings, "Your name").text === svetlana.myName, 5000);
            write(settings, "Your name", "Sveta");
            svetlana.profileChanged();
            refresh(svetlana);
            compare(field(settings, "Your name").text, "Sveta");
            const creators = page("CreatorsPage", {"session": svetlana});
            wait(50);
            compare(field(settings, "Your name").text, "Sveta");
        }
        function test_e_where_the_lanes_are_one_their_languages_can_be_chosen() {
            for (const width of [390, 640, 680, 704, 760, 900, 1280]) {
                for (const name of ["CampaignEditPage", "MilestonePage"]) {
                    const edit = page(name, {"session": svetlana, "width": width});
                    const blocks = () => all(edit).filter(one => one.visible && one.englishField !== undefined && one.editing);
                    tryVerify(() => blocks().length > 0, 5000);
                    const header = all(edit).find(one => one.twoLanes !== undefined && one.lane !== undefined);
                    for (const block of blocks())
                        tryVerify(() => header.twoLanes === (block.englishField.visible && block.russianField.visible), 1000, name + " at " + width + ": " + header.width);
                    edit.destroy();
                    wait(0);
                }
            }
        }
    }
}
