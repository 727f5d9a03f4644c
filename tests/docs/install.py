#!/usr/bin/env python3
"""docs/install.md names what a build needs: the packages that ./dev installs, and those of cmake/dependencies.cmake: install.py"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


page = text_of("docs/install.md")
steps = text_of("dev")
needed = set(re.findall(r"\S+\.hp?p?:([\w.-]+)", steps))
checked = re.search(r"missing_packages\(\) \{(.*?)\n\}", steps, re.DOTALL)[1]
needed |= {package for line in re.findall(r"\|\| say (.*)", checked) for package in line.split()}
needed |= set(re.search(r"# Debian's packages: (.*)\.\n", text_of("cmake/dependencies.cmake"))[1].split(", "))
assert len(needed) > 12, needed
faults = [f"docs/install.md does not name {package}" for package in sorted(needed) if not re.search(rf"(?<![\w-]){re.escape(package)}(?![\w-])", page)]
if page.find("./dev setup") == -1 or page.find("./dev setup") > page.find("cmake --"):
    faults.append("docs/install.md builds before it names `./dev setup`")
print("\n".join(faults) or f"{len(needed)} packages named")
sys.exit(1 if faults else 0)
