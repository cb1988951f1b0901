"""The runner of runners, on small jobs: all are run, and whatever goes wrong counts as a failure."""

import sys

import pytest

import run
from reports import Counts, from_checks


@pytest.fixture(autouse=True)
def reports(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "REPORTS", tmp_path)
    return tmp_path


def job(tmp_path, number, counts, code=0):
    """A job that writes its report, or none, and ends with a code."""
    report = tmp_path / f"{number}.json"
    write = f"open({str(report)!r}, 'w').write({counts!r})" if counts else "pass"
    program = f"{write}; print('said', {number}); raise SystemExit({code})"
    return run.Job("sample", [sys.executable, "-c", program], report.name, from_checks)


def test_jobs_beside_each_other_are_all_run_and_heard(reports, capsys):
    jobs = [job(reports, n, '{"passed": %d, "failed": 0, "skipped": 1}' % n) for n in range(1, 6)]
    run.run_beside(jobs)
    assert sum((one.counts for one in jobs), Counts()) == Counts(15, 0, 5)
    said = capsys.readouterr().out
    assert all(f"said {n}" in said for n in range(1, 6))


@pytest.mark.parametrize(
    ("counts", "code", "says"),
    [
        ('{"passed": 2, "failed": 0, "skipped": 0}', 3, "ended with code 3"),
        ('{"passed": 0, "failed": 0, "skipped": 0}', 0, "no test ran"),
        ("", 0, "no readable report"),
        ("not json", 0, "no readable report"),
    ],
)
def test_what_goes_wrong_counts_as_one_failure(reports, counts, code, says):
    one = job(reports, 1, counts, code)
    run.run_beside([one])
    assert one.counts.failed == 1
    assert any(says in failure for failure in one.failures)


def test_a_report_of_an_earlier_run_does_not_count(reports):
    (reports / "1.json").write_text('{"passed": 9, "failed": 0, "skipped": 0}')
    one = job(reports, 1, "")
    run.run(one)
    assert one.counts == Counts(0, 1, 0)
