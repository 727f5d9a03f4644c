#!/usr/bin/env python3
"""Every format of `flowc lint` says the same: the findings of one run are read back from each and compared with those of
`--format json`. The input is chosen to hurt: names and texts with line ends, per cent signs, colons, commas, quotes, `]]>`,
control characters and letters of other scripts.

    run.py FLOWC
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

HOSTILE = "50% off: a,b]]>\n\u0001\u007f\t\"'<&> ::error file=x::\u00fc\U0001F389"
FLOW = {
    "Version": "2019-10-30",
    "StartAction": "play",
    "Actions": [
        {"Identifier": "play", "Type": "Play" + HOSTILE, "Parameters": {}, "Transitions": {"NextAction": "say"}},
        {"Identifier": "say", "Type": "MessageParticipant", "Parameters": {"Txt" + HOSTILE: "x", "SSML": "<speak>&</speak>"},
         "Transitions": {"NextAction": "gone" + HOSTILE, "Errors": [{"NextAction": "bye", "ErrorType": HOSTILE}]}},
        {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
    ],
}
FILES = {"plain.json": FLOW, "odd 100%,name: \u00fc.json": FLOW, "fine.json": {**FLOW, "StartAction": "bye", "Actions": FLOW["Actions"][2:]}}


class Check:
    failed = 0

    def same(self, what, found, wanted):
        if found == wanted:
            return
        self.failed += 1
        print(f"{what}: found\n  {found!r}\nwanted\n  {wanted!r}")


def lint(flowc, folder, *arguments):
    return subprocess.run([flowc, "lint", ".", *arguments], cwd=folder, capture_output=True, check=False).stdout


def as_xml(text):
    """What XML 1.0 cannot hold is replaced there."""
    return re.sub("[\u0000-\u0008\u000b\u000c\u000e-\u001f]", "\ufffd", text)


def unescaped(text):
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def sarif(data):
    log = json.loads(data)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        physical = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["flowc/v1"])
        yield (urllib.parse.unquote(physical["artifactLocation"]["uri"]), physical["region"]["startLine"],
               physical["region"]["startColumn"], result["level"], result["ruleId"], result["message"]["text"])


def text(data):
    """Names are odd here and hold colons: the place is what stands before the severity."""
    for line in data.decode().split("\n"):
        found = re.fullmatch(r"(.*):(\d+):(\d+): (error|warning|note): (.*) \[([a-z-]+)\]", line)
        if found and not line.startswith(" "):
            file, row, column, severity, message, rule = found.groups()
            yield file, int(row), int(column), severity, rule, message


def github(data):
    words = {"notice": "note"}
    for line in data.decode().splitlines():
        command, properties, message = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()
        values = dict(each.split("=", 1) for each in properties.split(","))
        yield (unescaped(values["file"]), int(values["line"]), int(values["col"]), words.get(command, command),
               unescaped(values["title"]), unescaped(message))


def gitlab(data):
    words = {"major": "error", "minor": "warning", "info": "note"}
    found = json.loads(data)
    assert len({one["fingerprint"] for one in found}) == len(found)
    for one in found:
        yield one["location"]["path"], one["location"]["lines"]["begin"], words[one["severity"]], one["check_name"], one["description"]


def checkstyle(data):
    for file in ElementTree.fromstring(data).iter("file"):
        for error in file.iter("error"):
            severity = "note" if error.get("severity") == "info" else error.get("severity")
            yield (file.get("name"), int(error.get("line")), int(error.get("column")), severity,
                   error.get("source").removeprefix("flowc."), error.get("message"))


def junit(data):
    for case in ElementTree.fromstring(data).iter("testcase"):
        for failure in case.iter("failure"):
            yield case.get("name"), failure.get("type"), failure.get("message")


def main():
    flowc = pathlib.Path(sys.argv[1]).resolve()
    check = Check()
    with tempfile.TemporaryDirectory() as folder:
        for name, flow in FILES.items():
            (pathlib.Path(folder) / name).write_text(json.dumps(flow, ensure_ascii=False).replace("\u007f", "\\u007f"), encoding="utf-8")
        findings = json.loads(lint(flowc, folder, "--format", "json"))["findings"]
        wanted = [(one["file"], one["line"], one["column"], one["severity"], one["rule"], one["message"]) for one in findings]
        assert len(wanted) >= 8 and {one[3] for one in wanted} >= {"error", "warning"}
        wanted.sort()
        check.same("text", sorted(text(lint(flowc, folder, "--color", "never"))), wanted)
        check.same("sarif", sorted(sarif(lint(flowc, folder, "--format", "sarif"))), wanted)
        check.same("github", sorted(github(lint(flowc, folder, "--format", "github"))), wanted)
        check.same("gitlab", sorted(gitlab(lint(flowc, folder, "--format", "gitlab"))),
                   sorted((f, line, severity, rule, message) for f, line, _, severity, rule, message in wanted))
        check.same("checkstyle", sorted(checkstyle(lint(flowc, folder, "--format", "checkstyle"))),
                   sorted((as_xml(f), line, column, severity, rule, as_xml(message)) for f, line, column, severity, rule, message in wanted))
        check.same("junit", sorted(junit(lint(flowc, folder, "--format", "junit"))),
                   sorted((as_xml(f), severity, as_xml(f"{f}:{line}:{column}: {message} [{rule}]"))
                          for f, line, column, severity, rule, message in wanted if severity != "note"))
        cases = [case.get("name") for case in ElementTree.fromstring(lint(flowc, folder, "--format", "junit")).iter("testcase")]
        check.same("junit names every file once", sorted(cases), sorted(FILES))
        lint(flowc, folder, "--quiet", "--output", "sarif=out.sarif", "--output", "junit=out.xml")
        check.same("--output sarif", sorted(sarif((pathlib.Path(folder) / "out.sarif").read_bytes())), wanted)
        check.same("--output junit", (pathlib.Path(folder) / "out.xml").read_bytes(), lint(flowc, folder, "--format", "junit"))
    print(f"{len(wanted)} findings in 7 formats, {check.failed} differ")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
