#!/usr/bin/env python3
"""Checks which room includes which: the arrows of the design, from the one table below."""

import re

from lint import Finding, line_of, run, without_comments

CRYPTO = ["core/crypto/signing", "core/crypto/sealing"]
BELOW_LOG = ["core/base", "core/envelope", *CRYPTO]
BELOW_DOMAIN = ["core/log", "core/crdt", *BELOW_LOG]
BELOW_REPLICA = ["core/store", "core/domain", *BELOW_DOMAIN]
CLIENTS = ["sync/client", "sync/bundle"]

# A room and the rooms it may include beside itself. A room is a folder, or a file with its header. A file
# belongs to the longest entry that fits. sync/relay has neither sealing, nor log, domain or store: the relay
# is blind because of it.
ARROWS = {
    "core/base": [],
    "core/sqlite": ["core/base"],
    "core/crypto/signing": ["core/base"],
    "core/crypto/sealing": ["core/base", "core/crypto/signing"],
    "core/envelope": ["core/base", "core/crypto/signing"],
    "core/crdt": BELOW_LOG,
    "core/log": ["core/crdt", *BELOW_LOG],
    "core/domain": BELOW_DOMAIN,
    "core/store": ["core/domain", "core/sqlite", *BELOW_DOMAIN],
    "core/replica": BELOW_REPLICA,
    "sync/protocol": ["core/base", "core/envelope", "core/crypto/signing"],
    "sync/client": ["sync/protocol", "core/store", *BELOW_DOMAIN],
    "sync/bundle": ["sync/protocol", "core/store", *BELOW_DOMAIN],
    "sync/relay": ["sync/protocol", "core/base", "core/envelope", "core/crypto/signing", "core/sqlite"],
    "app": ["core/replica", "core/domain", *BELOW_DOMAIN],
    # The session keeps what a relay said in the replica's file, in transactions of its own.
    "app/session": ["app", "core/replica", "core/sqlite", "sync/protocol", *CLIENTS, *BELOW_REPLICA],
    # Of app it may include what is free of Qt, all the way down: `qt_through_cli` below.
    "app/cli": ["app", "app/session", "core/replica", "sync/protocol", *CLIENTS, *BELOW_REPLICA],
}
# A room's parts whose doors are open to the room itself (app's composition root builds the session).
ALSO = {"app": ["app/session"]}

FREE_OF_QT = ("core", "sync", "app/cli")

# Heavy headers of others, and the only rooms whose own headers may include them.
KEPT_INSIDE = [
    (re.compile(r"^sodium(\.h|/)"), ("core/crypto/signing", "core/crypto/sealing")),
    (re.compile(r"^(sqlcipher/)?sqlite3\.h$"), ("core/sqlite",)),
    (re.compile(r"^boost/(beast|asio)"), ("sync/client", "sync/relay")),
    # The shell's answers are JSON; the one header that needs it whole is included by its sources alone.
    (re.compile(r"^nlohmann/json\.hpp$"), ("app/cli",)),
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*|q(?!rencode\.h$)\w+\.h|qt6keychain/.*)$")
MADE_BY_THE_BUILD = re.compile(r"(\.moc$|^moc_|^ui_)")


def room_of(path):
    return max((room for room in ARROWS if path.startswith((room + "/", room + "."))), key=len, default=None)


def includes(text):
    return [(line_of(text, m.start(2)), m[1], m[2]) for m in INCLUDE.finditer(without_comments(text))]


def allowed(room, other):
    return other == room or other in ARROWS[room] or other in ALSO.get(room, [])


def qt_through(tree, path, seen):
    """The chain of headers by which path reaches Qt, or nothing."""
    if path in seen or path not in tree.files:
        return None
    seen.add(path)
    for _, _, name in includes(tree.files[path]):
        if QT.match(name):
            return [path, name]
        chain = qt_through(tree, name, seen)
        if chain:
            return [path, *chain]
    return None


