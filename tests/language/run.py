#!/usr/bin/env python3
"""Compiles the examples of a language reference: what the reference shows is what the compiler does.

usage: run.py FLOWC LANGUAGE.md       compiles every example; exit code 0 when all are as they say
       run.py --list LANGUAGE.md      prints the examples and what is asked of them
       run.py --show LINE LANGUAGE.md prints the whole flow that is made of the example at that line
       run.py --self-test             shows that a wrong example is found

A fenced ```yaml block is a file of flows that compiles without an error. A comment on the line before the fence (blank
lines between them do not matter) says otherwise; several directives are separated by `;`:

    <!-- fragment of: steps -->       the block is a list of steps: it is put into a flow, with the blocks that it names
    <!-- type: customer-queue -->     with `fragment of`: the type of that flow; default inbound
    <!-- inputs: Category, Age -->    with `fragment of`: the attributes that the flow has from outside
    <!-- refused: rule-id -->         it must not compile, and the rule must be named
    <!-- warns: rule-id -->           it must compile, and the rule must be named (a warning or a note)
    <!-- lines: 20 -->                it has fewer lines than that
    <!-- environment -->              it is an environment file; a small flow must compile with it

Every example is compiled with the environment beside this file. One that must compile may not warn, unless it says so.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
directives = {"fragment of", "type", "inputs", "refused", "warns", "environment", "lines"}
small_flow = "flow: Small\nstart:\n  - say: Welcome.\n  - hangup\n"

# What a fragment may jump to; only what it names is put into the flow.
blocks = {
    "closed": "[{say: We are closed.}, hangup]",
    "sorry": "[{say: We are sorry. Please try again later.}, hangup]",
    "to_billing": "[{say: You are connected with billing.}, hangup]",
    "to_support": "[{say: You are connected with support.}, hangup]",
    "to_queue": "[{queue: Billing}, {transfer: queue, full: hangup}]",
}


class Example:
    def __init__(self, line, asked, text):
        self.line = line
        self.asked = asked
        self.text = text

    def __str__(self):
        return "; ".join(f"{key}: {value}" if value else key for key, value in self.asked.items()) or "compiles"

    def flow(self):
        """What is compiled."""
        if "environment" in self.asked:
            return small_flow
        if "fragment of" not in self.asked:
            return self.text
        flow_type = self.asked.get("type", "inbound")
        exit_word = "hangup" if flow_type in ("inbound", "queue-transfer", "agent-transfer", "customer-queue") else "end"
        named = [name for name in blocks if re.search(rf"\b(?<!-){name}\b", re.sub(r"#.*", "", self.text))]
        head = ["flow: Example", f"type: {flow_type}"]
        if "inputs" in self.asked:
            head.append(f"inputs: [{self.asked['inputs']}]")
        head += [f"on_error: {exit_word}", "start:"]
        steps = ["  " + line for line in self.text.splitlines()] + [f"  - {exit_word}"]
        tail = ["blocks:"] + [f"  {name}: {blocks[name]}" for name in named] if named else []
        return "\n".join(head + steps + tail) + "\n"


def directives_of(comment, line):
    asked = {}
    for part in comment.split(";"):
        key, _, value = part.partition(":")
        key = key.strip()
        if key not in directives or key in asked:
            raise ValueError(f"line {line}: `{key}` is no directive, or stands twice")
        asked[key] = value.strip()
    if asked.get("fragment of", "steps") != "steps" or ("refused" in asked and "warns" in asked):
        raise ValueError(f"line {line}: these directives make no sense together: {comment.strip()}")
    return asked


def examples_in(text):
    found = []
    comment = ""
    inside = None  # (line, indent, lines) of the fence that is open, whatever its language
    for number, line in enumerate(text.splitlines(), 1):
        fence = re.match(r"( *)```(\w*)\s*$", line)
        if inside:
            start, indent, language, lines = inside
            if fence and not fence.group(2) and len(fence.group(1)) == indent:
                if language == "yaml":
                    asked = directives_of(comment, start) if comment else {}
                    found.append(Example(start, asked, "\n".join(entry[indent:] for entry in lines) + "\n"))
                elif comment:
                    raise ValueError(f"line {start}: a directive stands before a block that is no yaml")
                inside, comment = None, ""
            else:
                lines.append(line)
            continue
        if fence:
            inside = (number, len(fence.group(1)), fence.group(2), [])
            continue
        directive = re.match(r" *<!-- *(.*?) *-->\s*$", line)
        if directive:
            comment = directive.group(1)
        elif line.strip() and comment:
            raise ValueError(f"line {number}: a directive without a block: {comment}")
    if inside:
        raise ValueError(f"line {inside[0]}: this block is never closed")
    return found


def run(flowc, example):
    """None, or what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        environment = here / "env.yaml"
        if "environment" in example.asked:
            environment = pathlib.Path(folder, "env.yaml")
            environment.write_text(example.text, encoding="utf-8")
        command = [flowc, "compile", "-", "-o", "-", "--env", str(environment), "--color", "never"]
        result = subprocess.run(command, input=example.flow(), capture_output=True, text=True, timeout=20,
                                encoding="utf-8", check=False)
    return judge(example, result.returncode, result.stdout, result.stderr)


