"""What a command asks of the system, and the same command disturbed at one of its requests, with strace."""

import collections
import re
import shutil
import subprocess

CALL = re.compile(r"^\d+ +(\w+)\((.*)")


class Missing(Exception):
    """Nothing can be traced here."""


def trace(command, log):
    """The calls of the command from the first that names something in the log's folder on, in order: the name, which one of that
    name it is, and its arguments. Those before belong to the start of a program."""
    if not shutil.which("strace"):
        raise Missing("strace is not installed")
    done = subprocess.run(["strace", "-f", "-qq", "-s", "8", "-o", str(log), *command], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise Missing(f"strace does not work here: {done.stderr.strip()[-200:]}")
    seen = collections.Counter()
    calls = []
    begun = False
    for line in log.read_text(errors="replace").splitlines():
        match = CALL.match(line)
        if match:
            seen[match[1]] += 1
            begun = begun or match[1] != "execve" and str(log.parent) in match[2]
            if begun:
                calls.append((match[1], seen[match[1]], match[2]))
    return calls


def writes(calls, output):
    """Those of the calls by which the files get their content and their names."""
    draft = None
    for name, number, arguments in calls:
        if name == "openat" and ".flowc-" in arguments:
            draft = arguments.rsplit("= ", 1)[-1]
            yield name, number
        elif name == "openat" and f'{output}"' in arguments and "O_DIRECTORY" in arguments and draft:
            draft = arguments.rsplit("= ", 1)[-1]
        elif name in ("mkdir", "rename") or name in ("write", "fsync", "fchmod") and arguments.startswith(f"{draft}"):
            yield name, number


def disturb(command, name, number, what):
    """Runs the command with `what` (`signal=KILL`, `error=ENOSPC`) done to its call `number` of that name."""
    return subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}",
                           "-e", f"inject={name}:{what}:when={number}", *command],
                          capture_output=True, text=True, check=False, timeout=60)
