import QtQuick

// One step of the type scale: the font, already scaled for the reader, and the height of its lines.
QtObject {
    id: step

    // Pixels at a text scale of 100 %.
    required property int size
    required property int lineHeight
    required property int weight
    required property real scale
    required property string family

    readonly property real line: Math.round(step.lineHeight * step.scale)
    readonly property font font: Qt.font({
        "family": step.family,
        "pixelSize": Math.round(step.size * step.scale),
        "weight": step.weight
    })
}
