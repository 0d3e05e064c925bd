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
    // When it is given; once it has arrived, forget() clears the field, unless something else stands in it by then.
    function give() {
        kept.type(area.text);
        kept.give();
    }
    function forget() {
        kept.forget();
    }
    function forgetAbout(name: string) {
        kept.forget(name);
    }

    KeptText {
        id: kept
        session: area.session
        name: area.about
        onTextChanged: area.text = kept.text
    }
}
