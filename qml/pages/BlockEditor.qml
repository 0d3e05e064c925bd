import QtQuick
import Meridian.App
import Meridian.Theme
import Meridian.Components

// One text in two lanes being written, together with whoever has it open, too.
BilingualBlock {
    id: editor

    required property Session session
    // As LiveText takes them.
    property string space: ""
    required property string entity
    required property int field

    live: true

    Component.onDestruction: {
        english.keep();
        russian.keep();
    }

    LiveText {
        id: english
        session: editor.session
        space: editor.space
        entity: editor.entity
        block: editor.field
        lane: "en"
        area: editor.editing ? editor.englishField.editor : null
        pauseMs: Theme.draftMs
    }
    LiveText {
        id: russian
        session: editor.session
        space: editor.space
        entity: editor.entity
        block: editor.field
        lane: "ru"
        area: editor.editing ? editor.russianField.editor : null
        pauseMs: Theme.draftMs
    }
    Binding {
        target: editor.englishField
        property: "history"
        value: english
    }
    Binding {
        target: editor.russianField
        property: "history"
        value: russian
    }
    Binding {
        target: editor.englishField
        property: "error"
        value: english.problem
    }
    Binding {
        target: editor.russianField
        property: "error"
        value: russian.problem
    }
}
