"""The documents that the published schemas are held to, each with what flowc says of it."""

import csv
import dataclasses
import importlib.util
import json
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDENS = ROOT / "tests" / "golden"

# Nobody has heard of this type: flowc warns that it cannot be checked, and a schema has no warnings.
STRICTER = {"unknown-action-type/new.json"}


@dataclasses.dataclass
class Document:
    name: str
    schema: str  # flow, module or dsl
    accepted: bool
    instances: list  # of a stream all, and all of them in every reading


# ---- readings of YAML ------------------------------------------------------------------------------------------------


class TextReading(yaml.BaseLoader):
    """Every scalar is the text that was written, as flowc reads it."""


class OldReading(yaml.SafeLoader):
    """YAML 1.1: `on` is true. Dates have no place in JSON."""


class CoreReading(yaml.SafeLoader):
    """YAML 1.2's core schema: `on` is a text, `true` and `3` are none."""


OldReading.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":value"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
CoreReading.yaml_implicit_resolvers = {}
for kind, pattern, first in (
        ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
        ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789"))):
    CoreReading.add_implicit_resolver("tag:yaml.org,2002:" + kind, re.compile(pattern), first)
READINGS = (TextReading, OldReading, CoreReading)


def as_json(value):
    """Keys are texts in JSON."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value


def read_stream(text):
    """The documents of a stream, in every reading; None where a reading cannot read it."""
    instances = []
    for reading in READINGS:
        try:
            instances += [as_json(document) for document in yaml.load_all(text, reading)]
        except yaml.YAMLError:
            return None
    return instances


# ---- flow JSON -------------------------------------------------------------------------------------------------------


def read_flow(text):
    """The Flow-language document in a text, be it wrapped; None where there is no JSON, and for a template, which may hold several."""
    try:
        document = json.loads(text)
        while isinstance(document, dict) and "Actions" not in document and isinstance(document.get("Content"), str):
            document = json.loads(document["Content"])
    except ValueError:
        return None
    # CloudFormation's, and Terraform's.
    if isinstance(document, dict) and not document.keys().isdisjoint({"Resources", "resource"}):
        return None
    return document


# ---- where they come from --------------------------------------------------------------------------------------------


def goldens(shape_rules):
    for path in sorted(GOLDENS.glob("*/*")):
        if not path.name.endswith((".json", ".flow.yaml")):
            continue
        is_flow = path.name.endswith(".json")
        stem = path.name.removesuffix(".json").removesuffix(".flow.yaml")
        name = f"{path.parent.name}/{path.name}"
        faulty = ": error: " in (path.parent / (stem + ".expected")).read_text(encoding="utf-8")
        if name in STRICTER or (faulty and path.parent.name not in shape_rules):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        instances = [read_flow(text)] if is_flow else read_stream(text)
        if instances is None or instances == [None]:
            if faulty:
                raise ValueError(f"{name}: a rule of the shape finds an error, and there is nothing to validate")
            continue
        schema = "dsl" if not is_flow else "module" if stem.endswith(".MODULE") else "flow"
        yield Document(name, schema, not faulty, instances)


def flow_files():
    for pattern in ("samples/*/expected/*.json", "tests/actions/*/*.json"):
        for path in sorted(ROOT.glob(pattern)):
            yield Document(str(path.relative_to(ROOT)), "flow", True, [read_flow(path.read_text(encoding="utf-8"))])


def language_files():
    for pattern in ("samples/**/*.flow.yaml", "tests/actions/*/*.flow.yaml", "tests/cli/init/expect/*.flow.yaml"):
        for path in sorted(ROOT.glob(pattern)):
            yield Document(str(path.relative_to(ROOT)), "dsl", True, read_stream(path.read_text(encoding="utf-8")))


def reference_examples():
    """Every example of the language reference that compiles."""
    where = ROOT / "tests" / "language" / "run.py"
    spec = importlib.util.spec_from_file_location("language_run", where)
    runner = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    for example in runner.examples_in((ROOT / "flowdsl" / "LANGUAGE.md").read_text(encoding="utf-8")):
        if "refused" not in example.asked and "environment" not in example.asked:
            yield Document(f"LANGUAGE.md:{example.line}", "dsl", True, read_stream(example.flow()))


def steps():
    """Single steps of `steps.tsv`, each in a flow of its own; and the text of that flow."""
    with open(ROOT / "tests" / "schemas" / "steps.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        head = row["head"] + "\n" if row["head"] else ""
        text = f"flow: A\non_error: hangup\n{head}start:\n  - {row['step']}\n  - hangup\n"
        yield Document(row["step"], "dsl", row["verdict"] == "accepted", read_stream(text)), text


def all_documents(shape_rules):
    found = [*goldens(shape_rules), *flow_files(), *language_files(), *reference_examples(),
             *(document for document, _ in steps())]
    unread = [document.name for document in found if not document.instances or None in document.instances]
    if unread:
        raise ValueError("not read: " + ", ".join(unread))
    return found
