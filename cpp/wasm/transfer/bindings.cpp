// The face of the module that transfers what was learnt; web/src/worker/wasm.d.ts is the same in
// JavaScript's words. Every function leaves with a JS Error instead of a C++ exception.
#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "wasm/values.h"

namespace preformer::wasm {

namespace {

double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(preformer_transfer) {
  emscripten::function("liveModels", &Counted::live);
  emscripten::function("heapBytes", &heap_bytes);
}

}  // namespace preformer::wasm
