"""A folder with two flows and what an earlier text of them compiled to, to write into and to be disturbed at it."""

import pathlib
import shutil
import subprocess

FLOW = "flow: {name}\nstart: [{{say: {text}}}, hangup]\n"


class Folder:
    """`old` and `new` are the whole outputs, by file name; `old` is empty where nothing was compiled before."""

    def __init__(self, flowc, root, has_old=True):
        self.flowc = str(pathlib.Path(flowc).resolve())
        self.root = pathlib.Path(root)
        self.sources = self.root / "flows"
        self.sources.mkdir(parents=True)
        self.old = self._compiled("Good day." * 200) if has_old else {}
        self.new = self._compiled("Good night." * 200)

    def _compiled(self, text):
        for name in ("First", "Second"):
            (self.sources / f"{name}.flow.yaml").write_text(FLOW.format(name=name, text=text))
        output = self.root / "whole"
        subprocess.run([self.flowc, "compile", self.sources, "-o", output, "--quiet"], check=True)
        files = {path.name: path.read_bytes() for path in output.iterdir()}
        shutil.rmtree(output)
        assert len(files) == 2, files
        return files

    def fresh(self, output):
        """`output` as it was before."""
        shutil.rmtree(output, ignore_errors=True)
        if self.old:
            output.mkdir(parents=True)
            for name, data in self.old.items():
                (output / name).write_bytes(data)
        return output

    def command(self, output):
        return [self.flowc, "compile", str(self.sources), "-o", str(output), "--jobs", "1", "--quiet"]

    def faults(self, output, leftovers_allowed=False):
        """What is not as it has to be, whatever happened: every file whole, old or new, and nothing beside them."""
        found = {path.name: path.read_bytes() for path in output.iterdir()} if output.is_dir() else {}
        for name, data in found.items():
            if name in self.new:
                if data not in (self.old.get(name), self.new[name]):
                    yield f"{name} is neither the old file nor the new one: {data[:60]!r}"
            elif not (leftovers_allowed and name.startswith(".flowc-")):
                yield f"{name} was left behind"
        for name in self.old:
            if name not in found:
                yield f"{name} is gone"

    def is_new(self, output):
        return {path.name: path.read_bytes() for path in output.iterdir()} == self.new
