#!/usr/bin/env python3
"""The man pages say what the command line says, and typesetters read them without a warning.

usage: pages.py FLOWC FOLDER    FOLDER: where the pages are
"""

import pathlib
import re
import shutil
import subprocess
import sys

# The verbs that read a project.
PROJECT = {"flowc-compile.1", "flowc-lint.1", "flowc-decode-error.1", "flowc-init.1"}
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "schemas"))
import npm  # noqa: E402  # says what it means that a test is not run


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def entries(help_text):
    """Terms and what is said of them: lines that are indented by two, the two parts apart by two or more."""
    return re.findall(r"^  (\S.*?) {2,}(\S.*)$", help_text, re.MULTILINE)


def settled(text):
    """Without what a page adds for the eye: line ends, indentation, quotes of words."""
    return re.sub(r"\s+", " ", text.replace("`", ""))


def faults_of(page, help_text):
    set_text = run("groff", "-man", "-Tutf8", "-P-c", "-rLL=1000n", "-ww", "-K", "utf8", str(page))
    if set_text.returncode != 0 or set_text.stderr:
        yield f"groff: {set_text.stderr.strip()}"
    shown = settled(re.sub(r".\x08", "", set_text.stdout))
    said = entries(help_text)
    if not said:
        yield "the help lists nothing"
    for term, text in said:
        if settled(f"{term} {text}") not in shown:
            yield f"`{term}` is not there, or not as in the help: {text}"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    flowc, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not shutil.which("groff"):
        return npm.not_run("man pages", "groff is not installed")
    overview = run(flowc, "--help").stdout
    verbs = [term for term, _ in entries(overview.split("Verbs:\n")[1].split("\n\n")[0])]
    helps = {"flowc.1": overview} | {f"flowc-{verb}.1": run(flowc, verb, "--help").stdout for verb in verbs}
    found = {page.name for page in folder.glob("*.1")}
    faults = [f"{name}: there is no such page" for name in sorted(set(helps) - found)]
    faults += [f"{name}: a page of no verb" for name in sorted(found - set(helps))]
    for name in sorted(set(helps) - {"flowc.1"}):
        wanted = ["Examples:", "Exit status:", *(["flowc.yaml"] if name in PROJECT else []),
                  *(["NO_COLOR"] if "--color" in helps[name] else [])]
        faults += [f"{name}: the help does not have `{word}`" for word in wanted if word not in helps[name]]
    for name in sorted(found & set(helps)):
        faults += [f"{name}: {fault}" for fault in faults_of(folder / name, helps[name])]
    for fault in faults:
        print(fault)
    print(f"{len(helps)} pages, {len(faults)} failures")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
