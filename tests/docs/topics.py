#!/usr/bin/env python3
"""Asks `flowc explain` for every section of the language's reference, and for every topic that it names: topics.py FLOWC"""
import pathlib
import re
import subprocess
import sys

REFERENCE = pathlib.Path(__file__).resolve().parents[2] / "flowdsl" / "LANGUAGE.md"
SECTION = re.compile(r"^###? (.*)\n((?:(?!##).*\n)*)", re.M)


def explain(flowc, *name):
    return subprocess.run([flowc, "explain", *name], capture_output=True, text=True, timeout=20, check=False).stdout


def main():
    flowc = sys.argv[1]
    text = re.sub(r"(?ms)^```.*?^```$", lambda block: block[0].replace("#", "-"), REFERENCE.read_text(encoding="utf-8"))
    # A heading with nothing below it only groups others; one of verbs is asked for by each of them.
    names = [heading for heading, below in SECTION.findall(text) if below.strip()]
    verbs = set(re.findall(r"^  (\w+): ", explain(flowc, "verbs"), re.M))
    asked = [name for heading in names for name in (heading.split(", ") if heading.split(", ")[0] in verbs else [heading])]
    listed = explain(flowc).split("\nTopics")[1].split("\nAnd\n")[0]
    topics = re.findall(r"^  (\w+): ", listed, re.M)
    failed = [name for name in [*asked, *topics] if explain(flowc, name).count("\n") < 3]
    for name in failed:
        print(f"`flowc explain {name!r}` tells nothing")
    print(f"{len(asked)} sections, {len(topics)} topics, {len(failed)} failed")
    return 1 if failed or not asked or not topics else 0


if __name__ == "__main__":
    sys.exit(main())
