#!/usr/bin/env python3
"""Holds flowc to the faults that real systems had: each is found by its rule, in its line, and nothing else is.

    run.py FLOWC
"""
import pathlib
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from findings import findings, shown  # noqa: E402


def line_of(fault):
    """The line in which the word of the fault stands."""
    text = (HERE / fault["file"]).read_text(encoding="utf-8")
    if text.count(fault["at"]) != 1:
        raise ValueError(f"{fault['file']}: `{fault['at']}` stands {text.count(fault['at'])} times in it")
    return text[:text.index(fault["at"])].count("\n") + 1


def main():
    flowc = str(pathlib.Path(sys.argv[1]).resolve())
    faults = yaml.safe_load((HERE / "faults.yaml").read_text(encoding="utf-8"))
    wanted = {(fault["file"], line_of(fault), fault["rule"]): fault["fault"] for fault in faults}
    # Each folder is a system whose flows know each other.
    found = {}
    for system in sorted(path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_")):
        for one in findings(flowc, system):
            file = str(pathlib.Path(one["file"]).resolve().relative_to(HERE))
            found[(file, one["line"], one["rule"])] = shown(one)
    failed = [f"{file}:{line}: {wanted[file, line, rule]}: not found by {rule}"
              for file, line, rule in sorted(wanted.keys() - found.keys())]
    failed += [f"found, and no fault: {found[key]}" for key in sorted(found.keys() - wanted.keys())]
    for one in failed:
        print(one)
    print(f"{len(wanted)} faults, {len(failed)} not as they should be")
    return 1 if failed or len(wanted) != len(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
