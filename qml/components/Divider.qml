import QtQuick
import Meridian.Theme

// A hairline between neighbours.
Rectangle {
    implicitWidth: Theme.hairline
    implicitHeight: Theme.hairline
    color: Theme.border
    Accessible.ignored: true
}
