import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Theme
import Meridian.Components

// What became of checking a seal, once it is opened.
ColumnLayout {
    id: check

    required property Session session
    required property string space
    required property string submission
    required property string verdict
    // The seal is open: not merely on a page that comes and goes.
    required property bool opened

    spacing: Theme.space4
    onOpenedChanged: if (check.opened)
        vm.check()

    SealModel {
        id: vm
        session: check.session
        space: check.space
        submission: check.submission
        verdict: check.verdict
        phone: !Theme.wide
        Component.onCompleted: if (check.opened)
            vm.check()
    }
    ProgressLine {
        visible: vm.checking
        value: vm.progress
        text: vm.progressText !== "" ? qsTr("Checking: %1", "Of a signature and its files; %1: 12 MB of 38 MB").arg(vm.progressText)
            : qsTr("Checking…", "Of a signature and its files")
        Layout.fillWidth: true
    }
    StatusChip {
        visible: vm.text !== ""
        status: vm.status
        text: vm.text
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
    }
}
