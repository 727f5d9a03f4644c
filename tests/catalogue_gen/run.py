#!/usr/bin/env python3
"""run.py CATALOGUE_GEN: the generator takes the whole base entry, always with the same bytes, and refuses each
broken variant of it with exactly the expected messages, writing nothing.

A case changes the base by a JSON merge patch (`merge`: null deletes), or replaces its text (`raw`); `other` is the
patch of a second entry beside it, `words` that of the language in speech.json, `voices` that of its voices, `messages` the list in `messages.json`."""

import json
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent


def merged(target, patch):
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


SPEECH = json.loads((here / "speech.json").read_text(encoding="utf-8"))


def run(generator, entries, wrong_names, case=None):
    case = case or {}
    with tempfile.TemporaryDirectory() as folder:
        schemas = pathlib.Path(folder, "schemas")
        (schemas / "actions").mkdir(parents=True)
        (schemas / "speech").mkdir()
        words = merged(SPEECH["words"], case.get("words", {}))
        for code in ("xx", *case.get("more", [])):
            text = json.dumps(words | ({} if code == "xx" else {"language": code}))
            (schemas / "speech" / f"{code}.json").write_text(text, encoding="utf-8")
        voices = merged(SPEECH["voices"], case.get("voices", {}))
        (schemas / "voices.json").write_text(json.dumps(voices), encoding="utf-8")
        for name, text in entries.items():
            (schemas / "actions" / f"{name}.json").write_text(text, encoding="utf-8")
        (schemas / "wrong-names.json").write_text(json.dumps({"names": wrong_names}), encoding="utf-8")
        (schemas / "messages.json").write_text(json.dumps({"messages": case.get("messages", [])}), encoding="utf-8")
        (schemas / "references.json").write_text(json.dumps({"references": []}), encoding="utf-8")
        out = pathlib.Path(folder, "out")
        done = subprocess.run([generator, str(schemas), str(out)], capture_output=True, text=True, timeout=60)
        files = {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
        return done.returncode, done.stderr, files


def main():
    generator = sys.argv[1]
    base = json.loads((here / "base.json").read_text(encoding="utf-8"))
    cases = json.loads((here / "cases.json").read_text(encoding="utf-8"))
    failures = []

    first = run(generator, {"Probe": json.dumps(base)}, [])
    if first[0] != 0 or first[1] or sorted(first[2]) != ["catalogue_tables.cpp", "flowc/action_type.hpp", "message_tables.cpp", "speech_tables.cpp"]:
        failures.append(f"base: {first[0]} {first[1]} {sorted(first[2])}")
    if run(generator, {"Probe": json.dumps(base, indent=3)}, []) != first:
        failures.append("base: the same entry gives other bytes")

    for case in cases:
        text = case["raw"] if "raw" in case else json.dumps(merged(base, case.get("merge", {})))
        entries = {"Probe": text}
        if "other" in case:
            entries["Other"] = json.dumps(merged(base | {"type": "Other"}, case["other"]))
        code, messages, files = run(generator, entries, case.get("wrong_names", []), case)
        if code != 1:
            failures.append(f"{case['what']}: exit code {code}, expected 1")
        if files:
            failures.append(f"{case['what']}: wrote {sorted(files)}")
        if "expect" in case and messages.splitlines() != case["expect"]:
            failures.append(f"{case['what']}: expected {case['expect']}, got {messages.splitlines()}")
        for part in case.get("expect_some", []):
            if part not in messages:
                failures.append(f"{case['what']}: expected {part!r} in {messages!r}")
        if not case.get("expect") and not case.get("expect_some"):
            failures.append(f"{case['what']}: expects nothing")

    print("\n".join(failures + [f"{len(cases)} cases, {len(failures)} failures"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
