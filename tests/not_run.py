"""How a test says that it was not run."""

import os


def not_run(test, reason):
    """The exit code of a test whose tools cannot be had: 77, not run; in CI, where it must run, a failure."""
    print(f"{test}: not run, {reason}")
    return 1 if os.environ.get("CI") == "true" else 77
