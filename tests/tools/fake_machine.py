"""A machine whose package system is played: programs of the same names stand alone in PATH, say what is installed,
note each call, and change nothing but a folder of their own."""

import pathlib
import shutil
import subprocess
import tempfile
import textwrap

# Real programs that change nothing beyond what they are given.
PLAIN = ("bash", "env", "sed", "sort", "head", "grep", "cat", "dirname", "readlink")
FAKES = {
    "dpkg-query": 'while read -r name version; do echo "$name installed amd64 $version"; done <"$MACHINE/installed"\n'
                  'echo "left-behind config-files amd64 1.0"; echo "foreign installed i386 1.0"',
    "dpkg": 'case "$1" in\n'
            '  --print-architecture) echo amd64 ;;\n'
            '  --compare-versions) [ "$(printf "%s\\n%s\\n" "$2" "$4" | sort -V | head -n 1)" = "$4" ] ;;\n'
            'esac',
    "apt-cache": 'echo "$2:"; if grep -qx "$2" "$MACHINE/offered"; then echo "  Candidate: 1.0"; '
                 'else echo "  Candidate: (none)"; fi',
    "apt-get": textwrap.dedent("""\
        case " $* " in
          *" indextargets "*CODENAME*) cat "$MACHINE/codenames" ;;
          *" indextargets "*) cat "$MACHINE/mirrors" ;;
          *" update "*)
            if [ -e "$MACHINE/offline" ]; then exit 100; fi
            # Backports that were added are read now.
            if [ -e "$MACHINE/written" ] && [ -e "$MACHINE/no-backports" ]; then exit 100; fi ;;
          *" install "*)
            if [ -e "$MACHINE/conflict" ]; then exit 100; fi
            for word; do case "$word" in
              -*|install|DPkg*) ;;
              *) echo "${word%%/*} 4.6.1" >>"$MACHINE/installed" ;;
            esac; done ;;
        esac"""),
    "sudo": 'exec "$@"',
    "id": 'cat "$MACHINE/uid"',
    "tee": 'cat >"$MACHINE/written"',
    "rm": ":",
}
# Calls that only ask.
ASKING = ("dpkg-query", "dpkg", "id", "apt-cache")


class Machine:
    def __init__(self, system, uid=0, without=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="meridian-machine-"))
        self.programs = self.folder / "programs"
        self.programs.mkdir()
        for name in PLAIN:
            (self.programs / name).symlink_to(shutil.which(name))
        for name, body in FAKES.items():
            if name not in without:
                self.fake(name, body)
        self.state("os-release", system)
        self.state("uid", f"{uid}\n")
        self.state("installed", "")
        self.state("offered", "")
        self.state("codenames", "bookworm\nbookworm-security\n")
        self.state("mirrors", "http://mirror.invalid/debian/\n")

    def fake(self, name, body):
        path = self.programs / name
        note = f'printf "%s" "{name}" >>"$MACHINE/calls"; for word; do printf " %s" "$word" >>"$MACHINE/calls"; done; ' \
               'echo >>"$MACHINE/calls"'
        path.write_text(f"#!{shutil.which('bash')}\n{note}\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def state(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self, name):
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def run(self, program, *arguments, **more):
        """The finished process; what it called is in `calls` then, without what only asks."""
        (self.folder / "calls").unlink(missing_ok=True)
        return subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False, timeout=120,
                              env={"PATH": str(self.programs), "MACHINE": str(self.folder), "HOME": str(self.folder),
                                   "MERIDIAN_OS_RELEASE": str(self.folder / "os-release"), **more})

    @property
    def calls(self):
        return [line for line in self.read("calls").splitlines() if line.split()[0] not in ASKING]

    def close(self):
        shutil.rmtree(self.folder)
