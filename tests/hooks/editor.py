#!/usr/bin/env python3
"""`flowc lint --stdin-filename` as editors call it, on a flow that is not saved: editor.py FLOWC"""
import sys
import unittest
from pathlib import Path

from git import Repository

FLOWC = str(Path(sys.argv.pop(1)).resolve())
MODULE = "module: Balance\naccepts: {Account: text}\nresults: [Found]\nstart: [{return: Found}]\n"
CALLER = ('flow: Caller %d\non_error: hangup\nstart:\n  - invoke: Balance\n    input: {Account: "{caller}"}\n'
          "    cases: {%s: next}\n  - hangup\n")
WITH_ARN = 'flow: Night line\nstart: [{lambda: {arn: "arn:aws:lambda:us-east-1:111122223333:function:a"}, on_error: next}, {say: Goodbye.}, hangup]\n'


def project(callers):
    repository = Repository()
    repository.write("flowc.yaml", "flows: flows\npaths:\n  - {files: \"flows/quiet/**\", rules: {literal-arn: off}}\n")
    repository.write("flows/module.flow.yaml", MODULE)
    for number in range(callers):
        repository.write(f"flows/caller-{number}.flow.yaml", CALLER % (number, "Found"))
    return repository


def lint(repository, name, text):
    run = repository.run([FLOWC, "lint", "--quiet", "--stdin-filename", name], stdin=text)
    return run.returncode, run.stdout, run.stderr


class Editor(unittest.TestCase):
    def setUp(self):
        self.repository = project(3)

    def test_what_is_typed_counts_and_not_what_is_saved(self):
        code, found, _ = lint(self.repository, "flows/caller-1.flow.yaml", CALLER % (1, "Fuond"))
        self.assertEqual(code, 1)
        self.assertTrue(found.startswith("flows/caller-1.flow.yaml:6:13: error: "), found)
        self.repository.write("flows/caller-1.flow.yaml", CALLER % (1, "Fuond"))
        self.assertEqual(lint(self.repository, "flows/caller-1.flow.yaml", CALLER % (1, "Found")), (0, "", ""))

    def test_it_stands_in_the_place_of_the_saved_one(self):
        # Two flows of one name are a fault; the saved file and the typed one are one flow.
        self.assertEqual(lint(self.repository, "flows/module.flow.yaml", MODULE), (0, "", ""))
        code, found, _ = lint(self.repository, "flows/new.flow.yaml", MODULE)
        self.assertEqual(code, 1)
        self.assertIn("[duplicate-name]", found)

    def test_its_path_chooses_the_settings(self):
        self.assertIn("[literal-arn]", lint(self.repository, "flows/new.flow.yaml", WITH_ARN)[1])
        self.assertEqual(lint(self.repository, "flows/quiet/new.flow.yaml", WITH_ARN), (0, "", ""))

    def test_other_files_beside_it(self):
        run = self.repository.run([FLOWC, "lint", "--stdin-filename", "a.flow.yaml", "flows"])
        self.assertEqual(run.returncode, 3)

    def test_one_of_a_project_of_100(self):
        repository = project(100)
        self.assertEqual(lint(repository, "flows/caller-1.flow.yaml", CALLER % (1, "Found")), (0, "", ""))
        self.assertEqual(lint(repository, "flows/caller-1.flow.yaml", CALLER % (1, "Fuond"))[0], 1)


if __name__ == "__main__":
    unittest.main()
