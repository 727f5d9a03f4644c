#!/usr/bin/env python3
"""Draws findings on a folder of real flows for people to judge, before anybody has read one.

    draw.py FLOWC DIR [--seed N] [--count 200] > worksheet.tsv

All errors on console flows, and `--count` other findings, evenly over the rules that report. Which ones a rule gives depends on
the seed and on that rule's findings alone, so that a new rule takes nothing away that somebody has judged already, as long as the
count is the same. The seed is printed on standard error. What verdicts.tsv has judged keeps its verdict; the judge
fills in the others: right or wrong, and one sentence with the fact that it rests on.

A worksheet names file, place and rule. Words of the flow that a message quotes are left out of it.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import os
import re
import sys
from pathlib import Path

import run

VERDICTS = Path(__file__).with_name("verdicts.tsv")
SEED = 20261126
COLUMNS = ("file", "place", "rule", "severity", "message", "verdict", "reason")
SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def all_findings(flowc, folder):
    """Every finding on every file of the index, as rows of a worksheet with `console` beside them."""
    rows = run.read_index(folder)
    with concurrent.futures.ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        results = list(pool.map(lambda row: run.lint(flowc, folder, row), rows))
    known = words_of_the_service()
    findings = []
    for result in results:
        console = result.row["authored"] == "console" and result.row["class"] not in run.REFUSED
        for one in result.findings:
            findings.append({"file": result.row["file"], "place": run.place(one), "rule": one["rule"], "severity": one["severity"],
                             "message": without_words_of_the_flow(one["message"], known), "verdict": "", "reason": "",
                             "console": console, "repo": result.row["repo"]})
    return findings


def words_of_the_service():
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SCHEMAS.glob("**/*.json")))
    return set(re.findall(r'"([^"\\\n]+)"', text))


def without_words_of_the_flow(message, known):
    return re.sub(r"`([^`]*)`", lambda part: part[0] if part[1] in known else "`…`", re.sub(r"\s+", " ", message))


def key(row):
    return row["file"], row["place"], row["rule"]


def draw(findings, seed, count):
    def rank(row):
        return hashlib.sha256("\t".join((str(seed), *key(row))).encode()).digest()

    by_rule = collections.defaultdict(list)
    drawn = []
    for row in findings:
        if row["console"] and row["severity"] == "error":
            drawn.append(row)
        else:
            by_rule[row["rule"]].append(row)
    piles = [sorted(by_rule[rule], key=rank) for rule in sorted(by_rule)]
    others = []
    while len(others) < count and any(piles):
        for pile in piles:
            if pile and len(others) < count:
                others.append(pile.pop(0))
    return sorted(drawn + others, key=lambda row: (row["rule"], row["file"], [int(part) for part in re.findall(r"\d+", row["place"])]))


def read_verdicts(path=VERDICTS):
    return run.read_table(path, COLUMNS) if path.exists() else []


def main():
    parser = argparse.ArgumentParser(description="Draw findings for people to judge.")
    parser.add_argument("flowc")
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds index.tsv and the files it names")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    judged = {key(row): row for row in read_verdicts()}
    drawn = draw(all_findings(options.flowc, options.folder), options.seed, options.count)
    print(f"seed {options.seed}, {len(drawn)} findings of {len({row['rule'] for row in drawn})} rules", file=sys.stderr)
    print("\t".join(COLUMNS))
    for row in drawn:
        verdict = judged.get(key(row), row)
        print("\t".join([*(row[column] for column in COLUMNS[:5]), verdict["verdict"], verdict["reason"]]))


if __name__ == "__main__":
    sys.exit(main())
