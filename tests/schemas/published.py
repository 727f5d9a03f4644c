#!/usr/bin/env python3
"""Holds the schemas that are checked in to those that flowc prints: published.py FLOWC [--update]

With FLOWC_UPDATE_GOLDENS=1, or --update, they are written anew.
"""

import difflib
import os
import pathlib
import subprocess
import sys

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "schemas"
FILES = {"flow": "flow-language.schema.json", "dsl": "flowdsl.schema.json"}


def main():
    flowc, *options = sys.argv[1:]
    update = options == ["--update"] or os.environ.get("FLOWC_UPDATE_GOLDENS") == "1"
    failed = 0
    for kind, name in FILES.items():
        path = SCHEMAS / name
        printed = subprocess.run([flowc, "schema", kind], capture_output=True, check=True, timeout=60).stdout
        if update:
            path.write_bytes(printed)
            continue
        kept = path.read_bytes() if path.is_file() else b""
        if printed == kept:
            continue
        failed += 1
        lines = difflib.unified_diff(kept.decode().splitlines(), printed.decode().splitlines(), f"schemas/{name}",
                                     f"flowc schema {kind}", lineterm="", n=1)
        for number, line in enumerate(lines):
            if number == 40:
                print("…")
                break
            print(line)
        print(f"schemas/{name} is not what `flowc schema {kind}` prints; ./dev test --update writes it anew")
    print(f"{len(FILES)} schemas, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
