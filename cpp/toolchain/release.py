"""release.py [TAG]: packs what was built into build/release, with checksums.

The same files give the same archives: names are sorted, times are fixed.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can name


def archive(target, parts):
    """Writes a zip file. `parts`: pairs of a folder in it and the file or folder to pack."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for place, source in parts:
            files = [source] if source.is_file() else sorted(source.rglob("*"))
            base = source.parent if source.is_file() else source
            for file in files:
                if not file.is_file():
                    continue
                entry = zipfile.ZipInfo(f"{place}/{file.relative_to(base).as_posix()}", TIME)
                entry.external_attr = (0o755 if file.name == "preformer.mjs" else 0o644) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, file.read_bytes())


def pack(root, tag=""):
    """Returns the files that were written. Raises SystemExit with what is wrong."""
    version = json.loads((root / "package.json").read_text("utf8"))["version"]
    if tag and tag != f"v{version}":
        raise SystemExit(f"the tag is {tag}, but package.json says {version}: make them agree.")
    build, name = root / "build", f"preformer-{version}"
    for needed in ["site/index.html", "wasm/preformer.mjs", "package/package.json"]:
        if not (build / needed).exists():
            raise SystemExit(f"build/{needed} is missing: run ./build.sh build first.")
    out = build / "release"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    papers = [root / "LICENSE", build / "site/THIRD-PARTY-NOTICES.txt"]
    archive(out / f"{name}-site.zip", [(name, build / "site")])
    archive(out / f"{name}-wasm.zip", [(f"{name}/wasm", build / "wasm"), *((name, one) for one in papers)])
    shutil.copyfile(build / "package/preformer-offline.html", out / f"{name}.html")
    npm = ["npm", "pack", "--silent", "--pack-destination", str(out)]
    subprocess.run(npm, cwd=build / "package", check=True, stdout=subprocess.DEVNULL)
    written = sorted(out.iterdir())
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in written]
    (out / "SHA256SUMS").write_text("".join(sums))
    return [*written, out / "SHA256SUMS"]


if __name__ == "__main__":
    for file in pack(Path(__file__).resolve().parents[2], *sys.argv[1:2]):
        print(f"{file.stat().st_size / 1e6:8.1f} MB  build/release/{file.name}")
