#!/usr/bin/env python3
"""The steps of action.yml, run under bash as a runner of GitHub runs them: action.py FLOWC

In the place of the sources stands a `dev` that "builds" FLOWC, and counts how often it is asked.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml
from git import ENVIRONMENT, FAULTY

ROOT = Path(__file__).resolve().parents[2]
FLOWC = str(Path(sys.argv.pop(1)).resolve())
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
DEV = '#!/bin/sh\necho "$@" >> asked\n[ "$1" = build ] || exit 0\nmkdir -p build/release/bin\nln -sf {flowc} build/release/bin/flowc\n'
SOURCES = ("cmake", "docs/rules", "flowdsl", "include", "schemas", "src", "tools")


class Runner:
    """A machine with the action's sources, a temporary folder that may have been kept, and a repository."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.sources, self.temp, self.workspace = (self.folder / name for name in ("the action", "temp", "work space"))
        for path in (self.temp, self.workspace, *(self.sources / name for name in SOURCES)):
            path.mkdir(parents=True)
        (self.sources / "CMakeLists.txt").write_text("project(flowc VERSION 0.1.0)\n", encoding="utf-8")
        dev = self.sources / "dev"
        dev.write_text('#!/bin/sh\ncd "$(dirname "$0")"\n' + DEV.format(flowc=f"'{FLOWC}'")[10:], encoding="utf-8")
        dev.chmod(0o755)

    def asked(self):
        path = self.sources / "asked"
        return path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []

    def run(self, **inputs):
        """What the last step printed, and the exit code of the first that failed."""
        values = {f"inputs.{name}": inputs.get(name.replace("-", "_"), one["default"]) for name, one in ACTION["inputs"].items()}
        values |= {"github.action_path": str(self.sources), "runner.temp": str(self.temp)}
        self.path, self.cached = [], []
        for number, step in enumerate(ACTION["runs"]["steps"]):
            fill = lambda text: re.sub(r"\$\{\{ *(\S+) *\}\}", lambda part: values[part[1]], text)  # noqa: E731
            if "uses" in step:
                self.cached.append({name: fill(text) for name, text in step["with"].items()})
                continue
            assert step["shell"] == "bash" and "${{" not in step["run"], "what a user writes must not become a script"
            files = {name: self.folder / f"{name}-{number}" for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
            for path in files.values():
                path.touch()
            script = self.folder / f"step-{number}.sh"
            script.write_text(step["run"], encoding="utf-8")
            environment = ENVIRONMENT | {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(self.workspace), "RUNNER_TEMP": str(self.temp)}
            environment |= {name: str(path) for name, path in files.items()}
            environment |= {name: fill(text) for name, text in step.get("env", {}).items()}
            process = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)], env=environment, text=True,
                                     cwd=self.workspace / fill(step.get("working-directory", ".")), capture_output=True, check=False)
            for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").split("\n")[:-1]:
                name, value = line.split("=", 1)
                values[f"steps.{step['id']}.outputs.{name}"] = value
            self.path += files["GITHUB_PATH"].read_text(encoding="utf-8").split("\n")[:-1]
            if process.returncode:
                break
        self.error = process.stderr
        return process.returncode, process.stdout


