#!/usr/bin/env python3
"""Types into a shell, as somebody does who has flowc's completions, and looks at the command that comes of it.

usage: completion.py SHELL FOLDER    SHELL: bash, zsh or fish; FOLDER: where the completions are
"""

import fcntl
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import termios
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "schemas"))
import npm  # noqa: E402  # says what it means that a test is not run

# What is typed, with the tabulator as `~`; and the words that the command has then.
CASES = [
    ("comp~", ["compile"]),
    ("expl~", ["explain"]),
    ("--vers~", ["--version"]),
    ("compile --che~", ["compile", "--check"]),
    ("compile --target exp~", ["compile", "--target", "export"]),
    ("compile --target=wra~", ["compile", "--target=wrapper"]),
    ("compile --color nev~", ["compile", "--color", "never"]),
    ("lint --qui~", ["lint", "--quiet"]),
    ("lint --che~", ["lint", "--che"]),  # an option of another verb
    ("lint --format js~", ["lint", "--format", "json"]),
    ("lint --type agent-wh~", ["lint", "--type", "agent-whisper"]),
    ("lint --output sar~", ["lint", "--output", "sarif="]),
    ("lint --output sarif=outp~", ["lint", "--output", "sarif=output.txt"]),
    ("rules --format te~", ["rules", "--format", "text"]),
    ("schema ds~", ["schema", "dsl"]),
    ("explain callback_n~", ["explain", "callback_number"]),
    ("explain DisconnectPart~", ["explain", "DisconnectParticipant"]),
    ("explain unknown-targ~", ["explain", "unknown-target"]),
    ("compile mai~", ["compile", "main.flow.yaml"]),
    ("compile --env env~", ["compile", "--env", "env.yaml"]),
    ("compile --jobs mai~", ["compile", "--jobs", "mai"]),  # a number, no file
    ("compile -o ou~", ["compile", "-o", "out"]),
    ("compile -o mai~", ["compile", "-o", "mai"]),  # a folder, no file
    ("init ou~", ["init", "out"]),
]
FILES = ["main.flow.yaml", "env.yaml", "out/main.json", "output.txt"]

# Each shell without anybody's configuration, with a flowc that writes down its words.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], """
        PS1='> '; bind 'set bell-style none'; bind 'set show-all-if-ambiguous off'; bind 'set enable-bracketed-paste off'
        flowc() { printf '%s\\n' "$#" "$@" >words.new; mv words.new words; }
        source "$COMPLETIONS/flowc.bash"
        """),
    "zsh": (["zsh", "-f", "-i"], """
        PS1='> '; unsetopt beep auto_list auto_menu zle_bracketed_paste; unset zle_bracketed_paste; zstyle ':completion:*' menu no
        flowc() { print -rl -- $# "$@" >words.new; mv words.new words }
        fpath=($COMPLETIONS $fpath); autoload -Uz compinit; compinit -D -u"""),
    "fish": (["fish", "--no-config", "-i"], """
        function fish_prompt; echo '> '; end
        function flowc; printf '%s\\n' (count $argv) $argv >words.new; mv words.new words; end
        source "$COMPLETIONS/flowc.fish"
        """),
}


class Terminal:
    """A shell that somebody sits before."""

    def __init__(self, command, folder, completions):
        self.ours, theirs = pty.openpty()
        self.seen = b""
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8",
                       "COMPLETIONS": str(completions)}
        self.process = subprocess.Popen(command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
                                        start_new_session=True,
                                        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(theirs)

    def type(self, text):
        os.write(self.ours, text.encode())

    def listen(self, seconds):
        """Reads what the shell shows, which else would wait for it."""
        ready, _, _ = select.select([self.ours], [], [], seconds)
        if ready:
            try:
                self.seen += os.read(self.ours, 65536)
            except OSError as error:  # how Linux says that the other end is closed
                raise TimeoutError(self.shown()) from error

    def shown(self):
        return self.seen[-2000:].decode(errors="replace")

    def until(self, condition, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(self.shown())
            self.listen(0.05)

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.ours)


def words_of(path):
    """What flowc was called with, once it has been."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [word.rstrip("/") for word in lines[1:1 + int(lines[0])]]  # which not every shell leaves behind a folder


def try_all(shell, completions):
    command, setup = SHELLS[shell]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder).resolve()
        for file in FILES:
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).touch()
        (folder / "setup").write_text(setup, encoding="utf-8")
        terminal = Terminal(command, folder, completions)
        try:
            terminal.type("source ./setup\r")
            for typed, expected in CASES:
                terminal.type(f"flowc {typed}\r".replace("~", "\t"))
                terminal.until((folder / "words").exists)
                found = words_of(folder / "words")
                (folder / "words").unlink()
                if found != expected:
                    yield f"{shell}: `flowc {typed}` becomes {found}, and has to become {expected}"
        except TimeoutError as error:
            yield f"{shell}: says nothing; it showed\n{error}"
        finally:
            terminal.close()


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in SHELLS:
        sys.exit(__doc__)
    shell, folder = sys.argv[1:]
    if not shutil.which(shell):
        return npm.not_run("completion", f"{shell} is not installed")
    faults = list(try_all(shell, pathlib.Path(folder).resolve()))
    for fault in faults:
        print(fault)
    print(f"{shell}: {len(CASES)} lines typed, {len(faults)} failures")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
