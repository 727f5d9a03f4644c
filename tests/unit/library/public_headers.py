#!/usr/bin/env python3
"""Every public header stands alone: it compiles by itself, twice in one source, and includes only the standard library
and other headers of flowc. What it declares is shown by the shared library.

usage: public_headers.py CXX INCLUDE_FOLDER...    the folders that a user of the library is given
       public_headers.py --self-test CXX          shows that a header with a fault is found
"""

import pathlib
import re
import subprocess
import sys
import tempfile

warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Wnon-virtual-dtor", "-Werror"]


def foreign_includes(text):
    """What is included and neither of the standard library, whose names have no dot and no slash, nor of flowc."""
    found = re.findall(r'^\s*#\s*include\s*(<[^>]*>|"[^"]*")', text, re.MULTILINE)
    return [name for name in found if not re.fullmatch(r'<[a-z_0-9]+>|[<"]flowc/[a-z_]+\.hpp[>"]', name)]


def fault_of(compiler, folders, header, name):
    foreign = foreign_includes(header.read_text(encoding="utf-8"))
    if foreign:
        return f"includes {', '.join(foreign)}"
    if re.search(r"^namespace flowc\b", header.read_text(encoding="utf-8"), re.MULTILINE):
        return "opens `flowc` without FLOWC_PUBLIC, so the shared library hides what it declares"
    source = f"#include <{name}>\n#include <{name}>\n"
    command = [compiler, "-std=c++20", "-fsyntax-only", *warnings, *(f"-I{folder}" for folder in folders), "-x", "c++", "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, timeout=120, check=False)
    return f"does not compile alone\n{done.stderr}" if done.returncode != 0 else None


def faults_in(compiler, folders):
    """Header and fault, or None for a sound one."""
    for folder in folders:
        for header in sorted(pathlib.Path(folder).glob("flowc/*.hpp")):
            name = str(header.relative_to(folder))
            yield name, fault_of(compiler, folders, header, name)


def self_test(compiler):
    wrong = {
        "needs_string.hpp": "#pragma once\nstd::string name();\n",
        "twice.hpp": "#include <string>\nstruct Name { std::string text; };\n",
        "third_party.hpp": "#pragma once\n#include <nlohmann/json_fwd.hpp>\n",
        "system.hpp": "#pragma once\n#include <unistd.h>\n",
        "hidden.hpp": "#pragma once\nnamespace flowc {\nint hidden();\n}\n",
        "inside.hpp": '#pragma once\n#include "syntax/read.hpp"\n',
    }
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "flowc").mkdir()
        for name, text in wrong.items():
            pathlib.Path(folder, "flowc", name).write_text(text, encoding="utf-8")
        pathlib.Path(folder, "flowc", "right.hpp").write_text("#pragma once\n#include <string>\n#include <vector>\n"
                                                              "std::vector<std::string> names();\n", encoding="utf-8")
        for name, fault in faults_in(compiler, [folder]):
            if (fault is None) != (name == "flowc/right.hpp"):
                missed.append(name)
    for name in missed:
        print(f"judged wrong: {name}")
    print(f"{len(wrong) + 1 - len(missed)} passed, {len(missed)} failed")
    return 1 if missed else 0


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--self-test":
        return self_test(arguments[1])
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 3
    failed = passed = 0
    for name, fault in faults_in(arguments[0], arguments[1:]):
        passed += fault is None
        failed += fault is not None
        if fault:
            print(f"{name}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
