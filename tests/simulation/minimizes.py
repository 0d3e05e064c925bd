#!/usr/bin/env python3
"""The minimizer on a planted bug: of a whole plan it leaves the few steps that the bug needs, of which none can be
spared, and prints a command that fails in the same way. Of a seed that holds it says so.

    minimizes.py PROGRAM
"""

import os
import re
import subprocess
import sys
import unittest

PROGRAM = sys.argv.pop(1)
BUG, SEED = "void-replaces", "1"  # as in sees.py, where a seed that meets its bug no longer is replaced
STEPS_MAX = 8  # of more than a hundred


def run(*options, bug=BUG):
    return subprocess.run([PROGRAM, "--seed", SEED, *options], env={**os.environ, "MERIDIAN_PLANTED": bug},
                          capture_output=True, text=True, check=False)


def kind(done):
    """The first complaint up to its first detail."""
    found = re.search(r"^  ([^:\n]+)", done.stdout, re.MULTILINE)
    return found[1] if found else None


class Minimizes(unittest.TestCase):
    def test_the_few_steps_that_fail_in_the_same_way_are_left(self):
        whole = run()
        self.assertNotEqual(0, whole.returncode)
        self.assertTrue(kind(whole))
        done = run("--minimize")
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        command = re.search(rf"^meridian-simulate --seed {SEED} --keep (\S+)$", done.stdout, re.MULTILINE)
        self.assertIsNotNone(command, done.stdout)
        steps = []
        for part in command[1].split(","):
            first, _, last = part.partition("-")
            steps += range(int(first), int(last or first) + 1)
        self.assertTrue(0 < len(steps) <= STEPS_MAX, steps)

        again = run("--keep", command[1])
        self.assertNotEqual(0, again.returncode, "the command that was printed holds")
        self.assertEqual([kind(whole)] * 2, [kind(done), kind(again)])
        for step in steps:
            less = run("--keep", ",".join(str(other) for other in steps if other != step))
            self.assertNotEqual(kind(whole), kind(less), f"step {step} could be spared of {steps}")

    def test_a_seed_that_holds_is_not_shortened(self):
        done = run("--minimize", bug="")
        self.assertEqual((1, f"seed {SEED} does not fail\n"), (done.returncode, done.stdout))


if __name__ == "__main__":
    unittest.main(verbosity=2)
