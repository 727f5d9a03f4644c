#!/usr/bin/env python3
"""The reader of YAML gives the events, scalars and places that PyYAML's pure Python parser gives, save for what
yaml_differences.json lists.

against_pyyaml.py YAML_EVENTS [--seed N] [--count N] [--show]

YAML_EVENTS is the program beside this file. Compared are the repository's own texts, those of hostile_yaml.py, and
generated ones. --show prints every text whose difference is not listed, not only the first of a kind.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

import yaml

import yaml_texts

HERE = pathlib.Path(__file__).resolve().parent
BLANK = re.compile(r"(?:\s|#.*)*\Z")

# An error that speaks of what stands between documents takes the one before with it; flowc looks for directives first.
AT_AN_EDGE = re.compile("yaml-directive|the document ended before|text behind the end of the value|<document start>")


def read_with_flowc(program, texts):
    """For each text the errors and the documents."""
    data = b"".join(b"%d\n%s" % (len(text), text) for text in (text.encode() for text in texts))
    done = subprocess.run([program], input=data, capture_output=True, check=True)
    lines = done.stdout.split(b"\n")[:-1]
    assert len(lines) == len(texts), f"{len(lines)} answers to {len(texts)} texts"
    return [json.loads(line) for line in lines]


def read_with_pyyaml(text):
    """The same of PyYAML; places are characters. What it does not end as a YAMLError is its own fault, and is named so."""
    documents = []
    events = []
    try:
        for event in yaml.parse(text, Loader=yaml.Loader):
            if isinstance(event, yaml.DocumentStartEvent):
                events = []
            elif isinstance(event, yaml.DocumentEndEvent):
                documents.append((events, event.explicit))
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent)):
                events.append(event)
    except yaml.YAMLError as error:
        message = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem")).strip()
        # What no `...` ended goes on at the error, so it is not whole.
        if "expected '<document start>'" in message and documents and not documents[-1][1]:
            documents.pop()
        return [message or str(error)], [events for events, _ in documents]
    except (ValueError, OverflowError) as error:
        return [f"{type(error).__name__} {error}"], [events for events, _ in documents]
    return [], [events for events, _ in documents]


def resolved(tag):
    """A tag as PyYAML gives it."""
    if tag is None:
        return None
    tag = urllib.parse.unquote(tag)
    if tag.startswith("!<"):
        return tag[2:-1]
    return "tag:yaml.org,2002:" + tag[2:] if tag.startswith("!!") else tag


class Comparison:
    """Two readings of one text, walked side by side."""

    def __init__(self, text):
        self.text = text
        self.offsets = None
        if not text.isascii():
            self.offsets = {}
            at = 0
            for index, char in enumerate(text):
                self.offsets[at] = index
                at += len(char.encode())
            self.offsets[at] = len(text)

    def index(self, offset):
        return offset if self.offsets is None else self.offsets[offset]

    def differences(self, ours, theirs):
        for mine, other in zip(ours, theirs):
            yield from self.of_documents(mine, other)

    def of_documents(self, ours, theirs):
        opened = []
        for mine, other in zip(ours, theirs):
            kind = type(other).__name__
            begin, end = other.start_mark.index, other.end_mark.index
            if mine[0] == "end":
                if kind not in ("SequenceEndEvent", "MappingEndEvent"):
                    yield f"end of a collection, {kind} of PyYAML"
                    return
                yield from self.end_of(opened.pop(), begin, end)
                continue
            if kind.lower() not in (mine[0] + "startevent", mine[0] + "event"):
                yield f"{mine[0]}, {kind} of PyYAML"
                return
            if mine[0] in ("sequence", "mapping"):
                opened.append((mine, other))
            if mine[0] == "scalar" and self.is_nothing(mine, other):
                yield "place: nothing"
            elif self.index(mine[1]) != begin:
                yield f"beginning of a {mine[0]}: {self.index(mine[1])}, {begin} of PyYAML"
            if mine[0] == "alias":
                if mine[3] != other.anchor:
                    yield f"alias {mine[3]!r}, {other.anchor!r} of PyYAML"
                continue
            if mine[3] != other.anchor:
                yield f"anchor {mine[3]!r}, {other.anchor!r} of PyYAML"
            if resolved(mine[4]) != other.tag:
                yield f"tag {mine[4]!r}, {other.tag!r} of PyYAML"
            if mine[0] == "scalar":
                yield from self.of_scalars(mine, other, end)
        if len(ours) != len(theirs):
            yield f"{len(ours)} events, {len(theirs)} of PyYAML"

    def of_scalars(self, mine, other, end):
        if mine[5] != other.value:
            yield f"value {mine[5]!r}, {other.value!r} of PyYAML"
        if mine[6] != (other.style or ""):
            yield f"style {mine[6]!r}, {other.style!r} of PyYAML"
        own = self.index(mine[2])
        if own == end or self.is_nothing(mine, other):
            return
        if mine[6] in ("|", ">") and own < end and self.text[own:end].isspace():
            yield "place: end of a block scalar"
        else:
            yield f"end of a scalar: {own}, {end} of PyYAML"

    def is_nothing(self, mine, other):
        """Whether both have an empty value there, between the same two words, but not at the same place."""
        begin, end = self.index(mine[1]), other.start_mark.index
        return (mine[1:6] == [mine[1], mine[1], None, None, ""] and begin < end == other.end_mark.index and
                BLANK.match(self.text[begin:end]) is not None)

    def end_of(self, opened, begin, end):
        mine, start = opened
        own = self.index(mine[2])
        if own == end:
            return
        bracketed = start.flow_style and end > begin
        if not bracketed and own < end and BLANK.match(self.text[own:end]):
            yield "place: end of a block collection"
        else:
            yield f"end of a {mine[0]}: {own}, {end} of PyYAML"


def differences(text, ours):
    """Every difference between the two readers, as a line."""
    errors, theirs = read_with_pyyaml(text)
    if ours["errors"] and not errors:
        return ["refused: " + error for error in ours["errors"]]
    if errors and not ours["errors"]:
        return ["accepted: " + error for error in errors]
    # Both refuse the text; who refuses it sooner has met something that is fine to the other.
    if errors and not any(AT_AN_EDGE.search(error) for error in ours["errors"] + errors):
        if len(ours["documents"]) < len(theirs):
            return ["refused: " + error for error in ours["errors"]]
        if len(ours["documents"]) > len(theirs):
            return ["accepted: " + error for error in errors]
    if not errors and len(ours["documents"]) != len(theirs):
        return [f"{len(ours['documents'])} documents, {len(theirs)} of PyYAML"]
    return list(dict.fromkeys(Comparison(text).differences(ours["documents"], theirs)))


class Listed:
    """The list of differences, and how often each was met."""

    def __init__(self):
        self.entries = json.loads((HERE / "yaml_differences.json").read_text(encoding="utf-8"))
        self.met = collections.Counter()

    def find(self, text, difference):
        for entry in self.entries:
            if re.search(entry["difference"], difference) and re.search(entry.get("text", ""), text):
                return entry
        return None

    def unlisted(self, text, ours):
        for difference in differences(text, ours):
            entry = self.find(text, difference)
            if entry is None:
                yield difference
            else:
                self.met[entry["what"]] += 1


def check_examples(program, listed):
    """Every entry has an example that shows it, and a reason."""
    texts = ["".join(part * times for part, times in entry["example"]) for entry in listed.entries]
    for entry, text, ours in zip(listed.entries, texts, read_with_flowc(program, texts)):
        shown = differences(text, ours)
        if not entry["reason"] or not any(listed.find(text, one) is entry for one in shown):
            yield f"{entry['what']}: the example shows {shown}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    listed = Listed()
    failed = 0
    for fault in check_examples(options.program, listed):
        print("FAILED " + fault)
        failed += 1
    texts = yaml_texts.all_texts(options.seed, options.count)
    kinds = set()
    accepted = 0
    for text, ours in zip(texts, read_with_flowc(options.program, texts)):
        accepted += not ours["errors"]
        for difference in listed.unlisted(text, ours):
            failed += 1
            kind = re.sub(r"\d+|'[^']*'|\"[^\"]*\"", "", difference)
            if options.show or kind not in kinds:
                print(f"FAILED {difference}\n    {text!r}")
            kinds.add(kind)
    print(f"{len(texts)} texts, {accepted} accepted, {failed} differences that are not listed")
    for what, count in listed.met.most_common():
        print(f"{count:6} {what}")
    if not len(texts) / 10 < accepted < len(texts) * 9 / 10:
        sys.exit("nearly all texts are accepted, or nearly none: the generators show nothing")
    sys.exit(1 if failed else 0)


main()
