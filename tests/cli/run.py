#!/usr/bin/env python3
"""Runs the command line's cases: run.py FLOWC [--update] [CASE ...]

A case is a folder:
  cmd      one line a run, its arguments for flowc; before them NAME=value for the environment, behind them
           `< FILE` and `> FILE`; `> closed` is a pipe that nobody reads, `> terminal` a terminal. `!chmod MODE PATH` changes a mode,
           `!mkfifo PATH` makes a pipe, into which nobody writes. `!gone` before the arguments: in a folder that is deleted.
           A line that begins with `#` says what the case is about.
  in/      the folder that flowc runs in, as a copy; absent: empty
  stdout, stderr   what all runs print together; absent: nothing
  exit     the exit codes, one a line
  expect/  the files that are new or changed afterwards, and no others; `expect-gone`: those that are gone
  not-as-root      why the case says nothing where everything may be written; root gives that up for it

--update writes what was seen. Read it before you keep it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path

HERE = Path(__file__).resolve().parent
# A file that is a schema as it is published; a test of its own holds that to the program.
PUBLISHED = (HERE.parents[1] / "schemas" / "flowdsl.schema.json").read_bytes()


def files_below(folder):
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = Path(root) / name
            if path.is_file() and not path.is_symlink():
                found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def settle(text):
    """The version changes with every release."""
    return re.sub(rb"(?m)^flowc \d+\.\d+\.\d+$", b"flowc {version}", text)


def run_in_terminal(command, folder, environment, stdin):
    """The same with a terminal as standard output."""
    ours, theirs = os.openpty()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=stdin, stdout=theirs, stderr=errors)
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 4096):
                seen += part
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(ours)
        code = process.wait(timeout=60)
        errors.seek(0)
        return code, seen.replace(b"\r\n", b"\n"), errors.read()


def obeying():
    """What makes a command obey the permissions of files even as root; None where that cannot be had."""
    if os.geteuid() != 0:
        return []
    prefix = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    works = shutil.which(prefix[0]) and subprocess.run([*prefix, "true"], capture_output=True).returncode == 0
    return prefix if works else None


def run_line(flowc, line, folder):
    """Exit code, standard output and standard error of one line; None for a line that only prepares."""
    words = shlex.split(line)
    if words and words[0] == "!chmod":
        os.chmod(folder / words[2], int(words[1], 8))
        return None
    if words and words[0] == "!mkfifo":
        os.mkfifo(folder / words[1])
        return None
    if words and words[0] == "!gone":
        words.pop(0)
        flowc = ["sh", "-c", 'mkdir gone && cd gone && rmdir ../gone && exec "$@"', "sh", *flowc]
    environment = {"PATH": os.environ.get("PATH", "")}
    while words and re.match(r"[A-Z_]+=", words[0]):
        name, value = words.pop(0).split("=", 1)
        environment[name] = value
    stdin, stdout = subprocess.DEVNULL, subprocess.PIPE
    opened = []
    while len(words) >= 2 and words[-2] in ("<", ">"):
        sign, name = words[-2:]
        words = words[:-2]
        if sign == "<":
            opened.append(open(folder / name, "rb"))
            stdin = opened[-1]
        elif name == "terminal":
            return run_in_terminal([*flowc, *words], folder, environment, stdin)
        elif name == "closed":
            reading, writing = os.pipe()
            os.close(reading)
            opened.append(os.fdopen(writing, "wb"))
            stdout = opened[-1]
        else:
            opened.append(open(folder / name, "wb"))
            stdout = opened[-1]
    try:
        done = subprocess.run([*flowc, *words], cwd=folder, env=environment, stdin=stdin, stdout=stdout,
                              stderr=subprocess.PIPE, timeout=60)
    finally:
        for file in opened:
            file.close()
    return done.returncode, done.stdout or b"", done.stderr


def run_case(flowc, case):
    """What was seen, as the files of a case folder."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "in"
        if (case / "in").is_dir():
            shutil.copytree(case / "in", folder, symlinks=True)
        else:
            folder.mkdir()
        before = files_below(folder)
        seen = {"stdout": b"", "stderr": b"", "exit": b""}
        for line in (case / "cmd").read_text(errors="surrogateescape").splitlines():
            if line.startswith("#"):
                continue
            result = run_line(flowc, line, folder)
            if result is None:
                continue
            seen["exit"] += b"%d\n" % result[0]
            seen["stdout"] += settle(result[1])
            seen["stderr"] += settle(result[2])
        for root, _, _ in os.walk(folder):
            os.chmod(root, 0o755)
        after = files_below(folder)
    for name, data in after.items():
        if before.get(name) != data:
            seen["expect/" + name] = b"{the published schema}\n" if data == PUBLISHED else data
    gone = sorted(set(before) - set(after))
    seen["expect-gone"] = "".join(name + "\n" for name in gone).encode()
    return {name: data for name, data in seen.items() if data or name.startswith("expect/")}


def expected(case):
    wanted = {}
    for name in ("stdout", "stderr", "exit", "expect-gone"):
        if (case / name).is_file():
            wanted[name] = (case / name).read_bytes()
    for name, data in files_below(case / "expect").items():
        wanted["expect/" + name] = data
    return wanted


def write(case, seen):
    for name in ("stdout", "stderr", "exit", "expect-gone"):
        (case / name).unlink(missing_ok=True)
    shutil.rmtree(case / "expect", ignore_errors=True)
    for name, data in seen.items():
        (case / name).parent.mkdir(parents=True, exist_ok=True)
        (case / name).write_bytes(data)


def show(name, wanted, seen):
    def lines(data):
        return [] if data is None else data.decode("utf-8", "backslashreplace").splitlines(keepends=True)

    for line in unified_diff(lines(wanted), lines(seen), f"{name}, expected", f"{name}, seen"):
        print("    " + line, end="" if line.endswith("\n") else "\n")


def main():
    words = [word for word in sys.argv[1:] if word != "--update"]
    update = "--update" in sys.argv
    if not words:
        sys.exit(__doc__)
    flowc = [str(Path(words[0]).resolve())]
    prefix = obeying()
    cases = sorted(HERE / name for name in words[1:]) or sorted(path.parent for path in HERE.glob("*/cmd"))
    failed = skipped = 0
    for case in cases:
        not_as_root = (case / "not-as-root").is_file()
        if not_as_root and prefix is None:
            print(f"skipped {case.name}: {(case / 'not-as-root').read_text().strip()}")
            skipped += 1
            continue
        seen = run_case(prefix + flowc if not_as_root else flowc, case)
        wanted = expected(case)
        if seen == wanted:
            continue
        if update:
            write(case, seen)
            print(f"updated {case.name}")
            continue
        failed += 1
        print(f"FAILED {case.name}")
        for name in sorted(set(seen) | set(wanted)):
            if seen.get(name) != wanted.get(name):
                show(name, wanted.get(name), seen.get(name))
    print(f"{len(cases)} cases, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed or skipped and os.environ.get("CI") == "true" else 0)


main()
