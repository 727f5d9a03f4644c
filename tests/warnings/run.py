#!/usr/bin/env python3
"""Reads every source of a compile database with clang and treats each warning as an error.

    run.py --clang BINARY [--jobs N] compile_commands.json

What the build asks no warnings of, for it is not ours, is left alone. The build is made with one compiler; this looks at the same sources with another without building them twice.
Generated sources must exist, so the build comes first.
"""

import argparse
import concurrent.futures
import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
WITH_VALUE = {"-I", "-isystem", "-include", "-D", "-U"}


def arguments(entry):
    """What decides how the source reads: where headers lie, macros and the language; and what is read before it, if anything is."""
    words = iter(entry.get("arguments") or shlex.split(entry["command"]))
    kept, before = [], None
    for word in words:
        if word in WITH_VALUE:
            value = next(words)
            if word == "-include":
                before = value
            else:
                kept += [word, value]
        elif word.startswith(("-I", "-isystem", "-D", "-U", "-std=")):
            kept.append(word)
    return kept, before


def precompiled(clang, entries, folder):
    """For what is read before many sources, clang's own file of it: g++'s is none of clang's."""
    made = {}
    for entry in entries:
        kept, before = arguments(entry)
        key = (before, *kept)
        if before and key not in made:
            made[key] = str(Path(folder) / f"{len(made)}.pch")
            subprocess.run([clang, "-w", "-x", "c++-header", *kept, before, "-o", made[key]], cwd=entry["directory"], check=True)
    return made


def check(clang, entry, made):
    kept, before = arguments(entry)
    language = ["-x", "c"] if entry["file"].endswith(".c") else ["-Wnon-virtual-dtor"]
    first = ["-include-pch", made[(before, *kept)]] if before else []
    command = [clang, "-fsyntax-only", *WARNINGS, *language, *kept, *first, entry["file"]]
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
               if entry["file"].endswith(".cpp") and "-Wall" in (entry.get("command") or entry["arguments"])}
    if not entries:
        print(f"{options.database}: names no source", file=sys.stderr)
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(max_workers=max(1, options.jobs)) as pool:
        made = precompiled(options.clang, entries.values(), folder)
        for code, text in pool.map(lambda file: check(options.clang, entries[file], made), sorted(entries)):
            if code != 0:
                failed += 1
                print(text, end="")
    print(f"clang: {len(entries)} sources, {failed or 'none'} with warnings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
