pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation
import Meridian.Pages

// The window: which page is shown, and the bar or rail to go to others. Everything else is in the pages.
T.ApplicationWindow {
    id: window

    required property Session session
    // In which stage of having a profile and a campaign this person is.
    readonly property string stage: !window.session.hasProfile && window.session.state !== Session.Open ? "welcome"
        : window.session.state !== Session.Open ? "unlock"
        : !window.session.hasCampaign || window.session.role === "" ? "join" : "open"

    readonly property url stackFile: Navigation.address("PageStack")

    title: window.stage !== "open" || window.session.campaignTitle === "" ? qsTr("Meridian", "Title of the window")
        : qsTr("%1 – Meridian", "Title of the window; %1 is the campaign").arg(window.session.campaignTitle)
    color: Theme.background
    minimumWidth: Theme.windowWidthMin

    Binding { target: Theme; property: "dark"; value: window.session.preferences.dark }
    Binding { target: Theme; property: "textScale"; value: window.session.preferences.textScale }
    Binding { target: Theme; property: "reducedMotion"; value: window.session.preferences.reducedMotion }
    Binding { target: Theme; property: "windowWidth"; value: window.width }
    Binding { target: Theme; property: "windowHeight"; value: window.height }
    Binding { target: Navigation; property: "role"; value: window.session.role }
    Binding { target: Navigation; property: "wide"; value: Theme.wide }

    Connections {
        target: Navigation
        function onOpened(page: string, properties: var) {
            properties.session = window.session;
            window.currentStack().push(Navigation.address(page), properties);
        }
        function onLeft() {
            const stack = window.currentStack();
            if (stack.depth > 1)
                stack.pop();
        }
        function onSaid(text: string) {
            snackbar.show(text, "");
        }
    }
    Connections {
        target: window.session
        function onUnsaved(why: string) {
            snackbar.show(qsTr("Not saved yet; your words stay here while Meridian runs. %1", "After a text was closed; %1 a sentence that says why").arg(why), "");
        }
    }
    onStageChanged: {
        Navigation.goToFirst();
        gate.show();
    }
    // What the pages show, and what is open above them, is another campaign's.
    readonly property string campaign: window.session.campaignKey
    property string _left: ""
    onCampaignChanged: {
        if (window._left !== "" && window.campaign !== "") {
            Navigation.goToFirst();
            pages.anew();
        }
        window._left = window.campaign;
    }

    function currentStack(): T.StackView {
        if (window.stage !== "open")
            return gate.item as T.StackView;
        return room.current.item as T.StackView;
    }

    Loader {
        id: demo
        readonly property bool wanted: window.session.demo && window.stage === "open"
        anchors.left: parent.left
        anchors.right: parent.right

        function show() {
            if (demo.wanted)
                demo.setSource(Navigation.address("DemoStrip"), {"session": window.session});
            else
                demo.source = "";
        }
        onWantedChanged: demo.show()
        Component.onCompleted: demo.show()
    }
    // Before there is something to work with: one page, and what it opens.
    Loader {
        id: gate
        anchors.fill: parent
        visible: window.stage !== "open"

        // Anew for each stage, so that nothing of the one before stays below.
        function show() {
            const first = window.stage === "welcome" ? "WelcomePage" : window.stage === "unlock" ? "UnlockPage" : "JoinPage";
            if (window.stage === "open")
                gate.source = "";
            else
                gate.setSource(window.stackFile, {"session": window.session, "first": Navigation.address(first)});
        }
        Component.onCompleted: gate.show()
    }
    NavRail {
        id: rail
        visible: Theme.wide && window.stage === "open"
        width: visible ? implicitWidth : 0
        anchors.top: demo.bottom
        anchors.bottom: parent.bottom
        destinations: Navigation.destinations
        currentIndex: Navigation.currentIndex
        onActivated: index => window.choose(index)
    }
    Item {
        id: room
        readonly property int index: Navigation.places.findIndex(place => place.key === Navigation.currentKey)
        // `count` makes the binding look again when there are slots.
        readonly property NavigationSlot current: pages.count > room.index ? pages.itemAt(room.index) as NavigationSlot : null
        readonly property int depth: room.current ? room.current.depth : 0
        visible: window.stage === "open"
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: demo.bottom
        anchors.bottom: bottom.visible ? bottom.top : parent.bottom

        Repeater {
            id: pages
            readonly property int wanted: window.stage === "open" ? Navigation.places.length : 0

            function anew() {
                pages.model = 0;
                pages.model = Qt.binding(() => pages.wanted);
            }

            // By number, so that a new language renames the pages and does not load them again; and all of the role's,
            // so that a window made narrower drops none, with what was opened above it.
            model: pages.wanted
            delegate: NavigationSlot {
                required property int index
                session: window.session
                page: Navigation.places[index].page
                shown: index === room.index
                anchors.fill: parent
            }
        }
    }
    BottomBar {
        id: bottom
        // A page above has its own footer, and the way back is in its bar.
        visible: !Theme.wide && window.stage === "open" && room.depth <= 1
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        destinations: Navigation.destinations
        currentIndex: Navigation.currentIndex
        onActivated: index => window.choose(index)
    }
    Snackbar {
        id: snackbar
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: bottom.visible ? bottom.top : parent.bottom
        anchors.bottomMargin: Theme.space16
        width: implicitWidth
        height: implicitHeight
    }

    // For the story: the pages to photograph, as KEY or KEY/PAGE above it, going to one, and the one that shows.
    function storyPages(): var {
        if (window.stage === "welcome")
            return ["welcome", "welcome/JoinPage", "welcome/CreateProfilePage"];
        if (window.stage !== "open")
            return [window.stage];
        const mains = Navigation.destinations.map(place => place.key);
        return mains.concat(Navigation.pagesAbove().map(page => mains[0] + "/" + page));
    }
    function showStoryPage(path: string) {
        window.showStoryPageAbout(path, {});
    }
    function showStoryPageAbout(path: string, properties: var) {
        const [key, above] = path.split("/");
        Navigation.goTo(key);
        const stack = window.currentStack();
        while (stack.depth > 1)
            stack.pop(T.StackView.Immediate);
        if (above !== undefined)
            Navigation.open(above, Object.assign({}, properties));
    }
    function storyPageItem(): var {
        return window.currentStack().currentItem;
    }

    // A second press on the current destination goes to its first page.
    function choose(index: int) {
        const key = Navigation.destinations[index].key;
        if (key !== Navigation.currentKey) {
            Navigation.goTo(key);
            return;
        }
        const stack = window.currentStack();
        while (stack.depth > 1)
            stack.pop();
    }

    Shortcut {
        sequences: ["Back", "Escape", "Alt+Left"]
        onActivated: Navigation.back()
    }
}
