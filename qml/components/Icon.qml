pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl as Impl
import Meridian.Theme

// One Lucide icon in one colour. It says nothing to a screen reader: the control around it has the name.
Impl.IconImage {
    id: icon

    // The name of a file in theme/icons, or empty for none.
    required property string glyph
    property real size: Theme.iconSize

    name: ""
    source: Theme.icon(icon.glyph)
    color: Theme.text
    width: icon.size
    height: icon.size
    sourceSize.width: icon.size
    sourceSize.height: icon.size
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
