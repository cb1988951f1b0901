"""What is compiled is kept for other clones, by its sources (cpp/toolchain/compile.sh)."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOOLCHAIN = Path(__file__).resolve().parents[2] / "cpp" / "toolchain"

# cmake_build stands for the compiler: the program is its source, and each call is noted.
SCRIPT = """
set -euo pipefail
source cpp/toolchain/lib.sh
source cpp/toolchain/compile.sh
cmake_build() { echo "$3" >>"$CACHE/calls"; mkdir -p build/out; cp src/main build/out/program; }
built preset 'the program' target src -- out/program
"""


@pytest.fixture(name="clone")
def clones(tmp_path):
    """Makes checkouts that share one cache."""

    def make(name):
        folder = tmp_path / name
        (folder / "cpp").mkdir(parents=True)
        shutil.copytree(TOOLCHAIN, folder / "cpp" / "toolchain")
        (folder / "src").mkdir()
        (folder / "src" / "main").write_text("one")
        for file in ("CMakeLists.txt", "CMakePresets.json"):
            (folder / file).write_text("")
        return folder

    return make


def build(folder, **more):
    """Builds and returns the program and how often the compiler has run for any clone."""
    cache = folder.parent / "cache"
    subprocess.run(
        ["bash", "-c", SCRIPT],
        cwd=folder,
        env=os.environ | {"XDG_CACHE_HOME": str(cache)} | more,
        check=True,
    )
    calls = (cache / "preformer" / "calls").read_text().splitlines()
    return (folder / "build" / "out" / "program").read_text(), len(calls)


def test_another_clone_copies_it(clone):
    first, second = clone("first"), clone("second")
    assert build(first) == ("one", 1)
    assert build(first) == ("one", 1)
    assert build(second) == ("one", 1)


def test_other_sources_or_flags_are_compiled(clone):
    first, second = clone("first"), clone("second")
    build(first)
    (second / "src" / "main").write_text("two")
    assert build(second) == ("two", 2)
    (second / "src" / "main").write_text("one")
    assert build(second) == ("one", 2)
    assert build(second, CXXFLAGS="-O1") == ("one", 3)
    (second / "cpp" / "toolchain" / "flags.cmake").write_text("# other flags")
    assert build(second) == ("one", 4)


def test_a_lost_file_is_restored(clone):
    folder = clone("first")
    build(folder)
    (folder / "build" / "out" / "program").unlink()
    assert build(folder) == ("one", 1)


def test_the_cache_can_be_passed_over(clone):
    build(clone("first"))
    assert build(clone("second"), PREFORMER_COMPILE="1") == ("one", 2)


def test_a_machine_without_some_headers_builds(clone, tmp_path):
    headers = tmp_path / "include"
    headers.mkdir()
    folder = clone("first")
    assert build(folder, PREFORMER_INCLUDE=str(headers)) == ("one", 1)
    assert build(folder, PREFORMER_INCLUDE=str(headers)) == ("one", 1)
    (headers / "utf8proc.h").write_text("")
    assert build(folder, PREFORMER_INCLUDE=str(headers)) == ("one", 2)
