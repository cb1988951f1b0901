"""Preformer's demos in Jupyter, marimo and other notebooks that know anywidget.

    from preformer_widget import Preformer
    demo = Preformer(demo="lab", link="#v=1&model=cbow", lang="en")
    demo          # shows it
    demo.link     # what the reader made of it
    demo.hash     # of the weights, once it is trained
"""

from pathlib import Path

import anywidget
import traitlets

# Of the npm package (or of a Preformer site: lib/widget.mjs); one file, wasm inside.
WIDGET = Path(__file__).parent / "../../build/package/widget.js"


class Preformer(anywidget.AnyWidget):
    _esm = WIDGET
    demo = traitlets.Enum(["lab", "ladder", "polysemy", "transfer"], "lab").tag(sync=True)
    link = traitlets.Unicode("").tag(sync=True)
    lang = traitlets.Unicode("").tag(sync=True)
    theme = traitlets.Enum(["auto", "light", "dark"], "auto").tag(sync=True)
    start = traitlets.Enum(["click", "visible", "load"], "click").tag(sync=True)
    heading = traitlets.Unicode("").tag(sync=True)
    hash = traitlets.Unicode("").tag(sync=True)
