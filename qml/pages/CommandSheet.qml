import QtQuick
import QtQuick.Layouts
import Meridian.App
import Meridian.Components

// A sheet that gives a model something to do. It stays until that is done, so that what was typed is not lost,
// and says above its button why it was refused.
Sheet {
    id: sheet

    required property ViewModel model
    // By which name, or which of several, the model says that it was done.
    required property var ends
    required property string button
    // There is enough to give.
    property bool ready: true
    // Since it was opened: what was asked before then and is done only now leaves it open.
    property bool _asked: false
    signal pressed
    // What was asked is done; or what was asked about another subject, whose name it gives.
    signal finished
    signal finishedBefore(string about)

    onAboutToShow: {
        sheet._asked = false;
        sheet.model.dismissProblem();
    }
    onClosed: sheet.model.dismissProblem()

    Connections {
        target: sheet.model
        function onDone(what: string) {
            if (!sheet.ends.includes(what))
                return;
            sheet.finished();
            if (sheet._asked)
                sheet.close();
        }
        function onDoneBefore(what: string, subject: string) {
            if (sheet.ends.includes(what))
                sheet.finishedBefore(what + "/" + subject);
        }
    }
    footer: StickyFooter {
        problem: sheet.opened ? sheet.model.problem : ""
        Layout.fillWidth: true
        AppButton {
            text: sheet.button
            look: "filled"
            tall: true
            enabled: sheet.ready
            Layout.fillWidth: true
            // What is on its way already would not be asked again.
            onClicked: {
                if (sheet.ends.some(what => sheet.model.runs(what)))
                    return;
                sheet._asked = true;
                sheet.pressed();
            }
        }
    }
}
