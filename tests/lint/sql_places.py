#!/usr/bin/env python3
"""Checks that SQL is written in table classes, migrations and the storage rooms alone."""

import re

from lint import Finding, run, string_literals

# Capitals mark SQL in our sources; the other forms are caught in any case, because English has no such phrase.
SQL = re.compile(
    r"""\b(?:SELECT\s|PRAGMA\s|SAVEPOINT\s|BEGIN\s+IMMEDIATE)
      | \b(?i:INSERT\s+(?:OR\s+\w+\s+)?INTO\s | REPLACE\s+INTO\s | DELETE\s+FROM\s
      |   SELECT\s[^"]{0,200}\sFROM\s\w+\s+WHERE
      |   UPDATE\s+(?:OR\s+\w+\s+)?\w+\s+SET\s
      |   CREATE\s+(?:UNIQUE\s+|VIRTUAL\s+|TEMP\s+|TEMPORARY\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\s
      |   ALTER\s+TABLE\s | DROP\s+(?:TABLE|INDEX|TRIGGER|VIEW)\s)""",
    re.VERBOSE,
)
PLACES = re.compile(
    r"""_table\.cpp$ | migrations?\.cpp$ | ^core/sqlite/ | ^sync/relay/(?:\w+/)*\w*storage\w*(?:\.cpp$|/)""",
    re.VERBOSE,
)


def find(tree):
    findings = []
    for path, text in tree.select((".h", ".cpp"), ("core", "sync", "app")):
        if PLACES.search(path):
            continue
        for line, contents in string_literals(text):
            found = SQL.search(contents)
            if found:
                where = f"SQL outside a table class or a migration: {found[0].strip()} …"
                findings.append(Finding(path, line, where))
    return findings


PLANTED = [
    (
        "a query in the domain",
        {"core/domain/planted.cpp": 'auto q = "SELECT id FROM brief";\n'},
        "core/domain/planted.cpp",
        "SELECT",
    ),
    (
        "a statement in pieces",
        {"core/replica/planted.cpp": 'auto q = "INSERT "\n  "INTO brief VALUES (1)";\n'},
        "core/replica/planted.cpp",
        "INSERT",
    ),
    (
        "a raw literal in a header",
        {"app/planted.h": 'auto q = R"sql(\n  create table t (id)\n)sql";\n'},
        "app/planted.h",
        "create table",
    ),
    (
        "an update",
        {"sync/client/planted.cpp": "int a = 1'000; auto q = \"update brief set a = 1\";\n"},
        "sync/client/planted.cpp",
        "update",
    ),
    (
        "a pragma",
        {"core/store/planted.cpp": 'run("PRAGMA user_version = 3");\n'},
        "core/store/planted.cpp",
        "PRAGMA",
    ),
    (
        "the relay outside its storage",
        {"sync/relay/planted.cpp": 'run("DELETE FROM change");\n'},
        "sync/relay/planted.cpp",
        "DELETE",
    ),
]

if __name__ == "__main__":
    run(find, PLANTED)
