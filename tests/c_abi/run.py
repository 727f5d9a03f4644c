#!/usr/bin/env python3
"""Runs the cases of the C ABI: run.py CALL FLOWC [--update] [CASE ...]

CALL is the program of call.c. A case is a folder:
  text.*                    what is compiled or checked
  compile.json, lint.json   the options, and by its name the function that is called with them
  result.json               the status and the result

--update writes what was seen. Read it before you keep it.

Then the samples: what they compile to through the C ABI has to be what is kept beside them. And what `flowc_lint`
finds has to be what `flowc lint --format json` prints.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
FUNCTIONS = ("compile", "lint")


def call(program, function, text, options):
    """Status and result."""
    done = subprocess.run([program, function, text, options], capture_output=True, timeout=60, check=False)
    if done.returncode not in (0, 1, 3) or done.stderr:
        raise AssertionError(f"ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.returncode, json.loads(done.stdout.decode("utf-8"))


def run_case(program, case):
    (text,) = case.glob("text.*")
    (options,) = [case / f"{name}.json" for name in FUNCTIONS if (case / f"{name}.json").is_file()]
    status, result = call(program, options.stem, text, options)
    return json.dumps({"status": status, "result": result}, indent=2, ensure_ascii=False) + "\n"


def run_sample(program, flow, folder):
    """What differs from the files that are kept."""
    sample = flow.parent
    options = folder / "options"
    options.write_text(json.dumps({"file": flow.name, "environment_file": "env.yaml",
                                   "files": {"env.yaml": (sample / "env.yaml").read_text(encoding="utf-8")}}))
    status, result = call(program, "compile", flow, options)
    kept = {path.stem: path.read_text(encoding="utf-8") for path in (sample / "expected").glob("*.json")}
    differ = [each["name"] for each in result["flows"] if kept.get(each["name"]) != each["json"]]
    if status != 0 or not result["flows"]:
        differ.append(f"status {status}")
    return differ


def run_lint(program, flowc, flow, folder):
    """Whether command and function tell the same, and how much they find; the command leaves alone what is no flow."""
    options = folder / "options"
    options.write_text(json.dumps({"file": flow.name}))
    (folder / flow.name).write_bytes(flow.read_bytes())
    _, result = call(program, "lint", flow, options)
    done = subprocess.run([flowc, "lint", "--format", "json", flow.name], cwd=folder, capture_output=True, timeout=60,
                          check=False)
    printed = json.loads(done.stdout)
    same = all(result[key] == printed[key] for key in ("findings", "flows"))
    return same or bool(printed["unreadable"]), len(printed["findings"])


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 3
    program, flowc = (str(pathlib.Path(path).resolve()) for path in arguments[:2])
    update = "--update" in arguments
    named = [name for name in arguments[2:] if name != "--update"]
    faults, checks = [], 0

    for case in sorted((HERE / "cases").iterdir()):
        if named and case.name not in named:
            continue
        checks += 1
        seen, kept = run_case(program, case), case / "result.json"
        if update:
            kept.write_text(seen, encoding="utf-8")
        elif not kept.is_file() or seen != kept.read_text(encoding="utf-8"):
            faults.append(f"{case.name}: the result is not what is kept\n{seen}")

    with tempfile.TemporaryDirectory() as temporary:
        folder, found = pathlib.Path(temporary), 0
        for flow in [] if named else sorted(SAMPLES.glob("*/*.flow.yaml")):
            if not (flow.parent / "env.yaml").is_file():
                continue
            checks += 1
            if differ := run_sample(program, flow, folder):
                faults.append(f"{flow.name}: {', '.join(differ)}")
        for flow in [] if named else sorted(HERE.parent.glob("golden/*/refused.*")):
            if not flow.name.endswith((".flow.yaml", ".json")):
                continue
            checks += 1
            same, findings = run_lint(program, flowc, flow, folder)
            found += findings
            if not same:
                faults.append(f"{flow.parent.name}/{flow.name}: flowc_lint and flowc lint find different things")
        if not named and found == 0:
            faults.append("no golden has a finding")

    for fault in faults:
        print(fault)
    print(f"{checks - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
