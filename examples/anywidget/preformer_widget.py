"""Preformer's demos in Jupyter, marimo and other notebooks that support anywidget.

    from preformer_widget import Preformer
    demo = Preformer(demo="lab", link="#v=1&model=cbow", lang="en")
    demo          # shows it
    demo.link     # the current state
    demo.hash     # the hash of the weights after training
"""

from pathlib import Path

import anywidget
import traitlets

# From the npm package (or from a Preformer site: lib/widget.mjs); one file that contains the wasm.
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
