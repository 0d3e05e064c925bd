import QtQuick
import Meridian.App
import Meridian.Components

// A field whose text is kept on this device until it is given: closing it, a lock or a restart lose nothing.
AppTextArea {
    id: area

    required property Session session
    // What it is for, unlike any other in the campaign.
    required property string about

    error: kept.problem
    onEdited: kept.type(area.text)

    // As it was left; what was refused then is tried again.
    function take() {
        area.text = kept.text;
        kept.keep();
    }
    function keep() {
        kept.keep();
    }
    function forget() {
        kept.forget();
        area.text = "";
    }

    KeptText {
        id: kept
        session: area.session
        name: area.about
        onTextChanged: area.text = kept.text
    }
}
