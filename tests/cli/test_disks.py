"""A full disk and a folder that cannot be written to, as they reach a person.

Small and read-only file systems are real ones, in a mount namespace that ends with this process: the superuser's,
or one that comes with a user namespace. Where a system gives neither, a folder is closed by its permissions instead,
and what needs a small file system is reported as skipped, never as passed."""

import os
import pwd
import subprocess
import sys
import unittest

import world

INSIDE = "MERIDIAN_TEST_MOUNTS"  # set inside a mount namespace of our own
WITHOUT = "MERIDIAN_TEST_WITHOUT_MOUNTS"  # as on a system that lets nobody mount: to try that way here
SKIPPED = 77  # what ctest takes for a skip (SKIP_RETURN_CODE)


def enter_mount_namespace():
    if INSIDE in os.environ or WITHOUT in os.environ:
        return
    trial = "mount -t tmpfs -o size=1m tmpfs /tmp"
    for options in ("-m", "-rm"):
        tried = subprocess.run(["unshare", options, "sh", "-c", trial], check=False, stderr=subprocess.DEVNULL)
        if tried.returncode == 0:
            os.environ[INSIDE] = "1"
            os.execvp("unshare", ["unshare", options, sys.executable, *sys.argv])


def become_somebody():
    """Permissions hold for everybody but the superuser. Whether they hold now."""
    if os.geteuid() != 0:
        return True
    nobody = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)
    return all(os.access(program, os.X_OK) for program in (world.CTL, world.RELAY))


MOUNTS = PERMISSIONS = False  # what this system lets us have, found out at the start


class Disks(world.Case):
    def small(self, person, size):
        """A file system of `size` that holds the profile of `person`."""
        if not MOUNTS:
            self.skipTest("this system lets nobody mount a small file system of their own")
        place = self.world.folder / person
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(place)], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", str(place)], check=True)
        return place

    def closable(self, person, size):
        """A folder for the profile of `person` that can be closed and opened again."""
        if MOUNTS:
            return self.small(person, size)
        if not PERMISSIONS:
            self.skipTest("the programs are where only the superuser may start them")
        place = self.world.folder / person
        place.mkdir(mode=0o700)
        self.addCleanup(self.open, place)
        return place

    @staticmethod
    def close(place):
        if MOUNTS:
            subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        else:
            subprocess.run(["chmod", "-R", "a-w", str(place)], check=True)

    @staticmethod
    def open(place):
        if MOUNTS:
            subprocess.run(["mount", "-o", "remount,rw", str(place)], check=True)
        else:
            subprocess.run(["chmod", "-R", "u+w", str(place)], check=True)

    @staticmethod
    def fill(place):
        """Not one block is left."""
        filler = place / "filler"
        with filler.open("wb", buffering=0) as out:
            try:
                while True:
                    out.write(b"x" * 4096)
            except OSError:
                pass
        return filler

    def test_a_full_disk_refuses_a_write_and_keeps_what_was_there(self):
        w = self.world
        place = self.small("mila", "8m")
        self.founded()
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "Before.")
        filler = self.fill(place)
        os.truncate(filler, filler.stat().st_size - 512 * 1024)
        for n in range(200):  # until that is used up
            try:
                w.run("mila", "campaign", "edit", "--field", "goal", "--text", f"Fits {n}. " * 200)
            except world.Refused as refused:
                self.assertEqual((4, "disk-full"), (refused.exit_code, refused.code))
                break
        else:
            self.fail("the disk never became full")
        filler.unlink()
        self.assertGreater(n, 0, "nothing fitted that could be lost")
        goal = w.run("mila", "campaign", "show")["goal"]["en"]
        self.assertTrue(goal.startswith(f"Fits {n - 1}. "), f"{n} were done: {goal[:40]}")
        self.assertTrue(w.run("mila", "verify")["clean"])
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "After.")
        self.assertEqual(0, w.run("mila", "sync")["waiting"])

    def test_a_full_disk_while_receiving_loses_nothing(self):
        w = self.world
        place = self.small("dana", "8m")
        self.hub()
        for n in range(40):
            w.run("mila", "campaign", "edit", "--field", "goal", "--text", f"Goal number {n}. " * 300)
        w.run("mila", "sync")
        filler = self.fill(place)
        self.refused(4, "disk-full", "dana", "sync")
        filler.unlink()
        w.run("dana", "sync")
        self.assertTrue(w.run("dana", "campaign", "show")["goal"]["en"].startswith("Goal number 39."))
        self.assert_same_view("mila", "dana")

    def test_a_read_only_folder_is_named_and_nothing_is_lost(self):
        w = self.world
        place = self.closable("mila", "16m")
        self.founded()
        self.close(place)
        for command in (("profile", "show"), ("campaign", "edit", "--field", "goal", "--text", "No."), ("sync",)):
            self.refused(4, "read-only", "mila", *command)
        self.open(place)
        w.run("mila", "campaign", "edit", "--field", "goal", "--text", "Yes.")
        self.assertTrue(w.run("mila", "verify")["clean"])
        self.assertEqual(0, w.run("mila", "sync")["waiting"])

    def test_a_profile_in_a_read_only_folder_is_not_made(self):
        self.close(self.closable("mila", "1m"))
        # The owner of a folder that permissions alone have closed may open it, and a new profile does.
        person = "mila" if MOUNTS else "mila/verba"
        self.refused(4, "read-only", person, "profile", "init", "--name", "Mila", "--zone", "Europe/Belgrade")


def main():
    result = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2, exit=False).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.skipped or result.testsRun == 0 else 0)


if __name__ == "__main__":
    enter_mount_namespace()
    MOUNTS = INSIDE in os.environ
    PERMISSIONS = MOUNTS or become_somebody()
    main()
