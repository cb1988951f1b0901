"""run.py RUNNER…: runs the test runners, sums what they counted, ends with `N passed, N failed`.

Runners that do not need the machine to themselves run beside each other, as many as there are
cores; what one says is shown when it has ended. A runner that crashes, writes no report or runs no
test counts as one failure.
"""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from catch_shards import deal, name_file, names_of
from reports import Counts, from_checks, from_junit, from_playwright, from_vitest

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "build" / "reports"
PYTHON = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable
CPP_TESTS = "build/native-debug/preformer_tests"
CORES = os.cpu_count() or 1


@dataclass
class Job:
    """One process; a runner has one or several."""

    runner: str
    command: list
    report: str  # file in build/reports
    read: object  # reader of the report
    alone: bool = False  # it keeps all cores busy and measures what waiting costs
    counts: Counts = field(default_factory=Counts)
    failures: list = field(default_factory=list)
    output: str = ""
    seconds: float = 0.0


def jobs_of(runner):
    """The slow ones first: they begin first."""
    if runner == "web":
        return web_jobs()
    if runner == "cpp":
        return cpp_jobs()
    if runner == "golden":
        command = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/golden"]
        command += ["tests/run", "--junitxml=build/reports/golden.xml"]
        return [Job("golden", command, "golden.xml", from_junit)]
    if runner == "checks":
        return [Job("checks", [sys.executable, "tests/run/checks.py"], "checks.json", from_checks)]
    command = ["node_modules/.bin/playwright", "test", "--reporter=list,json"]
    command += ["--config=tests/e2e/playwright.config.js"]
    return [Job("e2e", command, "e2e.json", from_playwright, alone=True)]


def web_jobs():
    """Two halves, each with half of the cores."""
    halves = [["tests/cli", "tests/wasm"], ["tests/web"]]
    if os.environ.get("PREFORMER_TESTS") == "quick":
        halves[0].remove("tests/cli")  # it starts programs
    jobs = []
    for number, folders in enumerate(halves):
        report = f"web-{number}.json"
        command = ["node_modules/.bin/vitest", "run", "--reporter=default", "--reporter=json"]
        command += [f"--outputFile.json=build/reports/{report}"]
        command += [f"--maxWorkers={max(1, CORES // 2)}", *folders]
        jobs.append(Job("web", command, report, from_vitest))
    return jobs


def cpp_jobs():
    jobs = []
    for number, names in enumerate(deal(names_of(ROOT / CPP_TESTS), max(2, CORES))):
        listed = REPORTS / f"cpp-{number}.txt"
        listed.write_text(name_file(names), encoding="utf8")
        report = f"cpp-{number}.xml"
        command = [CPP_TESTS, "-f", str(listed), "-r", "junit", "-o", f"build/reports/{report}"]
        jobs.append(Job("cpp", command, report, from_junit))
    return jobs


RUNNERS = ["web", "cpp", "golden", "checks", "e2e"]


def run(job):
    report = REPORTS / job.report
    report.unlink(missing_ok=True)
    start = time.monotonic()
    try:
        done = subprocess.run(
            job.command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            # What runs alone is watched; what runs beside others is read afterwards.
            stdout=None if job.alone else subprocess.PIPE,
            stderr=None if job.alone else subprocess.STDOUT,
            env=environment(job.runner),
            check=False,
        )
        code, job.output = done.returncode, (done.stdout or b"").decode(errors="replace")
        job.counts, job.failures = job.read(report)
    except (OSError, ValueError, KeyError, SyntaxError) as error:
        code, job.counts, job.failures = -1, Counts(), [f"no readable report: {error}"]
    if job.counts.passed + job.counts.failed == 0:
        job.failures.append("no test ran")
    if job.counts.failed == 0 and (code != 0 or job.counts.passed == 0):
        job.failures.append(f"the runner ended with code {code}")
        job.counts.failed = 1
    job.seconds = time.monotonic() - start


def environment(name):
    return os.environ | {
        "PLAYWRIGHT_JSON_OUTPUT_NAME": str(REPORTS / "e2e.json"),
        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
        "UBSAN_OPTIONS": "print_stacktrace=1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PREFORMER_RUNNER": name,
    }


def tell(job):
    print(f"\n== {job.runner}: {' '.join(job.command[:3])} … ({job.seconds:.1f} s) ==")
    print(job.output.rstrip())
    for failure in job.failures:
        print(f"{job.runner}: FAILED {failure}")
    sys.stdout.flush()


def run_beside(jobs):
    """As many at a time as there are cores, in the order given."""
    waiting, lock = list(jobs), threading.Lock()

    def work():
        while True:
            with lock:
                if not waiting:
                    return
                job = waiting.pop(0)
            run(job)
            with lock:
                tell(job)

    threads = [threading.Thread(target=work) for _ in range(CORES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main(names):
    unknown = [name for name in names if name not in RUNNERS]
    if unknown:
        print(f"unknown runner {unknown[0]}; there are: {', '.join(RUNNERS)}", file=sys.stderr)
        print("0 passed, 1 failed")
        return 1
    REPORTS.mkdir(parents=True, exist_ok=True)
    chosen = [name for name in RUNNERS if name in (names or RUNNERS)]
    jobs, total = [], Counts()
    for name in chosen:
        try:
            jobs += jobs_of(name)
        except (OSError, ValueError) as error:
            print(f"{name}: FAILED {error}")
            total.failed += 1
    run_beside([job for job in jobs if not job.alone])
    for job in jobs:
        if job.alone:
            print(f"\n== {job.runner} ==", flush=True)
            run(job)
            tell(job)
    print()
    for name in chosen:
        own = [job for job in jobs if job.runner == name]
        counts = sum((job.counts for job in own), Counts())
        print(f"{name:8} {counts} ({sum(job.seconds for job in own):.1f} s)")
        total += counts
    print(total, flush=True)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
