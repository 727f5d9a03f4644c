#!/usr/bin/env python3
"""Runs what docs/c-abi.md shows: docs.py CALL CC LIBRARY INCLUDE_FOLDER

CALL is the program of call.c. The first C program is compiled and linked with LIBRARY, and has to print the JSON that
stands behind it; options have to be options; and each status stands there with the number that the header gives it.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/c-abi.md").read_text(encoding="utf-8")
HEADER = (ROOT / "include/flowc/flowc.h").read_text(encoding="utf-8")
USAGE = 3


def block(language, text):
    return re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL).group(1)


def fault_of_program(compiler, library, include, folder):
    source, program = folder / "main.c", folder / "main"
    source.write_text(block("c", PAGE), encoding="utf-8")
    subprocess.run([compiler, "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", f"-I{include}", source, library,
                    f"-Wl,-rpath,{library.parent}", "-o", program], check=True)
    done = subprocess.run([program], capture_output=True, timeout=60, check=False)
    if done.returncode != 0 or b"\n" in done.stdout:
        return f"the program ends with {done.returncode}"
    shown = json.loads(block("json", PAGE[PAGE.index("It prints"):]))
    return None if json.loads(done.stdout) == shown else f"the program prints something else:\n{done.stdout.decode()}"


def fault_of_options(program, function, options, folder):
    (folder / "options").write_text(options, encoding="utf-8")
    (folder / "text").write_text("flow: Main line\nstart: [hangup]\n", encoding="utf-8")
    done = subprocess.run([program, function, folder / "text", folder / "options"], capture_output=True, timeout=60, check=False)
    return f"options that are wrong: {done.stdout.decode()}" if done.returncode == USAGE else None


def main(arguments):
    program, compiler, library, include = arguments
    faults, checks = [], 1
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        faults.append(fault_of_program(compiler, pathlib.Path(library).resolve(), include, folder))
        for function, options in re.findall(r"^<!-- options: (\w+) -->\n```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
            checks += 1
            faults.append(fault_of_options(program, function, options, folder))
        wrong = fault_of_options(program, "lint", '{"target": "api"}', folder)
        if wrong is None:
            faults.append("an option that is wrong is not found")
    statuses = re.findall(r"^\s+(FLOWC_\w+) = (\d+)", HEADER, re.MULTILINE)
    checks += len(statuses)
    faults += [f"{name} is {number} in the header" for name, number in statuses if f"| {number} `{name}` |" not in PAGE]
    functions = re.findall(r"(flowc_\w+)\(", HEADER)
    checks += len(functions)
    faults += [f"{name} is not described" for name in functions if f"| `{name}` |" not in PAGE]

    faults = [fault for fault in faults if fault]
    for fault in faults:
        print(fault)
    print(f"{checks - len(faults)} passed, {len(faults)} failed")
    return 1 if faults or checks < 10 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
