"""includes.py [ROOT]: checks that the includes of the C++ sources point down, without a circle.

Prints each include that does not, with what to do instead, and ends with code 1 if there is one.
"""

import re
import sys
from pathlib import Path

# folder of cpp/: what its files may include, besides their own folder. docs/architecture.md has the
# picture. An entry with a suffix allows that file only.
CORE = "preformer/"
BELOW = {
    CORE + "base": [],
    CORE + "kernels": ["base"],
    CORE + "text": ["base"],
    CORE + "nn": ["kernels", "base"],
    CORE + "optim": ["nn/parameter.h", "kernels", "base"],
    CORE + "models": ["nn", "text", "kernels", "base"],
    CORE + "train": ["models", "optim", "nn", "text", "kernels", "base"],
    CORE + "query": ["models", "nn", "text", "kernels", "base"],
    CORE + "io": ["train", "models", "optim", "nn", "text", "kernels", "base"],
    CORE + "inside": ["train", "models", "optim", "nn", "text", "kernels", "base"],
}
DOORS = ["cli", "wasm"]  # these may include all of the core, but not each other
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
ADVICE = (
    "move the part that both need into a folder that both may include, "
    "or pass it in from the caller"
)


def folder_of(path):
    """The folder of a source as a key of BELOW or a member of DOORS; None elsewhere."""
    for folder in [*BELOW, *DOORS]:
        if path.startswith(folder + "/"):
            return folder
    return None


def allows(folder, include):
    if include.startswith(folder + "/"):
        return True
    if folder in DOORS:
        return include.startswith(CORE)
    return any(
        include == CORE + below or include.startswith(CORE + below + "/") for below in BELOW[folder]
    )


def wrong_includes(sources):
    """Lines about includes that BELOW does not allow. `sources`: {path below cpp/: its includes}."""
    problems = []
    for path, includes in sources.items():
        folder = folder_of(path)
        if folder is None:
            problems.append(f"cpp/{path}: its folder is not listed in cpp/toolchain/includes.py; add it")
            continue
        for include in includes:
            if not allows(folder, include):
                may = "the whole core" if folder in DOORS else ", ".join(BELOW[folder]) or "nothing"
                problems.append(
                    f"cpp/{path} includes {include}, but {folder} may include only itself and {may}: "
                    + ADVICE
                )
    return problems


def circles(sources):
    """One line about each circle of includes that a depth-first walk meets."""
    problems, done = [], set()

    def walk(path, trail):
        if path in trail:
            problems.append("a circle: " + " → ".join([*trail[trail.index(path) :], path]))
        elif path not in done:
            for include in sources.get(path, []):
                walk(include, [*trail, path])
            done.add(path)

    for path in sources:
        walk(path, [])
    return problems


def main(root):
    cpp = root / "cpp"
    sources = {}
    for folder in ["preformer", *DOORS]:
        for file in sorted((cpp / folder).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                sources[str(file.relative_to(cpp))] = INCLUDE.findall(file.read_text("utf-8"))
    problems = wrong_includes(sources) + circles(sources)
    print("\n".join(problems) or f"{len(sources)} sources include downwards only")
    return 1 if problems or not sources else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
