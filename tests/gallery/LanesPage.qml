import QtQuick
import QtQuick.Layouts
import Meridian.Theme
import Meridian.Components

// Writing a brief in two languages.
ColumnLayout {
    id: page

    property bool russian: false
    function t(english: string, russianText: string): string {
        return page.russian ? russianText : english;
    }
    spacing: Theme.space16

    RowLayout {
        Layout.fillWidth: true
        SegmentedControl {
            accessibleName: page.t("Language of the content", "Язык содержания")
            options: [{"text": "EN", "name": "English"}, {"text": "RU", "name": "Русский"}]
            currentIndex: page.russian ? 1 : 0
        }
        Item { Layout.fillWidth: true }
    }
    Card {
        Layout.fillWidth: true
        BilingualBlock {
            width: parent.width
            label: page.t("Overall goal", "Общая цель")
            lane: page.russian ? "ru" : "en"
            editing: true
            stale: true
            english: "Show that care can prove itself: results people can see, not promises."
            russian: "Показать, что уход доказывает себя сам: видимый результат вместо обещаний."
            Layout.fillWidth: true
        }
    }
    Repeater {
        model: ["good", "active", "risk", "bad", "contested", "local"]
        delegate: Banner {
            required property string modelData
            status: modelData
            text: page.t("What happened, what is safe, what next: in one or two sentences.",
                         "Что произошло, что в безопасности и что дальше: одно или два предложения.")
            action: modelData === "risk" ? page.t("Acknowledge", "Всё понятно") : ""
            Layout.fillWidth: true
        }
    }
}
