#!/usr/bin/env python3
"""Holds `flowc lint --fix` and `--diff` to what they promise: run.py FLOWC [FOLDER]

Without a folder: the flows of tests/golden and samples, and files written in every way that fixes have to keep. With one: every
JSON and YAML file in it, such as a corpus of real flows.

Of each set:
  - after `--fix` no safe fix is left, and after `--fix-unsafe` no fix at all, but where nothing can be written;
  - a second run changes no byte;
  - what was JSON is JSON, and no run finds more errors than the one before;
  - `git apply` makes of the patch of `--diff` the very bytes that `--fix` writes.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PRETTY = """{
  "Version": "2019-10-30",
  "StartAction": "ask",
  "Actions": [
    {
      "Identifier": "ask",
      "Type": "GetParticipantInput",
      "Parameters": {
        "Text": "Press 1. \\u00e4\\/\\ud83d\\ude00",
        "StoreInput": "False",
        "InputTimeLimitSeconds": 5
      },
      "Transitions": {
        "NextAction": "bye",
        "Conditions": [
          {
            "NextAction": "bye",
            "Condition": {
              "Operator": "Equals",
              "Operands": [
                1
              ]
            }
          }
        ],
        "Errors": [
          {
            "NextAction": "bye",
            "ErrorType": "InputTimeLimitExceeded"
          },
          {
            "NextAction": "bye",
            "ErrorType": "NoMatchingCondition"
          },
          {
            "NextAction": "bye",
            "ErrorType": "NoMatchingError"
          }
        ]
      }
    },
    {
      "Identifier": "bye",
      "Type": "DisconnectParticipant",
      "Parameters": {},
      "Transitions": {
        "NextAction": "ask"
      }
    }
  ]
}
"""


def ways_to_write():
    """One faulty flow in every way that a file may be written in, by name."""
    minified = json.dumps(json.loads(PRETTY), separators=(",", ":"), ensure_ascii=False)
    block = "".join("        " + line + "\n" if line else "\n" for line in PRETTY.splitlines())
    template = ("Resources:\n  Flow:\n    Type: AWS::Connect::ContactFlow\n    Properties:\n      Name: Main\n"
                "      Type: CONTACT_FLOW\n      Content: ")
    quoted = minified.replace("'", "''")
    wrapper = {"Name": "Main", "Type": "CONTACT_FLOW", "Content": PRETTY}
    return {
        "pretty.json": PRETTY,
        "no end of line.json": PRETTY.rstrip("\n"),
        "crlf.json": PRETTY.replace("\n", "\r\n"),
        "tabs.json": re.sub(r"(?m)^( +)", lambda m: "\t" * (len(m[1]) // 2), PRETTY),
        "mark.json": "\ufeff" + PRETTY,
        "minified.json": minified,
        "with \"quotes\" and ünicode.json": PRETTY,
        "deep/folder/flow.json": PRETTY,
        "wrapper.json": json.dumps(wrapper, indent=2) + "\n",
        "wrapper-minified.json": json.dumps({**wrapper, "Content": minified}),
        "block.yaml": template + "|\n" + block,
        "block-crlf.yaml": (template + "|\n" + block).replace("\n", "\r\n"),
        "folded.yaml": template + ">\n" + block,
        "single.yaml": template + "'" + quoted + "'\n",
        "double.yaml": template + json.dumps(PRETTY) + "\n",
        "sub.yaml": template + "!Sub |\n" + block,
    }


class Failures:
    def __init__(self):
        self.lines = []

    def say(self, name, what):
        self.lines.append(f"{name}: {what}")


def run(flowc, folder, *options):
    done = subprocess.run([flowc, "lint", *options, "."], cwd=folder, capture_output=True, timeout=300)
    if done.returncode not in (0, 1, 2):
        raise SystemExit(f"flowc lint {' '.join(options)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def findings(flowc, folder):
    return json.loads(run(flowc, folder, "--format", "json"))["findings"]


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file() and ".git" not in path.parts}


def is_json(data):
    try:
        json.loads(data.decode("utf-8-sig"))
        return True
    except ValueError:
        return False


def errors_by_file(found):
    count = {}
    for one in found:
        if one["severity"] == "error":
            count[one["file"]] = count.get(one["file"], 0) + 1
    return count


def fixes_left(found, unsafe):
    return [one for one in found if any(unsafe or fix["safe"] for fix in one.get("fixes", []))]


def hold(flowc, flows, failures):
    """Copies a folder and holds the runs over it to their promises; returns how much was fixed, safely and otherwise."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "flows"
        shutil.copytree(flows, folder)
        before = contents(folder)
        found = findings(flowc, folder)
        offered = sum(bool(one.get("fixes")) for one in found)
        patch = run(flowc, folder, "--diff")
        if contents(folder) != before:
            failures.say("--diff", "has written files")
        patched = Path(temporary) / "patched"
        shutil.copytree(flows, patched)
        applied = subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=patched, input=patch, capture_output=True,
                                 env={**os.environ, "GIT_CEILING_DIRECTORIES": temporary}) if patch else None
        if applied and applied.returncode != 0:
            failures.say("git apply", applied.stderr.decode(errors="replace"))
        run(flowc, folder, "--fix")
        after = contents(folder)
        for name, data in contents(patched).items():
            if after[name] != data:
                failures.say(name, "`git apply` makes something else of the patch than `--fix` writes")
        left = findings(flowc, folder)
        check(before, after, found, left, failures)
        for one in fixes_left(left, False):
            failures.say(one["file"], f"line {one['line']}: a safe fix of {one['rule']} is left")
        run(flowc, folder, "--fix")
        if contents(folder) != after:
            failures.say("--fix", "changes files when it runs again")
        run(flowc, folder, "--fix-unsafe")
        last = findings(flowc, folder)
        guessed = contents(folder)
        for name, data in guessed.items():
            if is_json(after[name]) and not is_json(data):
                failures.say(name, "is JSON no more after `--fix-unsafe`")
        for one in fixes_left(last, True):
            failures.say(one["file"], f"line {one['line']}: a fix of {one['rule']} is left after `--fix-unsafe`")
        return len(before), len(found), offered, len(found) - len(left), len(left) - len(last), after


