"""Programs that others check flows with for want of a better one: each with its version and a command over many files.

They know less than flowc, most of them nothing of flows: what is compared is what a person waits for.
"""

import shutil
import subprocess
import sys

# One process for all files, as flowc is one.
JSON_TOOL = "import json, sys\nfor path in sys.argv[1:]:\n    json.load(open(path, encoding='utf-8-sig'))\n"
JSONSCHEMA = """
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
check = jsonschema.Draft202012Validator(schema)
for path in sys.argv[2:]:
    list(check.iter_errors(json.load(open(path, encoding='utf-8-sig'))))
"""
AJV = """
const fs = require("fs");
const Ajv = require(process.argv[2] + "/ajv/dist/2020");
const check = new Ajv({strict: false, allErrors: true}).compile(JSON.parse(fs.readFileSync(process.argv[3])));
for (const path of process.argv.slice(4)) check(JSON.parse(fs.readFileSync(path, "utf8").replace(/^\\ufeff/, "")));
"""


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def installed(name, *command):
    """The version of a program, or nothing."""
    if shutil.which(command[0]) is None:
        print(f"(not measured: {name} is not installed)")
        return None
    return output(*command).split()[-1].removeprefix("jq-")


def python_package(name):
    try:
        return output(sys.executable, "-c", f"import importlib.metadata as m; print(m.version('{name}'))")
    except subprocess.CalledProcessError:
        print(f"(not measured: the Python package {name} is not installed)")
        return None


def for_json(flowc, here, scratch, files):
    """Name, version and command of each; flowc first."""
    rows = [("flowc lint", output(flowc, "--version").split()[-1], [flowc, "lint", "--quiet", "--jobs", "1", *files])]
    schema = scratch / "flow.schema.json"
    schema.write_text(output(flowc, "schema", "flow"), encoding="utf-8")
    if version := installed("jq", "jq", "--version"):
        rows.append(("jq empty (reads JSON)", version, ["jq", "empty", *files]))
    python = ".".join(map(str, sys.version_info[:3]))
    rows.append(("python3 json.load (reads JSON)", python, [sys.executable, "-c", JSON_TOOL, *files]))
    if version := python_package("jsonschema"):
        rows.append(("python3-jsonschema, flowc's schema", version, [sys.executable, "-c", JSONSCHEMA, schema, *files]))
    sys.path.insert(0, str(here.parent / "schemas"))
    import npm
    try:
        modules = npm.install(here.parents[1] / "build" / "npm")
        version = output("node", "-p", f"require('{modules}/ajv/package.json').version")
        script = scratch / "ajv.cjs"
        script.write_text(AJV, encoding="utf-8")
        rows.append(("ajv, flowc's schema", version, ["node", script, modules, schema, *files]))
    except npm.Missing as reason:
        print(f"(not measured: ajv: {reason})")
    return rows


def for_yaml(flowc, files):
    rows = [("flowc lint", output(flowc, "--version").split()[-1], [flowc, "lint", "--quiet", "--jobs", "1", *files])]
    if version := installed("yamllint", "yamllint", "--version"):
        rows.append(("yamllint (reads YAML)", version, ["yamllint", "-d", "relaxed", *files]))
    if version := python_package("PyYAML"):
        rows.append(("PyYAML, safe_load_all (reads YAML)", version,
                     [sys.executable, "-c", "import sys, yaml\nfor path in sys.argv[1:]: list(yaml.safe_load_all(open(path)))", *files]))
    return rows
