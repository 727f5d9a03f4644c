#!/usr/bin/env python3
"""A compile that is killed at any moment leaves whole files, old or new, and the next run removes what it left.

killed.py FLOWC: kills it at each of its system calls, from the first to the last; between two of them it changes
nothing that others see.
"""

import pathlib
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))

from folder import Folder  # noqa: E402
from not_run import not_run  # noqa: E402
from system_calls import Missing, disturb, trace  # noqa: E402
import subprocess  # noqa: E402


def killed_everywhere(folder):
    output = folder.root / "out"
    command = folder.command(folder.fresh(output))
    calls = trace(command, folder.root / "log")
    written = [name for name, _, _ in calls].count("rename")
    assert written == 2, f"{written} files are renamed into place, two were expected"
    leftovers = 0
    for name, number, _ in calls:
        folder.fresh(output)
        disturb(command, name, number, "signal=KILL")
        faults = list(folder.faults(output, leftovers_allowed=True))
        leftovers += output.is_dir() and any(path.name.startswith(".flowc-") for path in output.iterdir())
        again = subprocess.run(command, capture_output=True, text=True, check=False)
        if again.returncode != 0 or not folder.is_new(output):
            faults.append(f"the next run did not mend it: {again.returncode} {again.stderr}")
        for fault in faults:
            yield f"killed at {name} {number}: {fault}"
    print(f"killed at {len(calls)} system calls, {leftovers} times something was left and removed")
    if leftovers == 0:
        yield "no run was killed while it wrote: this test sees nothing"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    failed = 0
    try:
        for has_old in (True, False):
            with tempfile.TemporaryDirectory() as root:
                for fault in killed_everywhere(Folder(sys.argv[1], root, has_old)):
                    print("FAILED " + fault)
                    failed += 1
    except Missing as missing:
        sys.exit(not_run("killed", missing))
    sys.exit(1 if failed else 0)


main()
