"""What is packed for a release."""

import hashlib
import importlib.util
import json
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("release", ROOT / "cpp/toolchain/release.py")
release = importlib.util.module_from_spec(spec)
spec.loader.exec_module(release)


@pytest.fixture(name="tree")
def _tree(tmp_path):
    manifest = json.dumps({"name": "preformer", "version": "1.2.3"})
    for name, text in {
        "package.json": manifest,
        "LICENSE": "MIT",
        "build/site/index.html": "<title>",
        "build/site/.nojekyll": "",
        "build/site/assets/a.js": "a",
        "build/site/THIRD-PARTY-NOTICES.txt": "notices",
        "build/wasm/preformer.mjs": "program",
        "build/wasm/cli/preformer-exact.wasm": "wasm",
        "build/package/package.json": manifest,
        "build/package/preformer-offline.html": "one file",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_everything_with_checksums_and_the_same_bytes_each_time(tree):
    files = release.pack(tree, "v1.2.3")
    assert [file.name for file in files] == [
        "preformer-1.2.3-site.zip",
        "preformer-1.2.3-wasm.zip",
        "preformer-1.2.3.html",
        "preformer-1.2.3.tgz",
        "SHA256SUMS",
    ]
    sums = dict(line.split("  ")[::-1] for line in files[-1].read_text().splitlines())
    first = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files[:-1]}
    assert sums == first
    site = zipfile.ZipFile(files[0]).namelist()
    assert "preformer-1.2.3/.nojekyll" in site and "preformer-1.2.3/assets/a.js" in site
    wasm = zipfile.ZipFile(files[1]).namelist()
    assert "preformer-1.2.3/wasm/cli/preformer-exact.wasm" in wasm
    assert "preformer-1.2.3/THIRD-PARTY-NOTICES.txt" in wasm
    again = release.pack(tree)
    assert {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in again[:-1]} == first


def test_a_wrong_tag_or_a_missing_build_is_refused(tree):
    with pytest.raises(SystemExit, match="the tag is v9, but package.json says 1.2.3"):
        release.pack(tree, "v9")
    (tree / "build/wasm/preformer.mjs").unlink()
    with pytest.raises(SystemExit, match="run ./build.sh build first"):
        release.pack(tree)


def test_the_version_is_the_same_everywhere():
    version = json.loads((ROOT / "package.json").read_text())["version"]
    assert json.loads((ROOT / "web/package/package.json").read_text())["version"] == version
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf8")
    assert f"project(preformer VERSION {version} " in (ROOT / "CMakeLists.txt").read_text("utf8")
