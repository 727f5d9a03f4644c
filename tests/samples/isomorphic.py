#!/usr/bin/env python3
"""Decides whether a compiled flow has the graph that a sample says it has.

usage: isomorphic.py FLOW.json GRAPH.json    exit code 0: the same graph; 1: not, with the first difference
       isomorphic.py --self-test GRAPH...    shows that every kind of difference is found

FLOW is a Flow-language document, or one inside a wrapper with `Content`. GRAPH is
    {"start": 1, "nodes": {"1": {"type", "parameters", "next", "conditions": [{"operator", "operands", "next"}],
     "errors": {"ErrorType": node}}}}
Reachable actions are matched one to one. Type, parameters (absent and empty are equal), conditions in their order, errors
as a set and NextAction must agree. Identifiers, layout, and what nothing reaches do not count.
"""

import copy
import json
import sys


def read_flow(document):
    """A Flow-language document as {identifier: node} in the notation of GRAPH, and its start."""
    if isinstance(document.get("Content"), str):
        document = json.loads(document["Content"])
    nodes = {}
    for action in document["Actions"]:
        transitions = action.get("Transitions", {})
        errors = transitions.get("Errors", [])
        node = {
            "type": action["Type"],
            "parameters": action.get("Parameters", {}),
            "conditions": [
                {
                    "operator": condition["Condition"]["Operator"],
                    "operands": condition["Condition"]["Operands"],
                    "next": condition["NextAction"],
                }
                for condition in transitions.get("Conditions", [])
            ],
            "errors": {error["ErrorType"]: error["NextAction"] for error in errors},
        }
        if len(node["errors"]) != len(errors):
            raise ValueError(f"{action['Identifier']}: an error type has two branches")
        if "NextAction" in transitions:
            node["next"] = transitions["NextAction"]
        if action["Identifier"] in nodes:
            raise ValueError(f"{action['Identifier']}: the identifier stands twice")
        nodes[action["Identifier"]] = node
    return nodes, document["StartAction"]


def read_graph(document):
    nodes = {}
    for name, node in document["nodes"].items():
        unknown = set(node) - {"type", "parameters", "next", "conditions", "errors"}
        if unknown:
            raise ValueError(f"node {name}: unknown key {sorted(unknown)[0]}")
        nodes[int(name)] = node
    return nodes, document["start"]


def without_empty(value):
    """A parameter's value without empty objects and lists, however deep."""
    if isinstance(value, dict):
        kept = {key: without_empty(entry) for key, entry in value.items()}
        return {key: entry for key, entry in kept.items() if entry not in ({}, [])}
    if isinstance(value, list):
        return [without_empty(entry) for entry in value]
    return value


def transitions(node):
    """Every transition of a node as (what it is, where it leads), in an order that both graphs share."""
    found = []
    if "next" in node:
        found.append(("next", node["next"]))
    for place, condition in enumerate(node.get("conditions", []), 1):
        test = json.dumps([condition["operator"], condition["operands"]], ensure_ascii=False)
        found.append((f"condition {place} {test}", condition["next"]))
    for error in sorted(node.get("errors", {})):
        found.append((f"error {error}", node["errors"][error]))
    return found


def first_difference(flow, flow_start, graph, graph_start):
    """None, or a sentence. Every transition has a name of its own, so at most one matching exists: walk both at once."""
    flow_of = {}
    graph_of = {}
    waiting = [(flow_start, graph_start, "the start")]
    while waiting:
        here, there, way = waiting.pop(0)
        if here not in flow:
            return f"{way} leads to `{here}`, which does not exist"
        if there not in graph:
            raise ValueError(f"{way}: the graph has no node {there}")
        if there in flow_of or here in graph_of:
            if flow_of.get(there) == here:
                continue
            if there in flow_of:
                return f"{way} leads to `{here}`; expected `{flow_of[there]}`, the one action for node {there}"
            return f"{way} leads to `{here}`, which is node {graph_of[here]}; expected node {there}, another action"
        flow_of[there] = here
        graph_of[here] = there
        found, expected = flow[here], graph[there]
        name = f"`{here}` (node {there})"
        if found["type"] != expected["type"]:
            return f"{way} leads to {name} of type {found['type']}; expected {expected['type']}"
        have, want = without_empty(found.get("parameters", {})), without_empty(expected.get("parameters", {}))
        if json.dumps(have, sort_keys=True) != json.dumps(want, sort_keys=True):
            return f"{name} has the parameters {json.dumps(have, ensure_ascii=False)}; " \
                   f"expected {json.dumps(want, ensure_ascii=False)}"
        have, want = transitions(found), transitions(expected)
        if [label for label, _ in have] != [label for label, _ in want]:
            return f"{name} has the branches {[label for label, _ in have]}; expected {[label for label, _ in want]}"
        waiting += [(a, b, f"{name}, {label},") for (label, a), (_, b) in zip(have, want)]
    return None


