#!/usr/bin/env python3
"""Holds docs/rules/ to the rules and their goldens: one page a rule, made of what flowc says of it and of what it finds.

    rule_pages.py FLOWC [--update]
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "rules"
GOLDENS = ROOT / "tests" / "golden"
LONGEST = 120  # lines of an example; a longer one is for a machine
# What only a project shows: cases of the command line, with the folders `refused` and `accepted`.
CASES = {"unmatched-pattern": "lint-pattern-of-no-file"}
# Why a page does not show what flowc was given.
NOT_SHOWN = {
    "content-too-long": "A flow of more than 256,000 characters is too long for a page.",
    "file-too-large": "A file that reaches the limit is too long for a page; of one byte more flowc says how large it is, and what it may be.",
    "invalid-utf8": "This page is UTF-8 and cannot hold such a byte; the file was saved in Windows-1252.",
    "text-too-long": "A text of more than 6,000 characters is too long for a page.",
    "too-many-actions": "A flow of 251 actions is too long for a page.",
    "too-many-bytes": "Values of 32,772 bytes are too long for a page.",
}

CATEGORIES = {
    "text": "the file can be read",
    "language": "the flow language is kept",
    "validity": "the service takes the flow",
    "graph": "callers get on and get out",
    "routing": "queues, transfers, hooks and flow types",
    "data": "attributes, answers of Lambdas, what callers entered",
    "speech": "what is said, and what keys are offered",
    "portability": "the flow can move to another instance",
    "safety": "secrets, recordings, personal data",
    "project": "the flows of a project fit each other",
}


def sentence(text):
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else text + "."


def example(rule, begins):
    """The first golden whose name begins so, and is short enough to be read; one in YAML is shorter than one in JSON."""
    for path in sorted((GOLDENS / rule).glob(begins + "*"), key=lambda path: (path.suffix != ".yaml", path.name.split("."))):
        if path.suffix not in (".json", ".yaml") or path.name.endswith(".env.yaml"):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        expected = path.parent / (path.name.removesuffix(".json").removesuffix(".flow.yaml") + ".expected")
        if text.count("\n") <= LONGEST and max(map(len, text.split("\n"))) <= 400 and expected.exists():
            return path, text, expected.read_text(encoding="utf-8")
    return None


def files_beside(path):
    """The other flows and the settings of the project that a golden stands in: what a finding says may rest on them."""
    folder = path.parent / (path.name.removesuffix(".json").removesuffix(".flow.yaml") + ".project")
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return [(file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def shown_by_a_project(rule):
    """What is said of a project's files, and of the same when they are mended."""
    case = ROOT / "tests" / "cli" / CASES[rule]
    said = (case / "stdout").read_text(encoding="utf-8").replace("refused/", "")
    assert f"[{rule}]" in said and "accepted/" not in said, f"{case}: does not show {rule} in `refused` alone"
    refused, accepted = ({file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
                          for file in sorted(folder.rglob("*")) if file.is_file()}
                         for folder in (case / "in" / "refused", case / "in" / "accepted"))
    settings = refused.pop("flowc.yaml")
    text = "## An example\n\nIn `flowc.yaml`:\n\n" + fenced(settings, "yaml")
    for name, beside in refused.items():
        text += f"\nBeside it stands `{name}`:\n\n" + fenced(beside, language_of(pathlib.Path(name)))
    text += "\nWhat flowc says:\n\n" + fenced(said, "text")
    return text + "\nNothing is said of this one:\n\n" + fenced(accepted["flowc.yaml"], "yaml")


def not_shown(rule):
    text = "## An example\n\n" + NOT_SHOWN[rule] + "\n"
    expected = GOLDENS / rule / "refused.expected"
    return text + ("\nWhat flowc says:\n\n" + fenced(expected.read_text(encoding="utf-8"), "text") if expected.exists() else "")


def fixes_of_goldens(flowc):
    """By rule, the fixes that flowc offers for what it finds in the goldens, with the files that they mend."""
    done = subprocess.run([flowc, "lint", "--format", "json", "tests/golden"], cwd=ROOT, capture_output=True)
    fixes = {}
    for finding in json.loads(done.stdout)["findings"]:
        for fix in finding.get("fixes", []):
            fixes.setdefault(finding["rule"], []).append(fix)
    return fixes


def mended(path, fixes):
    """What the fixes of a rule change in its example, as a patch; empty where they change nothing."""
    name = path.relative_to(ROOT).as_posix()
    fixes = [fix for fix in fixes if all(edit["file"] == name for edit in fix["edits"])]
    if not fixes:
        return ""
    text = before = path.read_bytes()
    end = len(text)
    edits = {(edit["offset"], edit["length"], edit["text"]) for fix in fixes for edit in fix["edits"]}
    for offset, length, inserted in sorted(edits, reverse=True):
        if offset + length > end:
            return ""  # one of two that speak of one place would have to be chosen
        text = text[:offset] + inserted.encode() + text[offset + length:]
        end = offset
    lines = [one.decode().splitlines() for one in (before, text)]
    patch = "\n".join(list(difflib.unified_diff(*lines, n=1, lineterm=""))[2:])
    option = "--fix" if all(fix["safe"] for fix in fixes) else "--fix-unsafe"
    return f"`flowc lint {option}` changes:\n\n" + fenced(patch, "diff")


