#!/usr/bin/env python3
"""Runs the program of samples/embed and holds what it prints to what is kept beside it.

usage: embed.py PROVISION [--update]

--update writes samples/embed/expected.txt. Read it before you keep it.
"""

import pathlib
import subprocess
import sys
import tempfile

sample = pathlib.Path(__file__).resolve().parent.parent.parent.parent / "samples/embed"


def run(program, file, cwd):
    return subprocess.run([program, file], cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def main(arguments):
    program = str(pathlib.Path(arguments[0]).resolve())
    faults = []

    done = run(program, "repairs.flow.yaml", sample)
    if done.returncode != 0 or done.stderr:
        faults.append(f"repairs.flow.yaml: ended with {done.returncode}\n{done.stderr}")
    kept = sample / "expected.txt"
    if "--update" in arguments[1:]:
        kept.write_text(done.stdout, encoding="utf-8")
    if done.stdout != kept.read_text(encoding="utf-8"):
        faults.append(f"the output differs from {kept.name}\n{done.stdout}")

    with tempfile.TemporaryDirectory() as folder:
        text = (sample / "repairs.flow.yaml").read_text(encoding="utf-8").replace("queue: Repairs", "queue: Repairz")
        pathlib.Path(folder, "wrong.flow.yaml").write_text(text, encoding="utf-8")
        done = run(program, "wrong.flow.yaml", folder)
        # The faulty flow is left out, and the sound one comes all the same.
        if done.returncode != 1 or "[unresolved-name]" not in done.stderr or '"Waiting"' not in done.stdout \
                or '"Name": "Repairs"' in done.stdout:
            faults.append(f"a name that the inventory lacks: ended with {done.returncode}\n{done.stdout}{done.stderr}")
        done = run(program, "absent.flow.yaml", folder)
        if done.returncode != 2 or done.stdout or not done.stderr:
            faults.append(f"a file that is not there: ended with {done.returncode}\n{done.stdout}{done.stderr}")

    lines = len((sample / "provision.cpp").read_text(encoding="utf-8").splitlines())
    if lines >= 60:
        faults.append(f"provision.cpp has {lines} lines; it is to be read at a glance, in less than 60")
    for fault in faults:
        print(fault)
    print(f"{4 - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
