import QtQuick
import QtQuick.Templates as T
import Meridian.App
import Meridian.Theme

// Pages above each other. The first one gets the session like every other.
T.StackView {
    id: stack

    required property Session session
    // A page's address.
    property url first

    pushEnter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fadeMs; easing.type: Theme.easing }
    }
    popEnter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fadeMs; easing.type: Theme.easing }
    }
    Component.onCompleted: if (stack.first != "")
        stack.push(stack.first, {"session": stack.session}, T.StackView.Immediate)
}
