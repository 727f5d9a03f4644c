#!/usr/bin/env python3
"""The same flows give the same bytes, wherever, whenever and however they are compiled.

usage: run.py FLOWC            holds every way of compiling to the plain one; exit code 0 when all are equal
       run.py --digest FLOWC   prints only the digest of everything that is compiled: equal for every compiler

What is compiled: each sample with its own environment, and the flows of tests/actions, which are one set of many files.
"""

import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent.parent
targets = ("content", "wrapper", "export", "api")


class Set:
    """A folder of flows with its environment file."""

    def __init__(self, folder):
        self.folder = folder
        self.files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.flow.yaml"))

    @property
    def name(self):
        return str(self.folder.relative_to(root))


def sets():
    folders = [path.parent for path in sorted((root / "samples").glob("*/env.yaml"))]
    return [Set(folder) for folder in folders + [root / "tests/actions"]]


class Failed(Exception):
    pass


def run(command, cwd, stdin=None, **changed):
    """What was written and said. `changed` are variables of the environment; None takes one away."""
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("LC_", "FLOWC_")) and name not in ("LANG", "LANGUAGE", "TZ", "NO_COLOR")}
    for name, value in changed.items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value
    done = subprocess.run(command, cwd=cwd, env=environment, input=stdin, capture_output=True, timeout=120, check=False)
    if done.returncode != 0:
        raise Failed(f"ended with {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout, done.stderr


def written_in(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def compiled(flowc, inputs, environment, cwd, *options, umask=None, **changed):
    """The files, and what was said meanwhile."""
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch, "out")
        before = os.umask(umask) if umask is not None else None
        try:
            _, said = run([flowc, "compile", *inputs, "--env", environment, "-o", str(out), "--quiet", *options], cwd,
                          **changed)
        finally:
            if before is not None:
                os.umask(before)
        return written_in(out), said


def locales(scratch):
    """Settings for locales with other letters, signs and orders. One that the system lacks is made, where that is
    possible: a program falls back to "C" for an unknown one, and then the trial says nothing."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
    found, missing = [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": "C"}], []
    for wanted in ("C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8"):
        if wanted.replace("UTF-8", "utf8") in known or wanted in known:
            found.append({"LC_ALL": wanted})
            continue
        language, charset = wanted.split(".")
        try:
            subprocess.run(["localedef", "-i", language, "-f", charset, f"{scratch}/{wanted}"], capture_output=True,
                           check=False)
        except FileNotFoundError:
            pass
        if pathlib.Path(scratch, wanted).is_dir():
            found.append({"LC_ALL": wanted, "LANG": wanted, "LOCPATH": str(scratch)})
        else:
            missing.append(wanted)
    return found, missing


def shuffled_copy(folder, copy):
    """The same files made in another order, with other times and in the end of a long way with odd letters."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    random.Random(7).shuffle(files)
    for path in files:
        goal = copy / path.relative_to(folder)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_bytes(path.read_bytes())
        os.utime(goal, (1, 1))
    return copy


def settings(flowc, flows, available):
    """Where and when: name and result. Everything is equal, the messages too."""
    here = flows.folder
    for changed in available:
        yield f"locale {changed['LC_ALL']}", compiled(flowc, flows.files, "env.yaml", here, **changed)
    for zone in ("UTC", "Asia/Kathmandu", "America/St_Johns", "XYZ+12:34:56"):
        yield f"time zone {zone}", compiled(flowc, flows.files, "env.yaml", here, TZ=zone)
    for umask in (0o000, 0o077):
        yield f"umask {umask:03o}", compiled(flowc, flows.files, "env.yaml", here, umask=umask)
    for jobs in ("1", "2", "8"):
        yield f"--jobs {jobs}", compiled(flowc, flows.files, "env.yaml", here, "--jobs", jobs)
    yield "HOME unset", compiled(flowc, flows.files, "env.yaml", here, HOME=None)
    yield "HOME nowhere", compiled(flowc, flows.files, "env.yaml", here, HOME="/nonexistent", XDG_CONFIG_HOME="/nonexistent")
    yield "an empty environment", compiled(flowc, flows.files, "env.yaml", here, **{name: None for name in os.environ})
    yield "once more", compiled(flowc, flows.files, "env.yaml", here)


def places(flowc, flows, scratch):
    """From where and in which order: name and result. The files are equal; messages name the files as they were named."""
    here = flows.folder
    yield "absolute paths from /", compiled(flowc, [str(here / name) for name in flows.files], str(here / "env.yaml"), "/")
    yield "the folder itself", compiled(flowc, ["."], "env.yaml", here)
    yield "the folder from its parent", compiled(flowc, [here.name], f"{here.name}/env.yaml", here.parent)
    yield "paths with dots", compiled(flowc, [f"../{here.name}/./{name}" for name in flows.files], "./env.yaml", here)
    copy = shuffled_copy(here, scratch / "another place, größer" / ("x" * 100) / here.name)
    yield "a copy made in another order", compiled(flowc, [str(copy)], str(copy / "env.yaml"), scratch)
    yield "arguments backwards", compiled(flowc, flows.files[::-1], "env.yaml", here)
    mixed = flows.files[:]
    random.Random(3).shuffle(mixed)
    yield "arguments shuffled", compiled(flowc, mixed, "env.yaml", here, "--jobs", "8")
    alone = {}
    for name in flows.files:
        alone.update(compiled(flowc, [name], "env.yaml", here)[0])
    yield "each file alone", (alone, None)


def on_standard_output(flowc, flows):
    """The stream holds the flows that the folder gets, and is the same whatever the number of threads."""
    files = compiled(flowc, flows.files, "env.yaml", flows.folder, "--target", "wrapper")[0]
    wrappers = {json.loads(text)["Name"]: json.loads(text) for text in files.values()}
    streams = []
    for jobs in ("1", "8"):
        text, _ = run([flowc, "compile", *flows.files, "--env", "env.yaml", "-o", "-", "--target", "wrapper", "--quiet",
                       "--jobs", jobs], flows.folder)
        streams.append(text)
    found = json.loads(streams[0])
    found = {flow["Name"]: flow for flow in (found if isinstance(found, list) else [found])}
    return streams[0] == streams[1] and found == wrappers


def digest(flowc):
    """One number for everything that is compiled, in all four forms, with all that is said meanwhile."""
    total = hashlib.sha256()
    for flows in sets():
        for target in targets:
            files, said = compiled(flowc, flows.files, "env.yaml", flows.folder, "--target", target)
            for name, text in sorted(files.items()):
                total.update(json.dumps([flows.name, target, name, len(text)]).encode() + text)
            total.update(said)
    return total.hexdigest()


def differences(wanted, found):
    names = sorted(wanted.keys() | found.keys())
    return [name for name in names if wanted.get(name) != found.get(name)]


def main(arguments):
    only_digest = arguments[:1] == ["--digest"]
    if len(arguments) != 1 + only_digest:
        print(__doc__, file=sys.stderr)
        return 3
    flowc = str(pathlib.Path(arguments[-1]).resolve())
    if only_digest:
        print(digest(flowc))
        return 0

    passed = failed = 0

    def count(what, fault):
        nonlocal passed, failed
        passed += not fault
        failed += bool(fault)
        if fault:
            print(f"{what}: {fault}")

    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        available, missing = locales(scratch)
        for flows in sets():
            try:
                plain, said = compiled(flowc, flows.files, "env.yaml", flows.folder)
                if not plain:
                    raise Failed("nothing was written")
                for what, (files, messages) in settings(flowc, flows, available):
                    fault = differences(plain, files) or (["the messages"] if messages != said else [])
                    count(f"{flows.name}, {what}", f"differs in {', '.join(fault)}" if fault else "")
                for what, (files, _) in places(flowc, flows, scratch):
                    fault = differences(plain, files)
                    count(f"{flows.name}, {what}", f"differs in {', '.join(fault)}" if fault else "")
                count(f"{flows.name}, standard output", "" if on_standard_output(flowc, flows) else "differs")
            except Failed as fault:
                count(flows.name, str(fault))
            shutil.rmtree(scratch / "another place, größer", ignore_errors=True)
    print(f"digest of all flows: {digest(flowc)}")
    if missing:
        print(f"not tried, because the system cannot make them: {', '.join(missing)}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
