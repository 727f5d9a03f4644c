#!/usr/bin/env python3
"""Drives yaml-language-server with the published schema, as an editor does: language_server.py SCHEMA NPM_FOLDER

Two documents in one stream, each with the line that names its schema: what is wrong is underlined where it stands and
nothing else is, a step's options are completed, and verbs and options are explained.
"""

import json
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading

import npm

SECONDS = 30
# What editors send when nobody has set anything, but for the catalogue of schemas, which is on the network.
SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
TEXT = """\
# yaml-language-server: $schema=flowdsl.schema.json
defaults: {logging: on}
---
# yaml-language-server: $schema=flowdsl.schema.json
flow: Main line
on_error: sorry
start:
  - say: Welcome.
  - menu: department
    options:
      1: {for: sales, then: sales}
    timeout: 8
    give_up: sorry
    
  - sya: Goodbye.
  - hangup
blocks:
  sales: [{transfer: {queue: Sales}}]
  sorry: [{say: Sorry.}, hangup]
"""
LINES = TEXT.split("\n")


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.messages = queue.Queue()
        self.kept = []
        self.last_id = 0
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        while header := self.process.stdout.readline():
            length = 0
            while header.strip():
                name, _, value = header.decode("ascii").partition(":")
                if name.lower() == "content-length":
                    length = int(value)
                header = self.process.stdout.readline()
            self.messages.put(json.loads(self.process.stdout.read(length)))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def ask(self, method, parameters):
        self.last_id += 1
        wanted = self.last_id
        self.send({"id": wanted, "method": method, "params": parameters})
        return self.wait(lambda message: message.get("id") == wanted and "method" not in message)["result"]

    def wait(self, fits):
        while True:
            for message in self.kept:
                if fits(message):
                    self.kept.remove(message)
                    return message
            message = self.messages.get(timeout=SECONDS)
            if "method" in message and "id" in message:  # the server asks for settings
                items = message.get("params", {}).get("items", [])
                answers = [SETTINGS if item.get("section") == "yaml" else {} for item in items]
                self.send({"id": message["id"], "result": answers or None})
            else:
                self.kept.append(message)

    def stop(self):
        self.process.kill()
        self.process.wait()


def place(word, behind=0):
    """Line and character of a word's first place in the text."""
    line = next(number for number, text in enumerate(LINES) if word in text)
    return {"line": line, "character": LINES[line].index(word) + behind}


def contents(hover):
    found = hover["contents"] if hover else ""
    return found if isinstance(found, str) else found.get("value", "")


def check(server, folder):
    uri = (folder / "main.flow.yaml").as_uri()
    server.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {
        "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {}}}})
    server.notify("initialized", {})
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": TEXT}
    server.notify("textDocument/didOpen", {"textDocument": document})

    found = server.wait(lambda message: message.get("method") == "textDocument/publishDiagnostics"
                        and message["params"]["uri"] == uri and message["params"]["diagnostics"])
    problems = [(one["range"]["start"]["line"], one["message"]) for one in found["params"]["diagnostics"]]
    wanted = {place("timeout: 8")["line"]: "timeout", place("sya")["line"]: "sya"}
    if {line for line, _ in problems} != set(wanted):
        yield f"the lines {sorted(line + 1 for line in wanted)} are wrong, and it says {problems}"
    if not any("sya" in message for _, message in problems):
        yield f"the misspelt verb is not named: {problems}"

    def labels(position):
        answer = server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    empty = place("give_up: sorry")
    options = labels({"line": empty["line"] + 1, "character": empty["character"]})
    for wanted_option in ("invalid", "silent", "tries", "on_error"):
        if wanted_option not in options:
            yield f"`{wanted_option}` is not offered in a menu: {sorted(options)}"
    if "rate" in options:
        yield "an option of another verb is offered in a menu"
    if "tries" in options and "how often" not in json.dumps(options["tries"].get("documentation", "")):
        yield f"`tries` is offered without its explanation: {options['tries']}"

    explained = (("menu: department", "offers choices"), ("give_up: sorry", "made no choice"), ("logging: on", "flow log"))
    for word, said in explained:
        hover = contents(server.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place(word, 1)}))
        if said not in hover:
            yield f"`{word}` is not explained by \"{said}\": {hover!r}"


def main():
    schema, npm_folder = map(pathlib.Path, sys.argv[1:])
    try:
        modules = npm.install(npm_folder)
    except npm.Missing as missing:
        return npm.not_run("yaml-language-server", missing)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copy(schema, folder / "flowdsl.schema.json")
        (folder / "main.flow.yaml").write_text(TEXT, encoding="utf-8")
        server = Server(["node", str(modules / "yaml-language-server" / "bin" / "yaml-language-server"), "--stdio"])
        try:
            failures = list(check(server, folder))
        except queue.Empty:
            failures = [f"the server said nothing for {SECONDS} s"]
        finally:
            server.stop()
    for failure in failures:
        print(failure)
    print(f"yaml-language-server: diagnostics, completion and hover, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
