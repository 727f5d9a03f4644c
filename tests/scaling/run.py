#!/usr/bin/env python3
"""Twice the input takes at most 2.5 times the time: measures every shape of shapes.py.

run.py FLOWC READING [PART OF A SHAPE'S NAME ...]

FLOWC is the program, READING that of reading.cpp beside this file. JSON goes from 1 to 16 MiB, YAML from 64 KiB to
1 MiB. Time is that of the processor, user and system, and of several runs the shortest: whatever else the machine
does can only make it longer. A ratio that is too large is measured again, up to ROUNDS times. One line a shape: the
largest ratio of two neighbouring sizes, the time and the memory of the largest size. Fails when one is above LIMIT.
"""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile

import shapes

LIMIT = 2.5
ROUNDS = 8
# Shorter than this a program's start and the clock are what is measured.
FLOOR = 0.004
KIB = 1024
SIZES = {"json": [KIB * KIB << step for step in range(5)], "yaml": [64 * KIB << step for step in range(5)]}
ENVIRONMENT = 'bind: {placeholder: "<<{name}>>"}\n'
LIBRARY = "define: of-the-library\nsteps: [hangup]\n"


class Failed(Exception):
    """A program that did not end as it should."""


def run(command, folder):
    """Seconds of the processor, and megabytes, of one run; what it prints is thrown away."""
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=nothing,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (120, 120)))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):  # 2: it is no flow, which is seen when it has been read
        raise Failed(f"exit code {process.returncode}: {' '.join(map(str, command))}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB


class Measurement:
    """One shape and one thing that is done with it, at every size."""

    def __init__(self, flowc, reading, folder, kind, verb, make):
        self.folder = pathlib.Path(folder)
        self.reading = verb == "read"
        self.files = []
        for size in SIZES[kind]:
            path = self.folder / (f"{size}.json" if kind == "json" else f"{size}.flow.yaml")
            path.write_bytes(make(size).encode("utf-8", "surrogateescape"))
            self.files.append(path)
        self.command = {"read": [reading], "lint": [flowc, "lint", "--jobs", "1"],
                        "fix": [flowc, "lint", "--jobs", "1", "--fix-unsafe", "--diff"],
                        "compile": [flowc, "compile", "--jobs", "1", "--env", "env.yaml", "-o", "-"]}[verb]
        self.seconds = [float("inf")] * len(self.files)
        self.memory = 0

    def round(self):
        """Every size once, so that a machine that slows down slows all."""
        for i, path in enumerate(self.files):
            if self.reading:
                done = subprocess.run([*self.command, path], capture_output=True, text=True, check=False)
                if done.returncode != 0:
                    raise Failed(f"exit code {done.returncode}: {path.name}")
                seconds = float(done.stdout.split()[0])
            else:
                seconds, self.memory = run([*self.command, path], self.folder)
            self.seconds[i] = min(self.seconds[i], seconds)

    def ratio(self):
        times = [max(seconds, FLOOR) for seconds in self.seconds]
        return max(after / before for before, after in zip(times, times[1:]))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    flowc, reading = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
    wanted = [shape for shape in shapes.SHAPES if all(part in shape.name for part in sys.argv[3:])]
    failed = 0
    print(f"{'':3}{'ratio':>6} {'seconds':>8} {'MB':>6}  shape")
    for shape in wanted:
        for verb in shape.verbs:
            with tempfile.TemporaryDirectory() as folder:
                (pathlib.Path(folder) / "flowc.yaml").touch()
                (pathlib.Path(folder) / "env.yaml").write_text(ENVIRONMENT)
                (pathlib.Path(folder) / "library.flow.yaml").write_text(LIBRARY)
                one = Measurement(flowc, reading, folder, shape.kind, verb, shape.make)
                try:
                    one.round()
                    for _ in range(ROUNDS):
                        if one.ratio() <= LIMIT:
                            break
                        one.round()
                    bad = one.ratio() > LIMIT
                    print(f"{'!!!' if bad else '':3}{one.ratio():6.2f} {one.seconds[-1]:8.3f} {one.memory:6.0f}  "
                          f"{verb} {shape.kind}: {shape.name}", flush=True)
                except Failed as why:
                    bad = True
                    print(f"!!! {verb} {shape.kind}: {shape.name}: {why}", flush=True)
                failed += bad
    print(f"{len(wanted)} shapes, {failed} measurements above {LIMIT}")
    sys.exit(1 if failed else 0)


main()
