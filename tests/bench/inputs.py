"""The inputs that are made for measuring: many files, one large flow, and shapes that would bring a careless reader down."""

import json
import pathlib
import re

SIZES = (10, 25, 50, 100, 250)
MEBI = 2**20
LEAST = json.dumps({"Version": "2019-10-30", "StartAction": "a", "Actions": [
    {"Identifier": "a", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def flow_files(folder):
    """Every *.json below the folder that is a Flow-language document."""
    found = []
    for path in sorted(pathlib.Path(folder).rglob("*.json")):
        try:
            document = json.loads(path.read_bytes().decode("utf-8-sig"))
        except ValueError:
            continue
        if isinstance(document, dict) and isinstance(document.get("Actions"), list) and "StartAction" in document:
            found.append(path)
    return found


def many_files(folder, samples, count):
    """So many files in one folder, the flows and the flow files of the samples in turns."""
    folder.mkdir(exist_ok=True)
    texts = [(path.name, path.read_bytes()) for path in [*sorted(samples.rglob("*.flow.yaml")), *flow_files(samples)]]
    for number in range(count):
        name, text = texts[number % len(texts)]
        path = folder / f"{number:05}-{name}"
        if not path.exists():
            path.write_bytes(text)
    return folder


def one_large_flow(files, size):
    """The actions of all flows as those of one, again and again up to `size`; identifiers are kept apart by a number."""
    documents = [json.loads(path.read_bytes().decode("utf-8-sig")) for path in files]
    parts, used, number = [], 0, 0
    while used < size:
        for document in documents:
            number += 1
            names = {action.get("Identifier") for action in document["Actions"] if isinstance(action, dict)}
            text = json.dumps(document["Actions"], indent=2, ensure_ascii=False)[1:-1]
            text = re.sub(r'("(?:Identifier|NextAction)": ")([^"\\]*)"',
                          lambda found: f'{found[1]}{number}.{found[2]}"' if found[2] in names else found[0], text)
            used += len(text.encode()) + 1
            if used > size:
                break
            if text.strip():
                parts.append(text)
    first = json.loads("[" + parts[0] + "]")[0].get("Identifier", "")
    return '{"Version": "2019-10-30", "StartAction": ' + json.dumps(first) + ', "Actions": [' + ",".join(parts) + "]}"


def repeated(head, unit, tail, size=MEBI):
    return head + ",".join([unit] * ((size - len(head) - len(tail)) // (len(unit) + 1))) + tail


def hostile_json():
    flow = '{"Version":"2019-10-30","StartAction":"a","Actions":['
    action = '{"Identifier":"a","Type":"MessageParticipant","Parameters":{"Text":"x"},"Transitions":{"NextAction":"a",'
    yield "[[[[…", "[" * MEBI
    yield '{"":{"":…', '{"":' * (MEBI // 4)
    yield "[[],[],…", repeated("[", "[]", "]")
    yield "[1,1,…", repeated("[", "1", "]")
    yield '["","",…', repeated("[", '""', "]")
    yield '{"":1,"":1,…', repeated("{", '"":1', "}")
    yield '["\\n","\\n",…', repeated("[", '"\\n"', "]")
    yield "actions that are numbers", repeated(flow, "1", "]}")
    yield "actions without anything", repeated(flow, "{}", "]}")
    yield "error branches without anything", repeated(flow + action + '"Errors":[', "{}", "]}}]}")
    yield "conditions without anything", repeated(flow + action + '"Conditions":[', "{}", "]}}]}")
    yield "one error branch again and again", repeated(flow + action + '"Errors":[', '{"NextAction":"a","ErrorType":"NoMatchingError"}', "]}}]}")
    yield "unknown parameters", flow + '{"Identifier":"a","Type":"MessageParticipant","Parameters":{' + ",".join(
        f'"p{i}":""' for i in range(MEBI // 12)) + '},"Transitions":{}}]}'
    yield "actions that lead nowhere", flow + ",".join(
        f'{{"Identifier":"{i}","Type":"X","Parameters":{{}},"Transitions":{{"NextAction":"?"}}}}' for i in range(MEBI // 80)) + "]}"


def hostile_yaml():
    yield "- - - -…", "- " * (MEBI // 2)
    yield "[a,a,…", repeated("[", "a", "]")
    yield "lines of `a: b`", "a: b\n" * (MEBI // 5)
    yield "documents of a letter", "a\n---\n" * (MEBI // 6)
    yield "flows without steps", "flow: a\n---\n" * (MEBI // 12)
    yield "steps that are letters", "flow: a\nstart:\n" + "- a\n" * (MEBI // 4 - 8)
    yield "steps of one word", "flow: a\nstart:\n" + "- hangup\n" * (MEBI // 9 - 8)
    yield "steps that say a letter", "flow: a\nstart:\n" + "- say: a\n" * (MEBI // 9 - 8)
    yield "menus in menus", "flow: a\nstart:\n" + "- menu: a\n  1: [hangup]\n" * (MEBI // 25 - 8)


def for_memory(scratch, folder):
    """Name, file, and the most that it may take, in times of its size."""
    if folder:
        flow = one_large_flow(flow_files(folder), 16 * MEBI - 4096)
        yield "other people's flows as one of 16 MiB", write(scratch / "large.json", flow), 8
    for ending, shapes in ((".json", hostile_json()), (".flow.yaml", hostile_yaml())):
        for number, (name, text) in enumerate(shapes):
            yield name, write(scratch / f"shape-{number}{ending}", text), 40
