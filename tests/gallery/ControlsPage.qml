import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// Controls: buttons, states, choices, fields.
ColumnLayout {
    id: page

    property bool russian: false
    function t(english: string, russianText: string): string {
        return page.russian ? russianText : english;
    }
    spacing: Theme.space16

    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        AppButton { id: first; text: page.t("Approve", "Согласовать"); look: "filled"; glyph: "check"
            Component.onCompleted: forceActiveFocus(Qt.TabFocusReason) }
        AppButton { text: page.t("Request changes", "Запросить правки") }
        AppButton { text: page.t("Announce delay", "Предупредить о задержке"); look: "text" }
        AppButton { text: page.t("Go live", "Опубликовать"); look: "filled"; enabled: false }
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        StatusChip { status: "good"; text: page.t("Approved", "Согласовано") }
        StatusChip { status: "active"; text: page.t("In review", "На согласовании") }
        StatusChip { status: "risk"; text: page.t("At risk", "Под угрозой") }
        StatusChip { status: "bad"; text: page.t("Missed", "Пропущен") }
        StatusChip { status: "contested"; text: page.t("Contested", "Ответы расходятся") }
        StatusChip { status: "local"; text: page.t("Saved here", "Сохранено здесь") }
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        SyncPill { status: "local"; text: page.t("Offline since 14:05", "Нет сети с 14:05"); glyph: "cloud-off" }
        SegmentedControl {
            accessibleName: page.t("Language of the content", "Язык содержания")
            options: [{"text": "EN", "name": "English"}, {"text": "RU", "name": "Русский"}]
            currentIndex: page.russian ? 1 : 0
        }
        IconButton { text: page.t("Add", "Добавить"); glyph: "plus" }
    }
    Card {
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space16
            FormRow {
                label: page.t("Your name", "Ваше имя")
                hint: page.t("As others in the campaign see it", "Так его видят участники кампании")
                Layout.fillWidth: true
                AppTextField { label: page.t("Name", "Имя"); text: "Maya Collins"; labelShown: false; Layout.fillWidth: true }
            }
            FormRow {
                label: page.t("Passphrase", "Парольная фраза")
                Layout.fillWidth: true
                AppTextField {
                    label: page.t("Passphrase", "Парольная фраза")
                    labelShown: false
                    error: page.t("That passphrase doesn’t open this profile. Keyboard: RU. Nothing was changed.",
                                  "Фраза не подошла. Раскладка: RU. Данные на месте.")
                    echoMode: TextInput.Password
                    text: "hunter"
                    Layout.fillWidth: true
                    IconButton { text: page.t("Show", "Показать"); glyph: "eye" }
                }
            }
            FormRow {
                label: page.t("Zone", "Часовой пояс")
                Layout.fillWidth: true
                ComboSelect { label: page.t("Zone", "Часовой пояс"); model: ["New York", "Los Angeles"]; Layout.fillWidth: true }
            }
            SentenceForm {
                accessibleName: page.t("Feedback schedule", "График обратной связи")
                Layout.fillWidth: true
                SentenceWords { text: page.t("I answer every", "Отвечаю по") }
                ComboSelect { label: page.t("Day", "День"); inSentence: true; model: [page.t("Friday", "пятницам")] }
                SentenceWords { text: page.t("by", "до") }
                ComboSelect { label: page.t("Time", "Время"); inSentence: true; model: ["18:00"] }
                ComboSelect { label: page.t("Zone", "Пояс"); inSentence: true; model: [page.t("Moscow", "Москва")] }
                SentenceWords { text: page.t("what arrived by", "на то, что пришло до") }
                ComboSelect { label: page.t("Day", "День"); inSentence: true; model: [page.t("Thursday", "четверга")] }
                ComboSelect { label: page.t("Time", "Время"); inSentence: true; model: ["18:00"] }
            }
        }
    }
    ProgressLine { text: page.t("5 of 6", "5 из 6"); value: 5 / 6; Layout.fillWidth: true }
}
