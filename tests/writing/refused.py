#!/usr/bin/env python3
"""A file that cannot be written is named with the reason, keeps its old content, and the exit code is 2.

refused.py FLOWC: each of the calls by which files are written is refused once, for each of the usual reasons, with
strace; and once for real: a full disk, a folder and a disk that are read-only, a limit to the size of files.
"""

import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))

from folder import Folder  # noqa: E402
from not_run import not_run  # noqa: E402
from system_calls import Missing, disturb, trace, writes  # noqa: E402

REASONS = {"ENOSPC": "no space left on device", "EDQUOT": "disk quota exceeded", "EIO": "input/output error",
           "EROFS": "read-only file system", "EACCES": "permission denied"}


def faults_of(folder, output, done, reason):
    """What is wrong with how a refusal was taken."""
    yield from folder.faults(output)
    if done.returncode != 2:
        yield f"exit code {done.returncode}"
    line = re.compile(re.escape(str(output)) + r"(/\w+\.json)?: error: .*: " + re.escape(reason) + r"(; the old file is kept)?")
    lines = done.stderr.splitlines()
    if not lines or not all(line.fullmatch(each) for each in lines):
        yield f"the message is {done.stderr!r}"
    for each in lines:
        name = each.split(": ")[0].rsplit("/", 1)[-1]
        if each.endswith("the old file is kept") and (output / name).read_bytes() != folder.old.get(name):
            yield f"it is not the old file that is kept: {each}"


def refused_by_strace(flowc, root, has_old):
    folder = Folder(flowc, root, has_old)
    output = folder.root / "out"
    command = folder.command(folder.fresh(output))
    written = list(writes(trace(command, folder.root / "log"), output))
    kinds = {name for name, _ in written}
    wanted = {"openat", "write", "fsync", "rename", "fchmod" if has_old else "mkdir"}
    assert kinds == wanted, f"files are written by {kinds}, not by {wanted}"
    for name, number in written:
        for error, reason in REASONS.items():
            folder.fresh(output)
            done = disturb(command, name, number, f"error={error}")
            if name == "fsync" and error == "EROFS" and done.returncode == 0 and folder.is_new(output):
                continue  # a folder that cannot be synced
            for fault in faults_of(folder, output, done, reason):
                yield f"{name} {number} refused with {error}: {fault}"
    print(f"{len(written)} system calls refused, each for {len(REASONS)} reasons")


def refused_for_real(flowc, root):
    folder = Folder(flowc, root)
    output = folder.root / "out"
    command = folder.command(output)

    def run(arguments, **options):
        return subprocess.run(arguments, capture_output=True, text=True, check=False, **options)

    # A limit of the user to the size of files, which the system enforces with a signal.
    folder.fresh(output)
    least = min(len(data) for data in folder.new.values())
    done = run(command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (least // 2, least // 2)))
    for fault in faults_of(folder, output, done, "file too large"):
        yield f"limited file size: {fault}"

    # Root may write everywhere, unless it gives that up.
    folder.fresh(output)
    output.chmod(0o555)
    obeying = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    done = run(obeying + command)
    output.chmod(0o755)
    for fault in faults_of(folder, output, done, "permission denied"):
        yield f"read-only folder: {fault}"

    # What is mounted is seen only by the commands inside; so they say what is in it afterwards.
    if not shutil.which("unshare") or run(["unshare", "--mount", "--map-root-user", "true"]).returncode != 0:
        raise Missing("no file system can be mounted here")
    keep = folder.root / "seen"
    for label, mount, reason in (
            ("full disk", 'mount -t tmpfs -o size=16k none "$1" && cp "$2"/*.json "$1" && '
                          '{ cat /dev/zero >"$1/filler" 2>"$2/cat"; true; }', "no space left on device"),
            ("read-only disk", 'cp "$2"/*.json "$1" && mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"',
             "read-only file system")):
        folder.fresh(output)
        shutil.rmtree(keep, ignore_errors=True)
        keep.mkdir()
        old = folder.root / "old"
        shutil.rmtree(old, ignore_errors=True)
        shutil.copytree(output, old)
        script = f'{mount} || exit 77; shift 2; "$@"; code=$?; cp -a {output}/. {keep}; exit $code'
        done = run(["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", str(output), str(old), *command])
        if done.returncode == 77:
            raise Missing(f"no file system can be mounted here: {done.stderr.strip()}")
        (keep / "filler").unlink(missing_ok=True)
        shutil.rmtree(output)
        shutil.copytree(keep, output)
        for fault in faults_of(folder, output, done, reason):
            yield f"{label}: {fault}"
    print("refused for real: the size of files, a folder, a full disk, a read-only disk")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    failed = 0
    missing = None
    for check in (lambda root: refused_by_strace(sys.argv[1], root, True),
                  lambda root: refused_by_strace(sys.argv[1], root, False),
                  lambda root: refused_for_real(sys.argv[1], root)):
        with tempfile.TemporaryDirectory() as root:
            try:
                for fault in check(root):
                    print("FAILED " + fault)
                    failed += 1
            except Missing as why:
                missing = why
    if failed:
        sys.exit(1)
    sys.exit(not_run("refused", missing) if missing else 0)


main()
