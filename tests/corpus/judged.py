#!/usr/bin/env python3
"""Holds flowc to what people have judged: judged.py FLOWC DIR [--update]

verdicts.tsv is a worksheet of draw.py with verdicts: right or wrong, and why. It fails where
  - a finding that was judged is not reported any more, or with another severity
  - an error on a console flow was not judged
  - an error on a console flow is wrong
  - less than 97 % are right, of those errors or of what was drawn
docs/corpus.md is the table of it; --update rewrites it.
"""
import collections
import sys
from pathlib import Path

import draw
import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "corpus.md"
LEAST = 0.97
INTRODUCTION = """# What people made of the findings

flowc has read {files} real files of {repositories} public repositories. All errors on flows that came out of the console, which the
service took once, were judged, and {others} other findings, which a program drew evenly over the rules before anybody had read
one (`tests/corpus/draw.py --seed {seed}`). A finding is *right* when what it says is so and whoever owns the flow would want to
know. Every verdict has one sentence with the fact that it rests on, in `tests/corpus/verdicts.tsv`. The flows are not part of this
repository.

**Of {errors} errors on console flows {right_errors} are right, of the {others} drawn findings {right_others}: {percent}.** {wrong_errors}

Of the first 200 that were drawn 183 were right. `silent-loop`, `unbounded-retry`, `silence-not-tested` and `hang-up-without-words` were
narrowed for the others, and the same seed drew again, which gave new findings in the place of those that were gone.

| rule | findings | judged | right | wrong |
|---|---|---|---|---|
"""


def right(verdicts):
    return sum(row["verdict"] == "right" for row in verdicts)


def parts(findings, verdicts):
    """Errors on console flows, of which all are judged, and what was drawn."""
    console = {draw.key(row) for row in findings if row["console"] and row["severity"] == "error"}
    return ([row for row in verdicts if draw.key(row) in console], [row for row in verdicts if draw.key(row) not in console])


def page(rows, findings, verdicts):
    found = collections.Counter(row["rule"] for row in findings)
    judged = collections.Counter((row["rule"], row["verdict"]) for row in verdicts)
    wrong = [row for row in verdicts if row["verdict"] == "wrong"]
    wrong_errors = sum(row["severity"] == "error" for row in wrong)
    errors, others = parts(findings, verdicts)
    lines = [INTRODUCTION.format(
        files=len(rows), repositories=len({row["repo"] for row in rows}), seed=draw.SEED,
        errors=len(errors), right_errors=right(errors), others=len(others), right_others=right(others),
        percent=f"{100 * right(others) / max(len(others), 1):.1f} %",
        wrong_errors="No error is wrong." if not wrong_errors else f"{wrong_errors} errors are wrong.").rstrip("\n")]
    for rule in sorted(found):
        numbers = judged[rule, "right"], judged[rule, "wrong"]
        lines.append(f"| [{rule}](rules/{rule}.md) | {found[rule]} | {sum(numbers)} | {numbers[0]} | {numbers[1]} |")
    if wrong:
        lines.append("\nWhat is wrong:\n")
        lines += [f"- `{row['rule']}`: {row['reason']}" for row in wrong]
    return "\n".join(lines) + "\n"


def faults(findings, verdicts):
    severities = collections.defaultdict(set)
    for row in findings:
        severities[draw.key(row)].add(row["severity"])
    seen = set()
    for row in verdicts:
        name = " ".join(draw.key(row))
        if row["verdict"] not in ("right", "wrong") or len(row["reason"].split()) < 4:
            yield f"{name}: a verdict, right or wrong, and a sentence why are needed"
        if row["severity"] not in severities[draw.key(row)]:
            yield f"{name}: is not reported as {row['severity']} any more; judge again what is, or take the line out"
        if row["verdict"] == "wrong" and row["severity"] == "error":
            yield f"{name}: an error that is wrong"
        if draw.key(row) in seen:
            yield f"{name}: is judged twice"
        seen.add(draw.key(row))
    for row in findings:
        if row["console"] and row["severity"] == "error" and draw.key(row) not in seen:
            yield f"{' '.join(draw.key(row))}: an error on a console flow that nobody has judged"
    for some in parts(findings, verdicts):
        if right(some) < LEAST * len(some):
            yield f"{right(some)} of {len(some)} are right, which is less than {LEAST:.0%}"


def main():
    flowc, folder = sys.argv[1], Path(sys.argv[2])
    findings, verdicts = draw.all_findings(flowc, folder), draw.read_verdicts()
    failed = list(faults(findings, verdicts))
    text = page(run.read_index(folder), findings, verdicts)
    if "--update" in sys.argv[3:]:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        failed.append("docs/corpus.md differs from what was found and judged; run ./dev corpus DIR --update")
    for line in failed:
        print("FAILED", line)
    print(f"judged: {len(verdicts)} of {len(findings)} findings; " + (f"{len(failed)} failures" if failed else "passed"))
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except run.Unusable as error:
        sys.exit(f"judged: {error}")