class Action(unittest.TestCase):
    def setUp(self):
        self.kept = tempfile.TemporaryDirectory()
        self.runner = Runner(self.kept.name)
        for name in ("a", "with space"):
            (self.runner.workspace / f"{name}.flow.yaml").write_text(FAULTY.format(name=name), encoding="utf-8")

    def tearDown(self):
        self.kept.cleanup()

    def test_findings_stand_beside_the_lines(self):
        code, said = self.runner.run()
        self.assertEqual(code, 1, self.runner.error)
        self.assertRegex(said, r"(?m)^::error file=a\.flow\.yaml,line=5,")
        self.assertRegex(said, r"(?m)^::error file=with space\.flow\.yaml,line=5,")

    def test_a_sound_repository_passes(self):
        for path in self.runner.workspace.iterdir():
            path.unlink()
        (self.runner.workspace / "main.flow.yaml").write_text("flow: Main\nstart:\n  - say: Good bye.\n  - hangup\n", encoding="utf-8")
        self.assertEqual(self.runner.run()[0], 0, self.runner.error)

    def test_inputs(self):
        code, said = self.runner.run(paths="with space.flow.yaml\n", format="text", args="--quiet\n--fail-on  error")
        self.assertEqual(code, 1, self.runner.error)
        self.assertTrue(said.startswith("with space.flow.yaml:5:"), said)
        self.assertNotIn("\na.flow.yaml", said)

    def test_paths_begin_at_the_root_of_the_repository(self):
        below = self.runner.workspace / "infra"
        below.mkdir()
        (self.runner.workspace / "a.flow.yaml").rename(below / "a.flow.yaml")
        (below / "flowc.yaml").touch()
        code, said = self.runner.run(working_directory="infra", args="--output sarif=o.sarif")
        self.assertEqual(code, 1, self.runner.error)
        self.assertRegex(said, r"(?m)^::error file=infra/a\.flow\.yaml,line=5,")
        self.assertIn('"uri": "infra/a.flow.yaml"', (below / "o.sarif").read_text(encoding="utf-8"))
        elsewhere = self.runner.folder / "elsewhere.flow.yaml"
        shutil.move(self.runner.workspace / "with space.flow.yaml", elsewhere)
        code, said = self.runner.run(working_directory="infra", paths=f"../infra/../infra/a.flow.yaml\n{below}/./a.flow.yaml\n{elsewhere}")
        self.assertEqual(said.count("::error file=infra/a.flow.yaml,"), 1, said)
        self.assertIn(f"::error file={elsewhere},", said)

    def test_paths_in_a_pipeline_of_gitlab(self):
        below = self.runner.workspace / "infra"
        below.mkdir()
        (self.runner.workspace / "a.flow.yaml").rename(below / "a.flow.yaml")
        link = self.runner.folder / "link"
        link.symlink_to(self.runner.workspace)
        for root in (self.runner.workspace, link):
            run = subprocess.run([FLOWC, "lint", "--format", "gitlab"], cwd=below, env=ENVIRONMENT | {"CI_PROJECT_DIR": str(root)},
                                 capture_output=True, text=True, check=False)
            self.assertEqual({one["location"]["path"] for one in json.loads(run.stdout)}, {"infra/a.flow.yaml"})

    def test_documented_inputs(self):
        workflow = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(encoding="utf-8"), re.DOTALL)
        args = next(found[1] for found in (re.search(r"^ *args: (.*)$", one, re.MULTILINE) for one in workflow) if found)
        code, said = self.runner.run(paths="with space.flow.yaml\n", args=args)
        self.assertEqual(code, 1, self.runner.error)
        self.assertIn("::error file=with space.flow.yaml", said)
        self.assertIn('"version": "2.1.0"', (self.runner.workspace / "flowc.sarif").read_text(encoding="utf-8"))

    def test_options_in_quotes(self):
        code, _ = self.runner.run(args="--quiet --output \"sarif=my lint.sarif\" --output 'json=it.json'")
        self.assertEqual(code, 1, self.runner.error)
        self.assertTrue((self.runner.workspace / "my lint.sarif").exists())
        self.assertTrue((self.runner.workspace / "it.json").exists())
        code, _ = self.runner.run(args="--output 'sarif=lint.sarif")
        self.assertNotEqual(code, 0)
        self.assertIn("quote", self.runner.error)

    def test_an_empty_word_is_kept(self):
        code, said = self.runner.run(paths="a.flow.yaml", args="--type ''")
        self.assertEqual(code, 3, self.runner.error)
        self.assertNotIn("a.flow.yaml", self.runner.error)

    def test_blanks_around_a_path(self):
        code, said = self.runner.run(paths="  a.flow.yaml\t\n with space.flow.yaml \n  \n", format="text")
        self.assertEqual(code, 1, self.runner.error)
        self.assertIn("\nwith space.flow.yaml:5:", "\n" + said)

    def test_what_a_user_writes_is_no_script(self):
        code, _ = self.runner.run(paths="$(touch pwned)\n`touch pwned`", args="--quiet ;touch pwned")
        self.assertNotEqual(code, 0)
        self.assertFalse((self.runner.workspace / "pwned").exists())

    def test_it_is_built_once_and_kept(self):
        self.runner.run()
        self.assertEqual(self.runner.asked(), ["build release flowc_cli"])
        self.assertEqual(self.runner.path, [str(self.runner.temp / "flowc")])
        first = self.runner.cached
        self.assertEqual(first[0]["path"], str(self.runner.temp / "flowc"))
        self.runner.run()
        self.assertEqual(self.runner.asked(), ["build release flowc_cli"])
        self.assertEqual(self.runner.cached, first)

    def test_other_sources_are_built_anew(self):
        self.runner.run()
        before = self.runner.cached[0]["key"]
        (self.runner.sources / "src" / "a.cpp").write_text("int a;\n", encoding="utf-8")
        self.runner.run()
        self.assertNotEqual(self.runner.cached[0]["key"], before)

    def test_one_that_does_not_start_is_replaced(self):
        kept = self.runner.temp / "flowc" / "flowc"
        kept.parent.mkdir()
        kept.write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
        kept.chmod(0o755)
        self.assertEqual(self.runner.run()[0], 1)
        self.assertEqual(self.runner.asked(), ["setup", "build release flowc_cli"])


if __name__ == "__main__":
    unittest.main()
