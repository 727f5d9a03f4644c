"""Hostile texts by shape: each is a function that writes one of about as many bytes as it is told."""

import dataclasses
import typing


@dataclasses.dataclass(frozen=True)
class Shape:
    kind: str  # json or yaml, which the reader is chosen by
    name: str
    verbs: tuple
    make: typing.Callable[[int], str]


def repeat(piece, size, begin="", end=""):
    """One piece again and again."""
    return begin + piece * max(1, (size - len(begin) - len(end)) // len(piece)) + end


def numbered(piece, size, begin="", end="", between=""):
    """Pieces that the number in the place of `{}` tells apart."""
    parts = []
    left = size - len(begin) - len(end)
    while left > 0:
        parts.append(piece.replace("{}", str(len(parts))))
        left -= len(parts[-1]) + len(between)
    return begin + between.join(parts) + end


def both(size, first, second, begin="", middle="", end=""):
    """Two lists of pieces with the same numbers."""
    count = max(1, (size - len(begin) - len(middle) - len(end)) // (len(first) + len(second) + 6))
    return (begin + "".join(first.replace("{}", str(i)) for i in range(count)) + middle +
            "".join(second.replace("{}", str(i)) for i in range(count)) + end)


JSON_TEXTS = {
    "brackets that are not closed": lambda n: repeat("[", n),
    "objects that are not closed": lambda n: repeat('{"a":', n),
    "brackets that close nothing": lambda n: repeat("]", n),
    "lists within lists, 100 deep": lambda n: repeat("[" * 100 + "]" * 100 + ",", n, "[", "1]"),
    "lists next to each other": lambda n: repeat("[],", n, "[", "1]"),
    "an object of many keys": lambda n: numbered('"k{}":1', n, "{", "}", ","),
    "an object of one key many times": lambda n: repeat('"a":1,', n, "{", '"a":1}'),
    "objects with a key twice": lambda n: repeat('{"a":1,"a":2},', n, "[", "1]"),
    "long keys that differ at their end": lambda n: numbered('"' + "k" * 1000 + '{}":1', n, "{", "}", ","),
    "many short strings": lambda n: repeat('"a",', n, "[", "1]"),
    "a long string": lambda n: repeat("a", n, '["', '"]'),
    "a long string of escapes": lambda n: repeat("\\u00e9", n, '["', '"]'),
    "a long string of backslashes": lambda n: repeat("\\\\", n, '["', '"]'),
    "a string of escapes that is not closed": lambda n: repeat("\\n", n, '["'),
    "many strings with an escape": lambda n: repeat('"\\n",', n, "[", "1]"),
    "many numbers": lambda n: repeat("0,", n, "[", "1]"),
    "a long number": lambda n: repeat("9", n),
    "white space": lambda n: repeat(" ", n, "[", "]"),
    "line breaks": lambda n: repeat("\n", n, "[", "]"),
    "white space behind the value": lambda n: repeat(" \n", n, "[]"),
    "words that are no JSON": lambda n: repeat("nul ", n),
    "one long word": lambda n: repeat("x", n),
    "comments": lambda n: repeat("// a\n", n, "[", "]"),
    "one open comment": lambda n: repeat("/* ", n, "["),
    "single quotes": lambda n: repeat("'a', ", n, "["),
    "a quote open on each line": lambda n: repeat('"a\n', n, "["),
    "quotes without commas": lambda n: repeat('"a" ', n, "["),
    "commas": lambda n: repeat(",", n, "["),
    "colons": lambda n: repeat(":", n, '{"a"'),
    "text beyond ASCII in one line": lambda n: repeat('"é🎉",', n // 8 * 5, "[", "1]"),
    "a bad byte at the end": lambda n: repeat("é", n // 2, '["') + "\udcff",
    "byte-order marks": lambda n: repeat("\ufeff", n // 3),
    "placeholders": lambda n: repeat("{{a}},", n, "["),
    "an error behind deep text": lambda n: repeat('{"a":[1]},', n, "[" * 20) + "x",
}

# ---- flows as JSON

BEGIN = '{"Version":"2019-10-30","StartAction":"a0","Actions":['
HANGUP = '{"Identifier":"a{}","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}'
SAY = ('{"Identifier":"a{}","Type":"MessageParticipant","Parameters":{"Text":"Hello"},"Transitions":{"NextAction":"@",'
       '"Errors":[{"NextAction":"@","ErrorType":"NoMatchingError"}]}}')


def actions(piece):
    """A flow of such actions."""
    return lambda n: numbered(piece, n, BEGIN, "]}", ",")


def chained(next_of):
    """A flow of actions that lead where `next_of` says, by number and how many there are."""
    def make(n):
        count = n // (len(SAY) + 16)
        parts = (SAY.replace("{}", str(i)).replace("@", f"a{next_of(i, count)}") for i in range(count))
        return BEGIN + ",".join(parts) + "]}"
    return make


def parameters(kind, piece, begin, end, between=""):
    """A flow of one action, whose parameters are large."""
    return lambda n: numbered(piece, n, BEGIN + '{"Identifier":"a0","Type":"' + kind + '","Parameters":{' + begin,
                              end + '},"Transitions":{"NextAction":"a0","Errors":[{"NextAction":"a0",'
                              '"ErrorType":"NoMatchingError"}]}}]}', between)


def text(piece, name="Text"):
    return parameters("MessageParticipant", piece, f'"{name}":"', '"')


def conditions(piece):
    """A flow of one action with many condition branches."""
    begin = ('{"Identifier":"a0","Type":"Compare","Parameters":{"ComparisonValue":"$.Attributes.a"},"Transitions":'
             '{"NextAction":"a0","Conditions":[')
    return lambda n: numbered(piece, n, BEGIN + begin,
                              '],"Errors":[{"NextAction":"a0","ErrorType":"NoMatchingCondition"}]}}]}', ",")


def branch(target, operand):
    return f'{{"NextAction":"{target}","Condition":{{"Operator":"Equals","Operands":["{operand}"]}}}}'


def errors(piece):
    begin = '{"Identifier":"a0","Type":"MessageParticipant","Parameters":{"Text":"a"},"Transitions":{"NextAction":"a0","Errors":['
    return lambda n: numbered(piece, n, BEGIN + begin, "]}}]}", ",")


def joined(piece):
    """A template that puts a flow together, whose settings are one text of such parts."""
    begin = ('{"Resources":{"F":{"Type":"AWS::Connect::ContactFlow","Properties":{"Content":{"Fn::Join":["",["{\\"Version\\":'
             '\\"2019-10-30\\",\\"StartAction\\":\\"a\\",\\"Actions\\":[],\\"Settings\\":{\\"a\\":\\""')
    return lambda n: repeat("," + piece, n, begin, ',"\\"}}"]]}}}}}')


def beside(key, piece):
    """A flow without actions and with much beside them."""
    return lambda n: numbered(piece, n, '{"Version":"2019-10-30","StartAction":"a0","Actions":[],' + key, "}", ",")


JSON_FLOWS = {
    "actions that nothing reaches": actions(HANGUP),
    "a chain of actions": chained(lambda i, count: i + 1),
    "one large ring": chained(lambda i, count: (i + 1) % count),
    "many small rings": chained(lambda i, count: i ^ 1),
    "actions that lead back to the first": chained(lambda i, count: 0),
    "actions that lead far ahead": chained(lambda i, count: (i * 7919 + 1) % count),
    "actions of one name": actions(HANGUP.replace("a{}", "a")),
    "transitions that lead nowhere": actions(SAY.replace("@", "b{}")),
    "transitions that nearly lead somewhere": actions(SAY.replace("a{}", "action-{}").replace("@", "acton-{}")),
    "unknown types": actions(HANGUP.replace("DisconnectParticipant", "DisconnectParticipan{}")),
    "types of one letter": actions(HANGUP.replace("DisconnectParticipant", "x")),
    "unknown parameters in one action": parameters("DisconnectParticipant", '"Tex{}":1', "", "", ","),
    "unknown parameters everywhere": actions(HANGUP.replace('"Parameters":{}', '"Parameters":{"Tex":"a","SSM":{"a":[1,{}]}}')),
    "attributes in one action": parameters("UpdateContactAttributes", '"a{}":"b"', '"Attributes":{', "}", ","),
    "an attribute many times": parameters("UpdateContactAttributes", '"a":"b"', '"Attributes":{', "}", ","),
    "attributes that are set and read": actions(
        '{"Identifier":"a{}","Type":"UpdateContactAttributes","Parameters":{"Attributes":{"x{}":"$.Attributes.x{}"}},"Transitions":{}}'),
    "condition branches": conditions(branch("a0", "v{}")),
    "one condition many times": conditions(branch("a0", "v")),
    "condition branches that lead nowhere": conditions(branch("b{}", "v{}")),
    "error branches": errors('{"NextAction":"a0","ErrorType":"E{}"}'),
    "one error branch many times": errors('{"NextAction":"a0","ErrorType":"NoMatchingError"}'),
    "a long text": text("aaaaaaaa"),
    "references in one text": text("$.Attributes.a{} "),
    "broken references in one text": text("$.x{} $['"),
    "placeholders in one text": text("<<a{}>> {{b}} ${c} "),
    "heads of access keys": text("AKIA"),
    "heads of private keys": text("-----BEGIN "),
    "promises of a transfer that are taken back": text("connect you not "),
    "SSML": text("<p>a</p>", "SSML"),
    "SSML that is not closed": text("<p>", "SSML"),
    "brackets in SSML": text("<", "SSML"),
    "parameters 100 deep": actions(HANGUP.replace('"Parameters":{}', '"Parameters":{"a":' + "[" * 100 + "]" * 100 + "}")),
    "long identifiers": actions(HANGUP.replace("a{}", "i" * 500 + "{}")),
    "many settings": beside('"Settings":{"a":1},', '"s{}":{"a":1}'),
    "places of actions that are not there": lambda n: numbered(
        '"a{}":{"position":{"x":1,"y":2}}', n, '{"Version":"2019-10-30","StartAction":"a0","Metadata":{"ActionMetadata":{', '}},"Actions":[]}', ","),
    "actions that are no objects": actions('"a{}"'),
    "resources of the wrong kind": actions(
        '{"Identifier":"a{}","Type":"UpdateContactTargetQueue","Parameters":{"QueueId":'
        '"arn:aws:connect:us-east-1:111122223333:instance/1/prompt/{}"},"Transitions":{}}'),
    "a wrapper": lambda n: '{"Name":"a","ContactFlowType":"b","Content":"' + actions(HANGUP)(n * 4 // 5).replace('"', '\\"') + '"}',
    "parts of a template's join": joined('"\\\\\\"a"'),
    "references among the parts of a join": joined('"\\\\\\"a",{"Ref":"b"}'),
}

# Flows with a fix in each piece.
NUMBER = ('{"Identifier":"a{}","Type":"Wait","Parameters":{"TimeLimitSeconds":60},"Transitions":{"NextAction":"a0","Conditions":[],'
          '"Errors":[{"NextAction":"a0","ErrorType":"NoMatchingError"}]}}')
LEADS_ON = '{"Identifier":"a{}","Type":"DisconnectParticipant","Parameters":{ },"Transitions":{"NextAction":"a0"}}'
JSON_FAULTS = {
    "numbers in the place of texts": actions(NUMBER),
    "actions that end it and lead on": actions(LEADS_ON),
    "faults in a wrapper": lambda n: '{"Name":"a","ContactFlowType":"b","Content":"' + actions(NUMBER)(n * 4 // 5).replace('"', '\\"') + '"}',
}

YAML_TEXTS = {
    "brackets that are not closed": lambda n: repeat("[", n),
    "brackets, one a line": lambda n: repeat("[\n", n),
    "braces that are not closed": lambda n: repeat("{a: ", n),
    "brackets that close nothing": lambda n: repeat("]\n", n),
    "lists within lists, 100 deep": lambda n: repeat("- " + "[" * 100 + "]" * 100 + "\n", n),
    "dashes in one line": lambda n: repeat("- ", n),
    "question marks in one line": lambda n: repeat("? ", n),
    "dashes, one a line": lambda n: repeat("-\n", n),
    "colons, one a line": lambda n: repeat(":\n", n),
    "question marks, one a line": lambda n: repeat("?\n", n),
    "a staircase": lambda n: "".join(" " * i + "a:\n" for i in range(100)) + repeat(" " * 100 + "- b\n", n),
    "stairs up and down": lambda n: repeat("".join(" " * i + f"a{i}:\n" for i in range(60)), n),
    "a map of many keys": lambda n: numbered("k{}: 1\n", n),
    "a map of one key many times": lambda n: repeat("a: 1\n", n),
    "a map in braces": lambda n: numbered("k{}: 1", n, "{", "}", ", "),
    "a list in brackets": lambda n: repeat("a, ", n, "[", "]"),
    "a list in brackets, one a line": lambda n: repeat("a,\n", n, "[", "]"),
    "pairs in brackets": lambda n: repeat("a: b, ", n, "[", "]"),
    "quoted words in brackets": lambda n: repeat("'a', ", n, "[", "]"),
    "a long word": lambda n: repeat("a", n),
    "a long line of words": lambda n: repeat("a b ", n),
    "many lines of words": lambda n: repeat("a b\n", n),
    "a long key": lambda n: repeat("a", n, "", ": b"),
    "a long text in quotes": lambda n: repeat("a b ", n, "'", "'"),
    "escapes in quotes": lambda n: repeat("\\u00e9\\n", n, '"', '"'),
    "quotes in quotes": lambda n: repeat("''", n, "'", "'"),
    "a quote that is not closed": lambda n: repeat("a\n", n, '"'),
    "a quote open on each line": lambda n: repeat('a: "b\n', n),
    "a literal text": lambda n: repeat("  a b\n", n, "a: |\n"),
    "a folded text": lambda n: repeat("  a b\n", n, "a: >\n"),
    "empty lines in a literal text": lambda n: repeat("\n", n, "a: |\n", "  b\n"),
    "blank lines in a literal text": lambda n: repeat(" \n", n, "a: |\n", "  b\n"),
    "many literal texts": lambda n: repeat("- |\n  a\n", n),
    "comments": lambda n: repeat("# a\n", n, "", "a: b"),
    "a long comment": lambda n: repeat("# a", n, "", "\na: b"),
    "comments behind values": lambda n: numbered("k{}: v # c\n", n),
    "comments that cut texts": lambda n: numbered("k{}: v #c\n", n),
    "words with a # in them": lambda n: repeat("a#b ", n),
    "comments for flowc": lambda n: repeat("# flowc: allow x\n", n, "", "a: b"),
    "documents": lambda n: repeat("---\na: b\n", n),
    "empty documents": lambda n: repeat("---\n", n),
    "ends of documents": lambda n: repeat("...\n", n),
    "%TAG lines": lambda n: numbered("%TAG !a{}! b\n", n),
    "%YAML lines": lambda n: repeat("%YAML 1.1\n", n),
    "%YAML for each document": lambda n: repeat("%YAML 1.1\n---\na\n...\n", n),
    "lines with % in quotes": lambda n: repeat("%a\n", n, '"', '"'),
    "anchors": lambda n: numbered("- &a{} b\n", n),
    "anchors in one line": lambda n: repeat("&a ", n),
    "aliases": lambda n: repeat("- *a\n", n, "- &a b\n"),
    "tags": lambda n: repeat("- !!str a\n", n),
    "a long tag": lambda n: repeat("a", n, "!", " b"),
    "empty lines": lambda n: repeat("\n", n),
    "blanks": lambda n: repeat(" ", n),
    "tabs": lambda n: repeat("\t", n),
    "returns": lambda n: repeat("\r", n),
    "lines of Windows": lambda n: numbered("k{}: v\r\n", n),
    "text beyond ASCII": lambda n: numbered("ké{}: 🎉 ü\n", n * 3 // 4),
    "text beyond ASCII in one line": lambda n: repeat("é🎉, ", n // 2, "[", "]"),
    "an error on each line": lambda n: repeat("a: b: c\n", n),
    "backslashes": lambda n: repeat("\\\\", n, '"', '"'),
    "maps in a list": lambda n: repeat("- {a: b, c: d}\n", n),
    "keys that are maps": lambda n: repeat("? {a: b}\n: c\n", n),
    "values that are missing": lambda n: numbered("k{}:\n", n),
    "words without a value in braces": lambda n: numbered("k{}", n, "{", "}", ", "),
}

# ---- flows in the language

HEAD = "flow: Main\non_error: hangup\n"
START = HEAD + "start:\n"
END = "  - hangup\n"


def steps(piece):
    """A flow of such steps."""
    return lambda n: numbered(piece, n, START, END)


def say(piece):
    """A flow that says one long text."""
    return lambda n: numbered(piece, n, START + "  - say: x ", "\n" + END)


def blocks(piece, head=HEAD + "start: [b0]\nblocks:\n"):
    return lambda n: numbered(piece, n, head)


def block_chain(size_of_one, line):
    """Blocks of which each leads where `line` says, by number and how many there are."""
    def make(n):
        count = n // size_of_one
        return HEAD + "start: [b0]\nblocks:\n" + "".join(line(i, count) for i in range(count))
    return make


def doubling(n):
    count = n // 50
    pieces = [f"---\ndefine: d{i}\nsteps: [{{use: d{i - 1}}}, {{use: d{i - 1}}}]\n" for i in range(1, count)]
    return "define: d0\nsteps: [{say: a}]\n" + "".join(pieces) + f"---\n{START}  - use: d{count - 1}\n{END}"


FLOWS = {
    "others beside it": lambda n: numbered("---\nflow: F{}\nstart: [hangup]\n", n),
    "others of its name": lambda n: repeat("---\nflow: F\nstart: [hangup]\n", n),
    "others that transfer to themselves": lambda n: numbered("---\nflow: F{}\nstart: [{transfer: {flow: F{}}}]\non_error: hangup\n", n),
    "others that transfer to nobody": lambda n: numbered("---\nflow: F{}\nstart: [{transfer: {flow: G{}}}]\non_error: hangup\n", n),
    "defaults between the flows": lambda n: numbered("---\ndefaults: {on_error: hangup}\n---\nflow: F{}\nstart: [hangup]\n", n),
    "a long list in the defaults of many": lambda n: repeat("  - say: a\n", n // 2, "defaults:\n  on_error:\n", END) + numbered(
        "---\nflow: F{}\nstart: [{queue: a}, hangup]\n", n // 2),
    "many vars in the defaults of many": lambda n: numbered("    v{}: a\n", n // 2, "defaults:\n  vars:\n") + numbered(
        "---\nflow: F{}\nstart: [{say: \"${v1}\"}, hangup]\n", n // 2),
    "others that are faulty": lambda n: numbered("---\nflow: F{}\nstart: [{sya: a}]\n", n),
    "others without a start": lambda n: numbered("---\nflow: F{}\n", n),
    "steps": steps("  - say: a\n"),
    "steps with different texts": steps("  - say: a {}\n"),
    "steps of unknown verbs": steps("  - sya{}: a\n"),
    "steps with an unknown option": steps("  - {say: a, xy: b}\n"),
    "unknown options of one step": lambda n: numbered(", o{}: b", n, START + "  - {say: a", "}\n" + END),
    "steps with two verbs": steps("  - {say: a, play: b}\n"),
    "steps that are empty": steps("  -\n"),
    "steps behind a hangup": lambda n: repeat("  - hangup\n", n, START),
    "jumps to blocks that are not there": blocks("  b{}: [{say: a}, c{}]\n"),
    "jumps to blocks that are nearly there": blocks("  block_{}: [{say: a}, blokc_{}]\n"),
    "blocks": blocks("  b{}: [hangup]\n"),
    "a chain of blocks": block_chain(28, lambda i, count: f"  b{i}: [{{say: a}}, b{min(i + 1, count - 1)}]\n"),
    "blocks that only jump": block_chain(18, lambda i, count: f"  b{i}: [b{i + 1}]\n" if i + 1 < count else f"  b{i}: [hangup]\n"),
    "blocks that jump in a ring": block_chain(18, lambda i, count: f"  b{i}: [b{(i + 1) % count}]\n"),
    "blocks that jump to the one before": block_chain(18, lambda i, count: f"  b{i}: [b{max(i - 1, 0)}]\n"),
    "blocks of one name": lambda n: repeat("  b: [hangup]\n", n, HEAD + "start: [b]\nblocks:\n"),
    "blocks that fall off": blocks("  b{}: [{say: a}]\n"),
    "blocks whose names have blanks": blocks("  b {}: [hangup]\n"),
    "a block of a long name": lambda n: repeat("    - say: a\n", n, HEAD + "start: [hangup]\nblocks:\n  " + "b" * (n // 2) + ":\n", "    - hangup\n"),
    "a case of a long name": lambda n: repeat("      - say: a\n", n, START + "  - branch: Category\n    else: next\n    cases:\n      "
                                              + "b" * (n // 2) + ":\n", "      - hangup\n" + END),
    "a menu of many keys": lambda n: numbered("      k{}: hangup\n", n, START + "  - menu: a\n    give_up: hangup\n    options:\n"),
    "menus": steps("  - menu: a\n    give_up: hangup\n    options: {1: hangup, 2: next}\n"),
    "menus within menus": steps("  - menu: a\n    give_up: hangup\n    options: {1: "
                                + "[{menu: b, give_up: hangup, options: {1: " * 20 + "hangup" + "}}]" * 20 + "}\n"),
    "a branch of many cases": lambda n: numbered("      v{}: hangup\n", n, START + "  - branch: Category\n    cases:\n"),
    "attributes that are set and read": lambda n: both(n, "  - set: {a{}: b}\n", "  - say: x {a{}}\n", START, "", END),
    "attributes that are set": steps("  - set: {a{}: b}\n"),
    "attributes of one step": lambda n: numbered("      a{}: b\n", n, START + "  - set:\n", END),
    "attributes that are set on one of two ways": steps(
        "  - menu: m\n    give_up: hangup\n    options: {1: [{set: {a{}: b}}, next], 2: next}\n  - say: x {a{}}\n"),
    "names that nothing gives": steps("  - say: x {a{}}\n"),
    "names in one text that nothing gives": say("{a{}} "),
    "names that are nearly right": lambda n: both(n, "  - set: {attribute{}: b}\n", "  - say: x {atribute{}}\n", START, "", END),
    "inputs": lambda n: numbered("a{}, ", n, HEAD + "inputs: [", "b]\nstart: [hangup]\n"),
    "one input many times": lambda n: repeat("a, ", n, HEAD + "inputs: [", "b]\nstart: [hangup]\n"),
    "inputs that are read": lambda n: both(n, "a{}, ", "  - say: x {a{}}\n", HEAD + "inputs: [", "b]\nstart:\n", END),
    "Lambdas and their fields": steps("  - {lambda: f, returns: [x{}], on_error: next}\n  - say: a {x{}}\n"),
    "fields of one Lambda": lambda n: both(n, "x{}, ", "  - say: a {x{}}\n", START + "  - lambda: f\n    returns: [", "y]\n", END),
    "queues of many names": steps("  - queue: q{}\n"),
    "one queue many times": steps("  - queue: q\n"),
    "a long text": say("a b "),
    "braces in a text": say("{{ }} "),
    "braces in a text that are not closed": say("{ "),
    "${ in a text that is not closed": say("${ "),
    "$${ in a text that is not closed": say("$${ "),
    "references in a text": say("{$.CustomerEndpoint.Address} "),
    "SSML": lambda n: repeat("<p>a</p> ", n, START + "  - say: <speak>", "</speak>\n" + END),
    "SSML that is not closed": lambda n: repeat("<p>", n, START + "  - say: <speak>", "\n" + END),
    "brackets in SSML": lambda n: repeat("< ", n, START + "  - say: <speak>", "\n" + END),
    "vars": lambda n: both(n, "  v{}: a\n", "  - say: x ${v{}}\n", HEAD + "vars:\n", "start:\n", END),
    "vars that are not given": steps("  - say: x ${v{}}\n"),
    "vars that are nearly right": lambda n: both(n, "  variable{}: a\n", "  - say: x ${varable{}}\n", HEAD + "vars:\n", "start:\n", END),
    "a long var in many places": lambda n: repeat("  - say: x ${v}\n", n, HEAD + "vars: {v: " + "a" * (n // 2) + "}\nstart:\n", END),
    "vars that double": lambda n: numbered("  v{}: a${v{}}${v{}}\n", n, HEAD + "vars:\n", "start: [hangup]\n"),
    "definitions": lambda n: numbered("---\ndefine: d{}\nsteps: [hangup]\n", n, HEAD + "start: [hangup]\n"),
    "definitions that are used": lambda n: both(n, "---\ndefine: d{}\nsteps: [{say: a}]\n", "  - use: d{}\n", "", "---\n" + START, END),
    "a definition that is used": lambda n: repeat("  - use: d\n", n, "define: d\nsteps: [{say: a}]\n---\n" + START, END),
    "a faulty definition that is used": lambda n: repeat("  - use: d\n", n, "define: d\nsteps: [{sya: a}]\n---\n" + START, END),
    "a large definition that is used": lambda n: repeat("  - use: d\n", n, "define: d\nsteps:\n" + "  - say: a\n" * (n // 24)
                                                        + "---\n" + START, END),
    "definitions that double": doubling,
    "parameters": lambda n: both(n, "p{}, ", "p{}: a, ", "define: d\nparams: [", "]\nsteps: [hangup]\n---\n" + START
                                 + "  - use: d\n    with: {", "}\n"),
    "parameters that are not given": lambda n: numbered("p{}, ", n, "define: d\nparams: [", "]\nsteps: [hangup]\n---\n" + START
                                                        + "  - use: d\n"),
    "a parameter in many places": lambda n: repeat("  - ${p}\n", n, "define: d\nparams: [p]\nsteps:\n", "---\n" + START
                                                   + "  - use: d\n    with: {p: [{say: a}]}\n" + END),
    "a long argument in many places": lambda n: repeat('  - say: "${p} a"\n', n, "define: d\nparams: [p]\nsteps:\n", "---\n"
                                                       + START + "  - use: d\n    with: {p: " + "a" * (n // 2) + "}\n" + END),
    "definitions that are not there": lambda n: both(n, "---\ndefine: define{}\nsteps: [hangup]\n", "  - use: defne{}\n", "",
                                                     "---\n" + START, END),
    "includes of files that are not there": lambda n: numbered("---\ninclude: x{}.flow.yaml\n", n, "", "---\nflow: F\nstart: [hangup]\n"),
    "one include many times": lambda n: repeat("---\ninclude: library.flow.yaml\n", n, "", "---\nflow: F\nstart: [hangup]\n"),
    "unknown keys": lambda n: numbered("k{}: a\n", n, "flow: Main\nstart: [hangup]\n"),
    "unknown documents": lambda n: numbered("---\nflw{}: a\n", n),
    "findings that are allowed": lambda n: repeat("  - hangup  # flowc: allow unreachable-step because\n", n, START),
    "comments that allow one thing": lambda n: repeat("# flowc: allow unreachable-step because\n", n, "", HEAD + "start: [hangup]\n"),
    "failures that lead to lists": steps("  - {queue: a, on_error: [{say: b}, hangup]}\n"),
    "failures that lead to a list of the head": lambda n: repeat("  - queue: b\n", n, "flow: Main\non_error: [{say: b}, hangup]\nstart:\n", END),
    "a head that names many failures": lambda n: numbered("  v{}: hangup\n", n, "flow: Main\non_error:\n", "start: [hangup]\n"),
    "places": steps("  - {say: a, at: {x: {}, y: {}}}\n"),
    "places in one column": steps("  - {say: a, at: {x: 1, y: {}}}\n  - say: b\n"),
    "raw actions": steps("  - action: MessageParticipant\n    parameters: {Text: a}\n"),
    "unknown raw actions": steps("  - action: MessageParticipan{}\n    parameters: {Text: a}\n"),
    "hours in a row": steps("  - {hours: h{}, closed: hangup}\n"),
    "options with words": lambda n: numbered("      {}: {for: sales {}, then: hangup}\n", n, START
                                             + "  - menu: a\n    give_up: hangup\n    options:\n"),
}

# The same in the language.
FAULTS = {
    "steps of verbs that are nearly right": steps("  - sya: a\n"),
}

SHAPES = [Shape("json", name, ("read", "lint"), make) for name, make in JSON_TEXTS.items()]
SHAPES += [Shape("json", "flow with " + name, ("lint",), make) for name, make in JSON_FLOWS.items()]
SHAPES += [Shape("json", "flow with " + name, ("fix",), make) for name, make in JSON_FAULTS.items()]
SHAPES += [Shape("yaml", name, ("read", "lint"), make) for name, make in YAML_TEXTS.items()]
SHAPES += [Shape("yaml", "flow with " + name, ("lint", "compile"), make) for name, make in FLOWS.items()]
SHAPES += [Shape("yaml", "flow with " + name, ("fix",), make) for name, make in FAULTS.items()]
