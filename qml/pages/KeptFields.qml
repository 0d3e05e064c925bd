import Meridian.App

// The fields of a form whose texts are kept on this device until they are given: closing it, a lock or a
// restart lose nothing. A field says edited() whenever somebody types in it.
KeptText {
    id: form

    // Whatever has a text, always in the same order.
    required property var fields
    readonly property bool empty: form.text === ""
    // The fields are being filled from what was kept, or what is kept from the fields.
    property bool _taking: false
    property bool _typing: false

    onTextChanged: if (!form._typing)
        form.take()

    // What was typed before and not given.
    function take() {
        const kept = form.text === "" ? [] : JSON.parse(form.text);
        form._taking = true;
        form.fields.forEach((field, index) => field.text = kept[index] ?? "");
        form._taking = false;
    }
    function edited() {
        if (form._taking)
            return;
        const texts = form.fields.map(field => field.text);
        form._typing = true;
        form.type(texts.every(text => text.trim() === "") ? "" : JSON.stringify(texts));
        form._typing = false;
    }
}
