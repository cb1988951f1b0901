"""Readers of the runners' machine-readable reports: each returns counts and lines about failures."""

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass


@dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Counts(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def from_junit(path):
    """JUnit XML as Catch2 and pytest write it."""
    counts, failures = Counts(), []
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        problems = case.findall("failure") + case.findall("error")
        if problems:
            counts.failed += 1
            name = f"{case.get('classname', '')} {case.get('name', '')}".strip()
            text = problems[0].text or problems[0].get("message") or ""
            failures.append(f"{name}\n{text.rstrip()}")
        elif case.find("skipped") is not None:
            counts.skipped += 1
        else:
            counts.passed += 1
    return counts, failures


def from_vitest(path):
    report = json.loads(path.read_text())
    counts = Counts(
        report["numPassedTests"],
        report["numFailedTests"],
        report["numPendingTests"] + report["numTodoTests"],
    )
    # A file that cannot be loaded holds no test, yet it has failed.
    unloaded = [
        suite["name"]
        for suite in report["testResults"]
        if suite["status"] == "failed"
        and not any(test["status"] == "failed" for test in suite["assertionResults"])
    ]
    counts.failed += len(unloaded)
    return counts, [f"{name} could not be loaded" for name in unloaded]


def from_playwright(path):
    report = json.loads(path.read_text())
    stats = report["stats"]
    counts = Counts(
        stats["expected"] + stats["flaky"], stats["unexpected"], stats["skipped"]
    )
    counts.failed += len(report.get("errors", [])) if not counts.failed else 0
    return counts, []


def from_checks(path):
    counts = Counts(**json.loads(path.read_text()))
    return counts, []
