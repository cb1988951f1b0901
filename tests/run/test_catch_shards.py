"""The test cases of a Catch2 program, dealt out: each once, none lost."""

import stat

import pytest

from catch_shards import deal, name_file, names_of

NAMES = ["gemm: any shape", "Rng: uniform numbers fill [0, 1)", "a\\b", "last"]


def program(tmp_path, script):
    path = tmp_path / "program"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize("shards", [1, 2, 3, 9])
def test_every_name_is_dealt_once(shards):
    parts = deal(NAMES, shards)
    assert len(parts) == min(shards, len(NAMES))
    assert sorted(name for part in parts for name in part) == sorted(NAMES)


def test_special_characters_are_escaped():
    assert name_file(NAMES[1:3]) == '"Rng: uniform numbers fill [0\\, 1)"\n"a\\\\b"\n'


def test_names_of_version_2(tmp_path):
    """Its exit code is the number of its tests."""
    listing = '[ "$1" = --list-test-names-only ] && printf "one\\ntwo, three\\n" && exit 2'
    assert names_of(program(tmp_path, listing)) == ["one", "two, three"]


def test_names_of_version_3(tmp_path):
    script = '[ "$1" = --list-tests ] && echo one && exit 0\necho "Unrecognised token: $1" >&2; exit 1'
    assert names_of(program(tmp_path, script)) == ["one"]


def test_a_program_that_lists_nothing_is_an_error(tmp_path):
    with pytest.raises(ValueError, match="lists no test cases"):
        names_of(program(tmp_path, "exit 0"))