def find(tree):
    findings = []
    for path, text in tree.select((".h", ".cpp"), ("core", "sync", "app")):
        room = room_of(path)
        if room is None:
            findings.append(Finding(path, 1, "lies in no room of the table in include_arrows.py"))
            continue
        for line, bracket, name in includes(text):
            if bracket == '"':
                if MADE_BY_THE_BUILD.search(name):
                    continue
                if name not in tree.files:
                    findings.append(Finding(path, line, f"{name} is no file, seen from the repository's root"))
                    continue
                other = room_of(name)
                if other is None or not allowed(room, other):
                    findings.append(Finding(path, line, f"{room} may not include {name}"))
                elif room == "app/cli" and other != "app/cli":
                    chain = qt_through(tree, name, set())
                    if chain:
                        findings.append(Finding(path, line, "meridianctl reaches Qt: " + " → ".join(chain)))
                continue
            if name in tree.files:
                findings.append(Finding(path, line, f"a header of ours is included with quotes: {name}"))
            if QT.match(name) and path.startswith(tuple(folder + "/" for folder in FREE_OF_QT)):
                findings.append(Finding(path, line, f"{room} is free of Qt, and includes {name}"))
            for header, owners in KEPT_INSIDE:
                if path.endswith(".h") and header.match(name) and room not in owners:
                    findings.append(Finding(path, line, f"{name} does not appear in a header of {room}"))
    return findings


PLANTED = [
    (
        "the relay includes the domain",
        {"core/domain/planted.h": "", "sync/relay/planted.cpp": '#include "core/domain/planted.h"\n'},
        "sync/relay/planted.cpp",
        "may not include",
    ),
    (
        "the envelope includes sealing",
        {
            "core/crypto/sealing/planted.h": "",
            "core/envelope/planted.h": '#include "core/crypto/sealing/planted.h"\n',
        },
        "core/envelope/planted.h",
        "may not include",
    ),
    (
        "the base includes what stands on it",
        {"core/log/planted.h": "", "core/base/planted.cpp": '\n  #  include "core/log/planted.h"\n'},
        "core/base/planted.cpp",
        "may not include",
    ),
    (
        "a view model includes the sync session",
        {"sync/client/planted.h": "", "app/view_models/planted.h": '#include "sync/client/planted.h"\n'},
        "app/view_models/planted.h",
        "may not include",
    ),
    (
        "core includes Qt",
        {"core/domain/planted.cpp": "#include <QString>\n"},
        "core/domain/planted.cpp",
        "free of Qt",
    ),
    (
        "sync includes Qt",
        {"sync/client/planted.h": "#include <QtCore/qglobal.h>\n"},
        "sync/client/planted.h",
        "free of Qt",
    ),
    (
        "meridianctl includes Qt",
        {"app/cli/planted.cpp": "#include <qobject.h>\n"},
        "app/cli/planted.cpp",
        "free of Qt",
    ),
    (
        "meridianctl reaches Qt through a header of app",
        {
            "app/planted_outer.h": '#include "app/planted_inner.h"\n',
            "app/planted_inner.h": "#include <QObject>\n",
            "app/cli/planted.cpp": '#include "app/planted_outer.h"\n',
        },
        "app/cli/planted.cpp",
        "reaches Qt",
    ),
    (
        "sodium in a header of another room",
        {"core/log/planted.h": "#include <sodium.h>\n"},
        "core/log/planted.h",
        "does not appear",
    ),
    (
        "sqlite3 in a header of another room",
        {"core/store/planted.h": "#include <sqlite3.h>\n"},
        "core/store/planted.h",
        "does not appear",
    ),
    (
        "Beast in a header of another room",
        {"app/session/planted.h": "#include <boost/beast/core.hpp>\n"},
        "app/session/planted.h",
        "does not appear",
    ),
    (
        "an include that is not from the root",
        {"core/log/planted.cpp": '#include "planted.h"\n'},
        "core/log/planted.cpp",
        "is no file",
    ),
    (
        "a room that the table does not know",
        {"core/planted/planted.cpp": ""},
        "core/planted/planted.cpp",
        "no room",
    ),
]

if __name__ == "__main__":
    run(find, PLANTED)
