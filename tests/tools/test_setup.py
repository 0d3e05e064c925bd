"""tools/setup on machines whose package system is played: what it installs and how, and when it touches nothing."""

import pathlib
import unittest

from fake_machine import Machine

SETUP = pathlib.Path(__file__).resolve().parents[2] / "tools" / "setup"
DEBIAN = 'PRETTY_NAME="Debian"\nID=debian\nVERSION_ID="{}"\n'
UBUNTU = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n'


class Setup(unittest.TestCase):
    def machine(self, system, **more):
        made = Machine(system if "ID=" in system else DEBIAN.format(system), **more)
        self.addCleanup(made.close)
        return made

    def listed(self, machine, group):
        done = machine.run(SETUP, "--list", group)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        return done.stdout.split("\n")[:-1]

    def furnish(self, machine, group, lacking=(), sqlcipher="4.6.1-2"):
        """Everything of the group is there, the first of alternatives, but for what is lacking."""
        rows = []
        for entry in self.listed(machine, group):
            name = entry.split("|")[0]
            if name not in lacking:
                rows.append(f"{name} {sqlcipher if name == 'libsqlcipher-dev' else '1.0'}")
        machine.state("installed", "\n".join(rows) + "\n")

    @staticmethod
    def installs(machine):
        return [line for line in machine.calls if " install " in line]

    def test_with_everything_there_nothing_is_called(self):
        for release in ("12", "13"):
            for group in ("relay", "app", "test"):
                with self.subTest((release, group)):
                    machine = self.machine(release, uid=1000)
                    self.furnish(machine, group)
                    machine.state("offline", "")
                    done = machine.run(SETUP, group)
                    self.assertEqual((0, "", ""), (done.returncode, done.stdout, done.stderr))
                    self.assertEqual([], machine.calls)

    def test_root_installs_what_is_missing_and_no_more(self):
        machine = self.machine("12")
        self.furnish(machine, "app", lacking=("libfmt-dev", "xclip"))
        machine.state("offered", "libfmt-dev\nxclip\n")
        done = machine.run(SETUP)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(1, len(self.installs(machine)))
        words = self.installs(machine)[0].split()
        packages = [word for word in words[words.index("install") + 1:] if not word.startswith("-")]
        self.assertEqual(["libfmt-dev", "xclip"], packages)
        self.assertEqual("apt-get", words[0])
        for option in ("-y", "--no-remove", "--no-install-recommends"):
            self.assertIn(option, words)
        self.assertFalse(any(line.startswith("sudo") for line in machine.calls))
        # Once installed, the next run needs neither network nor rights.
        machine.state("offline", "")
        self.assertEqual(0, machine.run(SETUP).returncode)
        self.assertEqual([], machine.calls)

    def test_others_install_through_sudo(self):
        machine = self.machine("13", uid=1000)
        self.furnish(machine, "relay", lacking=("cmake",))
        machine.state("offered", "cmake\n")
        done = machine.run(SETUP, "relay")
        self.assertEqual(0, done.returncode, done.stderr)
        changing = [line for line in machine.calls if "indextargets" not in line and not line.startswith("sudo")]
        self.assertTrue(changing)
        through = {line.partition("apt-get ")[2] for line in machine.calls if line.startswith("sudo env ")}
        self.assertEqual(through, {line.partition("apt-get ")[2] for line in changing})

    def test_without_root_and_sudo_it_says_so(self):
        machine = self.machine("13", uid=1000, without=("sudo",))
        self.furnish(machine, "relay", lacking=("cmake",))
        done = machine.run(SETUP, "relay")
        self.assertEqual(1, done.returncode)
        self.assertIn("neither root nor is there sudo", done.stderr)
        self.assertEqual([], machine.calls)

    def test_another_system_gets_the_list_and_its_own_code(self):
        machine = self.machine(UBUNTU)
        self.furnish(machine, "relay", lacking=("cmake", "libfmt-dev"))
        done = machine.run(SETUP, "relay")
        self.assertEqual(3, done.returncode)
        self.assertEqual(["cmake", "libfmt-dev"], done.stdout.split())
        self.assertIn("not Debian 12 or 13", done.stderr)
        self.assertEqual([], machine.calls)
        self.furnish(machine, "relay")
        self.assertEqual(0, machine.run(SETUP, "relay").returncode)
        # An older or newer Debian is another system, too.
        self.assertEqual(3, self.machine("11").run(SETUP, "relay").returncode)

    def test_a_system_without_debian_packages_gets_the_whole_list(self):
        machine = self.machine("ID=fedora\n", without=("dpkg-query", "dpkg", "apt-get", "apt-cache"))
        done = machine.run(SETUP, "relay")
        self.assertEqual(3, done.returncode)
        self.assertEqual(self.listed(machine, "relay"), done.stdout.split("\n")[:-1])
        self.assertIn("libsodium-dev", done.stdout)

    def test_the_list_changes_nothing_and_groups_contain_each_other(self):
        for system in ("12", "13", UBUNTU):
            machine = self.machine(system)
            lists = [self.listed(machine, group) for group in ("relay", "app", "test")]
            self.assertEqual("", machine.read("calls"))
            for smaller, larger in zip(lists, lists[1:]):
                self.assertLess(set(smaller), set(larger))
                self.assertEqual(smaller, larger[:len(smaller)])
            self.assertFalse([entry for entry in lists[2] if ":" in entry])

    def test_debian_12_takes_sqlcipher_from_the_backports_of_its_own_mirror(self):
        machine = self.machine("12")
        self.furnish(machine, "relay", sqlcipher="3.4.1-1+b1")
        done = machine.run(SETUP, "relay")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("http://mirror.invalid/debian/ bookworm-backports main", machine.read("written"))
        self.assertTrue(self.installs(machine)[0].endswith(" libsqlcipher-dev/bookworm-backports"))
        # What was added is read before anything is installed from it.
        order = [line.split()[0] if line.startswith("tee") else line.split()[-1] for line in machine.calls
                 if line.startswith("tee") or " update" in line or " install " in line]
        self.assertEqual(["update", "tee", "update", "libsqlcipher-dev/bookworm-backports"], order)

    def test_backports_that_are_there_are_not_added_again(self):
        machine = self.machine("12")
        self.furnish(machine, "relay", lacking=("libsqlcipher-dev",))
        machine.state("codenames", "bookworm\nbookworm-backports\n")
        self.assertEqual(0, machine.run(SETUP, "relay").returncode)
        self.assertEqual("", machine.read("written"))
        self.assertTrue(self.installs(machine)[0].endswith(" libsqlcipher-dev/bookworm-backports"))

    def test_backports_that_cannot_be_read_are_taken_out_again(self):
        machine = self.machine("12")
        self.furnish(machine, "relay", lacking=("libsqlcipher-dev",))
        machine.state("no-backports", "")
        done = machine.run(SETUP, "relay")
        self.assertEqual(1, done.returncode)
        self.assertIn("taken out again", done.stderr)
        self.assertIn("rm -f /etc/apt/sources.list.d/bookworm-backports.list", machine.calls)
        self.assertEqual([], self.installs(machine))

    def test_debian_13_has_its_sqlcipher_itself(self):
        machine = self.machine("13")
        self.furnish(machine, "relay", lacking=("libsqlcipher-dev",))
        machine.state("offered", "libsqlcipher-dev\n")
        self.assertEqual(0, machine.run(SETUP, "relay").returncode)
        self.assertEqual("", machine.read("written"))
        self.assertTrue(self.installs(machine)[0].endswith(" libsqlcipher-dev"))

    def test_one_of_alternatives_is_enough_and_the_first_offered_is_taken(self):
        machine = self.machine("12")
        self.furnish(machine, "relay", lacking=("libboost1.81-dev",))
        machine.state("installed", machine.read("installed") + "libboost1.83-dev 1.83\n")
        self.assertEqual(0, machine.run(SETUP, "relay").returncode)
        self.assertEqual([], machine.calls)
        self.furnish(machine, "relay", lacking=("libboost1.81-dev",))
        machine.state("offered", "libboost1.83-dev\n")
        self.assertEqual(0, machine.run(SETUP, "relay").returncode)
        self.assertTrue(self.installs(machine)[0].endswith(" libboost1.83-dev"))

    def test_what_only_looks_installed_does_not_count(self):
        machine = self.machine("13")
        self.furnish(machine, "relay", lacking=("cmake",))
        # Removed but for its settings, or of another architecture.
        machine.fake("dpkg-query", 'while read -r name version; do echo "$name installed amd64 $version"; done '
                                   '<"$MACHINE/installed"; echo "cmake config-files amd64 3.25"; '
                                   'echo "cmake installed i386 3.25"')
        machine.state("offered", "cmake\n")
        machine.run(SETUP, "relay")
        self.assertTrue(self.installs(machine)[0].endswith(" cmake"))

    def test_what_nobody_offers_and_what_conflicts_are_said(self):
        machine = self.machine("13")
        self.furnish(machine, "relay", lacking=("cmake",))
        done = machine.run(SETUP, "relay")
        self.assertEqual(1, done.returncode)
        self.assertIn("no configured mirror offers cmake", done.stderr)
        machine.state("offered", "cmake\n")
        machine.state("conflict", "")
        done = machine.run(SETUP, "relay")
        self.assertEqual(1, done.returncode)
        self.assertIn("Nothing was removed", done.stderr)

    def test_wrong_use_shows_how_and_ends_with_2(self):
        done = self.machine("13").run(SETUP, "everything")
        self.assertEqual(2, done.returncode)
        self.assertIn("tools/setup --list", done.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
