"""What a command asks of the system, and the same command disturbed at one of its requests, with strace."""

import collections
import re
import shutil
import subprocess

# Of the start of a program, not of flowc.
FIRST = re.compile(r'^\d+ +execve\(')
CALL = re.compile(r"^\d+ +(\w+)\((.*)")


class Missing(Exception):
    """Nothing can be traced here."""


def trace(command, log):
    """Every call of the command, in order: its name, which one of that name it is, and its arguments."""
    if not shutil.which("strace"):
        raise Missing("strace is not installed")
    done = subprocess.run(["strace", "-f", "-qq", "-s", "8", "-o", str(log), *command], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise Missing(f"strace does not work here: {done.stderr.strip()[-200:]}")
    seen = collections.Counter()
    calls = []
    for line in log.read_text(errors="replace").splitlines():
        match = CALL.match(line)
        if match:
            seen[match[1]] += 1
            calls.append((match[1], seen[match[1]], match[2]))
    return calls


def disturb(command, name, number, what):
    """Runs the command with `what` (`signal=KILL`, `error=ENOSPC`) done to its call `number` of that name."""
    return subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}",
                           "-e", f"inject={name}:{what}:when={number}", *command],
                          capture_output=True, text=True, check=False, timeout=60)
