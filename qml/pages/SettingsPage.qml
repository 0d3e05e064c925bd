import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components
import Meridian.Navigation

// Profile, languages, how things look, the lock and the relay.
AppPage {
    id: page

    readonly property Preferences look: page.session.preferences
    readonly property var languages: ["en", "ru"]
    readonly property var themes: ["system", "light", "dark"]

    title: qsTr("Settings", "Main page")

    SettingsModel {
        id: vm
        session: page.session
        onDone: Navigation.say(qsTr("Saved.", "After a setting was kept"))
    }
    SectionHeader {
        text: qsTr("Profile", "Settings: heading")
        Layout.fillWidth: true
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            AppTextField {
                id: nameField
                label: qsTr("Your name", "Name of a field")
                given: page.session.myName
                Layout.fillWidth: true
            }
            ZoneField {
                id: zoneField
                session: page.session
                zone: page.session.myZone
                Layout.fillWidth: true
                onChosen: zone => zoneField.zone = zone
            }
            Banner {
                text: vm.conflict
                visible: text !== ""
                Layout.fillWidth: true
            }
            AppButton {
                text: qsTr("Save profile", "Button")
                enabled: nameField.text.trim() !== ""
                    && (nameField.text !== page.session.myName || zoneField.zone !== page.session.myZone || vm.conflict !== "")
                onClicked: vm.saveProfile(nameField.text, zoneField.zone)
            }
            AppText {
                text: qsTr("Times are shown in %1, where you seem to be.", "Settings; %1 is a city").arg(page.session.cityOf(page.session.shownZone))
                visible: page.session.shownZone !== ""
                color: Theme.muted
                Layout.fillWidth: true
            }
            AppButton {
                text: qsTr("Show times of my time zone", "Button: no longer in the place where I seem to be")
                visible: page.session.shownZone !== ""
                look: "text"
                flush: true
                onClicked: page.session.keepProfileZone()
            }
        }
    }
    SectionHeader {
        text: qsTr("Languages", "Settings: heading")
        Layout.fillWidth: true
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            FormRow {
                label: qsTr("Interface", "Settings: which language the buttons have")
                Layout.fillWidth: true
                SegmentedControl {
                    accessibleName: qsTr("Language of the interface", "Name of a choice")
                    options: [{"text": "English"}, {"text": "Русский"}]
                    currentIndex: page.languages.indexOf(page.session.language)
                    onActivated: index => page.session.language = page.languages[index]
                }
            }
            FormRow {
                label: qsTr("Content", "Settings: which language briefs are shown in")
                hint: qsTr("Briefs and the campaign page, where both languages exist", "Below the choice of a language")
                Layout.fillWidth: true
                SegmentedControl {
                    accessibleName: qsTr("Language of the content", "Name of a choice")
                    options: [{"text": "English"}, {"text": "Русский"}]
                    currentIndex: page.languages.indexOf(page.session.contentLanguage)
                    onActivated: index => page.session.contentLanguage = page.languages[index]
                }
            }
        }
    }
    SectionHeader {
        text: qsTr("Look", "Settings: heading")
        Layout.fillWidth: true
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            FormRow {
                label: qsTr("Theme", "Settings: light or dark")
                Layout.fillWidth: true
                SegmentedControl {
                    accessibleName: qsTr("Theme", "Settings: light or dark")
                    options: [{"text": qsTr("System", "Theme: as the system")}, {"text": qsTr("Light", "Theme")},
                              {"text": qsTr("Dark", "Theme")}]
                    currentIndex: page.themes.indexOf(page.look.theme)
                    onActivated: index => page.look.theme = page.themes[index]
                }
            }
            FormRow {
                label: qsTr("Text size", "Settings")
                Layout.fillWidth: true
                ComboSelect {
                    readonly property var steps: [100, 115, 130, 150, 175, 200]
                    label: qsTr("Text size", "Settings")
                    model: steps.map(step => qsTr("%1 %", "A size of text").arg(step))
                    currentIndex: Math.max(0, steps.indexOf(Math.round(page.look.textScale * 100)))
                    Layout.fillWidth: true
                    onActivated: index => page.look.textScale = steps[index] / 100
                }
            }
            CheckRow {
                text: qsTr("Reduce motion", "Settings")
                checked: page.look.reducedMotion
                Layout.fillWidth: true
                onToggled: page.look.reducedMotion = checked
            }
        }
    }
    SectionHeader {
        text: qsTr("Lock", "Settings: heading")
        visible: !page.session.hasKeyFile
        Layout.fillWidth: true
    }
    LockCard {
        session: page.session
        visible: !page.session.hasKeyFile
        Layout.fillWidth: true
    }
    SectionHeader {
        text: qsTr("Relay", "Settings: heading; the server that passes sealed changes on")
        Layout.fillWidth: true
    }
    RelayCard {
        session: page.session
        Layout.fillWidth: true
    }
    AppButton {
        text: qsTr("Campaign on one page", "Button and title: opens the campaign's page")
        glyph: "globe"
        visible: !Theme.wide
        Layout.fillWidth: true
        onClicked: Navigation.open("CampaignPage", {})
    }
    footer: StickyFooter {
        visible: vm.problem !== ""
        problem: vm.problem
        Layout.fillWidth: true
    }
}
