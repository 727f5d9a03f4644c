#!/usr/bin/env python3
"""Runs what docs/decode-error.md shows: the files of the page are written, each command is run among them, and has to print
what stands behind it.

    decode_error.py FLOWC [--update]
"""

import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/decode-error.md"
FILE = re.compile(r"`([\w.-]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^```console\n\$ flowc ([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main():
    flowc, text = pathlib.Path(sys.argv[1]).resolve(), PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in FILE.findall(text):
            (pathlib.Path(folder) / name).write_text(content, encoding="utf-8")

        def run(shown):
            done = subprocess.run([flowc, *shlex.split(shown[1])], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
            return f"```console\n$ flowc {shown[1]}\n{done.stdout}{done.stderr}```"

        printed, commands = COMMAND.subn(run, text)
    if "--update" in sys.argv:
        PAGE.write_text(printed, encoding="utf-8")
    elif printed != text or commands == 0:
        print(f"{PAGE.name} shows something else than this:\n{printed}")
        return 1
    print(f"{commands} commands, as they are shown")
    return 0


if __name__ == "__main__":
    sys.exit(main())
