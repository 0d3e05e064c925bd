"""What `cmake --install` puts on a machine: the three programs, the manual, and what a desktop shows of them."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CMAKE, BUILD = sys.argv[1:3]


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="meridian-install-")
        cls.root = pathlib.Path(cls.folder.name)
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", cls.root, "--strip"], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_everything_is_there_and_nothing_else(self):
        files = {str(path.relative_to(self.root)) for path in self.root.rglob("*") if path.is_file()}
        self.assertEqual({"bin/meridian", "bin/meridianctl", "bin/meridian-relay", "share/man/man1/meridianctl.1",
                          "share/applications/meridian.desktop", "share/icons/hicolor/scalable/apps/meridian.svg"}, files)

    def test_the_programs_run_from_there(self):
        versions = set()
        for program in ("meridianctl", "meridian-relay"):
            done = subprocess.run([self.root / "bin" / program, "--version"], capture_output=True, text=True, check=True)
            versions.add(done.stdout.split()[-1])
        self.assertEqual(1, len(versions))
        done = subprocess.run([self.root / "bin" / "meridian", "--version"], capture_output=True, text=True, check=True,
                              env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"})
        self.assertIn(versions.pop(), done.stdout)

    def missing_manuals(self, manual):
        """Manuals that are referred to, as in `.BR name (1)` or `\\fBname\\fR(1)`, and are not installed."""
        named = re.findall(r"(?:\.BR |\\fB)([\w.\\-]+?)(?:\\fR| )\((\d)\)", manual)
        files = (f"man{section}/{name}.{section}".replace("\\-", "-") for name, section in named)
        return [file for file in files if not (self.root / "share/man" / file).exists()]

    def test_the_manual_refers_to_manuals_that_are_installed(self):
        planted = ".BR meridianctl (1),\n.BR meridian\\-relay (1)\nand \\fBmeridian\\fR(1).\n"
        self.assertEqual(["man1/meridian-relay.1", "man1/meridian.1"], self.missing_manuals(planted))
        manual = (self.root / "share/man/man1/meridianctl.1").read_text(encoding="utf-8")
        self.assertEqual([], self.missing_manuals(manual))

    def test_the_desktop_file_holds(self):
        desktop = self.root / "share/applications/meridian.desktop"
        entries = dict(line.split("=", 1) for line in desktop.read_text(encoding="utf-8").splitlines()[1:])
        self.assertTrue((self.root / "bin" / entries["Exec"]).exists())
        self.assertTrue((self.root / f"share/icons/hicolor/scalable/apps/{entries['Icon']}.svg").exists())
        self.assertTrue(entries["Name[ru]"] and entries["Comment[ru]"])
        done = subprocess.run(["desktop-file-validate", desktop], capture_output=True, text=True, check=False)
        self.assertEqual("", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
