"""The passphrase as it is asked for on a terminal: unseen, twice for a new one, and the terminal as it was."""

import codecs
import json
import os
import pty
import select
import termios
import time

import world


class Terminal:
    """The program on a terminal of its own, which is read as a person would."""

    def __init__(self, arguments, environment):
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execve(arguments[0], arguments, environment)
        self.shown = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def echoes(self):
        return bool(termios.tcgetattr(self.master)[3] & termios.ECHO)

    def read(self):
        """More of what is shown; nothing at the end."""
        ready, _, _ = select.select([self.master], [], [], 60)
        assert ready, "nothing is shown: " + self.shown
        try:
            read = os.read(self.master, 4096)
        except OSError:  # the other side has closed it
            read = b""
        self.shown += self.decoder.decode(read)
        return read

    def wait_for(self, prompt, times=1):
        while self.shown.count(prompt) < times:
            assert self.read(), "ended without asking: " + self.shown
        deadline = time.monotonic() + 20
        while self.echoes() and time.monotonic() < deadline:
            time.sleep(0.01)  # shown before it is turned off

    def type(self, line):
        os.write(self.master, line.encode() + b"\n")

    def end(self):
        """The exit code, and whether what is typed next would be seen."""
        while self.read():
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self.master)
        return os.waitstatus_to_exitcode(status)


class Passphrase(world.Case):
    secret = "correct horse battery staple"

    def terminal(self, *command):
        w = self.world
        shell = f"stty sane; {world.CTL} --profile {w.folder / 'mila'} {' '.join(command)}; code=$?; stty -a; exit $code"
        return Terminal(["/bin/sh", "-c", shell], w.environment)

    def init(self):
        return self.terminal("profile", "init", "--name", "Mila", "--zone", "Europe/Belgrade")

    def assert_unseen_and_put_back(self, terminal):
        self.assertNotIn("horse", terminal.shown)
        settings = terminal.shown.rpartition("speed ")[2].split()
        self.assertIn("echo", settings, "what is typed is seen again")

    def test_it_is_asked_for_unseen_and_the_terminal_is_put_back(self):
        terminal = self.init()
        terminal.wait_for("New passphrase")
        self.assertFalse(terminal.echoes())
        terminal.type(self.secret)
        terminal.wait_for("The same again")
        self.assertFalse(terminal.echoes())
        terminal.type(self.secret)
        self.assertEqual(0, terminal.end(), terminal.shown)
        self.assert_unseen_and_put_back(terminal)
        terminal = self.terminal("profile", "show")
        terminal.wait_for("Passphrase: ")
        self.assertFalse(terminal.echoes())
        terminal.type(self.secret)
        self.assertEqual(0, terminal.end(), terminal.shown)
        self.assertIn('"name":"Mila"', terminal.shown)
        self.assert_unseen_and_put_back(terminal)

    def test_it_is_asked_for_in_the_language_of_the_environment(self):
        self.world.environment["LC_ALL"] = "ru_RU.UTF-8"
        terminal = self.init()
        for prompt in ("Новая парольная фраза (не короче 12 символов): ", "Ещё раз: "):
            terminal.wait_for(prompt)
            terminal.type(self.secret)
        self.assertEqual(0, terminal.end(), terminal.shown)
        terminal = self.terminal("profile", "show")
        terminal.wait_for("Парольная фраза: ")
        terminal.type("correct horse battery stable")
        self.assertEqual(4, terminal.end(), terminal.shown)
        self.assertIn("Парольная фраза или файл ключа не подходит", terminal.shown)
        self.assertNotRegex(terminal.shown, "(?i)passphrase")
        self.assert_unseen_and_put_back(terminal)

    def test_two_that_differ_make_no_profile(self):
        terminal = self.init()
        terminal.wait_for("New passphrase")
        terminal.type(self.secret)
        terminal.wait_for("The same again")
        terminal.type("correct horse battery stable")
        self.assertEqual(2, terminal.end(), terminal.shown)
        self.assertIn("the two passphrases differ", terminal.shown)
        self.assert_unseen_and_put_back(terminal)
        self.assertFalse((self.world.folder / "mila" / "profile.vault").exists())

    def test_without_a_terminal_it_says_what_else_there_is(self):
        w = self.world
        done = world.subprocess.run([world.CTL, "--profile", str(w.folder / "mila"), "profile", "init", "--name", "Mila",
                                     "--zone", "Europe/Belgrade"], stdin=world.subprocess.DEVNULL, capture_output=True,
                                    text=True, check=False, env=w.environment)
        self.assertEqual(2, done.returncode)
        self.assertIn("MERIDIAN_PASSPHRASE", json.loads(done.stderr)["error"]["message"])


if __name__ == "__main__":
    world.main()
