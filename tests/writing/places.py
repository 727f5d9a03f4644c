#!/usr/bin/env python3
"""What stands where something is written stays what it is: a link, a pipe, a device, a flow that is checked.

places.py FLOWC
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

FLOW = "flow: A\nstart: [hangup]\n"
FAULTY = """{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
  {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {"NextAction": "bye"}}]}
"""


class Place:
    """A folder with a flow in it, which ends with the test."""

    def __init__(self, flowc, root):
        self.flowc = flowc
        self.root = pathlib.Path(root)
        (self.root / "a.flow.yaml").write_text(FLOW)

    def run(self, *arguments):
        return subprocess.run([self.flowc, *arguments], cwd=self.root, capture_output=True, text=True, timeout=60)

    def link(self, name, target):
        (self.root / name).symlink_to(target)


def written_through_link(place, name, *arguments):
    """What a run puts behind a link, which stays one."""
    target = place.root / "kept.json"
    target.write_text("old")
    place.link(name, os.path.relpath(target, (place.root / name).parent))
    done = place.run(*arguments)
    assert done.returncode == 0, done
    assert (place.root / name).is_symlink(), "the link was replaced"
    return json.loads(target.read_text())


def link_to_a_report(place):
    report = written_through_link(place, "report.json", "lint", "--output", "json=report.json", "a.flow.yaml")
    assert report["findings"] == []


def link_to_a_baseline(place):
    assert "findings" in written_through_link(place, "baseline.json", "lint", "--write-baseline", "baseline.json", "a.flow.yaml")


def link_to_a_compiled_flow(place):
    (place.root / "out").mkdir()
    assert written_through_link(place, "out/A.json", "compile", "a.flow.yaml", "-o", "out")["Version"] == "2019-10-30"


def pipe(place):
    os.mkfifo(place.root / "pipe")
    heard = []
    reader = threading.Thread(target=lambda: heard.append((place.root / "pipe").read_text()), daemon=True)
    reader.start()
    done = place.run("lint", "--output", "json=pipe", "a.flow.yaml")
    assert done.returncode == 0, done
    assert (place.root / "pipe").is_fifo(), "the pipe was replaced"
    reader.join(timeout=60)
    assert json.loads(heard[0])["findings"] == []


def full_device(place):
    place.link("full", "/dev/full")  # a link, so that a fault costs the machine nothing
    for arguments in (["--output", "json=full"], ["--write-baseline", "full"]):
        done = place.run("lint", *arguments, "a.flow.yaml")
        assert done.returncode == 2, done
        assert done.stderr == "full: error: not written: no space left on device\n", done.stderr
        assert (place.root / "full").is_symlink(), "the link was replaced"


def standard_output(place):
    with open(place.root / "all.txt", "w", encoding="utf-8") as both:
        done = subprocess.run([place.flowc, "lint", "--output", "json=/proc/self/fd/1", "a.flow.yaml"], cwd=place.root, stdout=both,
                              timeout=60, check=False)
    assert done.returncode == 0, done
    text = (place.root / "all.txt").read_text()
    assert '"findings": []' in text and "no findings in 1 file" in text, text


def flow_that_is_checked(place):
    for arguments in (["--output", "json=./a.flow.yaml"], ["--write-baseline", "./a.flow.yaml"]):
        done = place.run("lint", *arguments, "a.flow.yaml")
        assert done.returncode == 2, done
        assert "./a.flow.yaml: error: not written: it was read to be checked" in done.stderr, done.stderr
    assert (place.root / "a.flow.yaml").read_text() == FLOW


def owner_and_group(place):
    """Of what root mends for somebody else."""
    if os.geteuid() != 0:
        return
    for name in ("fixed.json", "out/A.json"):
        path = place.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(FAULTY)
        path.chmod(0o640)
        os.chown(path, 65534, 65533)
    assert place.run("lint", "--fix", "fixed.json").returncode == 0
    assert place.run("compile", "a.flow.yaml", "-o", "out").returncode == 0
    for name in ("fixed.json", "out/A.json"):
        there = (place.root / name).stat()
        assert (place.root / name).read_text() != FAULTY, name
        assert (there.st_uid, there.st_gid, there.st_mode & 0o777) == (65534, 65533, 0o640), (name, there)


def main():
    cases = (link_to_a_report, link_to_a_baseline, link_to_a_compiled_flow, pipe, full_device, standard_output, flow_that_is_checked, owner_and_group)
    for case in cases:
        with tempfile.TemporaryDirectory() as root:
            case(Place(os.path.abspath(sys.argv[1]), root))
    print(f"{len(cases)} places stayed what they were")


if __name__ == "__main__":
    main()
