pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every colour, size, distance and duration of Meridian. Nothing outside this folder holds a literal of
// these kinds; a test sees to it. The app sets the first five properties and nothing else.
QtObject {
    id: theme

    // --- What the app sets ---------------------------------------------------------------------------
    property bool dark: false
    // 1 to 2; values outside are clamped by effectiveScale.
    property real textScale: 1
    property bool reducedMotion: false
    // The size of the window decides the layout, never the platform.
    property real windowWidth: 390
    property real windowHeight: 844

    // --- Layout --------------------------------------------------------------------------------------
    readonly property int breakpointTwoPanes: 720
    readonly property int breakpointThreePanes: 1100
    readonly property int pageWidthMax: 1200
    readonly property int windowWidthMin: 320
    // A column of text and cards on a wide window.
    readonly property int columnWidth: 760
    // One pane and a bottom bar; two panes and a rail; then three panes.
    readonly property bool wide: theme.windowWidth >= theme.breakpointTwoPanes
    readonly property int panes: theme.windowWidth >= theme.breakpointThreePanes ? 3 : theme.wide ? 2 : 1
    readonly property real effectiveScale: Math.max(1, Math.min(2, theme.textScale))

    // --- Space, radius, density ----------------------------------------------------------------------
    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space24: 24
    readonly property int space32: 32
    readonly property int space48: 48
    readonly property int gutter: theme.wide ? theme.space24 : theme.space16
    // No control asks for more than fits between the gutters; its words wrap instead.
    readonly property real controlWidthMax: Math.max(theme.hitTarget, theme.windowWidth - 2 * theme.gutter)

    readonly property int radiusChip: 6
    readonly property int radiusControl: 8
    readonly property int radiusCard: 12
    readonly property int radiusSheet: 16
    readonly property int hairline: 1

    // What a finger or pointer can hit, even where the control drawn is smaller.
    readonly property int hitTarget: 44
    readonly property int controlHeight: theme.wide ? 36 : 48
    readonly property int primaryHeight: 48
    readonly property int rowHeight: theme.wide ? 44 : 64
    readonly property int reviewRowHeight: 88
    readonly property int barHeight: 56
    readonly property int bottomBarHeight: 64
    readonly property int railWidth: 104
    // How much of the text scale the rail follows, so that it stays a rail.
    readonly property real railGrowth: 0.75
    // From this text scale on, buttons that share a row on a phone stand below each other.
    readonly property real stackScale: 1.3
    // Large text on a phone: a footer leaves little room, and nothing finds any beside the words.
    readonly property bool crowded: !theme.wide && theme.effectiveScale >= theme.stackScale
    readonly property int listWidth: 280
    readonly property int queueWidth: 320
    readonly property int sideWidth: 360
    readonly property int dialogWidth: 560
    // A week of days that a finger can hit.
    readonly property int calendarWidth: 7 * theme.hitTarget
    readonly property int chipHeight: 28
    readonly property int thumb: 96
    // A picture being judged, with room left for the caption.
    readonly property int mediaHeightMax: 520
    // A video, with its slider below it still in view.
    readonly property real filmHeightMax: Math.min(theme.mediaHeightMax, theme.windowHeight / 2)
    readonly property int thumbSmall: 56
    readonly property int avatar: 40
    readonly property int qrSize: 240
    readonly property int lineWidth: 2
    readonly property real scrollBarShare: 0.1
    readonly property real shadowStep: 0.3
    // From these widths of its own on, a part puts things beside each other.
    readonly property int stripBeside: 480
    readonly property int twoLanesFrom: 640
    readonly property int dotSize: 10
    readonly property int nowDotSize: 16
    // The x of the meridian line's centre inside a page.
    readonly property int lineX: 28
    // Icons beside words grow with them, but less.
    readonly property real iconScale: Math.min(1.5, theme.effectiveScale)
    readonly property int iconSize: Math.round(20 * theme.iconScale)
    readonly property int iconSmall: Math.round(16 * theme.iconScale)
    readonly property int iconLarge: 32

    readonly property int focusWidth: 2
    readonly property int focusGap: 2

    // --- Motion --------------------------------------------------------------------------------------
    readonly property int fadeMs: theme.reducedMotion ? 0 : 120
    readonly property int slideMs: theme.reducedMotion ? 0 : 200
    // A count that runs down to what is true already.
    readonly property int countMs: theme.reducedMotion ? 0 : 600
    readonly property int easing: Easing.OutCubic
    readonly property int tipDelayMs: 600
    // How long a message with an undo stays.
    readonly property int snackbarMs: 10000
    // What stays on the screen so long counts as looked at.
    readonly property int seenMs: 800
    // A pause in typing after which a draft is kept.
    readonly property int draftMs: 700
    // How far an arrow key moves in a video.
    readonly property int videoStepMs: 1000

    // --- Type ----------------------------------------------------------------------------------------
    readonly property FontLoader _regular: FontLoader { source: "fonts/Roboto-Regular.ttf" }
    readonly property FontLoader _medium: FontLoader { source: "fonts/Roboto-Medium.ttf" }
    readonly property FontLoader _bold: FontLoader { source: "fonts/Roboto-Bold.ttf" }
    readonly property string fontFamily: "Roboto"
    readonly property int weightMedium: Font.Medium

    // The one date on a page.
    readonly property TypeStep display: TypeStep {
        size: 28; lineHeight: 36; weight: Font.Medium; scale: theme.effectiveScale; family: theme.fontFamily
    }
    readonly property TypeStep title: TypeStep {
        size: 20; lineHeight: 28; weight: Font.Medium; scale: theme.effectiveScale; family: theme.fontFamily
    }
    readonly property TypeStep heading: TypeStep {
        size: 16; lineHeight: 24; weight: Font.Medium; scale: theme.effectiveScale; family: theme.fontFamily
    }
    readonly property TypeStep body: TypeStep {
        size: theme.wide ? 15 : 16; lineHeight: theme.wide ? 22 : 24; weight: Font.Normal
        scale: theme.effectiveScale; family: theme.fontFamily
    }
    readonly property TypeStep label: TypeStep {
        size: 14; lineHeight: 20; weight: Font.Medium; scale: theme.effectiveScale; family: theme.fontFamily
    }
    readonly property TypeStep caption: TypeStep {
        size: 13; lineHeight: 18; weight: Font.Normal; scale: theme.effectiveScale; family: theme.fontFamily
    }
    // About 68 characters of body text.
    readonly property real measure: Math.round(theme.body.font.pixelSize * 34)

    // --- Colour --------------------------------------------------------------------------------------
    readonly property color background: theme.dark ? "#10151B" : "#F6F7F9"
    readonly property color surface: theme.dark ? "#182029" : "#FFFFFF"
    readonly property color sunken: theme.dark ? "#0B0F14" : "#ECEFF3"
    readonly property color border: theme.dark ? "#2E3945" : "#D5DAE1"
    readonly property color outline: theme.dark ? "#7A8797" : "#7C8795"
    readonly property color text: theme.dark ? "#E8EDF3" : "#17202B"
    readonly property color muted: theme.dark ? "#A3AFBD" : "#55606E"
    // Also the focus ring.
    readonly property color primary: theme.dark ? "#8CC0F2" : "#1F5C99"
    readonly property color primaryText: theme.dark ? "#0A2540" : "#FFFFFF"
    readonly property color selected: theme.dark ? "#1C3A57" : "#E1EDF9"
    readonly property color selectedText: theme.dark ? "#CFE5FB" : "#123F6C"
    // A QR code is dark on light in both themes, or cameras do not read it.
    readonly property color qrPaper: "#FFFFFF"
    readonly property color qrInk: "#17202B"
    // What lies dark over the page for a moment, and over pictures.
    readonly property color snack: theme.dark ? "#E8EDF3" : "#17202B"
    readonly property color snackText: theme.dark ? "#17202B" : "#FFFFFF"
    readonly property color snackAction: theme.dark ? "#1F5C99" : "#8CC0F2"
    // Laid over a control while it is hovered or pressed; faint enough to keep every contrast.
    readonly property color hover: theme.dark ? "#0FE8EDF3" : "#0A17202B"
    readonly property color pressed: theme.dark ? "#1FE8EDF3" : "#1417202B"
    readonly property color scrim: theme.dark ? "#A6000000" : "#7317202B"
    readonly property color shadow: theme.dark ? "#66000000" : "#2917202B"

    // Approved, kept, synced.
    readonly property StatusTint good: StatusTint {
        icon: "circle-check"; text: theme.dark ? "#7FD69B" : "#1B6B3A"; tint: theme.dark ? "#12331F" : "#E0F3E6"
    }
    // In review, on track.
    readonly property StatusTint active: StatusTint {
        icon: "clock"; text: theme.dark ? "#8CC0F2" : "#1F5C99"; tint: theme.dark ? "#16304A" : "#E1EDF9"
    }
    // At risk, changes asked, stale.
    readonly property StatusTint risk: StatusTint {
        icon: "triangle-alert"; text: theme.dark ? "#F2C265" : "#7D4E00"; tint: theme.dark ? "#3A2A08" : "#FDF0D2"
    }
    // Missed, blocked, rejected.
    readonly property StatusTint bad: StatusTint {
        icon: "octagon-x"; text: theme.dark ? "#FF9F95" : "#A8261C"; tint: theme.dark ? "#45191A" : "#FCE5E3"
    }
    // Contested, in conflict.
    readonly property StatusTint contested: StatusTint {
        icon: "split"; text: theme.dark ? "#CBABF2" : "#6B3FA0"; tint: theme.dark ? "#2F2145" : "#F0E8FA"
    }
    // Local, waiting, offline: grey, because being offline is normal.
    readonly property StatusTint local: StatusTint {
        icon: "circle-dashed"; text: theme.dark ? "#B4BFCC" : "#4A5563"; tint: theme.dark ? "#26303B" : "#ECEFF3"
    }

    // The look of a state by its name: good, active, risk, bad, contested or local. An unknown name,
    // as from a newer version, looks like local rather than failing.
    function status(name: string): StatusTint {
        switch (name) {
        case "good": return theme.good;
        case "active": return theme.active;
        case "risk": return theme.risk;
        case "bad": return theme.bad;
        case "contested": return theme.contested;
        default: return theme.local;
        }
    }

    // The address of a bundled Lucide icon.
    function icon(name: string): url {
        return name === "" ? "" : Qt.resolvedUrl("icons/" + name + ".svg");
    }
}
