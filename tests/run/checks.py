"""Runs each check of cpp/toolchain/checks.sh as one test; output is shown where it fails."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = "cpp/toolchain/checks.sh"
CANNOT_RUN = 77
SHOWN = 60  # lines of a failed check


def call(name):
    return subprocess.run(
        [SCRIPT, name],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def main():
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for name in call("list").stdout.split():
        result = call(name)
        verdict = {0: "passed", CANNOT_RUN: "skipped"}.get(result.returncode, "failed")
        counts[verdict] += 1
        print(f"  {name}: {verdict}", flush=True)
        if verdict != "passed":
            lines = result.stdout.splitlines()
            if len(lines) > SHOWN:
                lines[SHOWN:] = [f"… {len(lines) - SHOWN} more lines"]
            print("\n".join(lines))
    (ROOT / "build/reports/checks.json").write_text(json.dumps(counts))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
