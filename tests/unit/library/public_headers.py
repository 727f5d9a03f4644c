#!/usr/bin/env python3
"""Every public header stands alone: it compiles by itself, twice in one source, and includes only the standard library
and other headers of flowc. What it declares is shown by the shared library. A header for C compiles as C11 and as C++.

usage: public_headers.py CXX CC INCLUDE_FOLDER...    the folders that a user of the library is given
       public_headers.py --self-test CXX CC          shows that a header with a fault is found
"""

import pathlib
import re
import subprocess
import sys
import tempfile

warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
languages = {"c++": ["-x", "c++", "-std=c++20", "-Wnon-virtual-dtor"], "c": ["-x", "c", "-std=c11"]}


def foreign_includes(text):
    """What is included and neither of the standard library, whose names have no dot and no slash, nor of flowc."""
    found = re.findall(r'^\s*#\s*include\s*(<[^>]*>|"[^"]*")', text, re.MULTILINE)
    return [name for name in found if not re.fullmatch(r'<[a-z_0-9]+>|<std[a-z]+\.h>|[<"]flowc/[a-z_]+\.hpp[>"]', name)]


def fault_of(compilers, folders, header, name):
    foreign = foreign_includes(header.read_text(encoding="utf-8"))
    if foreign:
        return f"includes {', '.join(foreign)}"
    if re.search(r"^namespace flowc\b", header.read_text(encoding="utf-8"), re.MULTILINE):
        return "opens `flowc` without FLOWC_PUBLIC, so the shared library hides what it declares"
    source = f"#include <{name}>\n#include <{name}>\n"
    for language in languages if header.suffix == ".h" else ["c++"]:
        command = [compilers[language], *languages[language], "-fsyntax-only", *warnings,
                   *(f"-I{folder}" for folder in folders), "-"]
        done = subprocess.run(command, input=source, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode != 0:
            return f"does not compile alone as {language}\n{done.stderr}"
    return None


def faults_in(compilers, folders):
    """Header and fault, or None for a sound one."""
    for folder in folders:
        for header in sorted([*pathlib.Path(folder).glob("flowc/*.hpp"), *pathlib.Path(folder).glob("flowc/*.h")]):
            name = str(header.relative_to(folder))
            yield name, fault_of(compilers, folders, header, name)


def unnamed_in_the_order(folders):
    """The headers that the façade's order of reading leaves out."""
    headers = [header for folder in folders for header in pathlib.Path(folder).glob("flowc/*.h*")]
    facade = [header for header in headers if header.name == "compile.hpp"]
    if len(facade) != 1:
        return ["compile.hpp"]
    order = facade[0].read_text(encoding="utf-8").split("namespace", 1)[0]
    return sorted(header.name for header in headers if header != facade[0] and f"`{header.name}`" not in order)


def self_test(compilers):
    wrong = {
        "needs_string.hpp": "#pragma once\nstd::string name();\n",
        "twice.hpp": "#include <string>\nstruct Name { std::string text; };\n",
        "third_party.hpp": "#pragma once\n#include <nlohmann/json_fwd.hpp>\n",
        "system.hpp": "#pragma once\n#include <unistd.h>\n",
        "hidden.hpp": "#pragma once\nnamespace flowc {\nint hidden();\n}\n",
        "inside.hpp": '#pragma once\n#include "syntax/read.hpp"\n',
        "only_c++.h": "#pragma once\nclass Name;\n",
        "only_c.h": "#pragma once\nstatic inline char *copy(void *from) { char *to = from; return to; }\n",
    }
    right = {
        "right.hpp": "#pragma once\n#include <string>\n#include <vector>\nstd::vector<std::string> names();\n",
        "right.h": "#pragma once\n#include <stddef.h>\nint length(size_t *length);\n",
    }
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "flowc").mkdir()
        for name, text in (wrong | right).items():
            pathlib.Path(folder, "flowc", name).write_text(text, encoding="utf-8")
        for name, fault in faults_in(compilers, [folder]):
            if (fault is None) != (name.removeprefix("flowc/") in right):
                missed.append(name)
    for name in missed:
        print(f"judged wrong: {name}")
    print(f"{len(wrong | right) - len(missed)} passed, {len(missed)} failed")
    return 1 if missed else 0


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "--self-test":
        return self_test({"c++": arguments[1], "c": arguments[2]})
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 3
    failed = passed = 0
    for name, fault in faults_in({"c++": arguments[0], "c": arguments[1]}, arguments[2:]):
        passed += fault is None
        failed += fault is not None
        if fault:
            print(f"{name}: {fault}")
    for name in unnamed_in_the_order(arguments[2:]):
        failed += 1
        print(f"{name}: the head of compile.hpp does not say when to read it")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