FIXES = {
    frozenset({True}): "`flowc lint --fix` mends it.",
    frozenset({False}): "`flowc lint --fix-unsafe` mends it, where it can guess what was meant.",
    frozenset({True, False}): "`flowc lint --fix` mends it where nothing has to be guessed, and `--fix-unsafe` where the "
                              "meaning can be guessed.",
}


def fenced(text, language):
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.rstrip(chr(10))}\n{fence}\n"


def language_of(path):
    return "json" if path.suffix == ".json" else "yaml"


def page(rule, fixes):
    parts = [f"# {rule['id']}\n", sentence(rule["summary"]) + "\n"]
    on = "" if rule["byDefault"] else ", off unless a project asks for it"
    parts.append(f"*{rule['severity']}{on}* · *{rule['category']}*: {CATEGORIES[rule['category']]}\n")
    parts.append("## Why\n\n" + sentence(rule["why"]) + "\n")
    bad = example(rule["id"], "refused") or example(rule["id"], "")
    good = example(rule["id"], "accepted")
    if rule["id"] in CASES:
        parts.append(shown_by_a_project(rule["id"]))
    elif bad and bad[2]:
        path, text, expected = bad
        parts.append("## An example\n\n" + fenced(text, language_of(path)))
        for name, beside in files_beside(path):
            parts.append(f"Beside it stands `{name}`:\n\n" + fenced(beside, language_of(pathlib.Path(name))))
        parts.append("What flowc says:\n\n" + fenced(expected, "text"))
        patch = mended(path, fixes)
        if patch:
            parts.append(patch)
    else:
        parts.append(not_shown(rule["id"]))  # each rule without an example has its reason
    if rule["id"] not in CASES and good and not good[2]:
        parts.append("Nothing is said of this one:\n\n" + fenced(good[1], language_of(good[0])))
    if fixes:
        parts.append("## Fix\n\n" + FIXES[frozenset(fix["safe"] for fix in fixes)] + "\n")
    if rule["options"]:
        parts.append("## Options\n\n" + "".join(
            f"- `{one['name']}` ({one['default']}): {one['summary']}\n" for one in rule["options"]))
    parts.append("## Evidence\n\n" + sentence(rule["evidence"]) + "\n")
    if rule["wrongWhen"]:
        parts.append("## When it is wrong\n\n" + sentence(rule["wrongWhen"]) + "\n")
    return "\n".join(parts)


def index(rules):
    lines = ["# The rules\n", "Made of what `flowc rules` and `flowc explain` say. A rule marked *off* reports only where "
             "`flowc.yaml` asks for it.\n"]
    for category, meaning in CATEGORIES.items():
        members = [rule for rule in rules if rule["category"] == category]
        if not members:
            continue
        lines.append(f"## {category}: {meaning}\n")
        lines.append("| rule | severity | what it finds |\n|---|---|---|")
        for rule in members:
            severity = rule["severity"] if rule["byDefault"] else "off"
            summary = rule["summary"].replace("|", "\\|")
            lines.append(f"| [{rule['id']}]({rule['id']}.md) | {severity} | {summary} |")
        lines[-1] += "\n"
    return "\n".join(lines)


def words(text):
    return text.split()


def plain(line):
    """Without emphasis, and links as what they show: a terminal has neither. Code stays as it is."""
    parts = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line).split("`")
    return "`".join(part if number % 2 else part.replace("*", "") for number, part in enumerate(parts))


def without_marks(markdown):
    """The words of a page: without the fences and the marks of titles and of emphasis, which stand outside of the examples alone."""
    kept, fence = [], None
    for line in markdown.split("\n"):
        mark = re.match(r"(```+)\w*$", line)
        if fence is None and mark:
            fence = mark[1]
        elif line == fence:
            fence = None
        else:
            kept.append(line if fence else plain(re.sub(r"^##? ", "", line)))
    return "\n".join(kept)


def main():
    flowc = sys.argv[1]
    update = "--update" in sys.argv[2:]
    listed = json.loads(subprocess.run([flowc, "rules", "--format", "json"], check=True, capture_output=True).stdout)
    rules = listed["rules"]
    fixes = fixes_of_goldens(flowc)
    wanted = {rule["id"] + ".md": page(rule, fixes.get(rule["id"], [])) for rule in rules}
    wanted["README.md"] = index(rules)
    present = {path.name for path in PAGES.glob("*.md")}
    failed = 0
    for name in sorted(set(wanted) | present):
        path = PAGES / name
        text = wanted.get(name)
        if text is not None and path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if update:
            PAGES.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8") if text is not None else path.unlink()
            print("updated", name)
            continue
        failed += 1
        print(f"docs/rules/{name}:", "differs from the rule and its goldens; run ./dev test --update" if text is not None
              else "belongs to no rule")
    if not update:
        for rule in rules:
            said = subprocess.run([flowc, "explain", rule["id"]], check=True, capture_output=True, text=True).stdout
            if words(said) != words(without_marks(wanted[rule["id"] + ".md"])):
                failed += 1
                print(f"flowc explain {rule['id']}: is not the page; build again")
    print(f"{len(wanted)} pages, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
