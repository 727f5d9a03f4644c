"""Validators that are not flowc. Each takes schemas by name and (name of a schema, instance) pairs, and says for each
pair why it is refused; None: it is accepted."""

import json
import os
import pathlib
import shutil
import subprocess

from jsonschema import Draft7Validator, Draft202012Validator

import npm

HERE = pathlib.Path(__file__).resolve().parent


def with_module(schemas):
    """The module's schema is a definition of the flow's: beside it stands all that it refers to."""
    module = {**schemas["flow"], "allOf": [{"$ref": "#/$defs/with-settings"}]}
    return {**schemas, "module": module}


def first_error(validator, instance):
    error = next(validator.iter_errors(instance), None)
    return None if error is None else f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def by_jsonschema(kind):
    def validate(schemas, pairs):
        made = {}
        for name, schema in schemas.items():
            kind.check_schema(schema)
            made[name] = kind(schema)
        return [first_error(made[name], instance) for name, instance in pairs]

    return validate


def by_ajv(draft, folder):
    def validate(schemas, pairs):
        modules = npm.install(folder)
        task = json.dumps({"draft": draft, "schemas": schemas, "pairs": pairs})
        environment = {**os.environ, "NODE_PATH": str(modules)}
        done = subprocess.run(["node", str(HERE / "validate.cjs")], input=task, capture_output=True, text=True,
                              env=environment, timeout=300, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"ajv: {done.stderr.strip()[-2000:]}")
        return json.loads(done.stdout)

    return validate


def validators(folder):
    """By name. The same schema is read as the draft that it names and as the one that older readers know."""
    found = {"jsonschema 2020-12": by_jsonschema(Draft202012Validator),
             "jsonschema draft-07": by_jsonschema(Draft7Validator)}
    if shutil.which("node") and shutil.which("npm"):
        found["ajv 2020-12"] = by_ajv("2020", folder)
        found["ajv draft-07"] = by_ajv("07", folder)
    return found
