#!/usr/bin/env python3
"""Lints a folder of real contact flows and holds flowc to what is known about them.

    run.py --flowc BINARY [--show RULE]... [--errors] DIR

DIR/index.tsv names the files; of its columns these are read:
  file       path below DIR
  class      flow-language, wrapped, cfn: a Flow-language document; legacy: the console's old export, a form
             that is refused by name; malformed: no valid JSON, which is said; a template is told as that
  repo       where the file was found; each repository is one line of the table
  flow_type  the API's name, or CONTACT_FLOW_MODULE; empty: the flow is checked without one
  authored   console: the service accepted the flow once, so an error on it is wrong or needs a reason

A crash, a file that takes more than 5 s, a legacy file without an error, a malformed one of which that is not said, and
an error on a console flow that accepted.tsv does not list (file, rule, why the service would refuse it) fail the run; so
does a line of accepted.tsv that is no longer needed.
"""

import argparse
import collections
import concurrent.futures
import csv
import dataclasses
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ACCEPTED = Path(__file__).with_name("accepted.tsv")
SECONDS = 5.0
DOCUMENTS = {"flow-language", "wrapped", "cfn"}
REFUSED = {"legacy", "malformed"}
# A module is a resource of its own, so the API has no flow type for it.
TYPE_WORDS = {"CONTACT_FLOW_MODULE": "module"}
SEVERITIES = ("error", "warning", "note")


class Unusable(Exception):
    """The binary, the index or accepted.tsv is not what it should be."""


@dataclasses.dataclass
class Result:
    row: dict
    findings: list
    seconds: float
    faults: list  # what is wrong with the run itself

    def count(self, severity):
        return sum(finding["severity"] == severity for finding in self.findings)

    def errors(self):
        return [finding for finding in self.findings if finding["severity"] == "error"]


def read_table(path, columns):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
            header = rows[0].keys() if rows else path.read_text(encoding="utf-8").rstrip("\n").split("\t")
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error
    missing = [column for column in columns if column not in header]
    if missing:
        raise Unusable(f"{path}: no column {', '.join(missing)}")
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise Unusable(f"{path}:{number}: {len(header)} columns are needed")
    return rows


def read_index(folder):
    rows = read_table(folder / "index.tsv", ("file", "class", "repo", "flow_type", "authored"))
    if not rows:
        raise Unusable(f"{folder / 'index.tsv'}: names no file")
    for number, row in enumerate(rows, 2):
        if row["class"] not in DOCUMENTS | REFUSED:
            raise Unusable(f"{folder / 'index.tsv'}:{number}: unknown class {row['class']!r}")
    return rows


def read_accepted(rows):
    """(file, rule) -> line number."""
    known = {row["file"] for row in rows}
    accepted = {}
    for number, row in enumerate(read_table(ACCEPTED, ("file", "rule", "why")), 2):
        key = (row["file"], row["rule"])
        if row["file"] not in known:
            raise Unusable(f"{ACCEPTED}:{number}: the index has no file {row['file']}")
        if not row["rule"] or not row["why"].strip():
            raise Unusable(f"{ACCEPTED}:{number}: a rule and a reason are needed")
        if key in accepted:
            raise Unusable(f"{ACCEPTED}:{number}: the same file and rule as line {accepted[key]}")
        accepted[key] = number
    return accepted


def lint(flowc, folder, row):
    command = [flowc, "lint", "--format", "json"]
    if row["flow_type"]:
        command += ["--type", TYPE_WORDS.get(row["flow_type"], row["flow_type"])]
    command.append(str(folder / row["file"]))
    start = time.monotonic()
    try:
        process = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Result(row, [], time.monotonic() - start, [f"took more than {SECONDS:g} s"])
    result = Result(row, [], time.monotonic() - start, [])
    said = process.stderr.decode("utf-8", "replace").strip().splitlines()
    said = f": {said[-1]}" if said else ""
    code = process.returncode
    if code < 0 or code > 2:
        result.faults.append((f"was killed by signal {-code}" if code < 0 else f"exit code {code}") + said)
        return result
    try:
        result.findings = json.loads(process.stdout.decode("utf-8"))["findings"]
        for finding in result.findings:
            if finding["severity"] not in SEVERITIES or not finding["rule"]:
                raise ValueError("a finding without severity or rule")
    except (ValueError, KeyError, TypeError) as error:
        result.findings = []
        result.faults.append(f"exit code {code} without readable JSON ({error}){said}")
        return result
    judge(result, code, said)
    return result


