#!/usr/bin/env python3
"""Holds flowc to what people have judged: judged.py FLOWC DIR [--update]

verdicts.tsv is a worksheet of draw.py with verdicts: right or wrong, and why. second-reader.tsv and those like it, and fresh-draw.tsv, are
what other people made of flowc as it was when they read: they are counted, and held to nothing but their form. It fails where
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
READERS = {"second-reader.tsv": "a second reader, of those above", "fresh-draw.tsv": "a fresh draw",
           "third-reader.tsv": "a third reader, of those above", "fourth-reader.tsv": "a fourth",
           "fifth-reader.tsv": "a fifth"}
LEAST = 0.97
INTRODUCTION = """# What people made of the findings

flowc has read {files} real files of {repositories} public repositories. All errors on flows that came out of the console, which the
service took once, were judged, and {others} other findings, which a program drew evenly over the rules before anybody had read
one (`tests/corpus/draw.py --seed {seed}`). A finding is *right* when what it says is so and whoever owns the flow would want to
know. Every verdict has one sentence with the fact that it rests on, in `tests/corpus/verdicts.tsv`. The flows are not part of this
repository.

**Of {errors} errors on console flows {right_errors} are right, of the {others} drawn findings {right_others}: {percent}.** {wrong_errors}
So say those who make flowc. Five others, who had written no rule, found less of it right: what they say stands [below](#judged-again).

Of the first 200 that were drawn 183 were right. `silent-loop`, `unbounded-retry`, `silence-not-tested` and `hang-up-without-words` were
narrowed for the others, and the same seed drew again, which gave new findings in the place of those that were gone.

| rule | findings | judged | right | wrong |
|---|---|---|---|---|
"""

AGAIN = """
## Judged again

Five people who had written no rule judged as well. Four were given a part of the findings above without the verdicts, each after what those
before had found was mended (`tests/corpus/second-reader.tsv`; `third-reader.tsv`, evenly over rules: 20 errors on console flows and 40 others;
`fourth-reader.tsv` and `fifth-reader.tsv`, 60 each, evenly over rules, of what none before had judged; the fifth was asked to judge
by the file alone), one what was drawn with the seed text `fresh-20261126b` from those that nobody had judged
(`fresh-draw.tsv`). The files keep what flowc said then.

| | judged | right | wrong | of the wrong: not reported any more | said otherwise now | said as before |
|---|---|---|---|---|---|---|
"""
MENDED = """
Four of the second reader's rest on programs of the flow's owner that fill the file in, or choose where it starts, before the service sees
it, one of the third's, and two of the fourth's; flowc sees the file alone. Where the service refuses the file as it stands, `verdicts.tsv` keeps such an error as right
and says so. The third reader's other error rested on two pages of AWS's that differ: the reference asks for both sides to be recorded where
a contact is analysed, and the administrator's guide for voice alone. It is a warning now, which says so.

What was mended: an empty text deep in a view, an input of one key and a colon behind a reference are no findings any more. Advice no longer leaves out
what is needed, splits off a reference that an operand repeats, writes the word that stands there, or names a parameter that the action
does not take. What a template or a script fills in is a note. Where an id is left empty for a program, the message names the placeholders
that flowc takes in its place. Several actions that nothing leads to, one of which a program may make the start, are notes that say so, and no findings where a program fills them in. Nor is
a failed Lambda whose answer is compared next one, nor a line that is cut where the first prompt fails; and where
nobody knows the type of a flow, its silence is one only if nobody has spoken before. In the folder of its project, the flow for after the agent has left is not blamed for silence any more; here
each file is read alone.

What they called wrong and flowc still says:

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
    lines += again(findings)
    return "\n".join(lines) + "\n"


def outcome(row, findings):
    """What became of a finding that somebody judged: 0 not reported any more, 1 said otherwise, 2 said as before."""
    now = [(one["severity"], one["message"]) for one in findings if draw.key(one) == draw.key(row)]
    return 0 if not now else 2 if (row["severity"], row["message"]) in now else 1


def again(findings):
    lines, left = [AGAIN.rstrip("\n")], []
    for name, title in READERS.items():
        rows = draw.read_verdicts(draw.VERDICTS.with_name(name))
        wrong = [row for row in rows if row["verdict"] == "wrong"]
        became = collections.Counter(outcome(row, findings) for row in wrong)
        lines.append(f"| {title} | {len(rows)} | {right(rows)} | {len(wrong)} | {became[0]} | {became[1]} | {became[2]} |")
        left += [row for row in wrong if outcome(row, findings)]
    lines.append(MENDED.rstrip("\n") + "\n")
    lines += [f"- `{row['rule']}`, {('in other words', 'as before')[outcome(row, findings) - 1]}: {row['reason']}" for row in left]
    return lines


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
