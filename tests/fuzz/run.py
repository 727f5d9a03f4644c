#!/usr/bin/env python3
"""Runs one fuzz target on seeds from the samples, the goldens and the reference.

    run.py BINARY [--seconds N] [--seed N]

Ends after N seconds of processor time, however busy the machine is. What was learnt stays beside the binary, in
`<binary>.corpus`, for the next run; a text that breaks a promise is written to `<binary>.found` and shown.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

root = Path(__file__).resolve().parent.parent.parent
YAML = ["*.yaml"]
JSON = ["*.json", "*.txt"]
LOGS = ["decode-error*/in/*.txt"]
SEEDS = {"yaml": YAML, "compile": YAML, "json": JSON, "check": YAML + JSON, "decode": LOGS}
LONGEST = 16384


def seeds(target):
    """The files of samples and tests by their names, and the examples of the language's reference."""
    for folder in ("samples", "tests/golden", "tests/actions", "tests/cli"):
        for pattern in SEEDS[target]:
            for path in sorted((root / folder).rglob(pattern)):
                if path.is_file() and path.stat().st_size <= LONGEST:
                    yield path.read_bytes()
    if "*.yaml" in SEEDS[target]:
        reference = (root / "flowdsl/LANGUAGE.md").read_text(encoding="utf-8")
        for example in re.findall(r"^```yaml\n(.*?)^```", reference, re.MULTILINE | re.DOTALL):
            yield example.encode()


def words(schema, found):
    """The keys and values that a published schema names."""
    if isinstance(schema, dict):
        found.update(schema["properties"] if isinstance(schema.get("properties"), dict) else ())
        found.update(word for word in schema.get("enum", ()) if isinstance(word, str))
        for inner in schema.values():
            words(inner, found)
    elif isinstance(schema, list):
        for inner in schema:
            words(inner, found)


def dictionary():
    found = {"<<", "%YAML 1.1", "${", "}", "<speak>", "$.Attributes.", "$.External.", "---\n", ": ", "- ", "\\u0000",
             "problems", "message", "Actions["}
    messages = json.loads((root / "schemas/messages.json").read_text(encoding="utf-8"))["messages"]
    found.update(message["text"].split("{")[0] for message in messages)
    for name in ("flowdsl", "flow-language"):
        words(json.loads((root / f"schemas/{name}.schema.json").read_text(encoding="utf-8")), found)
    for word in sorted(found):
        escaped = "".join(chr(c) if 32 <= c < 127 and c not in b'"\\' else f"\\x{c:02x}" for c in word.encode())
        if 0 < len(word.encode()) <= 60:
            yield f'"{escaped}"\n'


def processor_seconds(pid):
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(binary, options):
    """The fuzzer's exit code and everything it said."""
    beside = lambda ending: binary.with_name(binary.name + ending)
    for ending in (".seeds", ".found"):
        shutil.rmtree(beside(ending), ignore_errors=True)
        beside(ending).mkdir()
    beside(".corpus").mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(binary.name.removeprefix("fuzz_"))):
        (beside(".seeds") / str(number)).write_bytes(seed)
    beside(".dict").write_text("".join(dictionary()), encoding="ascii")
    command = [binary, f"-artifact_prefix={beside('.found')}/", f"-dict={beside('.dict')}", f"-max_len={LONGEST}",
               "-timeout=25", "-rss_limit_mb=4096", "-print_final_stats=1", f"-seed={options.seed}",
               beside(".corpus"), beside(".seeds")]
    with open(beside(".log"), "w+b") as log:
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log) as process:
            asked = False
            while process.poll() is None:
                if not asked and processor_seconds(process.pid) >= options.seconds:
                    process.send_signal(signal.SIGUSR1)  # end after the text at hand
                    asked = True
                time.sleep(0.1)
        log.seek(0)
        return process.returncode, log.read().decode(errors="replace"), list(beside(".found").iterdir())


def main():
    parser = argparse.ArgumentParser(description="Run a fuzz target.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("binary", type=Path)
    options = parser.parse_args()

    binary = options.binary.resolve()
    code, said, found = run(binary, options)
    runs = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    if code == 0 and not found and runs:
        covered = re.findall(r"\bcov: (\d+)", said)
        print(f"{binary.name}: {int(runs[1]):,} runs, {covered[-1] if covered else 0} edges, nothing broken")
        return 0
    print(said[-6000:])
    for path in found:
        print(f"{path}:\n{path.read_bytes()!r}\nAgain: {binary} {path}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
