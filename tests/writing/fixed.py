#!/usr/bin/env python3
"""A run of `lint --fix` that is killed or refused at any moment leaves whole files, fixed or not, and the next run ends it.

fixed.py FLOWC: disturbs it at each of its system calls; between two of them it changes nothing that others see.
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))

from not_run import not_run  # noqa: E402
from system_calls import Missing, disturb, trace, writes  # noqa: E402

FAULTY = """{
  "Version": "2019-10-30",
  "StartAction": "bye",
  "Actions": [
    {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {"NextAction": "bye"}}
  ]
}
"""
FIXED = FAULTY.replace('"NextAction": "bye"', "")


class Flows:
    def __init__(self, root):
        self.folder = root / "flows"
        self.folder.mkdir()
        self.files = [self.folder / "a.json", self.folder / "b.json"]

    def fresh(self):
        for path in self.files:
            path.write_text(FAULTY)
            path.chmod(0o640)

    def faults(self):
        for path in self.files:
            if path.read_text() not in (FAULTY, FIXED):
                yield f"{path.name} is neither the old file nor the new one"
            if path.stat().st_mode & 0o777 != 0o640:
                yield f"{path.name} has another mode"

    def leftovers(self):
        return [path.name for path in self.folder.iterdir() if path not in self.files]


def disturbed_everywhere(flowc, root):
    flows = Flows(root)
    command = [flowc, "lint", "--fix", "--jobs", "1", str(flows.folder)]
    flows.fresh()
    calls = trace(command, root / "log")
    assert [path.read_text() for path in flows.files] == [FIXED, FIXED], "the flows are not fixed as this test thinks"
    # A sanitizer writes, too: into a pipe, to learn whether memory is there.
    written = set(writes(calls, flows.folder)) | {call[:2] for call in calls if call[0] == "openat"}
    left = refused = 0
    for name, number, _ in calls:
        for how in ["signal=KILL"] + (["error=ENOSPC"] if (name, number) in written else []):
            flows.fresh()
            done = disturb(command, name, number, how)
            faults = list(flows.faults())
            if how == "signal=KILL":
                left += bool(flows.leftovers())
            else:
                refused += 1
                if any(path.read_text() != FIXED for path in flows.files) and done.returncode != 2:
                    faults.append(f"exit code {done.returncode}, though a file is not fixed: {done.stderr}")
            subprocess.run(command, capture_output=True, check=False)
            if [path.read_text() for path in flows.files] != [FIXED, FIXED] or flows.leftovers():
                faults.append("the next run did not end it")
            for fault in faults:
                yield f"{how} at {name} {number}: {fault}"
    print(f"disturbed at {len(calls)} system calls, {refused} of them refused; {left} times something was left and removed")
    if left == 0:
        yield "no run was killed while it wrote: this test sees nothing"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    failed = 0
    try:
        with tempfile.TemporaryDirectory() as root:
            for fault in disturbed_everywhere(sys.argv[1], pathlib.Path(root)):
                print("FAILED " + fault)
                failed += 1
    except Missing as missing:
        sys.exit(not_run("fixed", missing))
    sys.exit(1 if failed else 0)


main()
