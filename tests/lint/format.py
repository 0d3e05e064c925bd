#!/usr/bin/env python3
"""Checks that C++ is laid out as .clang-format says.

Versions of clang-format disagree with one another, so exactly one judges. Without it the test is skipped.
"""

import os
import shutil
import subprocess
import sys
import tempfile

from lint import Tree

VERSION = "14."
SKIPPED = 77
OURS = ("core", "sync", "app", "tests", "platforms")
BADLY_LAID_OUT = "int  main( ){return 0 ;}\n"


def tool():
    for name in ("clang-format-14", "clang-format"):
        path = shutil.which(name)
        if path:
            said = subprocess.run([path, "--version"], capture_output=True, text=True).stdout
            if f"version {VERSION}" in said:
                return path
    return None


def complaints(binary, root, paths):
    result = subprocess.run(
        [binary, "--dry-run", "--Werror", "--style=file", *paths], cwd=root, capture_output=True, text=True
    )
    return result.returncode, result.stderr


def control(binary, root):
    """A file laid out badly, judged by the same style, must be found."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(root, ".clang-format"), folder)
        with open(os.path.join(folder, "planted.cpp"), "w", encoding="utf-8") as file:
            file.write(BADLY_LAID_OUT)
        return complaints(binary, folder, ["planted.cpp"])[0] != 0


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else "."
    binary = tool()
    if not binary:
        print(f"skipped: no clang-format {VERSION}x here")
        return SKIPPED
    if not control(binary, root):
        print("the lint does not find what was planted: a file laid out badly")
        return 1
    paths = [path for path, _ in Tree.read(root).select((".h", ".cpp"), OURS)]
    status, said = complaints(binary, root, paths) if paths else (0, "")
    advice = "; to mend: clang-format -i on those named above" if status else ""
    print(f"{said}{len(paths)} files{advice}")
    return 1 if status else 0


if __name__ == "__main__":
    sys.exit(main())
