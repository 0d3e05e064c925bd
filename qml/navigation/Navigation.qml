pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Where one can go. The destinations are one table: a role's main pages in order. A page is a file in qml/pages,
// loaded when it is first shown. Whoever wants to leave a page says so here; Main.qml does it.
QtObject {
    id: navigation

    // Set by Main.qml from the session.
    property string role: ""
    property bool wide: false
    // The main page that was asked for; the role's first one where it has no such page.
    property string wantedKey: ""
    // "brief": the creator's; each names a page's file. `wideOnly` ones have another way in on a phone.
    readonly property var brief: ({"key": "brief", "page": "MyBriefPage", "glyph": "file-text",
        "text": qsTr("Brief", "Main page of a creator: the one brief")})
    readonly property var feedback: ({"key": "feedback", "page": "FeedbackPage", "glyph": "message-circle",
        "text": qsTr("Feedback", "Main page of a creator: answers to what was submitted")})
    readonly property var timeline: ({"key": "timeline", "page": "TimelinePage", "glyph": "calendar",
        "text": qsTr("Timeline", "Main page: dates of the campaign")})
    readonly property var campaign: ({"key": "campaign", "page": "CampaignPage", "glyph": "globe",
        "text": qsTr("Campaign", "Main page: the campaign on one page")})
    readonly property var review: ({"key": "review", "page": "ReviewQueuePage", "glyph": "inbox",
        "text": qsTr("Review", "Main page of a lead: what waits for an answer")})
    readonly property var briefs: ({"key": "briefs", "page": "BriefsPage", "glyph": "file-text",
        "text": qsTr("Briefs", "Main page of a lead: everybody's briefs")})
    readonly property var creators: ({"key": "creators", "page": "CreatorsPage", "glyph": "users",
        "text": qsTr("Creators", "Main page of a lead: creators and invitations")})
    readonly property var preflight: ({"key": "preflight", "page": "PreflightPage", "glyph": "rocket",
        "text": qsTr("Preflight", "Main page of a lead: what blocks a launch")})
    readonly property var schedule: ({"key": "schedule", "page": "SchedulePage", "glyph": "clock",
        "wideOnly": true, "text": qsTr("Schedule", "Main page of a hub lead: the feedback schedule")})
    readonly property var settings: ({"key": "settings", "page": "SettingsPage", "glyph": "settings",
        "wideOnly": true, "text": qsTr("Settings", "Main page")})
    readonly property var forHubs: [navigation.review, navigation.briefs, navigation.creators, navigation.timeline,
        navigation.campaign, navigation.schedule, navigation.settings]
    // On a phone, creators are reached through their briefs.
    readonly property var forLeads: [navigation.preflight, navigation.campaign, navigation.review, navigation.briefs,
        navigation.timeline, Object.assign({}, navigation.creators, {"wideOnly": true}), navigation.settings]
    readonly property var tables: ({
        "creator": [navigation.brief, navigation.feedback, navigation.timeline, navigation.campaign, navigation.settings],
        "hub-lead": navigation.forHubs,
        "deputy": navigation.forHubs,
        "campaign-lead": navigation.forLeads,
        "campaign-deputy": navigation.forLeads,
        "brand-lead": navigation.forLeads,
        "": [navigation.campaign, navigation.timeline, navigation.settings]
    })
    // All main pages of the role, and those that the bar or the rail has a button for.
    readonly property var places: navigation.tables[navigation.role] ?? navigation.tables[""]
    readonly property var destinations: navigation.places.filter(place => navigation.wide || !place.wideOnly)
    // The main page that is shown. It stays when the window has no more room for its button.
    readonly property string currentKey: navigation.places.some(place => place.key === navigation.wantedKey)
        ? navigation.wantedKey : navigation.places[0].key
    readonly property int currentIndex: navigation.destinations.findIndex(place => place.key === navigation.currentKey)

    // Pages that open above a main page, by role, and those of everybody: what the story visits.
    readonly property var aboveHubs: ["ReviewPage", "BriefDeskPage", "SchedulePage", "CampaignEditPage", "TensionsPage", "MilestonesPage", "MilestonePage"]
    readonly property var aboveLeads: navigation.aboveHubs.concat(["CreatorsPage"])
    readonly property var above: ({
        "creator": ["SubmitPage", "BriefChangesPage", "GoLivePage"],
        "hub-lead": navigation.aboveHubs,
        "deputy": navigation.aboveHubs,
        "campaign-lead": navigation.aboveLeads,
        "campaign-deputy": navigation.aboveLeads,
        "brand-lead": navigation.aboveLeads
    })
    function pagesAbove(): var {
        return (navigation.above[navigation.role] ?? []).concat(["OutboxPage", "SettingsPage", "CampaignsPage", "JoinPage"]);
    }

    signal opened(string page, var properties)
    signal left
    signal said(string text)

    function address(page: string): url {
        return Qt.resolvedUrl("../Pages/" + page + ".qml");
    }
    // Opens a page above the current one.
    function open(page: string, properties: var) {
        navigation.opened(page, properties ?? {});
    }
    function back() {
        navigation.left();
    }
    // Goes to a main page; false if this role has no such page here.
    function goTo(key: string): bool {
        const known = navigation.destinations.some(place => place.key === key);
        if (known)
            navigation.wantedKey = key;
        return known;
    }
    function goToFirst() {
        navigation.wantedKey = "";
    }
    // The page of that name as a main page, or else above the current one.
    function visit(place: var) {
        if (!navigation.goTo(place.key))
            navigation.open(place.page, {});
    }
    // A short message at the foot of the window.
    function say(text: string) {
        navigation.said(text);
    }
}
