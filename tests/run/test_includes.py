"""The check of the includes of the core, on a tree with planted mistakes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "cpp/toolchain/includes.py"

GOOD = {
    "preformer/base/rng.h": "",
    "preformer/nn/parameter.h": '#include "preformer/base/rng.h"\n',
    "preformer/optim/sgd.h": '#include <vector>\n#include "preformer/nn/parameter.h"\n',
    "cli/main.cpp": '#include "preformer/optim/sgd.h"\n',
}


def check(tmp_path, files):
    for path, text in files.items():
        file = tmp_path / "cpp" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    ended = subprocess.run(
        [sys.executable, SCRIPT, tmp_path], stdout=subprocess.PIPE, text=True, check=False
    )
    return ended.returncode, ended.stdout


def test_includes_that_point_down(tmp_path):
    assert check(tmp_path, GOOD) == (0, "4 sources include downwards only\n")


@pytest.mark.parametrize(
    ("path", "include"),
    [
        ("preformer/base/up.h", "preformer/nn/parameter.h"),
        ("preformer/nn/up.h", "preformer/text/corpus.h"),
        ("preformer/optim/up.h", "preformer/nn/linear.h"),
        ("preformer/optim/up.h", "preformer/models/elmo.h"),
        ("preformer/models/up.cpp", "preformer/optim/sgd.h"),
        ("preformer/query/up.cpp", "preformer/io/json.h"),
        ("preformer/train/up.cpp", "wasm/values.h"),
        ("wasm/up.cpp", "cli/files.h"),
    ],
)
def test_an_include_that_points_up_is_named(tmp_path, path, include):
    code, output = check(tmp_path, GOOD | {path: f'#include "{include}"\n'})
    assert code == 1
    assert f"cpp/{path} includes {include}, but" in output
    assert "may include only" in output and "move the part that both need" in output


def test_a_circle_is_named(tmp_path):
    circle = {
        "preformer/nn/a.h": '#include "preformer/nn/b.h"\n',
        "preformer/nn/b.h": '#include "preformer/nn/a.h"\n',
    }
    code, output = check(tmp_path, GOOD | circle)
    assert code == 1
    assert output == "a circle: preformer/nn/a.h → preformer/nn/b.h → preformer/nn/a.h\n"


def test_a_folder_without_a_place_is_named(tmp_path):
    code, output = check(tmp_path, GOOD | {"preformer/new/a.h": ""})
    assert code == 1
    assert "cpp/preformer/new/a.h: its folder is not listed" in output
