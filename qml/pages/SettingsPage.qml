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
    readonly property var locks: [0, 5, 15, 60]

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
                text: page.session.myName
                Layout.fillWidth: true
            }
            ZoneField {
                id: zoneField
                session: page.session
                zone: page.session.myZone
                Layout.fillWidth: true
            }
            AppButton {
                text: qsTr("Save profile", "Button")
                enabled: nameField.text.trim() !== ""
                    && (nameField.text !== page.session.myName || zoneField.zone !== page.session.myZone)
                onClicked: vm.saveProfile(nameField.text, zoneField.zone)
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
    Card {
        visible: !page.session.hasKeyFile
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            FormRow {
                label: qsTr("Lock by itself", "Settings: auto-lock")
                Layout.fillWidth: true
                ComboSelect {
                    label: qsTr("Lock by itself", "Settings: auto-lock")
                    model: page.locks.map(minutes => minutes === 0 ? qsTr("Never", "Auto-lock")
                        : qsTr("After %n minute(s)", "Auto-lock", minutes))
                    currentIndex: page.locks.indexOf(page.look.autoLockMinutes)
                    Layout.fillWidth: true
                    onActivated: index => page.look.autoLockMinutes = page.locks[index]
                }
            }
            AppButton {
                text: qsTr("Lock now", "Button")
                glyph: "lock"
                onClicked: page.session.lock()
            }
        }
    }
    SectionHeader {
        text: qsTr("Relay", "Settings: heading; the server that passes sealed changes on")
        Layout.fillWidth: true
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space4
            AppText {
                text: vm.relay !== "" ? vm.relay : qsTr("No relay is set for this campaign.", "Settings")
                step: Theme.heading
                Layout.fillWidth: true
            }
            AppText {
                text: page.session.syncName
                color: Theme.muted
                Layout.fillWidth: true
            }
            AppText {
                text: qsTr("It passes on what you write and cannot read a word of it.", "Settings: of the relay")
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
            }
        }
    }
    AppButton {
        text: qsTr("Campaign on one page", "Button and title: opens the campaign's page")
        glyph: "globe"
        visible: !Theme.wide
        Layout.fillWidth: true
        onClicked: Navigation.open("CampaignPage", {})
    }
}
