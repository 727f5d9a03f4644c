#!/usr/bin/env python3
"""Holds the published schemas to the compiler, with validators that are not flowc.

    hold.py FLOWC NPM_FOLDER [jsonschema | ajv]      all samples, examples and goldens, and the steps of steps.tsv
    hold.py FLOWC NPM_FOLDER --corpus DIR            all flows of DIR/index.tsv in which flowc finds no error

What flowc accepts without an error passes; every golden in which a rule finds an error whose data say that it speaks of
the shape (`flowc rules --format json`) is refused. Of YAML every reading of its scalars has to pass, or one be refused.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import documents
import npm
import validators

# What readers of draft-07 take the same way as those of 2020-12.
KEYWORDS = {"$schema", "$ref", "$defs", "title", "description", "examples", "type", "enum", "const", "pattern",
            "minLength", "maxLength", "minimum", "maximum", "properties", "patternProperties", "additionalProperties",
            "propertyNames", "required", "minProperties", "maxProperties", "items", "contains", "minItems", "maxItems", "allOf", "anyOf",
            "oneOf", "not", "if", "then", "else"}
MAPS = {"properties", "patternProperties", "$defs"}
LISTS = {"allOf", "anyOf", "oneOf"}
SINGLE = {"additionalProperties", "propertyNames", "items", "contains", "not", "if", "then", "else"}


def run(flowc, *arguments):
    done = subprocess.run([flowc, *arguments], capture_output=True, encoding="utf-8", check=False, timeout=60)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"flowc {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def other_keywords(schema, place="#"):
    """Keywords that older readers take otherwise, and references with something beside them, which those pass by."""
    if isinstance(schema, bool):
        return
    if "$ref" in schema and len(schema) != 1:
        yield f"{place}: something stands beside $ref"
    for key, value in schema.items():
        where = f"{place}/{key}"
        if key not in KEYWORDS:
            yield f"{where}: is no keyword that all readers take the same way"
        elif key in MAPS:
            for name, inner in value.items():
                yield from other_keywords(inner, f"{where}/{name}")
        elif key in LISTS:
            for number, inner in enumerate(value):
                yield from other_keywords(inner, f"{where}/{number}")
        elif key in SINGLE:
            yield from other_keywords(value, where)


def judge(what, found, results):
    """What is wrong with the verdicts of one validator."""
    start = 0
    for document in found:
        errors = results[start:start + len(document.instances)]
        start += len(document.instances)
        refusals = [error for error in errors if error is not None]
        if document.accepted and refusals:
            yield f"{what}: refuses {document.name}: {refusals[0]}"
        elif not document.accepted and not refusals:
            yield f"{what}: accepts {document.name}"


def hold(schemas, found, chosen):
    """What is wrong, and why a validator could not be had."""
    pairs = [(document.schema, instance) for document in found for instance in document.instances]
    failures, missing = [], None
    for what, validate in chosen.items():
        try:
            failures += judge(what, found, validate(schemas, pairs))
        except npm.Missing as reason:
            missing = f"{what}: {reason}"
    return failures, missing


def steps_as_listed(flowc):
    """Whether flowc says of each single step what the list says."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "step.flow.yaml"
        for document, text in documents.steps():
            file.write_text(text, encoding="utf-8")
            findings = json.loads(run(flowc, "lint", "--format", "json", str(file)))["findings"]
            if document.accepted == any(finding["severity"] == "error" for finding in findings):
                yield f"flowc {'refuses' if document.accepted else 'accepts'} {document.name}"


def corpus(flowc, folder):
    """Flows that others have written, and in which flowc finds no error."""
    types = {"CONTACT_FLOW_MODULE": "module"}
    found = []
    with open(folder / "index.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        kind = row["flow_type"]
        arguments = ["lint", "--format", "json"] + (["--type", types.get(kind, kind)] if kind else [])
        try:
            findings = json.loads(run(flowc, *arguments, str(folder / row["file"])))["findings"]
        except RuntimeError:
            continue  # no text that could be read
        if any(finding["severity"] == "error" for finding in findings):
            continue
        instance = documents.read_flow((folder / row["file"]).read_bytes().decode("utf-8-sig"))
        if instance is None:
            continue  # a template, which is no JSON before it is filled in
        found.append(documents.Document(row["file"], "module" if kind in types else "flow", True, [instance]))
    return found


def main():
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    flowc, npm_folder, *options = sys.argv[1:]
    schemas = validators.with_module({kind: json.loads(run(flowc, "schema", kind)) for kind in ("flow", "dsl")})
    chosen = validators.validators(npm_folder)
    on_corpus = options[:1] == ["--corpus"]
    if options and not on_corpus:
        chosen = {name: validate for name, validate in chosen.items() if name.startswith(options[0])}
        if not chosen:
            return npm.not_run("schemas", f"{options[0]} needs node and npm")

    failures = [f"{kind}: {fault}" for kind, schema in schemas.items() for fault in other_keywords(schema)]
    if on_corpus:
        found = corpus(flowc, pathlib.Path(options[1]))
        # One reading of the drafts is enough here: that they agree is shown by the other documents.
        chosen = {name: validate for name, validate in chosen.items() if name.endswith("2020-12")}
    else:
        failures += steps_as_listed(flowc)
        rules = json.loads(run(flowc, "rules", "--format", "json"))["rules"]
        found = documents.all_documents({rule["id"] for rule in rules if rule["shape"]})
    if not any(document.accepted for document in found):
        failures.append("there is nothing that has to pass")
    if not on_corpus and all(document.accepted for document in found):
        failures.append("there is nothing that has to be refused")
    more, missing = hold(schemas, found, chosen)
    failures += more
    for failure in failures:
        print(failure)
    refused = sum(not document.accepted for document in found)
    print(f"schemas: {len(found) - refused} documents to accept and {refused} to refuse, by {', '.join(chosen)}: "
          f"{len(failures)} failures")
    if missing and not failures:
        return npm.not_run("schemas", missing)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
