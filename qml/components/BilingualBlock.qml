import QtQuick
import QtQuick.Layouts
import Meridian.Theme

// One text in English and Russian. Read: one lane, and a note where it had to be the other. Edited: two
// lanes side by side where there is room, otherwise one, with the other folded above it as a quote.
ColumnLayout {
    id: block

    required property string label
    // Which one of several such texts it is, for who only hears the fields.
    property string about: ""
    property string english: ""
    property string russian: ""
    // The lane to read or, on a phone, to write: "en" or "ru".
    required property string lane
    // Which of the two was written first.
    property string source: "en"
    property bool editing: false
    // The fields are filled and heard by whoever owns the block.
    property bool live: false
    readonly property alias englishField: englishLane.field
    readonly property alias russianField: russianLane.field
    // The lane that is not the source was made from an older revision.
    property bool stale: false
    property bool _unfolded: false
    readonly property string _name: block.about === "" ? block.label
        : qsTr("%1 (%2)", "Screen reader: name of a field; %1 what it takes, %2 what it belongs to").arg(block.label).arg(block.about)
    readonly property bool _russian: block.lane === "ru"
    readonly property string _here: block._russian ? block.russian : block.english
    readonly property string _there: block._russian ? block.english : block.russian
    readonly property bool _fellBack: block._here === "" && block._there !== ""
    readonly property bool _twoLanes: block.width >= Theme.twoLanesFrom * Theme.effectiveScale
    signal edited(string lane, string text)
    signal changesWanted
    signal confirmedCorrect

    spacing: Theme.space8

    ColumnLayout {
        visible: !block.editing
        spacing: Theme.space4
        Layout.fillWidth: true

        AppText {
            text: block.label
            step: Theme.heading
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
            Accessible.name: block.label
        }
        AppText {
            text: block._fellBack ? block._there : block._here
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.measure
        }
        AppText {
            text: block._russian ? qsTr("In English only so far", "Note below a text that has no Russian lane yet")
                                 : qsTr("In Russian only so far", "Note below a text that has no English lane yet")
            visible: block._fellBack
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
    }
    AppText {
        text: block.label
        step: Theme.heading
        visible: block.editing
        Layout.fillWidth: true
        Accessible.role: Accessible.Heading
        Accessible.name: block.label
    }
    Pressable {
        id: fold
        visible: block.editing && !block._twoLanes && block._there !== ""
        text: block._russian ? qsTr("English text", "Button: unfolds the English lane above the Russian one")
                             : qsTr("Russian text", "Button: unfolds the Russian lane above the English one")
        leftPadding: Theme.space12
        rightPadding: Theme.space12
        ground: Theme.sunken
        Accessible.checked: block._unfolded
        Layout.fillWidth: true
        onClicked: block._unfolded = !block._unfolded
        contentItem: RowLayout {
            spacing: Theme.space8
            AppText {
                text: fold.text
                step: Theme.label
                color: Theme.muted
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Icon {
                glyph: block._unfolded ? "chevron-up" : "chevron-down"
                color: Theme.muted
            }
        }
    }
    RowLayout {
        visible: fold.visible && block._unfolded
        spacing: Theme.space12
        Rectangle {
            implicitWidth: Theme.lineWidth
            color: Theme.outline
            Layout.fillHeight: true
        }
        TextEdit {
            text: block._there
            readOnly: true
            selectByMouse: true
            font: Theme.body.font
            color: Theme.muted
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryText
            wrapMode: TextEdit.Wrap
            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    Row {
        id: lanes
        readonly property real laneWidth: block._twoLanes ? (block.width - lanes.spacing) / 2 : block.width
        visible: block.editing
        spacing: Theme.space16
        Layout.fillWidth: true

        BilingualLane {
            id: englishLane
            live: block.live
            width: lanes.laneWidth
            visible: block._twoLanes || !block._russian
            label: qsTr("%1, English", "Name of the field with the English lane; %1 is the part of the brief").arg(block._name)
            text: block.english
            stale: block.stale && block.source === "ru"
            onEdited: text => block.edited("en", text)
            onChangesWanted: block.changesWanted()
            onConfirmedCorrect: block.confirmedCorrect()
        }
        BilingualLane {
            id: russianLane
            live: block.live
            width: lanes.laneWidth
            visible: block._twoLanes || block._russian
            label: qsTr("%1, Russian", "Name of the field with the Russian lane; %1 is the part of the brief").arg(block._name)
            text: block.russian
            stale: block.stale && block.source === "en"
            onEdited: text => block.edited("ru", text)
            onChangesWanted: block.changesWanted()
            onConfirmedCorrect: block.confirmedCorrect()
        }
    }
}
