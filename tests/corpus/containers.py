#!/usr/bin/env python3
"""Holds flowc to finding the same in a flow inside another file as in the flow by itself.

    containers.py --flowc BINARY DIR

DIR/containers.tsv names files of DIR/containers and, for each, the flows that are inside; those lie by themselves below
DIR, and DIR/index.tsv has their types. Every flow has to be found, in the order of the list, with the same findings,
and each finding on the same word: what is written there outside, without the escapes, is what is written there inside.
All of that holds once more with faults planted in both, which gives every flow findings. A flow from an earlier
revision of the container (column `rev`) need not be in it.
"""

import argparse
import csv
import dataclasses
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

AROUND = 30  # how many characters on either side of a word have to be the same, too
PLANTED = (("NoMatchingError", "NoMatchingErrox"), ("DisconnectParticipant", "DisconnectParticipanx"), ("2019-10-30", "2019-10-31"))
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


class Unusable(Exception):
    """The folder or the binary is not what it should be."""


@dataclasses.dataclass
class Linted:
    text: bytes
    findings: list
    flows: list

    def end(self, finding):
        """The offset behind a finding's last character."""
        lines = self.text.decode("utf-8-sig").splitlines(keepends=True)
        before = "".join(lines[: finding["endLine"] - 1])
        last = lines[finding["endLine"] - 1] if finding["endLine"] <= len(lines) else ""
        mark = 3 if self.text.startswith(b"\xef\xbb\xbf") else 0
        return mark + len((before + last[: finding["endColumn"] - 1]).encode())

    def word(self, finding):
        return self.text[finding["offset"]: self.end(finding)].decode()

    def is_split(self, finding):
        """Whether the word begins in the middle of an escape."""
        before = self.text[: finding["offset"]]
        return (len(before) - len(before.rstrip(b"\\"))) % 2 == 1

    def around(self, finding, width):
        begin, end = finding["offset"], self.end(finding)
        return self.text[max(0, begin - width): end + width].decode("utf-8", "ignore")


def table(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error


def planted(folder, path):
    """A copy of a file with faults in it, of the same length and in the same places."""
    text = path.read_bytes()
    for word, wrong in PLANTED:
        text = text.replace(word.encode(), wrong.encode())
    copy = Path(folder) / path.name
    copy.write_bytes(text)
    return copy


def lint(flowc, path, flow_type=""):
    command = [flowc, "lint", "--format", "json"] + (["--type", flow_type] if flow_type else []) + [str(path)]
    process = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False)
    if process.returncode not in (0, 1):
        raise Unusable(f"{path}: exit code {process.returncode}: {process.stderr.decode('utf-8', 'replace').strip()}")
    said = json.loads(process.stdout)
    return Linted(path.read_bytes(), said["findings"], said["flows"])


def unescaped(text):
    def one(match):
        escape = match[0][1:]
        if len(escape) > 1:
            return chr(int(escape[1:], 16))
        return ESCAPES.get(escape, escape)

    return re.sub(r"\\(?:u[0-9a-fA-F]{4}|.)", one, text, flags=re.S)


def readings(text):
    """What a piece of a container may mean: as it is, without escapes, without doubled quotes. Blanks do not count."""
    for read in (text, unescaped(text), text.replace("''", "'")):
        yield re.sub(r"\s+", "", read)


def same_place(inner, outer, own, found):
    word = re.sub(r"\s+", "", inner.word(own))
    if outer.is_split(found) or word not in readings(outer.word(found)):
        return False
    # A placeholder may have another name outside, so the words around are only taken as far as none stands there.
    around = inner.around(own, AROUND)
    begin = min(AROUND, own["offset"])
    before, after = around[:begin], around[begin + len(inner.word(own)):]
    context = before[before.rfind("}") + 1:] + inner.word(own) + after.split("$", 1)[0]
    context = re.sub(r"\s+", "", context)
    return any(context in wide for wide in readings(outer.around(found, 4 * AROUND)))


def key(finding):
    return finding["rule"], finding["severity"], finding["message"]


def compare(inner, outer, found):
    """What is not the same in a flow by itself and in the container, where it has the findings `found`."""
    wanted, seen = [key(one) for one in inner.findings], [key(one) for one in found]
    if wanted != seen:
        missing = [one for one in wanted if one not in seen]
        added = [one for one in seen if one not in wanted]
        return f"other findings: without {missing[:2]}, with {added[:2]}, {len(wanted)} and {len(seen)} in all"
    for own, other in zip(inner.findings, found):
        if not same_place(inner, outer, own, other):
            return (f"{other['line']}:{other['column']} {other['rule']}: {outer.word(other)[:60]!r} "
                    f"is not {inner.word(own)[:60]!r}")
    return None


def parts_of(outer):
    """The findings of each flow of a container, in order; those of a flow that cannot be read stand by themselves."""
    begins = [flow["offset"] for flow in outer.flows]
    parts = [[] for _ in begins]
    broken = []
    for finding in outer.findings:
        if finding["rule"] in ("json-syntax", "unsupported-form"):
            broken.append([finding])
            continue
        behind = [i for i, begin in enumerate(begins) if begin <= finding["offset"]]
        if behind:
            parts[behind[-1]].append(finding)
    return parts, broken


def check(flowc, folder, row, index, prepared):
    """Faults, flows found, findings compared, and flows that are of an earlier revision."""
    outer = lint(flowc, prepared(folder / "containers" / row["container"]))
    parts, broken = parts_of(outer)
    faults, found, compared, earlier, at = [], 0, 0, 0, 0
    for name in row["flows inside"].split(";"):
        entry = index[name]
        inner = lint(flowc, prepared(folder / name), {"CONTACT_FLOW_MODULE": "module"}.get(entry["flow_type"], entry["flow_type"]))
        malformed = any(one["rule"] == "json-syntax" and one["severity"] == "error" for one in inner.findings)
        # That a file is a template is told of a file by itself, and goes without saying in a container.
        inner.findings = [one for one in inner.findings if malformed or one["rule"] != "json-syntax"]
        candidates = broken if malformed else parts[at:]
        verdicts = [compare(inner, outer, part) for part in candidates]
        if None in verdicts:
            found += 1
            compared += len(inner.findings)
            at += 0 if malformed else verdicts.index(None) + 1
        elif entry["rev"] == "history":
            earlier += 1
        else:
            faults.append(f"{row['container']}: {name}: {verdicts[0] if verdicts else 'not found'}")
    return faults, found, compared, earlier


def main():
    parser = argparse.ArgumentParser(description="Compare flows inside other files with the same flows by themselves.")
    parser.add_argument("--flowc", required=True, help="the binary to run")
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds containers.tsv, index.tsv and the files they name")
    options = parser.parse_args()
    try:
        index = {row["file"]: row for row in table(options.folder / "index.tsv")}
        rows = table(options.folder / "containers.tsv")
        with tempfile.TemporaryDirectory() as copies:
            ways = (lambda path: path, lambda path: planted(copies, path))
            results = [check(options.flowc, options.folder, row, index, way) for way in ways for row in rows]
    except (Unusable, KeyError) as error:
        print(f"containers: {error}", file=sys.stderr)
        return 2
    faults = [fault for result in results for fault in result[0]]
    once = results[: len(rows)]
    for fault in faults:
        print(f"FAILED {fault}")
    compared = sum(result[2] for result in results)
    print(f"containers: {sum(result[1] for result in once)} flows in {len(rows)} files, {compared} findings on the same "
          f"words, {sum(result[3] for result in once)} of earlier revisions left out; " + (f"{len(faults)} failures" if faults else "passed"))
    return 1 if faults or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
