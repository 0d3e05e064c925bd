import QtQuick

// How one state is painted. A state is never shown by colour alone: the icon and a word go with it.
QtObject {
    required property color text
    required property color tint
    required property string icon
}
