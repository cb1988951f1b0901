"""The readers of reports, on small reports as the runners write them."""

import json

import pytest

from reports import Counts, from_checks, from_junit, from_playwright, from_vitest


def write(tmp_path, text):
    path = tmp_path / "report"
    path.write_text(text)
    return path


def test_counts_add_and_print():
    total = Counts(1, 2) + Counts(3, 0)
    assert str(total) == "4 passed, 2 failed"
    assert str(total + Counts(skipped=1)) == "4 passed, 2 failed, 1 skipped"


def test_junit(tmp_path):
    path = write(
        tmp_path,
        """<testsuites><testsuite>
        <testcase classname="a" name="good"/>
        <testcase classname="a" name="bad"><failure message="m">1 == 2</failure></testcase>
        <testcase classname="a" name="thrown"><error message="boom"/></testcase>
        <testcase classname="a" name="left out"><skipped/></testcase>
        </testsuite></testsuites>""",
    )
    counts, failures = from_junit(path)
    assert counts == Counts(1, 2, 1)
    assert failures == ["a bad\n1 == 2", "a thrown\nboom"]


def test_junit_cut_short_by_a_crash_is_an_error(tmp_path):
    with pytest.raises(SyntaxError):
        from_junit(write(tmp_path, "<testsuites><testsuite>"))


def test_vitest_counts_a_file_that_cannot_be_loaded(tmp_path):
    report = {
        "numPassedTests": 4,
        "numFailedTests": 1,
        "numPendingTests": 2,
        "numTodoTests": 0,
        "testResults": [
            {"name": "a", "status": "failed", "assertionResults": [{"status": "failed"}]},
            {"name": "b", "status": "failed", "assertionResults": []},
        ],
    }
    counts, failures = from_vitest(write(tmp_path, json.dumps(report)))
    assert counts == Counts(4, 2, 2)
    assert failures == ["b could not be loaded"]


def test_playwright(tmp_path):
    stats = {"expected": 3, "unexpected": 1, "flaky": 1, "skipped": 2}
    counts, _ = from_playwright(write(tmp_path, json.dumps({"stats": stats, "errors": []})))
    assert counts == Counts(4, 1, 2)


def test_checks(tmp_path):
    counts, _ = from_checks(write(tmp_path, '{"passed": 3, "failed": 0, "skipped": 1}'))
    assert counts == Counts(3, 0, 1)
