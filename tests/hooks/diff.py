#!/usr/bin/env python3
"""`flowc lint --diff` gives what `git apply` takes, from every folder of a repository: diff.py FLOWC"""
import sys
import tempfile
import unittest
from pathlib import Path

from git import Repository

FLOWC = str(Path(sys.argv.pop(1)).resolve())
MISSPELT = "flow: {name}\non_error: hangup\nstart:\n  - hours: Office\n    cloesd: hangup\n  - hangup\n"


class Diff(unittest.TestCase):
    def setUp(self):
        self.repository = Repository()
        self.names = ["above.flow.yaml", "two words/deep ü.flow.yaml"]
        for name in self.names:
            self.repository.write(name, MISSPELT.format(name=name))
        self.repository.commit()

    def diff(self, *paths, below="."):
        return self.repository.run([FLOWC, "lint", "--diff", "--fix-unsafe", *paths], below=below)

    def apply(self, patch, below="."):
        """The files that have changed."""
        self.repository.run(["git", "apply"], below=below, stdin=patch, check=True)
        changed = [name for name in self.names if "closed:" in (self.repository.folder / name).read_text(encoding="utf-8")]
        self.repository.git("checkout", "-q", ".")
        return changed

    def test_at_the_top(self):
        for path in (".", str(self.repository.folder), "two words/.."):
            run = self.diff(path)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertEqual(self.apply(run.stdout), self.names)

    def test_in_a_folder(self):
        run = self.diff(below="two words")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(self.apply(run.stdout, below="two words"), self.names[1:])
        self.assertEqual(self.apply(run.stdout), self.names[1:])

    def test_of_what_lies_above(self):
        for path in ("..", str(self.repository.folder)):
            run = self.diff(path, below="two words")
            self.assertEqual(run.returncode, 0)
            self.assertIn("apply the patch at the top of the repository", run.stderr)
            self.assertEqual(self.apply(run.stdout), self.names)

    def test_outside_of_the_repository(self):
        with tempfile.TemporaryDirectory() as folder:
            other = Path(folder, "other.flow.yaml")
            other.write_text(MISSPELT.format(name="Other"), encoding="utf-8")
            (self.repository.folder / "link.flow.yaml").symlink_to(other)
            for path in (str(other), "link.flow.yaml"):
                run = self.diff(path, "above.flow.yaml")
                self.assertEqual(run.returncode, 2)
                self.assertIn(f"{path}: error: not in the patch: it lies outside of the repository", run.stderr)
                self.assertEqual(self.apply(run.stdout), self.names[:1])

    def test_without_a_repository(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "below").mkdir()
            Path(folder, "a.flow.yaml").write_text(MISSPELT.format(name="A"), encoding="utf-8")
            inside, outside = (Repository(Path(folder, name)).run([FLOWC, "lint", "--diff", "--fix-unsafe", path])
                               for name, path in ((".", "a.flow.yaml"), ("below", "../a.flow.yaml")))
        self.assertEqual(inside.returncode, 0)
        self.assertIn("+++ b/a.flow.yaml\n", inside.stdout)
        self.assertEqual((outside.returncode, outside.stdout), (2, ""))
        self.assertIn("not in the patch: it lies outside of the current folder", outside.stderr)


if __name__ == "__main__":
    unittest.main()
