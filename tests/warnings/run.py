#!/usr/bin/env python3
"""Reads every source of a compile database with clang and treats each warning as an error.

    run.py --clang BINARY [--jobs N] compile_commands.json

The build is made with one compiler; this looks at the same sources with another without building them twice.
Generated sources must exist, so the build comes first.
"""

import argparse
import concurrent.futures
import json
import shlex
import subprocess
import sys
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
WITH_VALUE = {"-I", "-isystem", "-include", "-D", "-U"}


def arguments(entry):
    """What decides how the source reads: where headers lie, macros and the language; the rest belongs to the build."""
    words = iter(entry.get("arguments") or shlex.split(entry["command"]))
    kept = []
    for word in words:
        if word in WITH_VALUE:
            value = next(words)
            # What the driver includes it looks for as compiled, and g++'s file beside it is none of clang's.
            kept += ["-Xclang", word, "-Xclang", value] if word == "-include" else [word, value]
        elif word.startswith(("-I", "-isystem", "-D", "-U", "-std=")):
            kept.append(word)
    return kept


def check(clang, entry):
    language = ["-x", "c"] if entry["file"].endswith(".c") else ["-Wnon-virtual-dtor"]
    command = [clang, "-fsyntax-only", *WARNINGS, *language, *arguments(entry), entry["file"]]
    process = subprocess.run(command, cwd=entry["directory"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                             check=False)
    return process.returncode, process.stderr


def main():
    parser = argparse.ArgumentParser(description="Read every source with clang, warnings being errors.")
    parser.add_argument("--clang", default="clang++")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("database", type=Path)
    options = parser.parse_args()

    entries = {entry["file"]: entry for entry in json.loads(options.database.read_text(encoding="utf-8"))
               if entry["file"].endswith(".cpp")}
    if not entries:
        print(f"{options.database}: names no source", file=sys.stderr)
        return 2
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=max(1, options.jobs)) as pool:
        for code, text in pool.map(lambda file: check(options.clang, entries[file]), sorted(entries)):
            if code != 0:
                failed += 1
                print(text, end="")
    print(f"clang: {len(entries)} sources, {failed or 'none'} with warnings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
