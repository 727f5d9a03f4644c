#!/usr/bin/env python3
"""What docs/editors.md and docs/ci.md say of editors, hooks and the action, against what they are: documented.py FLOWC"""
import json
import re
import sys
import unittest
from pathlib import Path

import yaml
from git import FAULTY, Repository

ROOT = Path(__file__).resolve().parents[2]
FLOWC = str(Path(sys.argv.pop(1)).resolve())
PAGES = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("editors.md", "ci.md"))


def example(language, holds):
    blocks = re.findall(rf"(?ms)^( *)```{language}\n(.*?)^ *```$", PAGES)
    found = [re.sub(rf"(?m)^{indent}", "", text) for indent, text in blocks if holds in text]
    assert len(found) == 1, f"{len(found)} examples in {language} hold {holds}"
    return found[0]


class Documented(unittest.TestCase):
    def setUp(self):
        self.repository = Repository()
        self.repository.write("main.flow.yaml", FAULTY.format(name="Main"))

    def test_the_problem_matcher_of_vs_code(self):
        task = json.loads(example("json", "problemMatcher"))["tasks"][0]
        run = self.repository.run([FLOWC, *task["command"].replace("${file}", "main.flow.yaml").split()[1:]])
        pattern = task["problemMatcher"]["pattern"]
        matches = [match for match in map(re.compile(pattern["regexp"]).match, run.stdout.split("\n")) if match]
        self.assertEqual([(match[pattern["file"]], match[pattern["line"]], match[pattern["severity"]]) for match in matches],
                         [("main.flow.yaml", "5", "error")])

    def test_the_arguments_of_neovim(self):
        arguments = re.findall(r"'([^']*)'", re.search(r"args = \{(.*?)function", example("lua", "nvim"))[1])
        run = self.repository.run([FLOWC, *arguments, "main.flow.yaml"], stdin=FAULTY.format(name="Main"))
        self.assertRegex(run.stdout, r"^main\.flow\.yaml:5:\d+: error: ")

    def test_neovim_knows_each_severity(self):
        # nvim-lint shows what the map does not name as an error.
        snippet = example("lua", "nvim")
        severities = dict(re.findall(r"(\w+) = vim\.diagnostic\.severity\.(\w+)", snippet))
        self.assertEqual(severities, {"error": "ERROR", "warning": "WARN", "note": "INFO"})
        call = re.search(r"from_pattern\((.*?)\),\n\}", snippet, re.DOTALL)[1]
        groups, *others = re.search(r"\{('lnum'.*?)\}, (\w+), \{source = '(\w+)'\}", call).groups()
        self.assertEqual((re.findall(r"'(\w+)'", groups), others), (["lnum", "col", "severity", "message"], ["severities", "flowc"]))

    def test_the_hooks(self):
        asked = yaml.safe_load(example("yaml", "repos:"))["repos"][0]
        hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
        self.assertEqual([hook["id"] for hook in asked["hooks"]], list(hooks))
        self.assertTrue(all(hook["require_serial"] for hook in hooks.values()))
        version = re.search(r"project\(flowc VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
        self.assertEqual(asked["rev"], "v" + version)

    def test_the_action(self):
        steps = yaml.safe_load(example("yaml", "checkout"))["jobs"]["flows"]["steps"]
        inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
        self.assertLessEqual(set(steps[1]["with"]), set(inputs))
        words = steps[1]["with"]["args"].split()
        self.assertEqual(self.repository.run([FLOWC, "lint", "--format", "github", *words]).returncode, 1)
        self.assertTrue((self.repository.folder / "flowc.sarif").exists())


if __name__ == "__main__":
    unittest.main()