def as_flow(graph, start):
    """The graph as a Flow-language document with identifiers of its own, last action first."""
    actions = []
    for name, node in graph.items():
        action = {"Identifier": f"a{name}", "Type": node["type"], "Parameters": node.get("parameters", {}),
                  "Transitions": {}}
        if "next" in node:
            action["Transitions"]["NextAction"] = f"a{node['next']}"
        action["Transitions"]["Conditions"] = [
            {"NextAction": f"a{condition['next']}",
             "Condition": {"Operator": condition["operator"], "Operands": condition["operands"]}}
            for condition in node.get("conditions", [])]
        action["Transitions"]["Errors"] = [
            {"NextAction": f"a{target}", "ErrorType": error} for error, target in node.get("errors", {}).items()]
        actions.insert(0, action)
    return {"Version": "2019-10-30", "StartAction": f"a{start}", "Actions": actions}


def mutations(flow):
    """(what was done, the changed document) for every way in which a flow can differ."""
    def changed(what, change, *place):
        copied = copy.deepcopy(flow)
        change(copied, *place)
        return what, copied

    def redirect(document, transition):
        others = [a["Identifier"] for a in document["Actions"] if a["Identifier"] != transition["NextAction"]]
        transition["NextAction"] = others[0]

    for index, action in enumerate(flow["Actions"]):
        name = action["Identifier"]
        yield changed(f"{name}: another type", lambda d, i=index: d["Actions"][i].update(Type="Other"))
        yield changed(f"{name}: one parameter more",
                      lambda d, i=index: d["Actions"][i]["Parameters"].update(Extra="1"))
        for key in action["Parameters"]:
            yield changed(f"{name}: without {key}", lambda d, i=index, k=key: d["Actions"][i]["Parameters"].pop(k))
            yield changed(f"{name}: another {key}",
                          lambda d, i=index, k=key: d["Actions"][i]["Parameters"].update({k: "other"}))
        if "NextAction" in action["Transitions"]:
            yield changed(f"{name}: without NextAction", lambda d, i=index: d["Actions"][i]["Transitions"].pop("NextAction"))
            yield changed(f"{name}: another NextAction", lambda d, i=index: redirect(d, d["Actions"][i]["Transitions"]))
            yield changed(f"{name}: NextAction to nowhere",
                          lambda d, i=index: d["Actions"][i]["Transitions"].update(NextAction="nowhere"))
        for kind in ("Conditions", "Errors"):
            for place in range(len(action["Transitions"][kind])):
                yield changed(f"{name}: without {kind}[{place}]",
                              lambda d, i=index, k=kind, p=place: d["Actions"][i]["Transitions"][k].pop(p))
                yield changed(f"{name}: {kind}[{place}] elsewhere",
                              lambda d, i=index, k=kind, p=place: redirect(d, d["Actions"][i]["Transitions"][k][p]))
        if len(action["Transitions"]["Conditions"]) > 1:
            yield changed(f"{name}: conditions in another order",
                          lambda d, i=index: d["Actions"][i]["Transitions"]["Conditions"].reverse())
        leading_here = [(i, t) for i, a in enumerate(flow["Actions"])
                        for t in ([a["Transitions"]] if "NextAction" in a["Transitions"] else []) +
                        a["Transitions"]["Conditions"] + a["Transitions"]["Errors"] if t["NextAction"] == name]
        if len(leading_here) > 1:
            def split(document, at=index, this=name):
                twin = copy.deepcopy(document["Actions"][at])
                twin["Identifier"] = "twin"
                for other in document["Actions"]:
                    if other["Transitions"].get("NextAction") == this:
                        other["Transitions"]["NextAction"] = "twin"
                        break
                else:
                    return
                document["Actions"].append(twin)
            what, copied = changed(f"{name}: one action made two", split)
            if len(copied["Actions"]) > len(flow["Actions"]):
                yield what, copied


def self_test(paths):
    tried = failed = 0
    for path in paths:
        graph, start = read_graph(load(path))
        flow = as_flow(graph, start)
        tried += 1
        difference = first_difference(*read_flow(flow), graph, start)
        if difference:
            failed += 1
            print(f"{path}: the graph differs from itself: {difference}")
        unreached = copy.deepcopy(flow)
        unreached["Actions"].append({"Identifier": "unreached", "Type": "DisconnectParticipant", "Transitions": {}})
        wrapped = {"Name": "x", "Content": json.dumps(unreached)}
        tried += 1
        difference = first_difference(*read_flow(wrapped), graph, start)
        if difference:
            failed += 1
            print(f"{path}: an unreachable action inside a wrapper counts: {difference}")
        for what, document in mutations(flow):
            tried += 1
            if first_difference(*read_flow(document), graph, start) is None:
                failed += 1
                print(f"{path}: not found: {what}")
    print(f"{tried - failed} passed, {failed} failed")
    return failed == 0 and tried > 0


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(arguments):
    if len(arguments) >= 2 and arguments[0] == "--self-test":
        return 0 if self_test(arguments[1:]) else 1
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 3
    difference = first_difference(*read_flow(load(arguments[0])), *read_graph(load(arguments[1])))
    if difference:
        print(f"{arguments[0]}: {difference}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
