"""What build.sh says on systems that it cannot install packages on."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ["bash", "env", "dirname", "cat", "grep", "awk", "sort", "head"]


@pytest.fixture(name="machine")
def _machine(tmp_path):
    """Runs system.sh on a machine that has nothing but a shell and the commands given."""

    def run(system, *commands):
        for name in TOOLS:
            (tmp_path / name).symlink_to(shutil.which(name))
        for name in ("uname", *commands):
            script = tmp_path / name
            script.write_text(f"#!{shutil.which('bash')}\necho {system}\n")
            script.chmod(0o755)
        return subprocess.run(
            [ROOT / "cpp/toolchain/system.sh", "build"],
            env={"PATH": str(tmp_path), "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    ("system", "command", "says"),
    [
        ("Darwin", "brew", "brew install bash coreutils util-linux"),
        ("Linux", "dnf", "sudo dnf install cmake ninja-build"),
        ("Linux", "pacman", "sudo pacman -S --needed cmake"),
        ("Linux", "apk", "please install (Debian's names): cmake"),
    ],
)
def test_one_line_says_how(machine, system, command, says):
    done = machine(system, command)
    assert done.returncode == 1
    assert says in done.stderr
    assert "cmake ninja-build" in done.stderr  # what is missing
    assert len(done.stderr.strip().splitlines()) == 1
