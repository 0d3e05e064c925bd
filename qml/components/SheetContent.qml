import QtQuick

// What a sheet holds: by it an item knows which sheet it is in.
Item {}