def check(before, after, found, left, failures):
    earlier = errors_by_file(found)
    # What an action lacks is seen once its type has a name that is known.
    renamed = {one["file"] for one in found if one["rule"] == "unknown-action-type" and fixes_left([one], False)}
    for name, count in errors_by_file(left).items():
        if count > earlier.get(name, 0) and name not in renamed:
            failures.say(name, f"{count} errors after `--fix`, {earlier.get(name, 0)} before")
    for name, data in after.items():
        if is_json(before[name]) and not is_json(data):
            failures.say(name, "is JSON no more after `--fix`")


def check_ways(flowc, failures):
    """Whatever a file is written in: the numbers are texts, the branches that cannot run are gone, and nothing else moved."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, text in ways_to_write().items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode())
        *_, after = hold(flowc, folder, failures)
    for name, text in ways_to_write().items():
        number = '"5"' if text.count('\\"') < 10 else '\\"5\\"'
        if number not in after[name].decode():
            failures.say(name, "the number was not made a text")
    wanted = (PRETTY.replace("Seconds\": 5", "Seconds\": \"5\"").replace("                1\n", "                \"1\"\n")
              .replace('''"Transitions": {
        "NextAction": "ask"
      }''', '"Transitions": {}'))
    for name, make in (("pretty.json", str), ("crlf.json", lambda text: text.replace("\n", "\r\n")),
                       ("mark.json", lambda text: "\ufeff" + text), ("no end of line.json", lambda text: text.rstrip("\n"))):
        if after[name] != make(wanted).encode():
            failures.say(name, "is not what it should be:\n" + after[name].decode())


def main():
    flowc = os.path.abspath(sys.argv[1])
    failures = Failures()
    folders = [Path(sys.argv[2])] if len(sys.argv) > 2 else [ROOT / "tests" / "golden", ROOT / "samples"]
    for flows in folders:
        files, found, offered, safe, unsafe, _ = hold(flowc, flows, failures)
        print(f"{flows.name}: {found} findings in {files} files, {offered} with a fix; {safe} gone after `--fix`, {unsafe} more after `--fix-unsafe`")
    if len(sys.argv) == 2:
        check_ways(flowc, failures)
    print("\n".join(failures.lines) if failures.lines else "every promise of fixes held")
    return 1 if failures.lines else 0


if __name__ == "__main__":
    sys.exit(main())
