"""What `flowc lint` finds, for tests that hold it to what they know."""
import json
import pathlib
import subprocess


def findings(flowc, path):
    """All findings below a path, each as it stands in the JSON form."""
    done = subprocess.run([flowc, "lint", path, "--format", "json"], capture_output=True, timeout=60, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{path}: exit code {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return json.loads(done.stdout)["findings"]


def shown(finding):
    name = pathlib.Path(finding["file"]).name
    return f"{name}:{finding['line']}:{finding['column']}: {finding['message']} [{finding['rule']}]"
