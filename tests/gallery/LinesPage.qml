import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// The meridian line as on Feedback, and what stands around it.
ColumnLayout {
    id: page

    property bool russian: false
    function t(english: string, russianText: string): string {
        return page.russian ? russianText : english;
    }
    spacing: Theme.space16

    MeridianLine {
        Layout.fillWidth: true
        MeridianEntry {
            label: page.t("Sent", "Отправлено"); phase: "past"
            mine: page.t("Tue 9 Mar, 11:20", "вт, 9 марта, 11:20"); theirs: page.t("14:20 in New York", "04:20 (Москва)")
        }
        MeridianEntry {
            label: page.t("Received", "Получено"); phase: "now"
            mine: page.t("Tue 9 Mar, 11:21", "вт, 9 марта, 11:21"); theirs: page.t("14:21 in New York", "04:21 (Москва)")
        }
        MeridianEntry {
            label: page.t("Promised", "Обещанный срок ответа"); phase: "ahead"; main: true
            mine: page.t("Fri 12 Mar, 14:00", "сб, 13 марта, 01:00"); theirs: page.t("17:00 in New York", "пт, 18:00 (Москва)")
            Countdown { text: page.t("in 2 days", "через 2 дня"); status: "active"; Layout.fillWidth: true }
        }
        MeridianEntry {
            label: page.t("Answer", "Итог согласования"); phase: "ahead"; mine: ""; theirs: ""
            Card {
                Layout.fillWidth: true
                ColumnLayout {
                    width: parent.width
                    spacing: Theme.space8
                    DiffText {
                        Layout.fillWidth: true
                        accessibleName: "Removed: Tuesday. Added: Wednesday."
                        spans: [{"text": page.t("Rough cut by ", "Черновой монтаж до "), "kind": "same"},
                                {"text": page.t("Tue 9 Mar", "вт, 9 марта"), "kind": "removed"},
                                {"text": " ", "kind": "same"},
                                {"text": page.t("Wed 10 Mar", "ср, 10 марта"), "kind": "added"},
                                {"text": ", 18:00.", "kind": "same"}]
                    }
                    AppButton { text: page.t("Send revision", "Отправить новую версию") }
                }
            }
        }
    }
    SectionHeader {
        text: page.t("Overdue", "Просрочено"); count: "2"; action: page.t("Prepare for offline", "Скачать в дорогу")
        Layout.fillWidth: true
    }
    Card {
        padding: 0
        Layout.fillWidth: true
        ListRow {
            width: parent.width
            rowHeight: Theme.reviewRowHeight
            text: "Maya Collins"
            detail: page.t("Version 2, day 1 to day 7", "Версия 2, дни 1–7")
            leading: MediaThumb { text: "day-1.mp4"; glyph: "video"; size: Theme.thumbSmall }
            trailing: StatusChip { status: "risk"; text: page.t("Today 17:00", "Сегодня 17:00") }
        }
    }
    QrImage { source: ""; text: page.t("Join the campaign", "Присоединиться к кампании") }
    EmptyState {
        glyph: "inbox"
        text: page.t("Nothing to review. Next feedback day: Fri 12 Mar.", "Всё проверено. Следующий день ответов: пт, 12 марта.")
        action: page.t("See the schedule", "Открыть график")
        Layout.fillWidth: true
    }
}
