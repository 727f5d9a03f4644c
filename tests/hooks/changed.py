#!/usr/bin/env python3
"""`flowc lint --changed REVISION` in repositories of every shape: changed.py FLOWC"""
import json
import sys
import tempfile
import unittest
from pathlib import Path

from git import FAULTY, Repository

FLOWC = str(Path(sys.argv.pop(1)).resolve())


def lint(repository, *words, below="."):
    run = repository.run([FLOWC, "lint", "--format", "json", *words], below=below)
    found = sorted({finding["file"] for finding in json.loads(run.stdout)["findings"]}) if run.stdout else []
    return run.returncode, found, run.stderr


class Changed(unittest.TestCase):
    def setUp(self):
        self.repository = Repository()
        for name in ("old", "moved", "flows/deep", "gone"):
            self.repository.write(name + ".flow.yaml", FAULTY.format(name=name))
        self.repository.commit()

    def test_nothing_has_changed(self):
        self.assertEqual(lint(self.repository, "--changed", "HEAD"), (0, [], ""))
        self.assertEqual(lint(self.repository)[0], 1)

    def test_new_changed_staged_and_renamed(self):
        self.repository.write("with space\tand tab ü.flow.yaml", FAULTY.format(name="New"))
        self.repository.write("old.flow.yaml", FAULTY.format(name="Other"))
        self.repository.write("staged.flow.yaml", FAULTY.format(name="Staged"))
        self.repository.git("add", "staged.flow.yaml")
        self.repository.git("mv", "moved.flow.yaml", "renamed.flow.yaml")
        self.repository.git("rm", "-q", "gone.flow.yaml")
        self.repository.write("ignored.flow.yaml", FAULTY.format(name="Ignored"))
        self.repository.write(".gitignore", "ignored.flow.yaml\n")
        wanted = ["old.flow.yaml", "renamed.flow.yaml", "staged.flow.yaml", "with space\tand tab ü.flow.yaml"]
        self.assertEqual(lint(self.repository, "--changed", "HEAD"), (1, wanted, ""))

    def test_since_an_older_commit(self):
        self.repository.write("old.flow.yaml", FAULTY.format(name="Second"))
        self.repository.commit()
        self.assertEqual(lint(self.repository, "--changed", "HEAD~1")[1], ["old.flow.yaml"])
        self.assertEqual(lint(self.repository, "--changed", "HEAD")[1], [])

    def test_from_a_folder_and_of_a_folder(self):
        self.repository.write("flows/deep.flow.yaml", FAULTY.format(name="Changed"))
        self.repository.write("old.flow.yaml", FAULTY.format(name="Changed, too"))
        self.assertEqual(lint(self.repository, "--changed", "HEAD", below="flows")[1], ["deep.flow.yaml"])
        self.assertEqual(lint(self.repository, "--changed", "HEAD", "..", below="flows")[1],
                         ["../flows/deep.flow.yaml", "../old.flow.yaml"])
        self.assertEqual(lint(self.repository, "--changed", "HEAD", "flows")[1], ["flows/deep.flow.yaml"])

    def test_named_from_outside(self):
        self.repository.write("old.flow.yaml", FAULTY.format(name="Changed"))
        with tempfile.TemporaryDirectory() as folder:
            name = str(self.repository.folder)
            self.assertEqual(lint(self.repository, "--changed", "HEAD", name, below=folder)[1], [name + "/old.flow.yaml"])

    def test_the_others_are_context(self):
        self.repository.write("module.flow.yaml", "module: Balance\naccepts: {Account: text}\nresults: [Found]\nstart: [{return: Found}]\n")
        self.repository.commit()
        self.repository.write("caller.flow.yaml", "flow: Caller\non_error: hangup\nstart:\n  - invoke: Balance\n"
                              '    input: {Account: "{caller}"}\n    cases: {Fuond: next}\n  - hangup\n')
        run = self.repository.run([FLOWC, "lint", "--changed", "HEAD"])
        self.assertIn("[module-contract]", run.stdout)
        self.assertNotIn("old.flow.yaml", run.stdout)

    def test_unknown_revision(self):
        code, found, said = lint(self.repository, "--changed", "nothing")
        self.assertEqual((code, found), (2, []))
        self.assertEqual(said, "--changed: error: `nothing` is no commit of this repository\n")
        run = self.repository.run([FLOWC, "lint", "--changed", "nothing", "--output", "json=report.json"])
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertFalse((self.repository.folder / "report.json").exists())

    def test_shallow_clone(self):
        self.repository.write("old.flow.yaml", FAULTY.format(name="Second"))
        self.repository.commit()
        with tempfile.TemporaryDirectory() as folder:
            self.repository.git("clone", "-q", "--depth", "1", "file://" + str(self.repository.folder), folder)
            clone = Repository(folder)
            self.assertEqual(lint(clone, "--changed", "HEAD"), (0, [], ""))
            code, _, said = lint(clone, "--changed", "HEAD~1")
            self.assertEqual(code, 2)
            self.assertIn("a shallow clone; fetch more of it", said)

    def test_no_repository(self):
        with tempfile.TemporaryDirectory() as folder:
            code, _, said = lint(Repository(folder), "--changed", "HEAD")
        self.assertEqual(code, 2)
        self.assertTrue(said.startswith("--changed: error: git says: not a git repository"), said)

    def test_no_git(self):
        run = self.repository.run([FLOWC, "lint", "--changed", "HEAD"], environment={"PATH": "/nowhere"})
        self.assertEqual((run.returncode, run.stderr), (2, "--changed: error: git cannot be run: no such file or directory\n"))

    def test_outside_of_the_repository(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "other.flow.yaml").write_text(FAULTY.format(name="Other"), encoding="utf-8")
            code, found, said = lint(self.repository, "--changed", "HEAD", folder)
        self.assertEqual((code, found), (2, []))
        self.assertIn("lies outside of", said)

    def test_no_commit_yet(self):
        code, _, said = lint(Repository(), "--changed", "HEAD")
        self.assertEqual((code, said), (2, "--changed: error: `HEAD` is no commit of this repository\n"))


if __name__ == "__main__":
    unittest.main()
