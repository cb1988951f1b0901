"""catch_shards.py: a Catch2 program's test cases, dealt out to several processes.

Catch2 version 2 cannot shard by itself: each process reads its names from a file.
"""

import subprocess

LISTS = (["--list-test-names-only"], ["--list-tests", "--verbosity", "quiet"])  # versions 2, 3


def names_of(program):
    """The names of all test cases. Version 2 ends with their number as its exit code."""
    for words in LISTS:
        done = subprocess.run([program, *words], capture_output=True, text=True, check=False)
        names = [line for line in done.stdout.splitlines() if line.strip()]
        if names and "nrecogni" not in done.stderr + done.stdout:  # "Unrecognised token"
            return names
    raise ValueError(f"{program} lists no test cases")


def deal(names, shards):
    """Round and round: neighbours, which often take equally long, come into different shards."""
    return [part for part in (names[i::shards] for i in range(shards)) if part]


def name_file(names):
    """What `-f` reads: a name per line, quoted, with its special characters escaped."""
    quoted = (name.replace("\\", "\\\\").replace('"', '\\"').replace(",", "\\,") for name in names)
    return "".join(f'"{name}"\n' for name in quoted)
