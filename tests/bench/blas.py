"""Prints the linear algebra library that numpy, and with it gensim and PyTorch, computes with. Fails
if it is the reference implementation: beside that, anything looks fast."""
import re
import sys

import numpy  # noqa: F401, loads the library

KNOWN = {"openblas": "OpenBLAS", "blis": "BLIS", "mkl": "MKL", "atlas": "ATLAS"}

with open("/proc/self/maps", encoding="utf8") as maps:
    paths = set(re.findall(r"/\S+", maps.read()))
found = [name for part, name in KNOWN.items() if any(part in path.lower() for path in paths)]
print(found[0] if found else "reference BLAS")
sys.exit(0 if found else 1)
