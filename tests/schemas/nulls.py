#!/usr/bin/env python3
"""Holds the published schema and the compiler to each other where a value is `null`, or nothing.

    nulls.py FLOWC

Behind every key of every kind of document, and of every verb, its options and the keys within them, stands `null`, alone and
in a list and a map, or nothing at all. What the one refuses there the other refuses, too.
"""

import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml
from jsonschema import Draft202012Validator

HEADS = {"flow": {"flow": "F", "on_error": "hangup", "start": ["hangup"]},
         "module": {"module": "M", "on_error": "return", "start": ["return"]},
         "defaults": {"defaults": {"logging": "on"}},
         "define": {"define": "d", "steps": ["hangup"]},
         "include": {"include": "d.yaml"}}
MOST = 400  # documents of a file, of which flowc reads 500
NULL, NOTHING = "null", ""


@dataclasses.dataclass
class Case:
    what: str
    document: dict  # with the word PLACE where nothing stands
    word: str

    def text(self):
        return json.dumps(self.document).replace('"PLACE"', self.word)

    def instance(self):
        return json.loads(json.dumps(self.document).replace('"PLACE"', "null"))


def resolved(schema, definitions):
    """With all that it refers to in one."""
    while "$ref" in schema or "allOf" in schema:
        parts = [definitions[schema["$ref"].rpartition("/")[2]]] if "$ref" in schema else schema["allOf"]
        schema = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
        for part in parts:
            schema = {**resolved(part, definitions), **schema}
    return schema


def places(schema, definitions, depth=0):
    """Values with PLACE in them, by what a schema says can stand there."""
    yield "PLACE"
    if depth > 3:
        return
    schema = resolved(schema, definitions)
    kinds = schema.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if "array" in kinds or not kinds:
        yield ["PLACE"]
    if "object" in kinds or not kinds:
        yield {"x": "PLACE"}
    for key, inner in schema.get("properties", {}).items():
        if not isinstance(inner, bool):
            for value in places(inner, definitions, depth + 1):
                yield {key: value}


def keys_of(name, definitions):
    return definitions[name]["properties"].items()


def heads(definitions):
    for kind, document in HEADS.items():
        for key, schema in keys_of(kind, definitions):
            for value in places(schema, definitions):
                yield f"{kind}/{key}", {**document, key: value}


def flow_types(definitions):
    return next(part["enum"] for part in definitions["flow"]["properties"]["type"]["anyOf"] if "enum" in part)


def steps(definitions):
    for name in definitions:
        if not name.startswith("verb-"):
            continue
        verb = name.removeprefix("verb-")
        example = re.search(r"Example: `(.*)`", definitions[name]["properties"][verb]["description"])
        step = yaml.load(example[1], yaml.BaseLoader) if example else {verb: "x"}
        step = step if isinstance(step, dict) else {verb: ""}
        for key, schema in keys_of(name, definitions):
            for value in places(schema, definitions):
                yield f"{verb}/{key}", {**step, key: value}


def cases(definitions):
    found = list(heads(definitions))
    for what, step in steps(definitions):
        head = {"module": "M", "produces": {"x": "text"}, "results": ["Found"]} if "return" in step else {"flow": "F", "on_error": "hangup"}
        found.append((what, {**head, "start": [step]} if "return" in step else {**head, "start": [step, "hangup"]}))
    for number, (what, document) in enumerate(found):
        yield Case(what, named(document, f"{number} of nulls"), NULL)
        if '["PLACE"]' not in json.dumps(document):  # in a list nothing is no entry
            yield Case(what, named(document, f"{number} of nothing"), NOTHING)


def named(document, number):
    """Two flows of one name, or two definitions, would be a fault of their own."""
    return {key: f"{value}{number}" if key in ("flow", "module", "define") and value != "PLACE" and isinstance(value, str)
            else value for key, value in document.items()}


def errors_of(flowc, texts):
    """The errors in each of the documents, which are lines. Defaults are read where a flow follows."""
    files = [[at] for at, text in enumerate(texts) if text.startswith('{"defaults"')]
    others = [at for at, text in enumerate(texts) if not text.startswith('{"defaults"')]
    files += [others[first:first + MOST] for first in range(0, len(others), MOST)]
    found = [[] for _ in texts]
    with tempfile.TemporaryDirectory() as folder:
        for number, members in enumerate(files):
            lines = [texts[at] for at in members]
            lines += [json.dumps({"flow": f"Behind {number}", "start": ["hangup"]})] if len(members) == 1 else []
            path = pathlib.Path(folder) / f"{number}.flow.yaml"
            path.write_text("\n---\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run([flowc, "lint", "--format", "json", folder], capture_output=True, encoding="utf-8",
                              check=False, timeout=120)
        for finding in json.loads(done.stdout)["findings"]:
            members = files[int(pathlib.Path(finding["file"]).name.partition(".")[0])]
            if finding["severity"] == "error":
                at = members[min((finding["line"] - 1) // 2, len(members) - 1)]
                found[at].append((finding["rule"], finding["message"]))
    return found


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    flowc = sys.argv[1]
    schema = json.loads(subprocess.run([flowc, "schema", "dsl"], capture_output=True, check=True).stdout)
    validator = Draft202012Validator(schema)
    found = list(cases(schema["$defs"]))
    errors = errors_of(flowc, [case.text() for case in found])
    disagreements, both = [], 0
    for case, said in zip(found, errors):
        by_schema = not validator.is_valid(case.instance())
        both += by_schema and bool(said)
        if by_schema != bool(said):
            disagreements.append(f"{case.what}: the {'schema' if by_schema else 'compiler'} alone refuses {case.text()}"
                                 + (f": {said[0]}" if said else ""))
    for line in disagreements:
        print(line)
    print(f"nulls: {len(found)} places, of which both refuse {both}: {len(disagreements)} disagreements")
    return 1 if disagreements or not both or both == len(found) else 0


if __name__ == "__main__":
    sys.exit(main())
