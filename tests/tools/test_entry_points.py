"""./run and ./check: what they call, in which order, and that MERIDIAN_NO_SETUP leaves the packages alone. The
programs that they call are played."""

import pathlib
import shutil
import unittest

from fake_machine import Machine

ROOT = pathlib.Path(__file__).resolve().parents[2]
REAL = ("mkdir", "chmod", "mktemp")


class EntryPoints(unittest.TestCase):
    def setUp(self):
        self.machine = Machine("ID=debian\nVERSION_ID=13\n", without=("rm",))
        self.addCleanup(self.machine.close)
        for name in (*REAL, "rm"):
            (self.machine.programs / name).symlink_to(shutil.which(name))
        self.machine.fake("nproc", "echo 2")
        self.machine.fake("cmake", 'case "$MACHINE_BREAKS $*" in "configure --preset"*) echo "no compiler"; exit 1 ;; esac')
        self.machine.fake("ctest", 'echo "$LC_ALL $TZ $QT_QPA_PLATFORM" >"$MACHINE/surroundings"; '
                                   '[ -d "$XDG_RUNTIME_DIR" ] && echo "$XDG_RUNTIME_DIR" >"$MACHINE/runtime"; '
                                   'exit "${MACHINE_CTEST:-0}"')
        self.tree = self.machine.folder / "tree"
        (self.tree / "tools").mkdir(parents=True)
        for name in ("run", "check"):
            shutil.copy(ROOT / name, self.tree / name)
        for name in ("setup", "demo"):
            self.machine.fake(name, 'exit "${MACHINE_SETUP:-0}"' if name == "setup" else ":")
            (self.machine.programs / name).rename(self.tree / "tools" / name)

    def call(self, name, *arguments, **more):
        done = self.machine.run(self.tree / name, *arguments, **more)
        return done, [line.split()[0] for line in self.machine.calls if not line.startswith("nproc")]

    def test_run_installs_builds_and_starts(self):
        done, programs = self.call("run", "--headless", "--no-pictures")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["setup", "cmake", "cmake", "demo"], programs)
        self.assertIn("setup app", self.machine.calls)
        self.assertEqual(f"demo --programs {self.tree}/build/app --headless --no-pictures", self.machine.calls[-1])

    def test_without_setup_no_package_is_looked_at(self):
        done, programs = self.call("run", MERIDIAN_NO_SETUP="1")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["cmake", "cmake", "demo"], programs)
        done, programs = self.call("check", MERIDIAN_NO_SETUP="1")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["cmake", "cmake", "ctest"], programs)

    def test_where_packages_are_missing_nothing_is_built(self):
        for name in ("run", "check"):
            done, programs = self.call(name, MACHINE_SETUP="3")
            self.assertEqual(3, done.returncode)
            self.assertEqual(["setup"], programs)

    def test_a_failed_configuration_is_shown(self):
        done, programs = self.call("run", MACHINE_BREAKS="configure")
        self.assertEqual(1, done.returncode)
        self.assertIn("no compiler", done.stderr)
        self.assertEqual(["setup", "cmake"], programs)

    def test_check_runs_every_test_in_the_same_surroundings(self):
        done, programs = self.call("check", "-R", "lint")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["setup", "cmake", "cmake", "ctest"], programs)
        self.assertIn("setup test", self.machine.calls)
        self.assertTrue(self.machine.calls[-1].endswith(" -R lint"))
        self.assertIn("--no-tests=error", self.machine.calls[-1])
        self.assertEqual(["C.UTF-8", "UTC"], self.machine.read("surroundings").split()[:2])
        runtime = self.machine.read("runtime").strip()
        self.assertTrue(runtime)
        self.assertFalse(pathlib.Path(runtime).exists(), "the runtime folder is left behind")
        done, _ = self.call("check", MACHINE_CTEST="8")
        self.assertEqual(8, done.returncode)

    def test_check_gives_the_tests_a_screen_and_a_bus_where_there_are_some(self):
        self.machine.fake("xvfb-run", 'while [ "$1" != dbus-run-session ]; do shift; done; exec "$@"')
        self.machine.fake("dbus-run-session", 'shift; exec "$@"')
        done, programs = self.call("check")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["xvfb-run", "dbus-run-session", "ctest"], programs[-3:])
        self.assertEqual("xcb", self.machine.read("surroundings").split()[-1])


if __name__ == "__main__":
    unittest.main(verbosity=2)
