"""The files that GitHub reads, held to what their formats allow: there is no other place to run them."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))

TOP = {"name", "on", "permissions", "concurrency", "jobs", "env", "defaults"}
JOB = {
    "name", "needs", "runs-on", "permissions", "environment", "concurrency", "env", "if", "steps",
    "timeout-minutes", "strategy", "container", "services", "outputs", "defaults",
}  # fmt: skip
STEP = {
    "id", "if", "name", "uses", "run", "with", "env", "shell", "working-directory",
    "continue-on-error", "timeout-minutes",
}  # fmt: skip
SCOPES = {"actions", "attestations", "contents", "id-token", "issues", "pages", "pull-requests"}
# Events with what they may have; `null` is nothing.
EVENTS = {"push": {"branches", "tags", "paths"}, "pull_request": {"branches"}, "workflow_dispatch": {"inputs"}}


def parsed(path):
    return yaml.safe_load(path.read_text("utf8"))


def is_permissions(value):
    return isinstance(value, dict) and all(
        scope in SCOPES and level in ("read", "write", "none") for scope, level in value.items()
    )


def expressions(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [one for item in value for one in expressions(item)]
    return re.findall(r"\$\{\{\s*(.*?)\s*\}\}", value) if isinstance(value, str) else []


def problems(workflow):
    """Lines about what GitHub would refuse, or what would go wrong there."""
    found = [f"unknown key {key}" for key in workflow if key not in TOP and key is not True]
    events = workflow.get("on", workflow.get(True)) or {}  # YAML 1.1 reads `on` as true
    for name, filters in events.items():
        if name not in EVENTS or set(filters or {}) - EVENTS[name]:
            found.append(f"unknown event or filter: {name} {filters}")
    if not is_permissions(workflow.get("permissions")):
        found.append("permissions must be said, so that the token may do no more")
    for job_id, job in workflow.get("jobs", {}).items():
        found += [f"{job_id}: unknown key {key}" for key in job if key not in JOB]
        found += [f"{job_id}: {key} is missing" for key in ("runs-on", "steps") if key not in job]
        if "permissions" in job and not is_permissions(job["permissions"]):
            found.append(f"{job_id}: wrong permissions")
        needs = job.get("needs", [])
        for other in [needs] if isinstance(needs, str) else needs:
            if other not in workflow["jobs"]:
                found.append(f"{job_id} needs {other}, which there is not")
        ids = {step["id"] for step in job["steps"] if "id" in step}
        for number, step in enumerate(job["steps"], 1):
            where = f"{job_id}, step {number}"
            found += [f"{where}: unknown key {key}" for key in step if key not in STEP]
            if ("uses" in step) == ("run" in step):
                found.append(f"{where}: one of uses and run")
            if "uses" in step and not re.fullmatch(r"[\w-]+/[\w./-]+@v\d+(\.\d+)*", step["uses"]):
                found.append(f"{where}: an action with its version, not {step['uses']}")
            for inserted in expressions(step.get("run", "")):
                found.append(f"{where}: {inserted} in a script; pass it by env, where it is a value")
        for used in re.findall(r"steps\.([\w-]+)\.", " ".join(expressions(job))):
            if used not in ids:
                found.append(f"{job_id}: there is no step {used}")
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow(path):
    workflow = parsed(path)
    assert problems(workflow) == []
    verbs = subprocess.run([ROOT / "build.sh", "help"], capture_output=True, text=True, check=True)
    for job in workflow["jobs"].values():
        for script in [step["run"] for step in job["steps"] if "run" in step]:
            done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr
            for verb in re.findall(r"\./build\.sh (\w+)", script):
                assert re.search(rf"^  {verb}\b", verbs.stdout, re.MULTILINE), verb


def test_there_are_three():
    assert [path.stem for path in WORKFLOWS] == ["pages", "release", "test"]


def test_faults_are_found():
    good = parsed(GITHUB / "workflows/pages.yml")
    build = good["jobs"]["build"]
    for change, expected in [
        (lambda: good["jobs"]["deploy"].update(needs="biuld"), "needs biuld"),
        (lambda: build["steps"].append({"run": "x", "uses": "a/b@v1"}), "one of uses and run"),
        (lambda: build["steps"].append({"uses": "a/b@main"}), "with its version"),
        (lambda: build["steps"].append({"run": "echo ${{ github.head_ref }}"}), "pass it by env"),
        (lambda: build.update({"runson": 1}), "unknown key runson"),
        (lambda: good.pop("permissions"), "permissions must be said"),
        (lambda: build["steps"].append({"uses": "a/b@v1", "with": {"x": "${{ steps.no.outputs.y }}"}}), "no step no"),
    ]:
        change()
        assert any(expected in line for line in problems(good)), expected


FORM = {"markdown", "textarea", "input", "dropdown", "checkboxes"}


@pytest.mark.parametrize("name", ["bug.yml", "idea.yml"])
def test_issue_form(name):
    form = parsed(GITHUB / "ISSUE_TEMPLATE" / name)
    assert form["name"] and form["description"]
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(set(ids)) == len(ids) > 0
    for part in form["body"]:
        assert part["type"] in FORM
        assert "value" in part["attributes"] if part["type"] == "markdown" else part["attributes"]["label"]


def test_citation():
    citation = parsed(ROOT / "CITATION.cff")
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["license"] == "MIT" and citation["authors"][0]["name"]
