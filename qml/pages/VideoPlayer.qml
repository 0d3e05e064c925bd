pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtMultimedia
import Meridian.App
import Meridian.Theme
import Meridian.Components

// A submitted video, played where it is judged. The first picture stands still until it is started.
ColumnLayout {
    id: video

    required property Session session
    required property string space
    required property string submission
    required property int attachment
    required property string name
    // Places that comments are pinned to, in milliseconds.
    property var marks: []
    readonly property alias position: clip.position
    readonly property alias ready: clip.ready
    readonly property alias playing: clip.playing
    readonly property alias problem: clip.problem
    readonly property string positionText: clip.positionText
    // It was started: whoever judges it has looked.
    property bool started: false

    // Stands still at a place, and takes the focus there.
    function showAt(position: int) {
        clip.pause();
        clip.seek(position);
        slider.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function pause() {
        clip.pause();
    }
    function toggle() {
        if (!clip.ready)
            return;
        video.started = true;
        if (clip.playing)
            clip.pause();
        else
            clip.play();
    }

    spacing: 0
    onVisibleChanged: if (!video.visible)
        clip.pause()

    ClipPlayer {
        id: clip
        session: video.session
        space: video.space
        submission: video.submission
        file: video.attachment
        output: picture.videoSink
        Component.onCompleted: clip.open()
    }
    Rectangle {
        visible: clip.problem === ""
        color: Theme.sunken
        Layout.fillWidth: true
        Layout.preferredHeight: picture.sourceRect.width > 0
            ? Math.min(Theme.filmHeightMax, width * picture.sourceRect.height / picture.sourceRect.width) : Theme.thumb * 2

        VideoOutput {
            id: picture
            anchors.fill: parent
            fillMode: VideoOutput.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: video.name
        }
        Rectangle {
            anchors.centerIn: parent
            visible: !clip.playing
            width: Theme.primaryHeight
            height: Theme.primaryHeight
            radius: width / 2
            color: Theme.snack
            Icon {
                anchors.centerIn: parent
                glyph: clip.ready ? "play" : "clock"
                color: Theme.snackText
            }
        }
        TapHandler {
            onTapped: video.toggle()
        }
    }
    RowLayout {
        visible: clip.problem === ""
        enabled: clip.ready
        spacing: Theme.space4
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space4
        Layout.rightMargin: Theme.space12

        IconButton {
            text: clip.playing ? qsTr("Pause", "Button: of a video") : qsTr("Play", "Button: of a video")
            accessibleName: clip.playing ? qsTr("Pause: %1", "Screen reader: %1 the file of a video").arg(video.name)
                : qsTr("Play: %1", "Screen reader: %1 the file of a video").arg(video.name)
            glyph: clip.playing ? "pause" : "play"
            onClicked: video.toggle()
        }
        AppSlider {
            id: slider
            text: qsTr("Position in the video", "Screen reader: a slider")
            valueText: times.text
            to: Math.max(1, clip.duration)
            stepSize: Theme.videoStepMs
            snapMode: AppSlider.NoSnap
            marks: video.marks
            Layout.fillWidth: true
            onMoved: clip.seek(slider.value)
            // What is held is not pulled away from under the finger.
            Binding on value {
                value: clip.position
                when: !slider.pressed
                restoreMode: Binding.RestoreNone
            }
        }
        AppText {
            id: times
            text: clip.ready ? qsTr("%1 of %2", "Of a video: %1 where it stands, %2 its length, as 0:12 of 0:52").arg(clip.positionText).arg(clip.durationText) : ""
            step: Theme.caption
            color: Theme.muted
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        IconButton {
            visible: clip.sound
            text: clip.muted ? qsTr("Sound on", "Button: of a video") : qsTr("Sound off", "Button: of a video")
            glyph: clip.muted ? "volume-x" : "volume-2"
            onClicked: clip.muted = !clip.muted
        }
    }
    Banner {
        visible: clip.problem !== ""
        text: clip.problem
        status: "risk"
        Layout.fillWidth: true
        Layout.margins: Theme.space12
    }
}
