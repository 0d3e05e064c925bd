import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// What a creator sees first: the next date, what changed, the contact, the parts of the brief.
ColumnLayout {
    id: page

    property bool russian: false
    function t(english: string, russianText: string): string {
        return page.russian ? russianText : english;
    }
    spacing: Theme.space16

    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space8
            AppText { text: page.t("Next", "Дальше"); step: Theme.caption; color: Theme.muted }
            TwoZoneTime {
                mine: page.t("Fri 12 Mar, 14:00", "сб, 13 марта, 01:00")
                theirs: page.t("17:00 in New York", "пт, 18:00 (Москва)")
                step: Theme.display
                Layout.fillWidth: true
            }
            StatusChip {
                status: page.russian ? "risk" : "active"
                text: page.t("Feedback promised", "Срок под угрозой")
                Layout.maximumWidth: page.width - Theme.space32
            }
        }
    }
    Banner {
        text: page.t("Your brief changed: 2 parts.", "Бриф обновлён. Изменено частей: 2.")
        action: page.t("See changes", "Показать изменения")
        Layout.fillWidth: true
    }
    Card {
        padding: 0
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: 0
            ListRow {
                text: page.t("Dana Brooks", "Анна Волкова")
                detail: page.t("Your contact · 17:05 in New York", "Ваш контакт · 17:05 (Москва)")
                Layout.fillWidth: true
                leading: Avatar { initials: page.t("DB", "АВ") }
                trailing: AppButton { text: page.t("Ask", "Спросить"); look: "text" }
            }
            Divider { Layout.fillWidth: true }
            ListRow {
                text: page.t("All versions of this brief", "Все версии этого брифа")
                opens: true
                Layout.fillWidth: true
            }
        }
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            BilingualBlock {
                label: page.t("1. Overall goal", "1. Общая цель")
                lane: page.russian ? "ru" : "en"
                english: "Show that care can prove itself: results people can see, not promises."
                russian: "Показать, что уход доказывает себя сам: видимый результат вместо обещаний."
                Layout.fillWidth: true
            }
            Divider { Layout.fillWidth: true }
            BilingualBlock {
                label: page.t("2. My role", "2. Моя роль")
                lane: page.russian ? "ru" : "en"
                english: "The sceptic who tests. Tone: curious, unpolished. Because your audience trusts your “week later” videos."
                Layout.fillWidth: true
            }
        }
    }
}
