#!/usr/bin/env python3
"""Does what a page shows: files are written, commands run, and what they print is what stands there.

    shown.py FLOWC PAGE...

A comment before a fenced block says what it is, with `; with: PATH, …` for files of this repository that it needs:

    <!-- file: NAME -->         the block is a file that later commands read
    <!-- runs: COMMAND -->      no block: COMMAND ends without an error
    <!-- prints: COMMAND -->    the block is what COMMAND prints, to the letter
    <!-- action of: COMMAND --> the block is one of the actions of the flow that COMMAND prints; `…` in a text stands for what is left out
"""
import fnmatch
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^<!-- (file|runs|prints|action of): (.*?)(?:; with: (.*?))? -->\n+(?:```\w*\n(.*?)^```$)?", re.M | re.S)


def output_of(command, flowc, folder):
    words = shlex.split(command)
    if words[0] != "flowc":
        raise ValueError(f"no command of flowc: {command}")
    return subprocess.run([flowc, *words[1:]], cwd=folder, capture_output=True, text=True, timeout=20, check=False)


def same(shown, value):
    """Whether a value is the one that is shown, with `…` for what is left out of a text."""
    if isinstance(shown, str) and isinstance(value, str) and "…" in shown:
        return fnmatch.fnmatchcase(value, shown.replace("[", "[[]").replace("…", "*"))
    if isinstance(shown, dict) and isinstance(value, dict):
        return shown.keys() == value.keys() and all(same(shown[key], value[key]) for key in shown)
    if isinstance(shown, list) and isinstance(value, list):
        return len(shown) == len(value) and all(map(same, shown, value))
    return shown == value


def wrong_with(kind, what, block, flowc, folder):
    """None, or what is wrong."""
    if kind == "file":
        path = folder / what
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
        return None
    done = output_of(what, flowc, folder)
    if kind == "runs":
        return None if done.returncode == 0 else done.stderr or done.stdout
    if kind == "prints":
        printed = done.stdout + done.stderr
        return None if printed == block else f"prints\n{printed}"
    actions = json.loads(done.stdout)["Actions"] if done.returncode == 0 else []
    return None if any(same(json.loads(block), action) for action in actions) else f"has no such action\n{done.stderr}"


def main():
    flowc = str(pathlib.Path(sys.argv[1]).resolve())
    failed = 0
    for page in sys.argv[2:]:
        text = pathlib.Path(page).read_text(encoding="utf-8")
        count = 0
        with tempfile.TemporaryDirectory() as name:
            for found in BLOCK.finditer(text):
                kind, what, needed, block = found.groups()
                for path in re.split(r",\s*", needed) if needed else []:
                    shutil.copy(ROOT / path, name)
                wrong = wrong_with(kind, what, block or "", flowc, pathlib.Path(name))
                count += 1
                if wrong:
                    failed += 1
                    print(f"{page}:{text.count(chr(10), 0, found.start()) + 1}: {what}: {wrong}")
        failed += count == 0
        print(f"{page}: {count} shown")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
