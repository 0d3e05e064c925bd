#!/usr/bin/env python3
"""Nothing that ships has planted bugs: no preset for it asks for them, and the programs do not know the name of
the variable that chooses one."""

import json
import pathlib
import sys


def main() -> int:
    root, programs = pathlib.Path(sys.argv[1]), sys.argv[2:]
    complaints = []
    presets = json.loads((root / "CMakePresets.json").read_text())["configurePresets"]
    shipped = {"release", "app", "relay"}
    missing = shipped - {preset["name"] for preset in presets}
    complaints += [f"no preset {name}" for name in missing]
    for preset in presets:
        wants = preset.get("cacheVariables", {}).get("MERIDIAN_PLANT", "OFF")
        if wants != "OFF" and preset["name"] in shipped | {"base"}:
            complaints.append(f"the preset {preset['name']} plants bugs")
    for program in programs:
        if b"MERIDIAN_PLANTED" in pathlib.Path(program).read_bytes():
            complaints.append(f"{pathlib.Path(program).name} can have a planted bug")
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