def judge(result, code, said):
    kind = result.row["class"]
    errors = result.errors()
    if kind in DOCUMENTS:
        if code == 2:
            result.faults.append("was called unreadable" + said)
        elif (code == 1) != bool(errors):
            result.faults.append(f"exit code {code} with {len(errors)} errors")
    elif kind == "malformed" and any(finding["rule"] == "json-syntax" for finding in result.findings):
        pass
    elif not errors or code == 0:
        result.faults.append(f"{kind}, but exit code {code} with {len(errors)} errors")
    elif kind == "legacy" and [finding["rule"] for finding in errors] != ["unsupported-form"]:
        result.faults.append("legacy, but not just one unsupported-form: "
                             + ", ".join(sorted({finding["rule"] for finding in errors})))


def place(finding):
    return f"{finding.get('line', '?')}:{finding.get('column', '?')}"


def print_table(header, rows):
    rows = [header, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]
        print("  ".join(cells))
    print()


def print_repositories(results):
    by_repository = collections.defaultdict(list)
    for result in results:
        by_repository[result.row["repo"]].append(result)
    table = []
    for repository in sorted(by_repository, key=str.lower):
        group = by_repository[repository]
        found = [sum(result.count(severity) for result in group) for severity in SEVERITIES]
        slowest = max(result.seconds for result in group)
        table.append([repository, len(group), *found, f"{slowest * 1000:.0f}"])
    print_table(["repository", "files", "errors", "warnings", "notes", "slowest ms"], table)


def print_rules(results):
    """The columns tell errors that matter (on flows that the service took once) from those that do not."""
    counts = collections.defaultdict(collections.Counter)
    for result in results:
        origin = "refused" if result.row["class"] in REFUSED else result.row["authored"]
        for rule in {finding["rule"] for finding in result.findings}:
            counts[rule]["files"] += 1
        for finding in result.findings:
            counts[finding["rule"]][finding["severity"]] += 1
            if finding["severity"] == "error" and origin == "console":
                counts[finding["rule"]]["console"] += 1
    order = sorted(counts, key=lambda rule: (-counts[rule]["error"], -counts[rule]["files"], rule))
    table = [[rule, *(counts[rule][name] for name in ("files", "error", "warning", "note", "console"))]
             for rule in order]
    print_table(["rule", "files", "errors", "warnings", "notes", "errors on console flows"], table)


def failures(results, accepted):
    needed = set()
    for result in results:
        file = result.row["file"]
        for fault in result.faults:
            yield f"{file}: {fault}"
        if result.row["class"] in REFUSED or result.row["authored"] != "console":
            continue
        for finding in result.errors():
            key = (file, finding["rule"])
            if key in accepted:
                needed.add(key)
            else:
                yield f"{file}:{place(finding)}: error: {finding['message']} [{finding['rule']}]"
    for (file, rule), number in accepted.items():
        if (file, rule) not in needed:
            yield f"{ACCEPTED.name}:{number}: {rule} finds no error on the console flow {file}; remove the line"


def main():
    parser = argparse.ArgumentParser(description="Lint a folder of real contact flows.")
    parser.add_argument("--flowc", required=True, help="the binary to run")
    parser.add_argument("--show", action="append", default=[], metavar="RULE", help="print every finding of this rule")
    parser.add_argument("--errors", action="store_true", help="print every error, on whatever flow")
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds index.tsv and the files it names")
    options = parser.parse_args()

    try:
        if not os.access(options.flowc, os.X_OK):
            raise Unusable(f"{options.flowc}: no such program")
        rows = read_index(options.folder)
        accepted = read_accepted(rows)
    except Unusable as error:
        print(f"corpus: {error}", file=sys.stderr)
        return 2
    with concurrent.futures.ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        results = list(pool.map(lambda row: lint(options.flowc, options.folder, row), rows))

    print_repositories(results)
    print_rules(results)
    for result in results:
        for finding in result.findings:
            if finding["rule"] in options.show or (options.errors and finding["severity"] == "error"):
                print(f"{result.row['file']}:{place(finding)}: {finding['severity']}: {finding['message']} "
                      f"[{finding['rule']}]")
    failed = list(failures(results, accepted))
    for line in failed:
        print(f"FAILED {line}")
    slowest = max(results, key=lambda result: result.seconds)
    print(f"corpus: {len(results)} files, {sum(len(result.findings) for result in results)} findings, "
          f"slowest {slowest.seconds * 1000:.0f} ms, {len(accepted)} accepted; "
          + (f"{len(failed)} failures" if failed else "passed"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
