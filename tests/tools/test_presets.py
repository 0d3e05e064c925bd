"""The presets that nobody's tests build, configured: `relay` needs no Qt, and `app` has the three programs and no
test."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CMAKE = sys.argv[1]
WITHOUT_QT = "-DCMAKE_DISABLE_FIND_PACKAGE_Qt6=TRUE"


class Presets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="meridian-preset-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def configured(self, preset, *options):
        return subprocess.run([CMAKE, "--preset", preset, "-B", self.folder, *options], cwd=ROOT, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def targets(self):
        made = re.findall(r"^build ([^:]+):", self.build_file(), re.MULTILINE)
        return {pathlib.PurePath(name).name for names in made for name in names.split()}

    def build_file(self):
        return (self.folder / "build.ninja").read_text(encoding="utf-8")

    def test_the_relay_is_configured_where_there_is_no_qt(self):
        done = self.configured("relay", WITHOUT_QT)
        self.assertEqual(0, done.returncode, done.stdout)
        targets = self.targets()
        self.assertIn("meridian-relay", targets)
        self.assertEqual(set(), {"meridian", "meridianctl"} & targets)
        self.assertEqual([], [name for name in targets if name.startswith("test_")])
        self.assertNotIn("Qt6", self.build_file())

    def test_a_preset_that_needs_qt_is_found_out_by_its_absence(self):
        done = self.configured("relay", WITHOUT_QT, "-DMERIDIAN_APP=ON")
        self.assertNotEqual(0, done.returncode)
        self.assertIn("Qt6", done.stdout)

    def test_the_app_is_the_three_programs_without_the_tests(self):
        done = self.configured("app")
        self.assertEqual(0, done.returncode, done.stdout)
        targets = self.targets()
        self.assertEqual(set(), {"meridian", "meridianctl", "meridian-relay"} - targets)
        self.assertEqual([], [name for name in targets if name.startswith("test_")])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:], verbosity=2)
