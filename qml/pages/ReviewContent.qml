pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What was submitted: pictures over the caption, then what was said about it.
ColumnLayout {
    id: body

    required property ReviewModel model
    required property Session session
    // The comment being written.
    property alias draft: comment.text
    // What the comment being written is pinned to.
    property int pinFile: -1
    property point pinAt: Qt.point(0, 0)
    // In a video, in milliseconds; -1 for a point on a picture.
    property int pinTime: -1
    property string pinTimeText: ""
    property int pinFrom: 0
    property int pinTo: 0
    readonly property var _about: [body.model.facts.title, body.model.facts.version, body.model.facts.localTime]
    readonly property bool _pinned: body.pinFile >= 0 || body.pinTo > body.pinFrom
    // Every file is here and was looked at (or saved, where it cannot be).
    property bool allSeen: true
    signal stepped(string submission)
    // Something in it wants to be in view: its place from the top.
    signal revealed(real y)
    signal decisionWanted(bool approve)

    function lookAgain() {
        let all = [];
        for (let i = 0; i < files.count; ++i)
            all.push(files.itemAt(i) as ReviewFile);
        body.allSeen = all.every(one => one !== null && one.missing === "" && one.seen);
        const next = all.findIndex(one => one !== null && one.toDo !== "");
        body.model.waitFor(next, next < 0 ? "" : all[next].toDo);
    }
    function showTime(file: int, ms: int) {
        const one = files.itemAt(file) as ReviewFile;
        if (one === null)
            return;
        body.revealed(one.y);
        one.showAt(ms);
    }
    function pinToTime(file: int, ms: int, text: string) {
        body.pinFile = file;
        body.pinTime = ms;
        body.pinTimeText = text;
        body.pinFrom = body.pinTo = 0;
        body.revealed(comment.parent.y);
        comment.focusField();
    }
    function unpin() {
        body.pinFile = body.pinTime = -1;
        body.pinFrom = body.pinTo = 0;
    }
    function say() {
        if (body.model.runs("comment"))
            return;
        comment.give();
        if (body.pinTime >= 0)
            body.model.commentOnVideo(body.draft, body.pinFile, body.pinTime);
        else if (body.pinFile >= 0)
            body.model.commentOnPicture(body.draft, body.pinFile, body.pinAt.x, body.pinAt.y);
        else if (body.pinTo > body.pinFrom)
            body.model.commentOnCaption(body.draft, body.pinFrom, body.pinTo);
        else
            body.model.comment(body.draft);
    }
    Connections {
        target: body.model
        function onSubjectChanged() {
            body.unpin();
        }
        function onDone(what: string) {
            const [name, index] = what.split("/");
            const saved = name === "save-file" ? files.itemAt(parseInt(index)) as ReviewFile : null;
            if (saved !== null)
                saved.saved();
            if (what !== "comment")
                return;
            body.unpin();
            comment.forget();
        }
        function onDoneBefore(what: string, subject: string) {
            if (what === "comment")
                comment.forgetAbout("comment/" + subject);
        }
    }

    spacing: Theme.space16

    Banner {
        text: body.model.facts.newer
        visible: text !== ""
        action: qsTr("Open it", "Button: opens the newer version")
        Layout.fillWidth: true
        onActed: body.stepped(body.model.facts.newerKey)
    }
    Banner {
        text: body.model.facts.look
        visible: text !== ""
        action: qsTr("Still fine", "Button: the submission fits the changed brief")
        Layout.fillWidth: true
        onActed: body.model.stillFine()
    }
    ContestedCard {
        model: body.model
        visible: body.model.facts.contested
        Layout.fillWidth: true
        onDecided: approve => body.decisionWanted(approve)
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Avatar {
            initials: body.model.facts.initials
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            AppText {
                text: body.model.facts.creator
                step: Theme.title
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                text: body._about.filter(part => part !== "").join(" · ")
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
            }
        }
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        StatusChip {
            status: body.model.facts.status
            text: body.model.facts.stateText
        }
        StatusChip {
            visible: body.model.facts.due !== ""
            status: body.model.facts.contested ? "local" : body.model.facts.promiseStatus
            text: body.model.facts.answered && !body.model.facts.contested
                ? qsTr("Answered, promised by %1", "Chip; %1 is a date").arg(body.model.facts.due)
                : qsTr("Answer by %1", "Chip; %1 is a date").arg(body.model.facts.due)
            accessibleName: body.model.facts.promiseName
        }
        AppText {
            text: body.model.facts.dueThere
            visible: text !== ""
            width: Math.min(implicitWidth, parent.width)
            height: Math.max(Theme.chipHeight, implicitHeight)
            step: Theme.caption
            color: Theme.muted
        }
    }
    Repeater {
        id: files
        model: body.model.files
        onItemAdded: body.lookAgain()
        onItemRemoved: body.lookAgain()
        delegate: ReviewFile {
            id: file
            session: body.session
            space: body.model.space
            submission: body.model.submission
            comments: body.model.comments
            mayComment: body.model.facts.mayJudge
            saving: body.model.saving
            pinned: body.pinFile === file.index && body.pinTime < 0
            pinAt: body.pinAt
            Layout.fillWidth: true
            onSeenChanged: body.lookAgain()
            onMissingChanged: body.lookAgain()
            onToDoChanged: body.lookAgain()
            onTimed: (ms, text) => body.pinToTime(file.index, ms, text)
            onPointed: (x, y) => {
                body.pinFile = file.index;
                body.pinTime = -1;
                body.pinAt = Qt.point(x, y);
                body.pinFrom = body.pinTo = 0;
                comment.focusField();
            }
            onSaveWanted: {
                dialog.file = file.index;
                dialog.submission = body.model.submission;
                dialog.selectedFile = "file:" + file.name;
                dialog.open();
            }
        }
    }
    Card {
        visible: body.model.facts.caption !== "" || body.model.facts.links !== ""
        Layout.fillWidth: true
        ColumnLayout {
            width: parent.width
            spacing: Theme.space8
            AppText {
                text: qsTr("Caption", "Review: heading")
                step: Theme.label
                color: Theme.muted
                Layout.fillWidth: true
            }
            TextEdit {
                id: caption
                text: body.model.facts.caption
                visible: text !== ""
                readOnly: true
                selectByMouse: true
                selectByKeyboard: true
                activeFocusOnTab: true
                font: Theme.body.font
                color: Theme.text
                selectionColor: Theme.primary
                selectedTextColor: Theme.primaryText
                persistentSelection: true
                wrapMode: TextEdit.Wrap
                Layout.fillWidth: true
                Accessible.role: Accessible.EditableText
                Accessible.readOnly: true
                Accessible.name: qsTr("Caption", "Review: heading")
                Accessible.description: text
            }
            AppButton {
                visible: caption.selectedText !== ""
                text: qsTr("Comment on the selected words", "Button: pins a comment to a part of the caption")
                glyph: "message-circle"
                look: "text"
                flush: true
                onClicked: {
                    body.pinFile = body.pinTime = -1;
                    body.pinFrom = caption.selectionStart;
                    body.pinTo = caption.selectionEnd;
                    comment.focusField();
                }
            }
            AppText {
                text: body.model.facts.links
                visible: text !== ""
                color: Theme.primary
                Layout.fillWidth: true
            }
            AppText {
                text: qsTr("The file behind this link can change; your approval does not cover it.", "Below a link in a submission")
                visible: body.model.facts.links !== ""
                step: Theme.caption
                color: Theme.muted
                Layout.fillWidth: true
            }
        }
    }
    SectionHeader {
        text: qsTr("Comments", "Review: heading")
        count: body.model.comments.count > 0 ? body.model.comments.count : ""
        Layout.fillWidth: true
    }
    Repeater {
        model: body.model.comments
        delegate: ReviewCommentDelegate {
            id: said
            Layout.fillWidth: true
            onTimePressed: body.showTime(said.timeFile, said.timeMs)
        }
    }
    ColumnLayout {
        visible: body.model.facts.mayJudge
        spacing: Theme.space8
        Layout.fillWidth: true
        AppText {
            text: body.model.facts.style
            visible: text !== ""
            step: Theme.caption
            color: Theme.muted
            Layout.fillWidth: true
        }
        KeptTextArea {
            id: comment
            session: body.session
            about: "comment/" + body.model.submission
            label: !body._pinned ? qsTr("New comment", "Name of a field")
                : body.pinTime >= 0 ? qsTr("Comment at %1", "Button: pins a comment to a time of a video, as 0:12").arg(body.pinTimeText)
                : body.pinFile >= 0 ? qsTr("Comment on the marked point", "Name of a field")
                : qsTr("Comment on the selected words", "Button: pins a comment to a part of the caption")
            linesMin: 2
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            AppButton {
                text: qsTr("Add comment", "Button")
                enabled: comment.text.trim() !== ""
                onClicked: body.say()
            }
            AppButton {
                visible: body._pinned
                look: "text"
                text: qsTr("Remove the pin", "Button: the comment is about the whole again")
                onClicked: body.unpin()
            }
        }
    }
    FileDialog {
        id: dialog
        property int file: 0
        property string submission: ""
        title: qsTr("Save a copy", "Title of a file dialog")
        fileMode: FileDialog.SaveFile
        onAccepted: if (dialog.submission === body.model.submission)
            body.model.saveFile(dialog.file, dialog.selectedFile)
    }
}
