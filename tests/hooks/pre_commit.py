#!/usr/bin/env python3
"""The hooks, run by the real pre-commit, off line, in a repository of 300 flows: pre_commit.py FLOWC"""
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from git import Repository

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from not_run import not_run  # noqa: E402

FLOWC = str(Path(sys.argv.pop(1)).resolve())
ARN = "arn:aws:connect:us-east-1:111122223333:instance/11111111-1111-1111-1111-111111111111/flow-module/22222222-2222-2222-2222-222222222222"
MODULE = "module: Balance\naccepts: {Account: text}\nresults: [Found]\nstart: [{return: Found}]\n"
CALLER = ('flow: Caller %d\non_error: hangup\nstart:\n  - invoke: Balance\n    input: {Account: "{caller}"}\n'
          "    cases: {%s: next}\n  - hangup\n")


def caller(number, case="Found"):
    return f"flows/caller {number}.flow.yaml", CALLER % (number, case)


def findings(text):
    return sorted(line for line in text.split("\n") if ": error: " in line or ": warning: " in line)


class PreCommit(unittest.TestCase):
    def setUp(self):
        # What pre-commit clones: as much of this checkout as a hook is made of.
        self.hooks = Repository()
        (self.hooks.folder / "packaging").mkdir()
        for name in (".pre-commit-hooks.yaml", "packaging/hook.sh", "CMakeLists.txt"):
            shutil.copy(ROOT / name, self.hooks.folder / name)
        self.hooks.commit()
        version = re.search(r"project\(flowc VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
        self.hooks.git("tag", "-a", "-m", "a release", "v" + version)
        self.home = tempfile.TemporaryDirectory()
        programs = Path(self.home.name, "programs")
        programs.mkdir()
        (programs / "flowc").symlink_to(FLOWC)
        self.environment = {"PRE_COMMIT_HOME": self.home.name + "/pre-commit", "PATH": f"{programs}:/usr/bin:/bin",
                            "http_proxy": "http://127.0.0.1:1", "https_proxy": "http://127.0.0.1:1"}

        self.user = Repository()
        self.user.write("flowc.yaml", "flows: flows\nenv: env.yaml\n")
        self.user.write("env.yaml", f"bind: arn\nmodule:\n  Balance: {ARN}\n")
        self.user.write("flows/module.flow.yaml", MODULE)
        for number in range(299):
            self.user.write(*caller(number))
        self.user.write("package.json", '{"name": "no flow"}\n')
        self.ask_for("v" + version)
        compiled = self.user.run([FLOWC, "compile", "-o", "out", "--quiet"])
        self.assertEqual(compiled.returncode, 0, compiled.stderr)
        self.user.commit()
        installed = self.user.run(["pre-commit", "install"], environment=self.environment)
        self.assertEqual(installed.returncode, 0, installed.stdout + installed.stderr)

    def ask_for(self, revision):
        self.user.write(".pre-commit-config.yaml", f"repos:\n  - repo: {self.hooks.folder}\n    rev: {revision}\n    hooks:\n"
                        "      - id: flowc-lint\n      - {id: flowc-compile, args: [-o, out]}\n")

    def tearDown(self):
        self.home.cleanup()

    def pre_commit(self, *words):
        run = self.user.run(["pre-commit", "run", "--color", "never", *words], environment=self.environment)
        return run.returncode, run.stdout + run.stderr

    def test_a_changed_file_alone_finds_what_the_whole_finds(self):
        code, said = self.pre_commit("--all-files")
        self.assertEqual(code, 0, said)
        self.assertEqual(said.count("Passed"), 2, said)

        self.user.write(*caller(150, "Fuond"))  # which only the module, in a file that is not touched, can tell
        self.user.git("add", "-A")
        commit = self.user.git("commit", "-q", "-m", "one flow", check=False, environment=self.environment)
        self.assertEqual(commit.returncode, 1)
        alone = findings(self.pre_commit("flowc-lint")[1])
        self.assertEqual(len(alone), 1, alone)
        self.assertIn("[module-contract]", alone[0])
        self.assertEqual(findings(self.pre_commit("flowc-lint", "--all-files")[1]), alone)
        self.assertIn(alone[0], commit.stdout + commit.stderr)

    def test_a_file_that_looks_like_an_option(self):
        for name in ("-x.flow.yaml", "--fix.json"):
            self.user.write(name, "flow: A\nstart: [hangup]\n" if name.endswith("yaml") else "{}\n")
        self.user.git("add", "-A")
        code, said = self.pre_commit("flowc-lint", "--all-files")
        self.assertEqual(code, 0, said)

    def test_an_output_that_is_not_current(self):
        self.user.write("flows/caller 7.flow.yaml", caller(7)[1].replace("  - hangup", "  - say: Good bye.\n  - hangup"))
        self.user.git("add", "-A")
        code, said = self.pre_commit("flowc-compile")
        self.assertEqual(code, 1)
        self.assertIn("out/Caller 7.json: error: differs from what its flow compiles to", said)

    def test_what_stands_beside_flows_passes(self):
        for name in ("flows", "out", "flowc.yaml", "env.yaml"):
            self.user.git("rm", "-rq", name)
        shutil.copytree(ROOT / "tests/cli/lint-other-files/in", self.user.folder, dirs_exist_ok=True)
        self.user.commit()
        code, said = self.pre_commit("flowc-lint", "--all-files")
        self.assertEqual(code, 0, said)
        self.assertIn("Passed", said)
        self.user.write("lines/reception.json", '{"Version": "2019-10-30", "StartAction": "hi", "Actions": []}')
        self.user.git("add", "-A")
        code, said = self.pre_commit("flowc-lint", "--all-files")
        self.assertEqual(code, 1, said)
        self.assertEqual(said.count("error: "), said.count("reception.json"), said)

    def test_another_version_on_the_path_is_not_taken(self):
        other = Path(self.home.name, "programs", "flowc")
        other.unlink()
        other.write_text("#!/bin/sh\necho flowc 0.0.0\n", encoding="utf-8")
        other.chmod(0o755)
        self.user.write(*caller(1, "Found"))
        code, said = self.pre_commit("flowc-lint", "--all-files")
        self.assertEqual(code, 1)
        self.assertIn("is not on the PATH: it is built in", said)  # of which the clone of this test has no sources

    def test_a_commit_behind_the_version_is_not_that_version(self):
        self.hooks.write("README.md", "later\n")
        self.hooks.commit()
        self.ask_for(self.hooks.git("rev-parse", "HEAD").stdout.strip())
        self.user.git("add", "-A")
        code, said = self.pre_commit("flowc-lint", "--all-files")
        self.assertEqual(code, 1)
        self.assertIn("is not on the PATH: it is built in", said)


if __name__ == "__main__":
    if not shutil.which("pre-commit"):
        sys.exit(not_run("pre-commit", "there is no pre-commit"))
    unittest.main()
