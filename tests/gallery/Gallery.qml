import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Meridian.Theme
import Meridian.Components

// One page of the gallery in a window of a given size, with the bars that a real page has.
T.ApplicationWindow {
    id: window

    property int page: 0
    property bool dark: false
    property bool russian: false
    property bool still: false
    property bool sheetOpen: false
    property real textScale: 1
    readonly property var pages: ["CreatorPage.qml", "ControlsPage.qml", "LinesPage.qml", "LanesPage.qml"]
    readonly property var destinations: [
        {"text": t("Brief", "Бриф"), "glyph": "file-text"},
        {"text": t("Feedback", "Обратная связь"), "glyph": "message-circle"},
        {"text": t("Timeline", "Сроки"), "glyph": "calendar"}
    ]

    function t(english: string, russianText: string): string {
        return window.russian ? russianText : english;
    }

    visible: true
    color: Theme.background
    Binding { target: Theme; property: "dark"; value: window.dark }
    Binding { target: Theme; property: "textScale"; value: window.textScale }
    Binding { target: Theme; property: "windowWidth"; value: window.width }
    Binding { target: Theme; property: "windowHeight"; value: window.height }
    Binding { target: Theme; property: "reducedMotion"; value: window.still }

    PageBar {
        id: bar
        anchors.left: rail.visible ? rail.right : parent.left
        anchors.right: parent.right
        title: window.t("Verba", "Верба")
        switches: true
        SyncPill {
            status: window.russian ? "local" : "good"
            text: window.russian ? "3 ждут отправки" : "Synced"
        }
        IconButton {
            text: window.t("Settings", "Настройки")
            glyph: "settings"
        }
    }
    NavRail {
        id: rail
        visible: Theme.wide
        height: parent.height
        destinations: window.destinations
    }
    Flickable {
        id: scroller
        anchors.left: bar.left
        anchors.right: parent.right
        anchors.top: bar.bottom
        anchors.bottom: footer.top
        contentHeight: loader.height + 2 * Theme.gutter
        clip: true
        Loader {
            id: loader
            x: Math.max(Theme.gutter, (scroller.width - Theme.pageWidthMax) / 2)
            y: Theme.gutter
            width: scroller.width - 2 * x
            Component.onCompleted: setSource(window.pages[window.page], {"russian": Qt.binding(() => window.russian)})
        }
    }
    StickyFooter {
        id: footer
        anchors.left: bar.left
        anchors.right: parent.right
        anchors.bottom: bottom.visible ? bottom.top : parent.bottom
        visible: window.page === 0
        height: visible ? implicitHeight : 0
        AppButton {
            text: window.t("Submit content", "Отправить материал на согласование")
            look: "filled"
            tall: true
            Layout.fillWidth: true
            onClicked: sheet.open()
        }
    }
    BottomBar {
        id: bottom
        visible: !Theme.wide
        height: visible ? implicitHeight : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        destinations: window.destinations
    }
    Snackbar {
        id: snackbar
        anchors.horizontalCenter: scroller.horizontalCenter
        anchors.bottom: footer.top
        anchors.bottomMargin: Theme.space16
        width: implicitWidth
        height: implicitHeight
        Component.onCompleted: if (window.page === 3)
            show(window.t("Signed. Not delivered yet.", "Подписано. Ещё не доставлено."), window.t("Undo", "Отменить"))
    }
    Sheet {
        id: sheet
        title: window.t("Submit content", "Отправка материала")
        Component.onCompleted: if (window.sheetOpen)
            open()
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            AppButton { text: window.t("File", "Файл"); glyph: "file" }
            AppButton { text: window.t("Photo", "Фото"); glyph: "image" }
            AppButton { text: window.t("Link", "Ссылка"); glyph: "link" }
        }
        Row {
            spacing: Theme.space8
            MediaThumb { text: "day-1.mp4"; glyph: "video"; note: "0:52" }
            MediaThumb { text: "day-4.jpg"; glyph: "image" }
        }
        AppTextArea {
            label: window.t("Caption", "Подпись")
            text: window.t("Day 7, no filter. I still don’t believe the hype, but the dry patch is gone.",
                           "День 7, без фильтров. В чудеса не верю, но сухость прошла.")
            Layout.fillWidth: true
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            SectionHeader { text: window.t("Must have", "Обязательно"); Layout.fillWidth: true }
            CheckRow {
                text: window.t("Show the same spot on day 1, 4 and 7", "Показать один и тот же участок кожи в день 1, 4 и 7")
                reason: window.t("Because proof needs a comparison", "Потому что доказательство требует сравнения")
                checked: true
                Layout.fillWidth: true
            }
            CheckRow {
                text: window.t("Say “paid partnership”", "Сказать «реклама» и показать токен erid")
                reason: window.t("Because your market asks for it", "Потому что этого требует ваш рынок")
                Layout.fillWidth: true
            }
        }
        footer: StickyFooter {
            Layout.fillWidth: true
            note: window.t("If it arrives by Thu 11 Mar, 18:00: answer by Fri 12 Mar, 14:00 (17:00 in New York).",
                           "Если придёт до чт, 11 марта, 18:00: ответ до пт, 12 марта, 18:00 (Москва).")
            AppButton {
                text: window.t("Send for approval", "Отправить на согласование")
                look: "filled"
                tall: true
                Layout.fillWidth: true
            }
        }
    }
}
