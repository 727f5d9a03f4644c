#!/usr/bin/env python3
"""Compiles every sample as its README says and holds the result to what is kept beside it.

usage: run.py FLOWC [--update]

A sample is a folder with `*.flow.yaml`, `env.yaml`, and
  expected/<flow>.json     the compiled flow, to the byte
  expected/findings.txt    everything that was said meanwhile
  graph/<flow>.json        optional: the graph that the flow must have, whatever its identifiers (isomorphic.py)
Every compiled flow is then linted as the document that it is, with its own type, and must be without an error.

--update writes `expected/`. Read it before you keep it.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent.parent
isomorphic = root / "tests/samples/isomorphic.py"


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def types_of(flowc, sample, files):
    """Flow name to flow type, as the API's body says it; a module's has none."""
    done = run([flowc, "compile", *files, "--env", "env.yaml", "--target", "api", "-o", "-", "--quiet"], sample)
    bodies = json.loads(done.stdout)
    return {body["Name"]: body.get("Type", "MODULE") for body in (bodies if isinstance(bodies, list) else [bodies])}


def check(flowc, sample, update):
    faults = []
    files = sorted(path.name for path in sample.glob("*.flow.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        done = run([flowc, "compile", *files, "--env", "env.yaml", "-o", folder, "--quiet"], sample)
        if done.returncode != 0:
            return [f"compile ended with {done.returncode}\n{done.stdout}{done.stderr}"]
        made = {path.name: path.read_text() for path in pathlib.Path(folder).iterdir()}
        made["findings.txt"] = done.stderr
        expected = sample / "expected"
        if update:
            shutil.rmtree(expected, ignore_errors=True)
            expected.mkdir()
            for name, text in made.items():
                (expected / name).write_text(text)
        kept = {path.name: path.read_text() for path in expected.iterdir()} if expected.is_dir() else {}
        for name in sorted(made.keys() | kept.keys()):
            if name not in kept:
                faults.append(f"{name} is made and not kept in expected/")
            elif name not in made:
                faults.append(f"{name} is kept in expected/ and not made")
            elif made[name] != kept[name]:
                faults.append(f"{name} differs from expected/{name}")
        for graph in sorted((sample / "graph").glob("*.json")):
            same = run([sys.executable, str(isomorphic), str(pathlib.Path(folder) / graph.name), str(graph)], sample)
            if same.returncode != 0:
                faults.append(f"{graph.name} has another graph: {same.stdout}{same.stderr}")
        for name, flow_type in types_of(flowc, sample, files).items():
            if flow_type is None or not (pathlib.Path(folder) / f"{name}.json").exists():
                faults.append(f"{name} was not written as {name}.json")
                continue
            linted = run([flowc, "lint", "--type", flow_type, str(pathlib.Path(folder) / f"{name}.json")], sample)
            if linted.returncode != 0:
                faults.append(f"{name}.json does not pass its own checks\n{linted.stdout}{linted.stderr}")
    return faults


def main():
    flowc = str(pathlib.Path(sys.argv[1]).resolve())
    update = "--update" in sys.argv[2:]
    failed = passed = 0
    for sample in sorted(path for path in (root / "samples").iterdir() if (path / "env.yaml").exists()):
        faults = check(flowc, sample, update)
        for fault in faults:
            print(f"samples/{sample.name}: {fault}")
        failed += bool(faults)
        passed += not faults
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
