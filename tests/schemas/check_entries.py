#!/usr/bin/env python3
"""Holds every entry of the catalogue to schemas/action.schema.json, and the check to its own promise: broken
entries, made in memory, have to be refused."""

import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

schemas = pathlib.Path(__file__).resolve().parents[2] / "schemas"


def delete(*keys):
    def change(entry):
        target = entry
        for key in keys[:-1]:
            target = target[key]
        del target[keys[-1]]

    return change


def put(value, *keys):
    def change(entry):
        target = entry
        for key in keys[:-1]:
            target = target[key]
        if keys[-1] == "+":
            target.append(value)
        else:
            target[keys[-1]] = value

    return change


# What is done to the entry, and the entry it is done to.
BREAKAGES = [
    ("a missing key", "Wait", delete("summary")),
    ("an unknown key", "Wait", put("x", "summry")),
    ("a category that is none", "Wait", put("contacts", "category")),
    ("an evidence that is none", "Wait", put("docs", "parameters", "TimeLimitSeconds", "evidence")),
    ("a kind that is none", "Wait", put("seconds", "parameters", "TimeLimitSeconds", "kind")),
    ("a bound outside a range", "Wait", put(1, "parameters", "TimeLimitSeconds", "min")),
    ("a range without bounds", "Wait", put([{"evidence": "live"}], "parameters", "TimeLimitSeconds", "ranges")),
    ("a range on text", "MessageParticipant", put([{"min": 1, "evidence": "live"}], "parameters", "Text", "ranges")),
    ("required when, without when", "Wait", delete("parameters", "MinimumWaitTimeSeconds", "when")),
    ("a when that nothing needs", "Wait", put("Events present", "parameters", "TimeLimitSeconds", "when")),
    ("a when in words", "Wait", put("it keeps running", "parameters", "MinimumWaitTimeSeconds", "when")),
    ("a when with a trailing and", "Wait", put("Events present and ", "parameters", "MinimumWaitTimeSeconds", "when")),
    ("an enum without values", "Wait", delete("parameters", "ContinueExecution", "values")),
    ("a list without item", "Wait", delete("parameters", "Events", "item")),
    ("a rule of no kind", "Wait", put({"rule": "some_of", "of": ["A", "B"], "evidence": "live"}, "rules", "+")),
    ("a counting rule over one", "Wait",
     put({"rule": "exactly_one", "of": ["Events"], "evidence": "live"}, "rules", "+")),
    ("forbids without then", "Wait",
     put({"rule": "forbids", "if": "Events present", "evidence": "live"}, "rules", "+")),
    ("a rule without evidence", "Wait", put({"rule": "words", "words": "x"}, "rules", "+")),
    ("a wrong name with no advice", "Wait", put({"name": "Timeout"}, "wrong_parameters", "+")),
    ("no sources", "Wait", put([], "sources")),
    ("a mirror of no branch", "Wait", put("NoMatchingError", "mirrors")),
    ("branches allowed, without sets", "Wait", delete("conditions", "sets")),
    ("a first set with when", "Wait", put("Events present", "conditions", "sets", 0, "when")),
    ("a later set without when", "Wait", delete("conditions", "sets", 1, "when")),
    ("a set without operators", "Wait", delete("conditions", "sets", 1, "operators")),
    ("an unknown key in a set", "Wait", put([], "conditions", "sets", 1, "operand")),
    ("operands beside exactly", "Wait", put(["x"], "conditions", "sets", 1, "operands")),
    ("a flow type that is none", "Wait", put(["INBOUND"], "flow_types", "reference")),
    ("a channel that is none", "Wait", put("yes", "channels", "fax")),
    ("an effect that is none", "Wait", put("sleeps", "effects", "+")),
    ("an error without name", "Wait", delete("errors", 0, "name")),
    ("an unanchored pattern", "TransferParticipantToThirdParty",
     put("[0-9]+", "parameters", "ThirdPartyDTMFDigits", "pattern")),
]


def main():
    schema = json.loads((schemas / "action.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures = []

    entries = {}
    for path in sorted((schemas / "actions").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        entry = json.loads(text)
        entries[path.stem] = entry
        for error in validator.iter_errors(entry):
            failures.append(f"{path.name}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        if entry.get("type") != path.stem:
            failures.append(f"{path.name}: holds the type {entry.get('type')}")
        if text != json.dumps(entry, indent=2, ensure_ascii=False) + "\n":
            failures.append(f"{path.name}: is not indented by two spaces, one value a line")
    if not entries:
        failures.append("no entries found")

    for what, name, change in BREAKAGES:
        broken = copy.deepcopy(entries[name])
        change(broken)
        if broken == entries[name]:
            failures.append(f"breakage `{what}` changes nothing")
        elif validator.is_valid(broken):
            failures.append(f"the schema lets pass: {what}")

    for failure in failures:
        print(failure)
    print(f"{len(entries)} entries, {len(BREAKAGES)} breakages, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
