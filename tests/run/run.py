"""run.py RUNNER…: runs the test runners, sums what they counted, ends with `N passed, N failed`.

A runner that crashes, writes no report or runs no test counts as one failure.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from reports import Counts, from_checks, from_junit, from_playwright, from_vitest

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "build" / "reports"
PYTHON = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable

# name: (command, report file, reader of the report)
RUNNERS = {
    "checks": ([sys.executable, "tests/run/checks.py"], "checks.json", from_checks),
    "cpp": (
        ["build/native-debug/preformer_tests", "-r", "junit", "-o", "build/reports/cpp.xml"],
        "cpp.xml",
        from_junit,
    ),
    "golden": (
        [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/golden", "tests/run"]
        + ["--junitxml=build/reports/golden.xml"],
        "golden.xml",
        from_junit,
    ),
    "web": (
        ["node_modules/.bin/vitest", "run", "--reporter=default", "--reporter=json"]
        + ["--outputFile.json=build/reports/web.json"],
        "web.json",
        from_vitest,
    ),
    "e2e": (
        ["node_modules/.bin/playwright", "test", "--reporter=list,json"]
        + ["--config=tests/e2e/playwright.config.js"],
        "e2e.json",
        from_playwright,
    ),
}


def run(name):
    command, report_name, read = RUNNERS[name]
    report = REPORTS / report_name
    report.unlink(missing_ok=True)
    print(f"\n== {name} ==", flush=True)
    start = time.monotonic()
    try:
        code = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, env=environment(name), check=False
        ).returncode
        counts, failures = read(report)
    except (OSError, ValueError, KeyError, SyntaxError) as error:
        code, counts, failures = -1, Counts(), [f"no readable report: {error}"]
    if counts.passed + counts.failed == 0:
        failures.append("no test ran")
    if counts.failed == 0 and (code != 0 or counts.passed == 0):
        failures.append(f"the runner ended with code {code}")
        counts.failed = 1
    for failure in failures:
        print(f"{name}: FAILED {failure}")
    return counts, time.monotonic() - start


def environment(name):
    return os.environ | {
        "PLAYWRIGHT_JSON_OUTPUT_NAME": str(REPORTS / "e2e.json"),
        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
        "UBSAN_OPTIONS": "print_stacktrace=1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PREFORMER_RUNNER": name,
    }


def main(names):
    unknown = [name for name in names if name not in RUNNERS]
    if unknown:
        print(f"unknown runner {unknown[0]}; there are: {', '.join(RUNNERS)}", file=sys.stderr)
        print("0 passed, 1 failed")
        return 1
    REPORTS.mkdir(parents=True, exist_ok=True)
    results = {name: run(name) for name in dict.fromkeys(names or RUNNERS)}
    print()
    total = Counts()
    for name, (counts, seconds) in results.items():
        print(f"{name:8} {counts} ({seconds:.1f} s)")
        total += counts
    print(total, flush=True)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
