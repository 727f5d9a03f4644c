"""A git repository for a test, which knows nothing of the settings of whoever runs it."""
import atexit
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

# Of a hook that runs this test, git would hand its own repository on.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C.UTF-8"}
for role in ("AUTHOR", "COMMITTER"):
    ENVIRONMENT |= {f"GIT_{role}_NAME": "A tester", f"GIT_{role}_EMAIL": "tester@example.com"}


class Repository:
    def __init__(self, folder=None):
        self.folder = Path(folder or tempfile.mkdtemp()).resolve()
        if not folder:
            atexit.register(shutil.rmtree, self.folder)
            self.git("init", "-q", "-b", "main")

    def git(self, *words, check=True, environment=None):
        return self.run(["git", *words], check=check, environment=environment)

    def run(self, command, check=False, below=".", environment=None, stdin=None):
        return subprocess.run(command, cwd=self.folder / below, env=ENVIRONMENT | (environment or {}), input=stdin,
                              stdin=None if stdin is not None else subprocess.DEVNULL, capture_output=True, text=True, check=check)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message="a change"):
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", message)


FAULTY = "flow: {name}\non_error: hangup\nstart:\n  - say: Welcome.\n  - go: nowhere\n"
