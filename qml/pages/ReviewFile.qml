pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// One file of a submission. A picture is shown whole and takes comments at a point, a video is played and takes
// them at a time; others are named. One that is on its way says how far it has come.
Card {
    id: file

    required property int index
    required property string name
    required property string detail
    required property string missing
    required property real progress
    required property string picture
    required property string glyph
    required property Session session
    required property string space
    required property string submission
    // What is pinned to it: places in a video, and the marks on a picture.
    required property var times
    property RowModel comments: null
    property bool mayComment: false
    property bool maySave: true
    // A copy is being saved, of this file or of another one: the next waits.
    property bool saving: false
    property bool pinned: false
    property bool _saved: false
    property point pinAt
    // The keyboard moves the mark over the picture.
    property bool _placing: false
    readonly property bool isVideo: file.glyph === "video"
    property VideoPlayer _film: null
    readonly property bool _shows: image.status === Image.Ready
    // Looked at: a picture that shows, a video that was started, or a copy for another program.
    readonly property bool seen: file._saved || file._shows || (file._film !== null && file._film.started)
    // What whoever looks has to do for it: "play", "save", or nothing but wait.
    readonly property string toDo: file.seen || file.missing !== "" ? ""
        : file.isVideo ? (file._film !== null && file._film.problem !== "" ? "save" : "play")
        : file.picture !== "" && image.status !== Image.Error ? "" : "save"
    signal pointed(real x, real y)
    signal timed(int position, string text)
    signal saveWanted

    // Stands still at a place of the video.
    function showAt(position: int) {
        if (file._film !== null)
            file._film.showAt(position);
    }
    // With Shift the mark goes further.
    function place(event: KeyEvent) {
        const step = event.modifiers & Qt.ShiftModifier ? 0.1 : 0.02;
        const by = event.key === Qt.Key_Left ? Qt.point(-step, 0) : event.key === Qt.Key_Right ? Qt.point(step, 0)
            : event.key === Qt.Key_Up ? Qt.point(0, -step) : event.key === Qt.Key_Down ? Qt.point(0, step) : null;
        event.accepted = by !== null || [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Escape].includes(event.key);
        if (by !== null)
            placer.at = Qt.point(Math.max(0, Math.min(1, placer.at.x + by.x)), Math.max(0, Math.min(1, placer.at.y + by.y)));
        else if (event.key === Qt.Key_Escape)
            pointing.forceActiveFocus(Qt.OtherFocusReason);
        else if (event.accepted)
            file.pointed(placer.at.x, placer.at.y);
    }
    // A copy was saved: what cannot be shown here is looked at elsewhere.
    function saved() {
        file._saved = true;
    }

    padding: Theme.hairline

    ColumnLayout {
        width: parent.width
        spacing: 0

        Image {
            id: image
            visible: file.picture !== "" && status !== Image.Error
            source: file.picture
            sourceSize.width: Theme.pageWidthMax
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Layout.fillWidth: true
            Layout.preferredHeight: status === Image.Ready && implicitWidth > 0
                ? Math.min(Theme.mediaHeightMax, width * implicitHeight / implicitWidth) : Theme.thumb * 2
            Accessible.role: Accessible.Graphic
            Accessible.name: file.name

            Item {
                id: surface
                anchors.centerIn: parent
                visible: file._shows
                width: image.paintedWidth
                height: image.paintedHeight

                TapHandler {
                    enabled: file.mayComment
                    onTapped: event => file.pointed(event.position.x / surface.width, event.position.y / surface.height)
                }
                Repeater {
                    model: file.comments
                    delegate: PinMark {
                        id: mark
                        required property int markFile
                        required property string number
                        required property real markX
                        required property real markY
                        visible: mark.markFile === file.index
                        text: mark.number
                        x: mark.markX * surface.width - width / 2
                        y: mark.markY * surface.height - height / 2
                    }
                }
                PinMark {
                    visible: file.pinned && !file._placing
                    text: "+"
                    x: file.pinAt.x * surface.width - width / 2
                    y: file.pinAt.y * surface.height - height / 2
                }
                PinMark {
                    id: placer
                    property point at: Qt.point(0.5, 0.5)
                    visible: file._placing
                    text: "+"
                    x: placer.at.x * surface.width - width / 2
                    y: placer.at.y * surface.height - height / 2
                    Accessible.ignored: false
                    Accessible.role: Accessible.Button
                    Accessible.focusable: true
                    Accessible.name: qsTr("Point on the picture: arrow keys move it, Enter pins the comment there", "Screen reader: a mark that is being placed")
                    onActiveFocusChanged: if (!placer.activeFocus)
                        file._placing = false
                    // Before it means to leave the page.
                    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
                    Keys.onPressed: event => file.place(event)

                    FocusRing {
                        shown: placer.activeFocus
                        around: placer.radius
                    }
                }
            }
        }
        Banner {
            visible: image.status === Image.Error
            text: file.maySave
                ? qsTr("This picture can’t be shown here. Save a copy to look at it.", "Instead of a picture")
                : qsTr("This picture can’t be shown here.", "Instead of a picture that its creator has sent")
            status: "risk"
            Layout.fillWidth: true
            Layout.margins: Theme.space12
        }
        // Made once the file is here.
        Repeater {
            model: file.isVideo && file.missing === "" ? 1 : 0
            onItemAdded: (index, item) => file._film = item as VideoPlayer
            onItemRemoved: file._film = null
            delegate: VideoPlayer {
                session: file.session
                space: file.space
                submission: file.submission
                attachment: file.index
                name: file.name
                marks: file.times
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.margins: Theme.space12
            Icon {
                glyph: file.glyph
                color: Theme.muted
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                AppText {
                    text: file.name
                    step: Theme.label
                    Layout.fillWidth: true
                }
                AppText {
                    text: file.missing !== "" ? file.missing : file.detail
                    step: Theme.caption
                    color: file.missing !== "" ? Theme.risk.text : Theme.muted
                    Layout.fillWidth: true
                }
            }
            IconButton {
                visible: file.maySave && file.missing === ""
                text: qsTr("Save a copy", "Button: writes a file of a submission to a folder")
                glyph: "download"
                enabled: !file.saving
                onClicked: file.saveWanted()
            }
        }
        ProgressLine {
            visible: file.missing !== ""
            value: file.progress
            text: file.detail
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            Layout.bottomMargin: Theme.space12
        }
        AppButton {
            id: pointing
            visible: file.mayComment && file._shows
            text: qsTr("Comment on a point", "Button: pins a comment to a point of a picture, which the arrow keys move")
            glyph: "message-circle"
            look: "text"
            Layout.bottomMargin: Theme.space8
            onClicked: {
                placer.at = file.pinned ? file.pinAt : Qt.point(0.5, 0.5);
                file._placing = true;
                placer.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        AppButton {
            visible: file.mayComment && file._film !== null && file._film.ready
            text: file._film !== null ? qsTr("Comment at %1", "Button: pins a comment to a time of a video, as 0:12").arg(file._film.positionText) : ""
            glyph: "message-circle"
            look: "text"
            Layout.bottomMargin: Theme.space8
            onClicked: {
                file._film.pause();
                file.timed(file._film.position, file._film.positionText);
            }
        }
    }
}