def judge(example, code, output, messages):
    if "lines" in example.asked and example.text.count("\n") >= int(example.asked["lines"]):
        return f"has {example.text.count(chr(10))} lines"
    rules = set(re.findall(r": (?:error|warning|note): .* \[([a-z0-9-]+)\]$", messages, re.MULTILINE))
    if "refused" in example.asked:
        wanted = example.asked["refused"]
        if code != 1:
            return f"should be refused by `{wanted}`, and ended with {code}\n{messages}"
        if wanted not in rules:
            return f"should be refused by `{wanted}`, and was by {sorted(rules)}\n{messages}"
        if output.strip():
            return "was refused and written all the same"
        return None
    if code != 0:
        return f"does not compile (exit code {code})\n{messages}"
    if not output.strip():
        return "compiles, and nothing was written"
    if "warns" in example.asked:
        return None if example.asked["warns"] in rules else f"should warn with `{example.asked['warns']}`\n{messages}"
    # The exit that is put behind a fragment may be one that nothing needs.
    unasked = rules - ({"unreachable-step"} if "fragment of" in example.asked else set())
    return f"warns, and the reference does not say so\n{messages}" if unasked else None


def self_test():
    def example(**asked):
        return Example(1, {key.replace("_", " "): value for key, value in asked.items()}, "- say: Welcome.\n")
    error = "-:1:1: error: this is wrong [bad-value]\n"
    warning = "-:1:1: warning: this is odd [literal-arn]\n"
    trials = [
        ("compiles", example(), 0, "{}", "", True),
        ("an error where none is said", example(), 1, "", error, False),
        ("a crash", example(refused="bad-value"), -11, "", error, False),
        ("a warning where none is said", example(), 0, "{}", warning, False),
        ("nothing written", example(), 0, "", "", False),
        ("refused", example(refused="bad-value"), 1, "", error, True),
        ("refused by another rule", example(refused="falls-off"), 1, "", error, False),
        ("refused and written", example(refused="bad-value"), 1, "{}", error, False),
        ("not refused", example(refused="bad-value"), 0, "{}", "", False),
        ("warns", example(warns="literal-arn"), 0, "{}", warning, True),
        ("does not warn", example(warns="literal-arn"), 0, "{}", "", False),
        ("fewer lines", example(lines="2"), 0, "{}", "", True),
        ("as many lines", example(lines="1"), 0, "{}", "", False),
    ]
    failed = [what for what, tried, code, output, messages, good in trials
              if (judge(tried, code, output, messages) is None) != good]
    broken = ["<!-- fragment of: steps -->\ntext\n", "<!-- refused: a; warns: b -->\n```yaml\n```\n", "```yaml\n- say: x\n",
              "<!-- sometimes -->\n```yaml\n```\n", "<!-- refused: a -->\n```sh\n```\n"]
    for text in broken:
        try:
            examples_in(text)
            failed.append(f"accepted: {text!r}")
        except ValueError:
            pass
    found = examples_in("<!-- fragment of: steps -->\n\n```yaml\n- hours: x\n  closed: closed\n```\n\n   ```yaml\n   flow: x\n   ```\n")
    if [entry.line for entry in found] != [3, 8] or found[1].text != "flow: x\n" or "  closed: [" not in found[0].flow():
        failed.append("fences, indented fences and fragments are read")
    total = len(trials) + len(broken) + 1
    for what in failed:
        print(f"not found: {what}")
    print(f"{total - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 3
    path = pathlib.Path(arguments[-1])
    try:
        examples = examples_in(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        print(f"{path}: {fault}")
        return 1
    if arguments[0] == "--list":
        for example in examples:
            print(f"{path}:{example.line}: {example}")
        return 0
    if arguments[0] == "--show":
        shown = [example for example in examples if str(example.line) == arguments[1]]
        for example in shown:
            print(example.flow(), end="")
        return 0 if shown else 1
    failed = 0
    for example in examples:
        fault = run(arguments[0], example)
        if fault:
            failed += 1
            print(f"{path}:{example.line}: {fault.rstrip()}")
    print(f"{len(examples) - failed} passed, {failed} failed")
    return 1 if failed or not examples else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
