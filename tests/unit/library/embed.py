#!/usr/bin/env python3
"""Runs a program of samples/embed and holds what it prints to what is kept beside it, the same for every language.

usage: embed.py c++ PROVISION [--update]         the program of provision.cpp
       embed.py python LIBRARY                   provision.py with that library
       embed.py node LIBRARY NPM_FOLDER          provision.cjs, and where npm installs what it needs

--update writes samples/embed/expected.txt. Read it before you keep it.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[3]
sample = root / "samples/embed"
sys.path.insert(0, str(root / "tests/schemas"))
import npm  # noqa: E402


def command_of(language, binary, rest):
    """The command, the environment that it needs, and its source."""
    if language == "c++":
        return [binary], {}, sample / "provision.cpp"
    if language == "python":
        return [sys.executable, "-B", sample / "provision.py"], {"FLOWC_LIBRARY": binary}, sample / "provision.py"
    modules = npm.install(rest[0])
    return ["node", sample / "provision.cjs"], {"FLOWC_LIBRARY": binary, "NODE_PATH": str(modules)}, sample / "provision.cjs"


def main(arguments):
    update = "--update" in arguments
    language, binary, *rest = [argument for argument in arguments if argument != "--update"]
    try:
        command, environment, source = command_of(language, str(pathlib.Path(binary).resolve()), rest)
    except npm.Missing as missing:
        return npm.not_run(f"embed, {language}", missing)
    faults = []

    def run(*files, cwd):
        return subprocess.run([*command, *files], cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True,
                              encoding="utf-8", timeout=60, check=False)

    done = run("repairs.flow.yaml", cwd=sample)
    if done.returncode != 0 or done.stderr:
        faults.append(f"repairs.flow.yaml: ended with {done.returncode}\n{done.stderr}")
    kept = sample / "expected.txt"
    if update:
        kept.write_text(done.stdout, encoding="utf-8")
    if done.stdout != kept.read_text(encoding="utf-8"):
        faults.append(f"the output differs from {kept.name}\n{done.stdout}")

    with tempfile.TemporaryDirectory() as folder:
        text = (sample / "repairs.flow.yaml").read_text(encoding="utf-8").replace("queue: Repairs", "queue: Repairz")
        pathlib.Path(folder, "wrong.flow.yaml").write_text(text, encoding="utf-8")
        done = run("wrong.flow.yaml", cwd=folder)
        # The faulty flow is left out, and the sound one comes all the same.
        if done.returncode != 1 or "[unresolved-name]" not in done.stderr or '"Waiting"' not in done.stdout \
                or '"Name": "Repairs"' in done.stdout:
            faults.append(f"a name that the inventory lacks: ended with {done.returncode}\n{done.stdout}{done.stderr}")
        for files, code, what in (["absent.flow.yaml"], 2, "a file that is not there"), ([folder], 2, "a folder"), \
                ([], 3, "no file"), (["one", "two"], 3, "two files"):
            done = run(*files, cwd=folder)
            if done.returncode != code or done.stdout or len(done.stderr.splitlines()) != 1:
                faults.append(f"{what}: ended with {done.returncode}\n{done.stdout}{done.stderr}")

    lines = len(source.read_text(encoding="utf-8").splitlines())
    if lines >= 60:
        faults.append(f"{source.name} has {lines} lines; it is to be read at a glance, in less than 60")
    for fault in faults:
        print(fault)
    print(f"{8 - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
